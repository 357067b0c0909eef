"""Whether any facts satisfy a condition: each way to satisfy it is tried, fact by fact, on a few telling values.

What the law leaves open (`silent`, not confirmed), clocks and weighed stays count as satisfiable.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product

from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Count,
    Has,
    Leaf,
    Node,
    Not,
    OneOf,
    Parameter,
    Presume,
    Quantified,
    Shift,
)  # fmt: skip
from waystation.core.facts import FactType, FieldType, Known, Scalar
from waystation.core.meaning import operand, test
from waystation.core.truth import YES

Kinds = Mapping[str, FactType | FieldType]
Literal = tuple[Node, bool]
"""A leaf or a test of a list, and whether it must not hold."""
Way = tuple[Literal, ...]

SOME_DAY = dt.date(2000, 1, 1)
"""Stands for the day from which days are counted; which day it is makes no difference."""
ELSE = "\x00"
"""Stands for a value that no condition names."""
MOST_WAYS = 5_000
"""Beyond that a condition is taken as satisfiable. None of ours comes near."""


def contradiction(node: Node, kinds: Kinds) -> tuple[Node, ...] | None:
    """The tests that cannot hold together, if no facts satisfy the node; None if some do."""
    blamed: tuple[Node, ...] | None = None
    for count, way in enumerate(ways(node, negated=False)):
        if count >= MOST_WAYS:
            return None
        found = _clash(way, kinds)
        if found is None:
            return None
        blamed = blamed or found
    return blamed or (node,)


def ways(node: Node, *, negated: bool) -> Iterator[Way]:
    """Every way to satisfy (or, negated, to fail) a node: literals that must hold together."""
    match node:
        case Not(part):
            yield from ways(part, negated=not negated)
        case Presume(_, part):
            yield from ways(part, negated=negated)
        case All(parts) | AnyOf(parts):
            together = isinstance(node, All) != negated
            yield from _together(parts, negated) if together else _either(parts, negated)
        case AtLeast(count, parts):
            needed = len(parts) - count + 1 if negated else count
            yield from _some_of(parts, needed, negated)
        case _:
            yield ((node, negated),)


def _together(parts: Iterable[Node], negated: bool) -> Iterator[Way]:
    each = [list(islice(ways(part, negated=negated), MOST_WAYS + 1)) for part in parts]
    for chosen in product(*each):
        yield tuple(literal for way in chosen for literal in way)


def _either(parts: Iterable[Node], negated: bool) -> Iterator[Way]:
    for part in parts:
        yield from ways(part, negated=negated)


def _some_of(parts: tuple[Node, ...], needed: int, negated: bool) -> Iterator[Way]:
    """Each choice of `needed` parts."""
    if needed <= 0:
        yield ()
    elif len(parts) >= needed:
        for way in ways(parts[0], negated=negated):
            for rest in _some_of(parts[1:], needed - 1, negated):
                yield (*way, *rest)
        yield from _some_of(parts[1:], needed, negated)


def _clash(way: Way, kinds: Kinds) -> tuple[Node, ...] | None:
    """Literals of one way that cannot hold together."""
    by_fact: dict[str, list[tuple[Leaf, bool]]] = {}
    for node, negated in way:
        if isinstance(node, Leaf) and not node.unconfirmed:
            by_fact.setdefault(node.fact, []).append((node, negated))
    for fact, literals in by_fact.items():
        if not _fits(literals, kinds.get(fact)):
            return _fewest(literals, kinds.get(fact))
    return _clash_in_lists(way, kinds)


def _fewest(literals: list[tuple[Leaf, bool]], kind: FactType | FieldType | None) -> tuple[Node, ...]:
    """One or two of the tests that already cannot hold together, or all of them."""
    for one in literals:
        if not _fits([one], kind):
            return (_shown(one),)
    for at, one in enumerate(literals):
        for other in literals[at + 1 :]:
            if not _fits([one, other], kind):
                return _shown(one), _shown(other)
    return tuple(_shown(one) for one in literals)


def _shown(literal: Literal) -> Node:
    return Not(literal[0]) if literal[1] else literal[0]


def _clash_in_lists(way: Way, kinds: Kinds) -> tuple[Node, ...] | None:
    """A thing that must be in a list, and that every thing in the list must not be."""
    wanted = [one for one in way if _wants_a_thing(one)]
    limits = [one for one in way if not _wants_a_thing(one)]
    for node, negated in wanted:
        assert isinstance(node, (Quantified, Count))
        fields = getattr(kinds.get(node.of), "fields", None) or kinds
        thing = Not(node.where) if negated else node.where
        every = [one for one in limits if isinstance(one[0], Quantified) and one[0].of == node.of]
        if contradiction(All((thing, *(_each(one) for one in every))), fields) is not None:
            return _shown((node, negated)), *(_shown(one) for one in every)
    return None


def _wants_a_thing(literal: Literal) -> bool:
    """Whether it holds only if some thing is in the list."""
    node, negated = literal
    if isinstance(node, Quantified):
        return (node.how == "some") != negated
    return isinstance(node, Count) and node.how == "at_least" and node.limit > 0 and not negated


def _each(limit: Literal) -> Node:
    """What a limit on a list says of each thing: `every` its condition, `not some` its opposite."""
    node, negated = limit
    assert isinstance(node, Quantified)
    return Not(node.where) if negated else node.where


def _fits(literals: list[tuple[Leaf, bool]], kind: FactType | FieldType | None) -> bool:
    """Whether any value of the fact passes all these tests."""
    if kind is None or any(_unplaced(leaf, literals) for leaf, _ in literals):
        return True
    if kind.type in ("countries", "set"):
        return _set_fits(literals)
    return any(
        all(_holds(leaf, value) != negated for leaf, negated in literals) for value in _values(literals, kind)
    )


def _unplaced(leaf: Leaf, literals: list[tuple[Leaf, bool]]) -> bool:
    """Whether what it compares with cannot be set beside what the others compare with."""
    than = _than(leaf)
    if isinstance(than, Parameter):
        return True
    bases = {other.base if isinstance(other := _than(one), Shift) else "" for one, _ in literals}
    return isinstance(than, Shift) and bases != {than.base}


def _than(leaf: Leaf) -> object:
    return leaf.test.than if isinstance(leaf.test, Compare) else None


def _holds(leaf: Leaf, value: Known) -> bool:
    return test(leaf.test, value, _worked_out(leaf)) is YES


def _worked_out(leaf: Leaf) -> Known | None:
    """The number or day that a leaf compares with."""
    than = leaf.test.than if isinstance(leaf.test, Compare) else None
    return operand(than, {than.base: SOME_DAY} if isinstance(than, Shift) else {})


def _values(literals: list[tuple[Leaf, bool]], kind: FactType | FieldType) -> Iterator[Scalar]:
    """Values that the tests tell apart: those named, one beside each, one that nothing names."""
    if kind.type == "bool":
        yield from (True, False)
        return
    if kind.options:
        yield from kind.options
        return
    tests = [leaf.test for leaf, _ in literals]
    named = {value for one in tests if isinstance(one, OneOf) for value in one.values}
    points = [_worked_out(leaf) for leaf, _ in literals]
    named |= {point for point in points if isinstance(point, (int, float, dt.date))}
    yield from named
    for one in named:
        yield from _beside(one)
    if not named or all(isinstance(one, str) for one in named):
        yield ELSE


def _beside(one: Scalar) -> Iterator[Scalar]:
    """The values just below and above. Between two numbers that follow each other nothing of ours lies."""
    if isinstance(one, dt.date):
        yield from (one - dt.timedelta(days=1), one + dt.timedelta(days=1))
    elif isinstance(one, (int, float)):
        yield from (one - 1, one - 0.5, one + 0.5, one + 1)


def _set_fits(literals: list[tuple[Leaf, bool]]) -> bool:
    """Whether a set can have all it must, nothing it must not, and one of each choice."""
    must, must_not = set[str](), set[str]()
    choices: list[frozenset[str]] = []
    missing: list[frozenset[str]] = []
    for leaf, negated in literals:
        assert isinstance(leaf.test, Has)
        how, values = leaf.test.how, leaf.test.values
        if how == "all":
            must.update(() if negated else values)
            missing.extend([values] if negated else [])
        elif (how == "any") != negated:
            choices.append(values)
        else:
            must_not.update(values)
    if must & must_not or any(values <= must for values in missing):
        return False
    return all(values - must_not for values in choices)
