"""Conditions that no facts can satisfy: two tests of one fact that contradict each other."""

import datetime as dt
from collections.abc import Iterator, Sequence

from waystation.core.conditions import All, Compare, Condition, Has, Leaf, Node, Not, OneOf, Presume
from waystation.core.knowledge import Knowledge
from waystation.core.meaning import COMPARE
from waystation.errors import Key
from waystation.registry.remarks import Found, found


def impossible_conditions(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Every condition of the knowledge that can never hold, with the fact that contradicts itself."""
    for record, path, condition in conditions_of(knowledge):
        fact = contradiction(condition.node)
        if fact is not None:
            yield found(record, path, "check.never-holds", fact=fact)


def conditions_of(knowledge: Knowledge) -> Iterator[tuple[str, tuple[Key, ...], Condition]]:
    """Every condition, with the record and the field it stands in."""
    for practice in knowledge.practices.values():
        yield practice.id, ("who",), practice.who
        for at, one in enumerate(practice.unless):
            yield practice.id, ("unless", at), one
        for at, version in enumerate(practice.versions):
            yield practice.id, ("versions", at, "when"), version.when
    for danger in knowledge.dangers.values():
        for at, level in enumerate(danger.levels):
            yield danger.id, ("levels", at, "when"), level.when


def contradiction(node: Node) -> str | None:
    """The fact that leaves joined by *and* ask for two things at once; None if none is seen."""
    leaves = list(_joined(node))
    facts = dict.fromkeys(leaf.fact for leaf, _ in leaves)
    for fact in facts:
        tests = [(leaf.test, negated) for leaf, negated in leaves if leaf.fact == fact]
        if _contradicts(tests):
            return fact
    return None


def _joined(node: Node) -> Iterator[tuple[Leaf, bool]]:
    """Leaves that must all hold (or, with True, must not)."""
    match node:
        case Leaf():
            yield node, False
        case All(parts):
            for part in parts:
                yield from _joined(part)
        case Presume(_, part):
            yield from _joined(part)
        case Not(Leaf() as leaf):
            yield leaf, True


def _contradicts(tests: Sequence[tuple[object, bool]]) -> bool:
    allowed: frozenset[object] | None = None
    barred: set[object] = set()
    wanted, unwanted = set[str](), set[str]()
    bounds: list[Compare] = []
    for test, negated in tests:
        if isinstance(test, OneOf):
            if test.negated == negated:
                allowed = test.values if allowed is None else allowed & test.values
            else:
                barred |= test.values
        elif isinstance(test, Has) and not negated:
            (unwanted if test.how == "none" else wanted).update(test.values if test.how != "any" else ())
        elif isinstance(test, Compare) and not negated and not test.ranks:
            bounds.append(test)
    return bool((allowed is not None and not allowed - barred) or wanted & unwanted or _empty(bounds))


def _empty(bounds: Sequence[Compare]) -> bool:
    """Whether a lower bound lies above an upper one. Only plain numbers and days are looked at."""
    lower = [
        one for one in bounds if one.how in ("at_least", "above") and isinstance(one.than, (int, float, dt.date))
    ]
    upper = [
        one for one in bounds if one.how in ("at_most", "below") and isinstance(one.than, (int, float, dt.date))
    ]
    return any(
        not (COMPARE[low.how](high.than, low.than) and COMPARE[high.how](low.than, high.than))
        for low in lower
        for high in upper
    )
