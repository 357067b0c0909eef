"""Sources: named and defined, used, published by whom they say."""

import datetime as dt
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from waystation.core.borders import Territory
from waystation.core.conditions import Condition
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.records import Record
from waystation.core.world import ParameterValues
from waystation.registry.parts import Path, parts, tests_of
from waystation.registry.remarks import Found, found

Sourced = Record | ParameterValues | Territory
STEM = 6
"""Letters by which two words count as the same: *apply* and *applying*."""
FEW = 8


def named_sources(record: Sourced) -> Iterator[tuple[Path, str]]:
    """Every name of a source in a record, and the field in which it stands."""
    for path, part in parts(record):
        if isinstance(part, Condition):
            for inside, _, tests in tests_of(part):
                if tests.get("source"):
                    yield (*path, *inside, "source"), str(tests["source"])
        elif getattr(part, "source", None):
            yield (*path, "source"), part.source
    if isinstance(record, Place) and record.members_source:
        yield ("members_source",), record.members_source


def missing_sources(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Records without any source, and sources that are named and not there."""
    for record in knowledge.records():
        if not record.sources:
            yield found(record, (), "check.no-source")
    sourced: list[Sourced] = [
        *knowledge.records(),
        *knowledge.parameters.values(),
        *knowledge.territories.values(),
    ]
    for one in sourced:
        for path, name in named_sources(one):
            if name not in one.sources:
                yield found(one, path, "check.source-not-there", asked=name)


def unused_sources(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A source to which nothing points, and whose words have nothing in common with the words of its record.

    (Others may stand behind the summary and behind what is not confirmed, which name no source.)
    """
    for record in knowledge.records():
        used = {name for _, name in named_sources(record)}
        told = telling(" ".join(_words(record))) if used and used != set(record.sources) else frozenset()
        for name, source in record.sources.items() if told else ():
            if name not in used and not told & telling(source.says):
                yield found(record, ("sources", name), "check.source-not-used", fault=False, asked=name)


def says_little(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A source that carries a statement with a handful of words: they name a topic rather than quote."""
    for record in knowledge.records():
        for name in sorted({name for _, name in named_sources(record)} & record.sources.keys()):
            if len(record.sources[name].says.split()) < FEW:
                yield found(record, ("sources", name, "says"), "check.says-little", fault=False, asked=name)


def telling(words: str) -> frozenset[str]:
    """The beginnings of long words, and numbers: what two texts on one thing have in common."""
    long = (word[:STEM].lower() for word in re.findall(rf"[^\W\d_]{{{STEM - 1},}}", words))
    return frozenset((*long, *re.findall(r"\d+", words)))


def _words(value: object) -> Iterator[str]:
    """Every text in a record but those of its sources."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _words(getattr(value, name) if name != "sources" else None)
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)


def other_hosts(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """An address at a host that its publisher is not known to use."""
    for record in knowledge.records():
        for name, source in record.sources.items():
            publisher = knowledge.publishers.get(source.publisher)
            if publisher and source.url and publisher.hosts and not _at(source.url, publisher.hosts):
                path = ("sources", name, "url")
                yield found(record, path, "check.other-host", fault=False, publisher=publisher.id)


def _at(url: str, hosts: tuple[str, ...]) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == one or host.endswith(f".{one}") for one in hosts)
