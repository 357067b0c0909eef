"""What is known of each need in each country, how surely, and how long ago it was seen."""

import datetime as dt
from collections.abc import Iterable

from waystation.core.cards import Cell, Coverage
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Document, Practice, Right, Service
from waystation.core.world import Need

SURENESS = ("low", "medium", "high")


def coverage(knowledge: Knowledge, day: dt.date, countries: Iterable[str] = ()) -> Coverage:
    """The table for these countries, or for all that have a practice. Records that say there is nothing count."""
    rows = list(knowledge.needs.values())
    columns = tuple(countries) or tuple(sorted({one.country for one in knowledge.practices.values()}))
    return Coverage(
        day=day, needs=tuple((one.id, one.title) for one in rows), countries=columns,
        cells=tuple(_cell(need, country, knowledge) for need in rows for country in columns),
    )  # fmt: skip


def _cell(need: Need, country: str, knowledge: Knowledge) -> Cell:
    found = [one for one in knowledge.practices.values() if one.country == country and answers(one, need)]
    looks = [day for one in found if (day := one.last_checked())]
    sure = max((knowledge.confidence(one) for one in found), key=SURENESS.index, default="")
    return Cell(
        need=need.id, country=country, records=tuple(sorted(one.id for one in found)), confidence=sure,
        checked=min(looks, default=None),
    )  # fmt: skip


def answers(practice: Practice, need: Need) -> bool:
    """Whether a practice answers a need: by its sub-area, or by what it gives."""
    return practice.sub_area in need.sub_areas or any(_gives(effect.it, need) for effect in practice.gives)


def _gives(effect: object, need: Need) -> bool:
    match effect:
        case Right(to=to):
            return to in need.rights
        case Service(name=name):
            return name in need.services
        case Document():
            return need.documents
    return False
