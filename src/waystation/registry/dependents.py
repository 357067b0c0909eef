"""What hangs on a record: others that name it, or ask for a decision or a status that it gives."""

from collections.abc import Iterator, Mapping

from waystation.core.conditions import Condition
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Decision, Status
from waystation.core.records import Record
from waystation.registry.parts import parts, tests_of
from waystation.registry.references import NAMED, TESTED

GIVEN = ("decision", "status")


def dependents(record: Record, knowledge: Knowledge) -> tuple[Record, ...]:
    """Records that would have to be looked at if this one changed, in order of kind and id."""
    names: Mapping[str, tuple[Record, ...]] = knowledge.once("named", lambda: _index(knowledge))
    given = (part.name for _, part in parts(record) if isinstance(part, (Decision, Status)) and part.name)
    found = {one.id: one for name in (record.id, *given) for one in names.get(name, ()) if one.id != record.id}
    return tuple(found.values())


def _index(knowledge: Knowledge) -> dict[str, tuple[Record, ...]]:
    """Id, or name of a decision or status → the records that name it."""
    found: dict[str, dict[str, Record]] = {}
    for record in knowledge.records():
        for name in _names(record):
            found.setdefault(name, {})[record.id] = record
    return {name: tuple(records.values()) for name, records in found.items()}


def _names(record: Record) -> Iterator[str]:
    for _, part in parts(record):
        if isinstance(part, Condition):
            yield from _tested(part)
            continue
        for kind, field in NAMED:
            if isinstance(part, kind):
                value = getattr(part, field)
                yield from value if isinstance(value, tuple) else (value,) if value else ()


def _tested(condition: Condition) -> Iterator[str]:
    for _, fact, tests in tests_of(condition):
        if TESTED.get(fact) or TESTED.get(fact.rpartition(".")[2]):
            for value in tests.values():
                yield from (str(one) for one in (value if isinstance(value, list) else (value,)))
