"""What must be looked at again, worst first: what lapsed, then what waited longest for its term."""

import datetime as dt

from waystation.core.cards import Due
from waystation.core.knowledge import Knowledge
from waystation.core.records import Record


def due(knowledge: Knowledge, day: dt.date, within: int = 0) -> list[Due]:
    """Records whose term has passed on `day`, or passes `within` days. An ended one is not looked at again."""
    last = day + dt.timedelta(days=within)
    found = [one for record in knowledge.records() if (one := _due(record, day, last)) is not None]
    return sorted(found, key=lambda one: (not one.lapsed, -one.terms, one.id))


def _due(record: Record, day: dt.date, last: dt.date) -> Due | None:
    checked = record.last_checked()
    if checked is None or record.state == "ended":
        return None
    term = checked + dt.timedelta(days=record.check_every)
    lapsed = record.valid.until is not None and record.valid.until < day and record.valid.renewal != "none"
    if term > last and not lapsed:
        return None
    return Due(
        id=record.id, kind=type(record).__name__.lower(), title=record.title, checked=checked, due=term,
        terms=round((day - checked).days / record.check_every, 2), lapsed=lapsed,
    )  # fmt: skip
