"""The only place where a Text becomes a sentence in a language, and a fault a sentence that one can act on.

Words of the knowledge stand in the language of the knowledge. Where that is not the language of the page, they can
be marked in the sentence; `spans` finds them again, so that a page can say of them which language they are in.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_month_names
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
FOREIGN, NAMED, HOME = "\ue000", "\ue001", "\ue002"
"""Private characters: before the language of foreign words, between it and the words, after the words."""
MARKED = re.compile(f"{FOREIGN}([^{NAMED}]*){NAMED}([^{HOME}]*){HOME}")
MARKS = dict.fromkeys(map(ord, (FOREIGN, NAMED, HOME)))
HOLE = re.compile(r"\{(\w+)(?:\|(or))?\}")
"""`{name}`; of a list, `{name|or}` says "a, b or c"."""
NO_BREAK = "\N{NO-BREAK SPACE}"
GAPS = re.compile(r" {2,}")
ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîöûÀÉÎÖÛçñšý")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", PSEUDO_RTL)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    base = language if language.startswith(PSEUDO) else language.split("-", maxsplit=1)[0]
    return "rtl" if base in RIGHT_TO_LEFT else "ltr"


NO_COUNTRIES = frozenset(("EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Codes that have a name in every language and are no country: tests, "unknown". EU stays: some practices are of the Union."""


@cache
def country_codes() -> frozenset[str]:
    """The two-letter codes of countries that exist, Kosovo included."""
    codes = (str(code) for code in Locale(DEFAULT).territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - NO_COUNTRIES


def spoken() -> frozenset[str]:
    """The languages that have a catalogue."""
    return frozenset(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


def own_name(language: str) -> str:
    """What a language calls itself: `فارسی`."""
    return str(Locale.parse(language, sep="-").display_name or language)


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
    """Sentences of one language. Where a message is not translated yet, English is said.

    With `marks`, words in another language than this one are marked for `spans`.
    """

    def __init__(self, language: str = DEFAULT, *, marks: bool = False) -> None:
        self.language, self._marks = language, marks
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
        if what.id in ("option", "fact"):
            return self._named(what.id, str(values["word"]))
        template = self._template(what.id, values.get("n"))
        return what.id if template is None else self._filled(template, values)

    def knows(self, id: str) -> bool:
        """Whether the language has a sentence of its own for this id."""
        return self._catalogues[0].get(id) is not None

    def country(self, code: str) -> str:
        """The name of a country, or of what the knowledge writes in place of one."""
        name = self._locale.territories.get(code) or self._template(f"country.{code}", None) or code
        return self._accented(str(name))

    def day(self, day: dt.date) -> str:
        """A day as people write it."""
        return self._accented(format_date(day, "d MMM y", locale=self._locale))

    def month(self, number: int) -> str:
        """The name of a month as it stands alone."""
        return self._accented(str(get_month_names("wide", "stand-alone", self._locale)[number]))

    def value(self, value: Value, style: str = "standard") -> str:
        """One value as it is said; a list in `style` standard (and) or or."""
        match value:
            case Text():
                return self(value)
            case Words(words, language):
                return self._foreign(words, language)
            case Country(code):
                return self.country(code)
            case Amount(amount, currency):
                return self._accented(self._money(amount, currency))
            case Day(day):
                return self.day(day)
            case Many(parts):
                return self.listed((self.value(one) for one in parts), style)
            case int() | float():
                return format_decimal(value, locale=self._locale)
        return str(value)

    def listed(self, parts: Iterable[str], style: str = "standard") -> str:
        """`a, b and c`, or with style `or`: `a, b or c`."""
        held = {str(at): part for at, part in enumerate(parts)}
        holes = [f"{{{name}}}" for name in held]
        joined: str = format_list(holes, style=style, locale=self._locale)  # type: ignore[arg-type]
        return HOLE.sub(lambda hole: held[hole[1]], self._accented(joined, frame=False))

    def _filled(self, template: str, values: Mapping[str, Value]) -> str:
        def fill(hole: re.Match[str]) -> str:
            return self._isolate(self.value(values[hole[1]], hole[2] or "standard"))

        filled = HOLE.sub(fill, self._accented(template))
        return GAPS.sub(" ", filled).strip()

    def _money(self, amount: float, currency: str) -> str:
        """With the three letters of the currency, for `$` is the sign of many; whole amounts without decimals."""
        pattern = self._locale.currency_formats["standard"].pattern.replace("¤", f"¤¤{NO_BREAK}")
        whole = float(amount).is_integer()
        shown = pattern.replace(".00", "") if whole else pattern
        said = format_currency(amount, currency, shown, locale=self._locale, currency_digits=not whole)
        return said.replace(NO_BREAK * 2, NO_BREAK).strip(NO_BREAK)

    def _template(self, id: str, n: object) -> str | None:
        for one in self._catalogues:
            message = one.get(id)
            if message is None or message.fuzzy or not message.string:
                continue
            if isinstance(message.string, str):
                return message.string
            form = c2py(one.plural_expr)(n) if isinstance(n, int) else -1
            return str(message.string[form])
        return None

    def _named(self, kind: str, word: str) -> str:
        """An option or a field by its name in the catalogue, else as it is spelled in the knowledge."""
        known = self._template(f"{kind}.{word}", None)
        return self._accented(known) if known else self._plain(word)

    def _plain(self, word: str) -> str:
        """A word of the knowledge that no catalogue has, as it is spelled there."""
        return self._foreign(word.replace("-", " ").replace("_", " "), DEFAULT)

    def _foreign(self, words: str, language: str) -> str:
        """Words of the knowledge, marked where they are not in the language of the page."""
        words = words.translate(MARKS)
        if not self._marks or not words or language == self.language.split("-", maxsplit=1)[0]:
            return words
        return f"{FOREIGN}{language}{NAMED}{words}{HOME}"

    def _isolate(self, said: str) -> str:
        """Keeps a left-to-right name from turning the sentence around it."""
        return f"{ISOLATE}{said}{END}" if self._isolated and said else said

    def _accented(self, template: str, *, frame: bool = True) -> str:
        if not self.pseudo:
            return template
        whole, end = "", 0
        for hole in HOLE.finditer(template):
            whole += template[end : hole.start()].translate(ACCENTS) + hole[0]
            end = hole.end()
        whole += template[end:].translate(ACCENTS)
        return f"[{whole}]" if frame else whole


def spans(said: str) -> list[tuple[str, str]]:
    """A sentence in pieces: the language of foreign words (else nothing), and the words."""
    parts = MARKED.split(said)
    pieces = [("", parts[0])]
    for at in range(1, len(parts), 3):
        pieces += [(parts[at], parts[at + 1]), ("", parts[at + 2])]
    return [(language, words) for language, words in pieces if words]


def unmarked(said: str) -> str:
    """A sentence without the marks of its foreign words."""
    return MARKED.sub(r"\2", said)


def fault(error: WaystationError, language: str = DEFAULT) -> str:
    """One sentence: where, what is wrong, and what to do instead."""
    say = Say(language)
    values = {name: _said(value) for name, value in error.values.items()}
    what = text(error.id, **values)
    where = ", ".join(part for part in (error.where, error.field) if part)
    return say(text("error.at", where=Words(where), what=what) if where else what)


def _said(value: object) -> Value:
    return value if isinstance(value, (int, float, Text)) else Words(str(value))
