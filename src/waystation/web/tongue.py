"""What a page says: every sentence in the language of the page, with the English beside it where a machine made it."""

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup

from waystation.catalogues import has_machine_made
from waystation.core import tongues
from waystation.core.texts import Value, text
from waystation.errors import WaystationError
from waystation.papers.html import spoken
from waystation.say import Say, country_codes, direction, fault, unmarked


class Tongue:
    """The language of one page. `beside`: a machine made some of it, which no reader has signed."""

    def __init__(self, language: tongues.Tongue) -> None:
        self.language, self.direction = language.language, direction(language.language)
        self._say = Say(language, marks=True, besides=True)
        self._english = Say()
        words = language.words.values()
        self.beside = (not self._say.pseudo and has_machine_made(self.language)) or not all(
            one.signed for one in words
        )

    def __call__(self, what: str | Value, /, **values: object) -> Markup:
        """A message by its id, a Text or words of the knowledge, ready for the page."""
        return spoken(self._say.value(text(what, **values) if isinstance(what, str) else what))

    def plain(self, what: str | Value, /, **values: object) -> str:
        """The same where no markup can stand: titles, options of a list, labels for screen readers."""
        return unmarked(self._say.value(text(what, **values) if isinstance(what, str) else what))

    def english(self, what: Value) -> str:
        """The sentence in English."""
        return unmarked(self._english.value(what))

    def fault(self, error: WaystationError | None) -> str:
        """What is wrong and what to do, in one sentence; nothing if nothing is."""
        return fault(error, self.language) if error else ""

    def country(self, code: str) -> str:
        """The name of a country."""
        return self._say.country(code)

    def month(self, number: int) -> str:
        """The name of a month."""
        return self._say.month(number)

    def countries(self, codes: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """Codes with names, in the order of the alphabet that the catalogue gives; without one, of English."""
        alphabet = self.plain("web.alphabet")
        named = [(code, self.country(code)) for code in (country_codes() if codes is None else codes)]
        if not alphabet:
            return sorted(named, key=lambda pair: self._english.country(pair[0]))
        return sorted(named, key=lambda pair: [_place(letter, alphabet) for letter in tokens_of(pair[1])])


def tokens_of(name: str) -> str:
    """A name without accents and capitals, for sorting."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _place(letter: str, alphabet: str) -> tuple[int, str]:
    """Letters of the alphabet in its order, others before them as they are coded."""
    return alphabet.find(letter), letter
