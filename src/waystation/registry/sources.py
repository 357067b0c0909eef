"""Sources: named and defined, behind every number, not contradicting themselves, not too old."""

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from waystation.core.conditions import Leaf, walk
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Length
from waystation.core.places import Place
from waystation.core.practices import Document, Grant, Practice, Status
from waystation.core.records import Record
from waystation.core.sources import last_day
from waystation.core.world import Danger
from waystation.errors import Key
from waystation.registry.remarks import Found, found

Cited = tuple[tuple[Key, ...], str | None, tuple[float, ...]]
"""Where a statement stands, the source it names, and the numbers in it."""
NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def statements(record: Record) -> Iterator[Cited]:
    """Every part of a record that may name a source, with its numbers."""
    if isinstance(record, Practice):
        yield from _of_practice(record)
    if isinstance(record, Place):
        for at, rule in enumerate(record.entry):
            length = rule.stay.length if rule.stay else None
            yield ("entry", at), rule.source, _numbers(length)
        for at, mission in enumerate(record.missions):
            yield ("missions", at), mission.source, ()
        for at, leaving in enumerate(record.exit):
            yield ("exit", at), leaving.source, ()
    if isinstance(record, Danger):
        for at, level in enumerate(record.levels):
            yield ("levels", at), level.source, ()


def _of_practice(one: Practice) -> Iterator[Cited]:
    span = one.takes
    yield ("takes",), span.source, tuple(float(it) for it in (span.low, span.typical, span.high) if it is not None)
    for at, cost in enumerate(one.costs):
        yield ("costs", at), cost.source, () if cost.amount is None else (cost.amount,)
    if one.quota is not None:
        yield ("quota",), one.quota.source, () if one.quota.amount is None else (float(one.quota.amount),)
    for at, effect in enumerate(one.gives):
        it = effect.it
        length = it.length if isinstance(it, (Status, Document)) else None
        numbers = _numbers(length) or ((it.amount,) if isinstance(it, Grant) and it.amount is not None else ())
        yield ("gives", at), it.source, numbers
    for at, spot in enumerate(one.where):
        yield ("where", at), spot.source, ()
    for at, need in enumerate(one.needs):
        yield ("needs", at), need.source, ()
    for node in walk(one.who.node):
        if isinstance(node, Leaf):
            yield ("who",), node.source, ()


def _numbers(length: object) -> tuple[float, ...]:
    if not isinstance(length, Length):
        return ()
    return tuple(float(it) for it in (length.days, length.months, length.years) if it)


def missing_sources(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Records without any source, sources that are named and not there, publishers nobody knows."""
    for record in knowledge.records():
        if not record.sources:
            yield found(record.id, (), "check.no-source")
        for path, source, _ in statements(record):
            if source is not None and source not in record.sources:
                yield found(record.id, (*path, "source"), "check.source-not-there", asked=source)
        for name, one in record.sources.items():
            publisher = knowledge.publishers.get(one.publisher)
            path = ("sources", name)
            if publisher is None:
                yield found(record.id, (*path, "publisher"), "check.no-publisher", asked=one.publisher)
            elif one.url and publisher.hosts and not _at(one.url, publisher.hosts):
                yield found(record.id, (*path, "url"), "check.other-host", fault=False, publisher=publisher.id)


def _at(url: str, hosts: tuple[str, ...]) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == one or host.endswith(f".{one}") for one in hosts)


def numbers_without_source(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A number must name the source it stands in."""
    for record in knowledge.records():
        for path, source, numbers in statements(record):
            if numbers and source is None:
                yield found(record.id, path, "check.number-no-source")


def numbers_not_in_words(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A number that does not stand in the words of its source, in digits or as a word: look again."""
    for record in knowledge.records():
        for path, source, numbers in statements(record):
            said = record.sources.get(source or "")
            for number in numbers if said else ():
                if said is not None and number and not _stands_in(number, said.says):
                    yield found(record.id, path, "check.number-not-said", fault=False, number=_shown(number))


def _stands_in(number: float, words: str) -> bool:
    digits = _shown(number)
    plain = re.sub(r"(?<=\d)[ .,\u00a0](?=\d{3}\b)", "", words)
    if re.search(rf"(?<!\d){re.escape(digits)}(?!\d)", plain):
        return True
    named = NUMBERS[int(number)] if number == int(number) and number < len(NUMBERS) else ""
    return (
        bool(named)
        and re.search(rf"\b({named}|{'a|an|annual|yearly' if number == 1 else named})\b", words, re.IGNORECASE)
        is not None
    )


def _shown(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def contradictory_dates(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Dates that cannot both be right."""
    for record in knowledge.records():
        valid = record.valid
        if valid.from_ and valid.until and valid.from_ > valid.until:
            yield found(record.id, ("valid",), "check.ends-before-it-begins")
        for name, source in record.sources.items():
            path = ("sources", name, "published")
            try:
                published = last_day(source.published)
            except ValueError:
                yield found(record.id, path, "check.no-date", asked=source.published)
                continue
            year_only = len(str(source.published)) < len("2026-01-01")
            if published and published > source.checked and not year_only:
                yield found(record.id, path, "check.published-after-checked")


def overdue(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Records nobody looked at for longer than they should."""
    for record in knowledge.records():
        checked = record.last_checked()
        late = (day - checked).days - record.check_every if checked else 0
        if late > 0:
            yield found(record.id, ("check_every",), "check.overdue", fault=False, n=late)
