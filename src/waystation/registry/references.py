"""Ids that one record names and no record has."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from waystation.core.conditions import Condition, Has, Leaf, Parameter, walk
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Decision, Practice, Shields
from waystation.errors import Key
from waystation.registry.remarks import Found, found


def unknown_references(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Every id named somewhere must exist; every practice says who may check it."""
    for practice in knowledge.practices.values():
        yield from _practice(practice, knowledge)
    for danger in knowledge.dangers.values():
        yield from _missing(danger.id, ("answered_by",), danger.answered_by, knowledge.remedies, "remedy")
        for at, level in enumerate(danger.levels):
            yield from _condition(danger.id, ("levels", at, "when"), level.when, knowledge)
    for remedy in knowledge.remedies.values():
        yield from _missing(remedy.id, ("by",), remedy.by, knowledge.bodies, "body")
        named = (remedy.practice,) if remedy.practice else ()
        yield from _missing(remedy.id, ("practice",), named, knowledge.practices, "practice")
    for place in knowledge.places.values():
        for at, mission in enumerate(place.missions):
            path: tuple[Key, ...] = ("missions", at)
            yield from _missing(place.id, (*path, "takes"), mission.takes or (), knowledge.practices, "practice")
            bodies = (mission.body,) if mission.body else ()
            yield from _missing(place.id, (*path, "body"), bodies, knowledge.bodies, "body")
            yield from _condition(place.id, (*path, "from_whom"), mission.from_whom, knowledge)
    for record in knowledge.records():
        if record.audience == "cohort":
            yield found(record.id, ("audience",), "check.cohort-in-public")


def _practice(one: Practice, knowledge: Knowledge) -> Iterator[Found]:
    if not one.by:
        yield found(one.id, ("by",), "check.nobody-to-ask")
    if one.irreversible and not one.warning:
        yield found(one.id, ("irreversible",), "check.no-warning")
    if (one.kind == "ban") != (one.forbids is not None):
        yield found(one.id, ("kind",), "check.ban-forbids")
    yield from _missing(one.id, ("by",), one.by, knowledge.bodies, "body")
    yield from _missing(one.id, ("leads_to",), one.leads_to, knowledge.practices, "practice")
    excluded = [other.practice for other in one.excludes if other.practice]
    yield from _missing(one.id, ("excludes",), excluded, knowledge.practices, "practice")
    for at, exposure in enumerate(one.exposes):
        yield from _missing(one.id, ("exposes", at, "raises"), exposure.raises, knowledge.dangers, "danger")
    for at, effect in enumerate(one.gives):
        if isinstance(effect.it, Shields):
            yield from _missing(
                one.id, ("gives", at, "shields"), effect.it.from_, knowledge.dangers, "danger", fault=False
            )
    yield from _condition(one.id, ("who",), one.who, knowledge)
    for at, exception in enumerate(one.unless):
        yield from _condition(one.id, ("unless", at), exception, knowledge)


def _missing(
    record: str,
    path: tuple[Key, ...],
    named: Iterable[str],
    known: Mapping[str, object],
    kind: str,
    *,
    fault: bool = True,
) -> Iterator[Found]:
    for id in named:
        if id not in known:
            yield found(record, path, f"check.no-{kind}", fault=fault, asked=id)


def _condition(record: str, path: tuple[Key, ...], condition: Condition, knowledge: Knowledge) -> Iterator[Found]:
    given = {
        one.name
        for practice in knowledge.practices.values()
        for one in practice.effects(Decision)
        if isinstance(one, Decision)
    }
    known: dict[str, Mapping[str, object] | set[str]] = {
        "decisions": given, "done": knowledge.practices, "shares_agreement": knowledge.agreements,
    }  # fmt: skip
    for node in walk(condition.node):
        if not isinstance(node, Leaf):
            continue
        if node.fact in known and isinstance(node.test, Has):
            for id in sorted(node.test.values):
                if id not in known[node.fact]:
                    yield found(record, path, "check.no-such-value", fact=node.fact, asked=id)
        than = getattr(node.test, "than", None)
        if isinstance(than, Parameter) and than.name not in knowledge.parameters:
            yield found(record, path, "check.no-parameter", asked=than.name)
