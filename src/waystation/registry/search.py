"""Find records by words: title, id, country and summary, accents and case left aside."""

import unicodedata
from collections.abc import Callable, Iterable

from waystation.core.cards import Hit
from waystation.core.knowledge import Knowledge
from waystation.core.records import Record
from waystation.errors import NotFoundError

WEIGHTS = {"title": 5, "id": 4, "country": 4, "sub_area": 2, "summary": 1}
"""How much a word counts where it stands."""


def search(knowledge: Knowledge, words: str, country_name: Callable[[str], str]) -> tuple[Hit, ...]:
    """Records in which every word stands, best first. `country_name` gives a country's name for its code."""
    wanted = folded(words).split()
    if not wanted:
        raise NotFoundError("error.nothing-asked")
    found = []
    for record in knowledge.records():
        score = _score(record, wanted, country_name)
        if score:
            found.append(Hit(id=record.id, title=record.title, kind=type(record).__name__.lower(), score=score))
    return tuple(sorted(found, key=lambda hit: (-hit.score, hit.id)))


def _score(record: Record, wanted: Iterable[str], country_name: Callable[[str], str]) -> int:
    code = getattr(record, "country", None)
    fields = {
        "title": record.title, "id": record.id.replace("-", " "), "summary": record.summary,
        "country": f"{code} {country_name(code)}" if code else "", "sub_area": getattr(record, "sub_area", ""),
    }  # fmt: skip
    whole = {name: folded(text) for name, text in fields.items()}
    total = 0
    for word in wanted:
        best = max((WEIGHTS[name] for name, text in whole.items() if word in text), default=0)
        if not best:
            return 0
        total += best
    return total


def folded(words: str) -> str:
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
