"""Find records by words: title, id, country and summary, accents and case left aside."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from waystation.core.cards import Hit
from waystation.core.knowledge import Knowledge
from waystation.core.records import Record
from waystation.errors import NotFoundError

WEIGHTS = {"title": 5, "id": 4, "country": 4, "sub_area": 2, "summary": 1}
"""How much a word counts where it stands."""
LETTERS = str.maketrans("łøđı", "lodi")
"""Letters that fall apart into no letter and accent."""
WHOLE, BEGINS, INSIDE = 3, 2, 1
"""How much a word counts that stands there whole, begins a word there, or stands inside one."""


def search(knowledge: Knowledge, words: str, country_name: Callable[[str], str]) -> tuple[Hit, ...]:
    """Records in which every word stands, best first, short titles before long ones.

    `country_name` names a country by its code. Raises NotFoundError if no word is given.
    """
    wanted = tokens(words)
    if not wanted:
        raise NotFoundError("error.nothing-asked")
    found = []
    for record in knowledge.records():
        score = _score(record, wanted, country_name)
        if score:
            found.append(Hit(id=record.id, title=record.title, kind=type(record).__name__.lower(), score=score))
    return tuple(sorted(found, key=lambda hit: (-hit.score, len(tokens(hit.title)), hit.id)))


def _score(record: Record, wanted: Iterable[str], country_name: Callable[[str], str]) -> int:
    """The sum of what each word counts in its best place; 0 if one of them stands nowhere."""
    code = getattr(record, "country", None)
    fields = {
        "title": record.title, "id": record.id, "summary": record.summary,
        "country": f"{code} {country_name(code)}" if code else "", "sub_area": getattr(record, "sub_area", ""),
    }  # fmt: skip
    held = {name: tokens(words) for name, words in fields.items()}
    best = [max(WEIGHTS[name] * _fit(word, told) for name, told in held.items()) for word in wanted]
    return sum(best) if all(best) else 0


def _fit(word: str, told: Iterable[str]) -> int:
    fits = (WHOLE if one == word else BEGINS if one.startswith(word) else INSIDE for one in told if word in one)
    return max(fits, default=0)


def tokens(words: str) -> list[str]:
    """Words in small letters without accents: `Żółw-2` → zolw, 2."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(LETTERS))
    return re.findall(r"[^\W_]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
