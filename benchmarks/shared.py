"""All verdicts on one person at once: each distinct test is judged once, and the truths are joined in bulk.

A truth is a byte: no 00, unknown 01, yes 11. So *and* of many rules at once is one `&` of long integers, *or* is one
`|`. The tests of one fact stand together: a table or a bisection answers them all. What is rarer than a test, *and*,
*or*, *not*, *some* and *every* counts as unknown at first; where a verdict then stays unknown, the closure decides.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import and_, itemgetter, or_
from typing import NamedTuple

from waystation.core.closures import compile_condition
from waystation.core.conditions import (
    All,
    AnyOf,
    Compare,
    Leaf,
    Node,
    Not,
    OneOf,
    Parameter,
    Quantified,
    Shift,
    Silent,
)
from waystation.core.facts import Known, Listing, View
from waystation.core.judge import Parameters, no_parameters
from waystation.core.meaning import thing_view
from waystation.core.truth import NO, UNKNOWN, YES, Truth

BYTE = bytes((0, 1, 3)) + bytes(253)
"""Truth → byte."""
OPPOSITE = bytes((3, 1, 0, 0)) + bytes(252)
SAYS = (NO, UNKNOWN, UNKNOWN, YES)
CONSTANTS = b"\0\1\3"
EXACT = (str, int, float, bool, dt.date)
WIDE = 3
"""How many parts are joined at a time."""
Answer = Callable[[Known, View], bytes]
"""Of some tests of one fact the truths, where the fact is known."""


class Group(NamedTuple):
    """Tests of one fact that are answered together. `exact`: the same for a value that is known exactly."""

    fact: str
    nodes: list[Node]
    each: Answer
    exact: Answer


class Level(NamedTuple):
    """Joins of one kind that need nothing of each other: `parts` takes all first parts, all second ones …"""

    join: Callable[[int, int], int]
    size: int
    parts: Callable[[Sequence[int]], tuple[int, ...]]


class Shared:
    """Conditions, ready to be judged all at once."""

    def __init__(self, nodes: Sequence[Node], parameters: Parameters = no_parameters) -> None:
        self._groups = groups({part: None for node in nodes for part in tests_in(node)}, parameters)
        self._unknown = [bytes([1]) * len(group.nodes) for group in self._groups]
        self.size = len(nodes)
        plan = Plan([node for group in self._groups for node in group.nodes])
        ends = [plan.place(node, negated=False) for node in nodes]
        place, self._levels = plan.levels()
        self._ends = itemgetter(*map(place, ends), 0)
        self._rest = [
            (at, compile_condition(node, parameters)) for at, node in enumerate(nodes) if not covered(node)
        ]

    def __call__(self, view: View) -> list[Truth]:
        """All verdicts, in order."""
        found = [SAYS[byte] for byte in self.joined(view)]
        for at, test in self._rest:
            if found[at] is UNKNOWN:
                found[at] = test(view)
        return found

    def joined(self, view: View) -> bytes:
        """All verdicts as bytes, what is rarer counted as unknown."""
        told = b"".join(map(self._answered, self._groups, self._unknown, [view] * len(self._groups)))
        truths = bytearray(told + told.translate(OPPOSITE) + CONSTANTS)
        for join, size, parts in self._levels:
            taken = bytes(parts(truths))
            columns = (int.from_bytes(taken[at : at + size]) for at in range(0, len(taken), size))
            truths += reduce(join, columns).to_bytes(size)
        return bytes(self._ends(truths)[:-1])

    def _answered(self, group: Group, unknown: bytes, view: View) -> bytes:
        known = view.get(group.fact)
        if known is None:
            return unknown
        return (group.exact if isinstance(known, EXACT) else group.each)(known, view)


def covered(node: Node) -> bool:
    """Whether nothing rarer is in it, so that its verdict needs no closure."""
    match node:
        case All(parts) | AnyOf(parts):
            return all(map(covered, parts))
        case Not(part) | Quantified(where=part):
            return covered(part)
    return isinstance(node, (Leaf, Silent))


def tests_in(node: Node) -> Iterable[Node]:
    """The tests and quantifiers that are judged once; sources aside, equal ones are one."""
    match node:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from tests_in(part)
        case Not(part):
            yield from tests_in(part)
        case Leaf(unconfirmed=False):
            yield Leaf(node.fact, node.test)
        case Quantified() if covered(node):
            yield node


# ── the tests of one fact ──


def groups(tests: Iterable[Node], parameters: Parameters) -> list[Group]:
    """Tests that are answered together."""
    found: dict[tuple[str, str], list[Node]] = {}
    for node in tests:
        found.setdefault(_kind(node), []).append(node)
    return [_group(fact, how, nodes, parameters) for (fact, how), nodes in found.items()]


def _kind(node: Node) -> tuple[str, str]:
    if isinstance(node, Quantified):
        return node.of, node.how
    test = node.test
    if isinstance(test, Compare) and not test.ranks and not isinstance(test.than, (Shift, Parameter)):
        return node.fact, test.how
    return node.fact, type(test).__name__


def _group(fact: str, how: str, nodes: list[Node], parameters: Parameters) -> Group:
    if how in ("some", "every"):
        answer = things(how, Shared([node.where for node in nodes], parameters))
        return Group(fact, nodes, answer, answer)
    if how in STEPS:
        nodes = sorted(nodes, key=lambda node: node.test.than)
    tests = [compile_condition(node, parameters) for node in nodes]

    def each(known: Known, view: View) -> bytes:
        return bytes([test(view) for test in tests]).translate(BYTE)

    if how == OneOf.__name__:
        return Group(fact, nodes, each, table([node.test for node in nodes]))
    return Group(fact, nodes, each, steps(how, nodes) if how in STEPS else each)


def table(tests: list[OneOf]) -> Answer:
    """Tests for values: worked out before for every value that is named."""
    named = {value for test in tests for value in test.values}
    every = {value: bytes(3 * ((value in test.values) is not test.negated) for test in tests) for value in named}
    other = bytes(3 * test.negated for test in tests)
    return lambda known, view: every.get(known, other)


STEPS = {
    "at_least": (bisect_right, 3, 0), "above": (bisect_left, 3, 0),
    "at_most": (bisect_left, 0, 3), "below": (bisect_right, 0, 3),
}  # fmt: skip
"""Comparison → how to find the place of a value among the bounds, and what holds before and after it."""


def steps(how: str, nodes: list[Node]) -> Answer:
    """Comparisons with sorted bounds."""
    cut, before, after = STEPS[how]
    bounds = [node.test.than for node in nodes]
    low, high = bytes([before]) * len(nodes), bytes([after]) * len(nodes)

    def answer(known: Known, view: View) -> bytes:
        at = cut(bounds, known)
        return low[:at] + high[at:]

    return answer


def things(how: str, wheres: "Shared") -> Answer:
    """*some* or *every* thing of one list: what is asked of its things is judged at once, too."""
    join = or_ if how == "some" else and_
    empty, open, unknown = (bytes([one]) * wheres.size for one in (0 if how == "some" else 3, 1, 1))

    def answer(known: Known, view: View) -> bytes:
        if not isinstance(known, Listing):
            return unknown
        found = [wheres.joined(thing_view(thing, view)) for thing in known.items]
        whole = (int.from_bytes(one) for one in (empty if known.complete else open, *found))
        return reduce(join, whole).to_bytes(wheres.size)

    return answer


# ── how truths are joined ──


class Join(NamedTuple):
    """*and* or *or* of a few truths, by their numbers. `height`: how many joins deep."""

    height: int
    is_all: bool
    parts: tuple[int, ...]


class Plan:
    """Every join that is needed, each once. Truths are numbered: tests, their opposites, constants, joins."""

    def __init__(self, tests: Sequence[Node]) -> None:
        self._tests = {node: at for at, node in enumerate(tests)}
        self._no = 2 * len(tests)
        self._first = self._no + len(CONSTANTS)
        self._joins: dict[Join, int] = {}
        self._heights: dict[int, int] = {}

    def place(self, node: Node, *, negated: bool) -> int:
        """The number of the truth of a condition, or of its opposite."""
        match node:
            case Not(part):
                return self.place(part, negated=not negated)
            case All(parts) | AnyOf(parts):
                is_all = isinstance(node, All) is not negated
                return self._joined(is_all, {self.place(part, negated=negated) for part in parts})
            case Leaf(unconfirmed=False):
                node = Leaf(node.fact, node.test)
        at = self._tests.get(node)
        return self._no + 1 if at is None else at + negated * len(self._tests)

    def _joined(self, is_all: bool, parts: set[int]) -> int:
        left = sorted(parts - {self._neutral(is_all)})
        while len(left) > 1:
            left.sort(key=lambda one: self._heights.get(one, 0))
            some, left = tuple(left[:WIDE]), left[WIDE:]
            height = 1 + max(self._heights.get(one, 0) for one in some)
            at = self._joins.setdefault(Join(height, is_all, some), self._first + len(self._joins))
            self._heights[at] = height
            left.append(at)
        return left[0] if left else self._neutral(is_all)

    def _neutral(self, is_all: bool) -> int:
        return self._no + 2 * is_all

    def levels(self) -> tuple[Callable[[int], int], list[Level]]:
        """What gives the place of a number among the truths, and the joins level by level."""
        levels: dict[tuple[int, bool], list[Join]] = {}
        for join in self._joins:
            levels.setdefault(join[:2], []).append(join)
        ordered = [levels[key] for key in sorted(levels)]
        numbers = (self._joins[join] for level in ordered for join in level)
        places = {number: self._first + at for at, number in enumerate(numbers)}
        return lambda one: places.get(one, one), [self._level(level, places) for level in ordered]

    def _level(self, level: list[Join], places: Mapping[int, int]) -> Level:
        is_all = level[0].is_all
        rows = [(*join.parts, *[self._neutral(is_all)] * (WIDE - len(join.parts))) for join in level]
        taken = [places.get(part, part) for column in zip(*rows, strict=True) for part in column]
        return Level(and_ if is_all else or_, len(level), itemgetter(*taken))
