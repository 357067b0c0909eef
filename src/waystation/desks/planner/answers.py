"""What an answer to a question can mean: a few values of a fact that make a difference to some condition."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
    Count,
    Has,
    Leaf,
    Node,
    Not,
    OneOf,
    Presume,
    Quantified,
    Shift,
    walk,
)  # fmt: skip
from waystation.core.facts import FactType, FieldType, Known, Listing, Members, Scalar, View

Kinds = Mapping[str, FactType | FieldType]
OTHER = "\x00"
"""Stands for "none of the values that any condition names"."""


def answers(fact: str, kind: FactType | FieldType, nodes: Iterable[Node], view: View) -> list[Known]:
    """One value for each class of answers that the conditions tell apart."""
    wholes = list(nodes)
    return answers_to(
        [test for node in wholes for test in tests_in(walk(node)).get(fact, ())], fact, kind, wholes, view
    )


def tests_in(nodes: Iterable[Node]) -> dict[str, list[OneOf | Compare | Has]]:
    """The tests of each fact among these nodes."""
    found: dict[str, list[OneOf | Compare | Has]] = {}
    for one in nodes:
        if isinstance(one, Leaf):
            found.setdefault(one.fact, []).append(one.test)
    return found


def answers_to(
    tests: Sequence[OneOf | Compare | Has],
    fact: str,
    kind: FactType | FieldType,
    nodes: Iterable[Node],
    view: View,
) -> list[Known]:
    """The same where the tests of the fact are known already."""
    if kind.type == "list":
        return list(_lists(fact, nodes, view))
    if kind.type in ("countries", "set"):
        named = sorted({value for test in tests if isinstance(test, Has) for value in test.values})
        ones = [Members(frozenset({value}), complete=True) for value in named]
        return [Members(complete=True), *ones]
    if kind.type == "bool":
        return [True, False]
    if kind.type in ("number", "money", "date", "ordered"):
        return list(_ordered(kind, tests, view))
    named_values = sorted({str(value) for test in tests if isinstance(test, OneOf) for value in test.values})
    others = [option for option in kind.options if option not in named_values][:1] or [OTHER]
    return [*named_values, *others]


def _ordered(kind: FactType | FieldType, tests: Sequence[object], view: View) -> Iterator[Known]:
    """A value at, above and below every threshold."""
    if kind.type == "ordered":
        yield from kind.options
        return
    points: set[Scalar] = set()
    for test in tests:
        if isinstance(test, Compare):
            points |= set(_point(test, view))
        elif isinstance(test, OneOf):
            points |= test.values
    for point in sorted(points, key=str):
        yield point
        yield from _beside(point)


def _beside(point: Scalar) -> tuple[Scalar, ...]:
    """The values just below and just above."""
    if isinstance(point, dt.date):
        return point - dt.timedelta(days=1), point + dt.timedelta(days=1)
    return (point - 1, point + 1) if isinstance(point, (int, float)) else ()


def _point(test: Compare, view: View) -> Iterator[Scalar]:
    than = test.than
    if isinstance(than, Shift):
        base = view.get(than.base)
        if isinstance(base, dt.date):
            yield than.length.before(base) if than.back else than.length.after(base)
    elif isinstance(than, (int, float, dt.date)):
        yield than


def _lists(fact: str, nodes: Iterable[Node], view: View) -> Iterator[Known]:
    """An empty list, and for each condition on the list one with a single thing that satisfies it."""
    yield Listing(complete=True)
    seen = set()
    for whole in nodes:
        for node in walk(whole):
            if isinstance(node, (Quantified, Count)) and node.of == fact and node.where not in seen:
                seen.add(node.where)
                yield Listing((witness(node.where, view),), complete=True)


def witness(node: Node, view: View) -> dict[str, Known]:
    """Facts of one thing that satisfy the condition, as far as plain leaves go. To be verified by judging."""
    match node:
        case Leaf(fact, test):
            return _fact(fact, _satisfying(test, view))
        case Not(Leaf(fact, test)):
            return _fact(fact, _failing(test))
        case Quantified(how="some", of=of, where=where):
            return {of: Listing((witness(where, view),), complete=True)}
        case Clock(start=start):
            return _fact(start, view.get("today"))
    found: dict[str, Known] = {}
    for part in _chosen(node):
        found |= witness(part, view)
    return found


def _chosen(node: Node) -> tuple[Node, ...]:
    """The parts that are enough to satisfy the node."""
    match node:
        case All(parts):
            return parts
        case AnyOf(parts):
            return parts[:1]
        case AtLeast(count, parts):
            return parts[:count]
        case Presume(_, part):
            return (part,)
    return ()


def _fact(name: str, value: Known | None) -> dict[str, Known]:
    return {} if value is None else {name: value}


def _satisfying(test: object, view: View) -> Known | None:
    if isinstance(test, OneOf):
        return None if test.negated else min(test.values, key=str)
    if isinstance(test, Has):
        return Members(complete=True) if test.how == "none" else Members(test.values, complete=True)
    point = next(_point(test, view), None) if isinstance(test, Compare) else None
    if point is None or not isinstance(test, Compare):
        return None
    below_above = _beside(point)
    if not below_above or test.how in ("at_least", "at_most"):
        return point
    return below_above[test.how == "above"]


def _failing(test: object) -> Known | None:
    if isinstance(test, OneOf) and test.values <= {True, False}:
        return test.negated == (True in test.values)
    if isinstance(test, Has) and test.how == "any":
        return Members(complete=True)
    return None
