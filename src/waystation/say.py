"""The only place where a Text becomes a sentence in a language, and a fault a sentence that one can act on."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from waystation.core.texts import Amount, Country, Day, Many, Text, Value, Words, text
from waystation.errors import WaystationError

FOLDER = Path(__file__).parent / "locale"
DEFAULT, NOTHING = "en", "word.nothing"
PSEUDO, PSEUDO_RTL = "xx", "xx-rtl"
"""Made-up languages for tests: what is not accented or bracketed there never went through a catalogue."""
ISOLATE, END = "\u2068", "\u2069"
HOLE = re.compile(r"\{(\w+)\}")
ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîöûÀÉÎÖÛçñšý")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", PSEUDO_RTL)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    base = language if language.startswith(PSEUDO) else language.split("-", maxsplit=1)[0]
    return "rtl" if base in RIGHT_TO_LEFT else "ltr"


@cache
def country_codes() -> frozenset[str]:
    """The two-letter codes of countries that exist, Kosovo included."""
    codes = (str(code) for code in Locale(DEFAULT).territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code))


def spoken() -> frozenset[str]:
    """The languages that have a catalogue."""
    return frozenset(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


@cache
def catalogue(language: str) -> Catalog:
    """All messages of one language, from every .po file of its folder."""
    whole = Catalog(locale=Locale.parse(language, sep="-"))
    for file in sorted((FOLDER / language / "LC_MESSAGES").glob("*.po")):
        with file.open("rb") as opened:
            for message in read_po(opened, locale=whole.locale):
                if message.id:
                    whole[message.id if isinstance(message.id, str) else message.id[0]] = message
    return whole


class Say:
    """Sentences of one language. Where a message is not translated yet, English is said."""

    def __init__(self, language: str = DEFAULT) -> None:
        self.language = language
        self.pseudo = language.startswith(PSEUDO)
        spoken = DEFAULT if self.pseudo else language
        try:
            self._locale = Locale.parse(spoken, sep="-")
        except (UnknownLocaleError, ValueError):
            raise WaystationError("error.no-language", language=language) from None
        self._catalogues = [catalogue(one) for one in dict.fromkeys((spoken, DEFAULT))]
        self._isolated = direction(language) == "rtl"

    def __call__(self, what: Text) -> str:
        """The sentence of a message. An id without a sentence is said as its bare id, which a test looks for."""
        values = dict(what.values)
        if what.id == NOTHING:
            return ""
        if what.id == "option":
            return self._option(str(values["word"]))
        if what.id == "fact":
            return self._plain(str(values["word"]))
        template = self._template(what.id, values.get("n"))
        if template is None:
            return what.id
        return HOLE.sub(lambda hole: self._isolate(self.value(values[hole[1]])), self._accented(template))

    def knows(self, id: str) -> bool:
        """Whether the language has a sentence of its own for this id."""
        return self._catalogues[0].get(id) is not None

    def country(self, code: str) -> str:
        """The name of a country."""
        return str(self._locale.territories.get(code, code))

    def day(self, day: dt.date) -> str:
        """A day as people write it."""
        return format_date(day, "d MMM y", locale=self._locale)

    def value(self, value: Value) -> str:
        """One value as it is said."""
        match value:
            case Text():
                return self(value)
            case Words(words):
                return words
            case Country(code):
                return self.country(code)
            case Amount(amount, currency):
                return format_currency(amount, currency, locale=self._locale)
            case Day(day):
                return self.day(day)
            case Many(parts):
                return self.listed(self.value(one) for one in parts)
            case int() | float():
                return format_decimal(value, locale=self._locale)
        return str(value)

    def listed(self, parts: Iterable[str], style: str = "standard") -> str:
        """`a, b and c`."""
        return format_list(list(parts), style=style, locale=self._locale)  # type: ignore[arg-type]

    def _template(self, id: str, n: object) -> str | None:
        for one in self._catalogues:
            message = one.get(id)
            if message is None or not message.string:
                continue
            if isinstance(message.string, str):
                return message.string
            form = c2py(one.plural_expr)(n) if isinstance(n, int) else -1
            return str(message.string[form])
        return None

    def _option(self, word: str) -> str:
        known = self._template(f"option.{word}", None)
        return self._accented(known) if known else self._plain(word)

    def _plain(self, word: str) -> str:
        return word.replace("-", " ").replace("_", " ")

    def _isolate(self, said: str) -> str:
        """Keeps a left-to-right name from turning the sentence around it."""
        return f"{ISOLATE}{said}{END}" if self._isolated else said

    def _accented(self, template: str) -> str:
        if not self.pseudo:
            return template
        parts = HOLE.split(template)
        whole = (f"{{{part}}}" if at % 2 else part.translate(ACCENTS) for at, part in enumerate(parts))
        return f"[{''.join(whole)}]"


def fault(error: WaystationError, language: str = DEFAULT) -> str:
    """One sentence: where, what is wrong, and what to do instead."""
    say = Say(language)
    values = {name: _said(value) for name, value in error.values.items()}
    what = say(text(error.id, **values))
    where = ", ".join(part for part in (error.where, error.field) if part)
    return say(text("error.at", where=Words(where), what=Words(what))) if where else what


def _said(value: object) -> Value:
    return value if isinstance(value, (int, float, Text)) else Words(str(value))
