"""The only place where a Text becomes a sentence in a language, and a fault a sentence that one can act on.

Words of the knowledge stand in the language of the knowledge. Where that is not the language of the page, and nobody
translated them, they can be marked in the sentence; `spans` finds them again, so that a page can say of them which
language they are in. What a machine translated can carry its English with it; `beside` finds it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache
from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from waystation.catalogues import DEFAULT, MACHINE, catalogue, forms, is_translated, spoken
from waystation.core.texts import Amount, Country, Day, Many, Text, TongueName, Value, Words, text
from waystation.core.tongues import Language, Tongue
from waystation.errors import WaystationError

NOTHING = "word.nothing"
PSEUDO, PSEUDO_RTL = "xx", "xx-rtl"
"""Made-up languages for tests: what is not accented or bracketed there never went through a catalogue."""
ISOLATE, END = "\u2068", "\u2069"
FOREIGN, NAMED, HOME = "\ue000", "\ue001", "\ue002"
"""Private characters: before the language of foreign words, between it and the words, after the words."""
BESIDE, DONE = "\ue003", "\ue004"
"""Private characters around the English of what a machine translated, behind the translation."""
MARKED = re.compile(f"{FOREIGN}([^{NAMED}]*){NAMED}([^{HOME}]*){HOME}")
BESIDES = re.compile(f"{BESIDE}([^{DONE}]*){DONE}")
MARKS = dict.fromkeys(map(ord, (FOREIGN, NAMED, HOME, BESIDE, DONE)))
HOLE = re.compile(r"\{(\w+)(?:\|(or))?\}")
"""`{name}`; of a list, `{name|or}` says "a, b or c"."""
LETTER = re.compile(r"[^\W\d_]")
DAY = "d MMM y"
NO_BREAK = "\N{NO-BREAK SPACE}"
GAPS = re.compile(r" {2,}")
ACCENTS = str.maketrans("aeiouAEIOUcnsy", "àéîöûÀÉÎÖÛçñšý")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", PSEUDO_RTL)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    base = language if language.startswith(PSEUDO) else language.split("-", maxsplit=1)[0]
    return "rtl" if base in RIGHT_TO_LEFT else "ltr"


NO_COUNTRIES = frozenset(("EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Codes with a name in every language that are no country: tests, "unknown". EU stays: some practices are its."""


@cache
def country_codes() -> frozenset[str]:
    """The two-letter codes of countries that exist, Kosovo included."""
    codes = (str(code) for code in Locale(DEFAULT).territories)
    return frozenset(code for code in codes if re.fullmatch("[A-Z]{2}", code)) - NO_COUNTRIES


def own_name(language: str) -> str:
    """What a language calls itself: `فارسی`."""
    return str(Locale.parse(language, sep="-").display_name or language)


def nearest(language: str) -> str:
    """The language with a catalogue that is nearest: `zh-TW` → zh-Hant, `fa-AF` → fa; itself if there is none."""
    try:
        known = Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return language
    near = (language, f"{known.language}-{known.script}", known.language)
    return next((one for one in near if one in spoken()), language)


