"""Conditions that no facts can satisfy, and practices that nobody can ask for."""

import datetime as dt
from collections.abc import Iterator

from waystation.core.conditions import All, Condition, Leaf, Node, Not, OneOf
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Practice, Spotting, Version
from waystation.core.texts import Text, text
from waystation.core.wording import condition_text
from waystation.registry.parts import parts
from waystation.registry.remarks import Found, found
from waystation.registry.satisfy import contradiction


def impossible_conditions(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Every condition of the knowledge that can never hold, with the tests that contradict each other."""
    for record in knowledge.records():
        for path, part in parts(record):
            if isinstance(part, Condition):
                clash = contradiction(part.node, knowledge.facts)
                if clash is not None:
                    yield found(record, path, "check.never-holds", tests=_tests(clash, knowledge))


def practices_out_of_reach(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Practices whose conditions contradict every place of application, and versions that no applicant meets."""
    for practice in knowledge.practices.values():
        who = practice.who.node
        if contradiction(who, knowledge.facts) is not None:
            continue
        there = [_there(spot, practice, knowledge) for spot in practice.where]
        clashes = [contradiction(All((who, node)), knowledge.facts) for node in there]
        if clashes and all(clash is not None for clash in clashes):
            tests = _tests(clashes[0] or (), knowledge)
            yield found(practice, ("where",), "check.never-asked", tests=tests)
        yield from _versions(practice, knowledge)


def _versions(practice: Practice, knowledge: Knowledge) -> Iterator[Found]:
    for at, version in enumerate(practice.versions):
        clash = _with(version, practice, knowledge)
        if clash is not None:
            path = ("versions", at, "when")
            yield found(practice, path, "check.never-holds", tests=_tests(clash, knowledge))


def _with(version: Version, practice: Practice, knowledge: Knowledge) -> tuple[Node, ...] | None:
    """A version's condition against those of the practice itself."""
    if contradiction(version.when.node, knowledge.facts) is not None:
        return None  # told already
    return contradiction(All((practice.who.node, version.when.node)), knowledge.facts)


def _there(spot: Spotting, practice: Practice, knowledge: Knowledge) -> Node:
    """Where one stands when one asks at this spot, as far as the spot says."""
    node: Node = spot.standing_in.node
    if practice.country not in {place.country for place in knowledge.places.values()}:
        return node  # an area, or everywhere
    here = Leaf("here", OneOf(frozenset({practice.country})))
    if spot.at == "inside":
        return All((node, here))
    return All((node, Not(here))) if spot.at == "mission" else node


def _tests(clash: tuple[Node, ...], knowledge: Knowledge) -> Text:
    """The tests as one reads them."""
    return text("check.tests", tests=tuple(condition_text(node, knowledge.facts) for node in clash))
