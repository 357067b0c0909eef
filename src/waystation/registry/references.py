"""Ids that one record names and no record has: in fields, and in what conditions test."""

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct

from waystation.core.conditions import Condition
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.places import Mission, Place
from waystation.core.practices import (
    Cover,
    Decision,
    Exclusion,
    Exposure,
    Practice,
    Quota,
    Shields,
    Status,
)  # fmt: skip
from waystation.core.sources import Source
from waystation.core.world import Danger, Door, Remedy
from waystation.registry.parts import Path, parts, tests_of
from waystation.registry.remarks import Found, everything, found

NAMED: dict[tuple[type[Struct], str], str] = {
    (Practice, "by"): "body", (Practice, "leads_to"): "practice", (Exclusion, "practice"): "practice",
    (Exclusion, "decision"): "decision", (Exposure, "raises"): "danger", (Shields, "from_"): "danger",
    (Decision, "by"): "body", (Cover, "by"): "body", (Quota, "holder"): "body",
    (Mission, "body"): "body", (Mission, "takes"): "practice", (Mission, "refuses"): "practice",
    (Place, "zone"): "place", (Danger, "answered_by"): "remedy", (Remedy, "by"): "body",
    (Remedy, "practice"): "practice", (FactType, "worked_out_from"): "fact", (Source, "publisher"): "publisher",
    (Door, "asks"): "fact", (Door, "needs"): "need", (Door, "dangers"): "danger", (Door, "remedies"): "remedy",
}  # fmt: skip
"""Field → what its ids are ids of."""
TESTED = {
    "decisions": "decision", "done": "practice", "shares_agreement": "agreement", "nominators": "body",
    "statuses.name": "status",
}  # fmt: skip
"""Fact whose values are ids → what they are ids of."""


def unknown_references(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Every id named somewhere must exist."""
    known = known_ids(knowledge)
    for what in everything(knowledge):
        for path, part in parts(what):
            if isinstance(part, Condition):
                yield from _in_condition(what, path, part, known)
            else:
                yield from _in_fields(what, path, part, known)


def known_ids(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """All ids of each kind; decisions and names of statuses are those that some practice gives."""
    kinds: dict[str, Mapping[str, object]] = {
        "body": knowledge.bodies, "practice": knowledge.practices, "danger": knowledge.dangers,
        "remedy": knowledge.remedies, "agreement": knowledge.agreements, "place": knowledge.places,
        "publisher": knowledge.publishers, "parameter": knowledge.parameters, "fact": knowledge.facts,
        "need": knowledge.needs,
    }  # fmt: skip
    given = [part for one in knowledge.practices.values() for _, part in parts(one)]
    return {
        **{kind: frozenset(ids) for kind, ids in kinds.items()},
        "decision": frozenset(one.name for one in given if isinstance(one, Decision)),
        "status": frozenset(one.name for one in given if isinstance(one, Status)),
    }


def _in_fields(what: Struct, path: Path, part: Struct, known: Mapping[str, frozenset[str]]) -> Iterator[Found]:
    for (kind, name), of in NAMED.items():
        if not isinstance(part, kind):
            continue
        value = getattr(part, name)
        many = isinstance(value, tuple)
        for place, id in enumerate(value if many else (value,)):
            if id is not None and id not in known[of]:
                key = name.removesuffix("_")
                at = (*path, key, place) if many else (*path, key)
                yield found(what, at, f"check.no-{of}", asked=id)


def _in_condition(
    what: Struct, path: Path, condition: Condition, known: Mapping[str, frozenset[str]]
) -> Iterator[Found]:
    for inside, fact, tests in tests_of(condition):
        of = TESTED.get(fact) or TESTED.get(fact.rpartition(".")[2])
        for operator, value in tests.items():
            at = (*path, *inside)
            if isinstance(value, Mapping) and "param" in value and value["param"] not in known["parameter"]:
                yield found(what, at, "check.no-parameter", asked=value["param"])
            if of is None or operator in ("source", "unconfirmed"):
                continue
            for id in value if isinstance(value, list) else (value,):
                if id not in known[of]:
                    yield found(what, at, "check.no-such-value", fact=fact, asked=id)