class Say:
    """Sentences of one language. Where a message is not translated yet, English is said.

    With `marks`, words in another language than this one are marked for `spans`. With `besides`, what a machine
    translated carries its English, for `beside`; `machine` tells whether there was any.
    """

    def __init__(self, language: Language = DEFAULT, *, marks: bool = False, besides: bool = False) -> None:
        tongue = Tongue(language) if isinstance(language, str) else language
        self.language, self._words, self._marks = tongue.language, tongue.words, marks
        self.pseudo = self.language.startswith(PSEUDO)
        own = DEFAULT if self.pseudo else self.language
        try:
            self._locale = Locale.parse(own, sep="-")
        except (UnknownLocaleError, ValueError):
            raise WaystationError("error.no-language", language=self.language) from None
        self._catalogue = catalogue(own)
        self._plural = c2py(self._catalogue.plural_expr)
        self._english = Say() if own != DEFAULT else None
        self._besides = besides
        self.machine = self._made = False
        self._isolated = direction(self.language) == "rtl"

    def __call__(self, what: Text) -> str:
        """The sentence of a message. An id without a sentence is said as its bare id, which a test looks for."""
        return self.value(what)

    def country(self, code: str) -> str:
        """The name of a country, or of what the knowledge writes in place of one."""
        known = self._locale.territories.get(code)
        return self._accented(str(known)) if known else self._named("country", code, code)

    def day(self, day: dt.date) -> str:
        """A day as people write it, never in figures alone."""
        shape = DAY if self._english is None else "long"
        return self._accented(format_date(day, shape, locale=self._locale))

    def month(self, number: int) -> str:
        """The name of a month as it stands alone."""
        return self._accented(str(get_month_names("wide", "stand-alone", self._locale)[number]))

    def value(self, value: Value, style: str = "standard") -> str:
        """One value as it is said; a list in `style` standard (and) or or."""
        self._made = False
        said = self._value(value, style)
        self.machine = self.machine or self._made
        if not (self._besides and self._made and self._english):
            return said
        english = self._english.value(value, style)
        return f"{said}{BESIDE}{english}{DONE}" if english != unmarked(said) else said

    def _value(self, value: Value, style: str = "standard") -> str:
        match value:
            case Text():
                return self._text(value)
            case Words(words, language):
                return self._foreign(words, language)
            case Country(code):
                return self.country(code)
            case Amount(amount, currency):
                return self._accented(self._money(amount, currency))
            case Day(day):
                return self.day(day)
            case Many(parts):
                return self.listed((self._value(one) for one in parts), style)
            case TongueName(language):
                return self._accented(self._locale.languages.get(language.replace("-", "_"), language))
            case int() | float():
                return format_decimal(value, locale=self._locale)
        return str(value)

    def _text(self, what: Text) -> str:
        values = dict(what.values)
        if what.id == NOTHING:
            return ""
        if what.id in ("option", "fact"):
            word = str(values["word"])
            return self._named(what.id, word, word.replace("-", " ").replace("_", " "))
        template = self._template(what.id, values.get("n"))
        if template is None and self._english is not None:
            template = self._english._template(what.id, values.get("n"))  # noqa: SLF001
            if template and LETTER.search(HOLE.sub("", template)):
                return self._foreign(self._english(what), DEFAULT)
        return what.id if template is None else self._filled(template, values)

    def listed(self, parts: Iterable[str], style: str = "standard") -> str:
        """`a, b and c`, or with style `or`: `a, b or c`."""
        held = {str(at): part for at, part in enumerate(parts)}
        holes = [f"{{{name}}}" for name in held]
        joined: str = format_list(holes, style=style, locale=self._locale)  # type: ignore[arg-type]
        return HOLE.sub(lambda hole: held[hole[1]], self._accented(joined, frame=False))

    def _filled(self, template: str, values: Mapping[str, Value]) -> str:
        def fill(hole: re.Match[str]) -> str:
            return self._isolate(self._value(values[hole[1]], hole[2] or "standard"))

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
        """The sentence of this language with its holes; nothing if it is not translated."""
        message = self._catalogue.get(id)
        if message is None or not is_translated(message):
            return None
        said = forms(message)
        at = self._plural(n) if len(said) > 1 and isinstance(n, int) else -1
        self._made = self._made or MACHINE in message.flags
        return said[at] if at < len(said) else said[-1]

    def _named(self, kind: str, word: str, spelled: str) -> str:
        """An option, field or country by its name in the catalogue; else as it is spelled, said as words are."""
        known = self._template(f"{kind}.{word}", None)
        if known:
            return self._accented(known)
        english = self._english._template(f"{kind}.{word}", None) if self._english else None  # noqa: SLF001
        return self._foreign(english or spelled, DEFAULT)

    def _foreign(self, words: str, language: str) -> str:
        """Words of the knowledge in the language of the page; marked where nobody translated them."""
        words = words.translate(MARKS)
        if not words or language == self.language.split("-", maxsplit=1)[0]:
            return words
        known = self._words.get(words) if language == DEFAULT else None
        if known:
            self._made = self._made or not known.signed
            return known.words.translate(MARKS)
        return f"{FOREIGN}{language}{NAMED}{words}{HOME}" if self._marks else words

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
    """A sentence in pieces: the language of foreign words (else nothing), and the words. Without what is `beside`."""
    parts = MARKED.split(BESIDES.sub("", said))
    pieces = [("", parts[0])]
    for at in range(1, len(parts), 3):
        pieces += [(parts[at], parts[at + 1]), ("", parts[at + 2])]
    return [(language, words) for language, words in pieces if words]


def beside(said: str) -> str:
    """The English of what a machine translated; nothing where no machine did."""
    return "; ".join(BESIDES.findall(said))


def unmarked(said: str) -> str:
    """A sentence without the marks of its foreign words, and without what is `beside` it."""
    return MARKED.sub(r"\2", BESIDES.sub("", said))


def fault(error: WaystationError, language: Language = DEFAULT) -> str:
    """One sentence: where, what is wrong, and what to do instead."""
    say = Say(language)
    values = {name: _said(value) for name, value in error.values.items()}
    what = text(error.id, **values)
    where = ", ".join(part for part in (error.where, error.field) if part)
    return say(text("error.at", where=Words(where), what=what) if where else what)


def _said(value: object) -> Value:
    return value if isinstance(value, (int, float, Text)) else Words(str(value))
