"""Days that cannot both be right, and records nobody looked at for too long."""

import datetime as dt
from collections.abc import Iterator

from waystation.core.knowledge import Knowledge
from waystation.core.records import Record
from waystation.core.sources import Source
from waystation.core.world import Agreement, Incident
from waystation.registry.parts import Path
from waystation.registry.remarks import Found, found


def contradictory_dates(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Dates of a record and its sources that cannot both be right."""
    for record in knowledge.records():
        valid = record.valid
        if valid.from_ and valid.until and valid.from_ > valid.until:
            yield found(record, ("valid",), "check.ends-before-it-begins")
        for name, source in record.sources.items():
            yield from _source(record, ("sources", name), source, day)
        for name in _published_before(record, record.public_since):
            yield found(record, ("public_since",), "check.public-after-source", fault=False, asked=name)
        if isinstance(record, Incident):
            yield from _incident(record, day)
        if isinstance(record, Agreement):
            yield from _parties(record)


def _source(record: Record, path: Path, source: Source, day: dt.date) -> Iterator[Found]:
    if source.checked > day:
        yield found(record, (*path, "checked"), "check.in-the-future", fault=False)
    if source.published is None:
        return
    first = first_day(source.published)
    if first is None:
        yield found(record, (*path, "published"), "check.no-date", asked=source.published)
    elif first > source.checked:
        yield found(record, (*path, "published"), "check.published-after-checked")


def _published_before(record: Record, day: dt.date | None) -> list[str]:
    """Sources whose exact day of publication lies before `day`."""
    dated = [(name, str(one.published)) for name, one in record.sources.items() if one.published is not None]
    return [name for name, date in dated if day and len(date) == len("2026-01-01") and date < day.isoformat()]


def first_day(date: str | int) -> dt.date | None:
    """The earliest day a date can mean: 2025 → 1 January, 2025-02 → 1 February. None: it is no date."""
    try:
        year, month, day = (*(int(part) for part in str(date).split("-")), 1, 1)[:3]
        return dt.date(year, month, day)
    except ValueError:
        return None


def _incident(record: Incident, day: dt.date) -> Iterator[Found]:
    first = first_day(record.day)
    if first is None:
        yield found(record, ("day",), "check.no-date", asked=record.day)
    elif first > day:
        yield found(record, ("day",), "check.in-the-future")


def _parties(record: Agreement) -> Iterator[Found]:
    for at, party in enumerate(record.parties):
        if party.from_ and party.until and party.from_ > party.until:
            yield found(record, ("parties", at), "check.ends-before-it-begins")


def state_and_dates(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A state that the dates of the same record speak against."""
    for record in knowledge.records():
        until, begins = record.valid.until, record.valid.from_
        if record.state == "active" and until and until < day and record.valid.renewal == "none":
            yield found(record, ("state",), "check.active-but-over", fault=False)
        if record.state == "announced" and begins and begins <= day:
            yield found(record, ("state",), "check.announced-but-begun", fault=False)


def overdue(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Records nobody looked at for longer than they should."""
    for record in knowledge.records():
        checked = record.last_checked()
        late = (day - checked).days - record.check_every if checked else 0
        if late > 0:
            yield found(record, ("check_every",), "check.overdue", fault=False, n=late)
