"""Conditions over facts, as values. `reading` makes them, `judge` and `closures` give them meaning."""

from collections.abc import Iterator
from typing import Any, Literal, Union

from msgspec import Struct

from waystation.core.facts import Scalar
from waystation.core.measures import Length

Comparison = Literal["at_least", "at_most", "above", "below"]


class Parameter(Struct, frozen=True, cache_hash=True):
    """An amount or day that changes with time; looked up in the knowledge on the day."""

    name: str


class Shift(Struct, frozen=True, cache_hash=True):
    """A day moved from another fact of the same subject (or `today`) by a length."""

    base: str
    length: Length
    back: bool


Operand = Union[Scalar, Parameter, Shift]


class OneOf(Struct, frozen=True, cache_hash=True):
    """`is`, `in`; with `negated`: `is_not`, `not_in`."""

    values: frozenset[Scalar]
    negated: bool = False


class Compare(Struct, frozen=True, cache_hash=True):
    """`at_least`, `at_most`, `above`, `below`. An ordered choice is compared by `ranks`, lowest first."""

    how: Comparison
    than: Operand
    ranks: tuple[str, ...] = ()


class Has(Struct, frozen=True, cache_hash=True):
    """`has_all`, `has_any`, `has_none` of these."""

    how: Literal["all", "any", "none"]
    values: frozenset[str]


class Leaf(Struct, frozen=True, cache_hash=True):
    """One test of one fact. `unconfirmed`: its source is not good enough, so the law is unknown here."""

    fact: str
    test: Union[OneOf, Compare, Has]
    source: str | None = None
    unconfirmed: bool = False


class Silent(Struct, frozen=True, cache_hash=True):
    """What the law or its source does not say. Always unknown, never asked of the person."""

    says: str
    source: str | None = None


class All(Struct, frozen=True, cache_hash=True):
    """*and*; with no parts, yes."""

    parts: tuple["Node", ...]


class AnyOf(Struct, frozen=True, cache_hash=True):
    """*or*; with no parts, no."""

    parts: tuple["Node", ...]


class Not(Struct, frozen=True, cache_hash=True):
    """Swaps yes and no."""

    part: "Node"


class AtLeast(Struct, frozen=True, cache_hash=True):
    """At least `count` of the parts."""

    count: int
    parts: tuple["Node", ...]


class Quantified(Struct, frozen=True, cache_hash=True):
    """`some` or `every` thing in a list for which `where` holds."""

    how: Literal["some", "every"]
    of: str
    where: "Node"


class Count(Struct, frozen=True, cache_hash=True):
    """How many things in a list, within a window that ends today if `within` is given (read from `by`)."""

    of: str
    where: "Node"
    how: Literal["at_least", "at_most"]
    limit: int
    within: Length | None = None
    by: str = "day"


class Weigh(Struct, frozen=True, cache_hash=True):
    """Sum of the days of periods in a list (`from`, `until`), each times the weight of its field's value.

    A value without a weight counts nothing. A period without `until` may last until today.
    """

    of: str
    field: str
    weights: tuple[tuple[str, float], ...]
    at_least: Length


class Clock(Struct, frozen=True, cache_hash=True):
    """A deadline: `still: running` holds until `length` after the day `start`, `over` from then on.

    `stopped_by` and `extended_if` keep it from running out. Working days ignore public holidays, so it ends
    early rather than late.
    """

    start: str
    length: Length
    working: bool
    still: Literal["running", "over"]
    stopped_by: "Node | None" = None
    extended_if: "Node | None" = None


class Presume(Struct, frozen=True, cache_hash=True):
    """Counts unknown facts as these values, and says so. The only way a yes can be overturned by learning."""

    facts: tuple[tuple[str, Scalar], ...]
    part: "Node"


Node = Union[
    Leaf, Silent, All, AnyOf, Not, AtLeast, Quantified, Count, Weigh, Clock, Presume
]  # fmt: skip
ALWAYS = All(())


class Condition:
    """A condition and how it was spelled in the knowledge."""

    __slots__ = ("node", "spelled")

    def __init__(self, node: Node, spelled: Any) -> None:
        self.node, self.spelled = node, spelled

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and self.node == other.node

    def __hash__(self) -> int:
        return hash(self.node)

    def __repr__(self) -> str:
        return f"Condition({self.spelled!r})"


class StandingIn(Condition):
    """A test of the country one stands in, spelled as a bare test: `{not_in: [BY]}`."""


YES_ALWAYS = Condition(ALWAYS, {})
ANYWHERE = StandingIn(ALWAYS, {})


def inner(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside, those that speak of other subjects (`where`) included."""
    match node:
        case All(parts) | AnyOf(parts) | AtLeast(_, parts):
            return parts
        case Not(part) | Presume(_, part):
            return (part,)
        case Quantified(where=where) | Count(where=where):
            return (where,)
        case Clock(stopped_by=stop, extended_if=extend):
            return tuple(part for part in (stop, extend) if part is not None)
    return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and everything inside it."""
    yield node
    for part in inner(node):
        yield from walk(part)


def facts_read(node: Node) -> frozenset[str]:
    """The facts of the subject itself that the condition reads (not those of things in its lists)."""
    match node:
        case Leaf(fact, test):
            base = test.than.base if isinstance(test, Compare) and isinstance(test.than, Shift) else fact
            return frozenset({fact, base})
        case Quantified(of=of) | Weigh(of=of):
            return frozenset({of})
        case Count(of=of):
            return frozenset({of})
        case Clock(start=start):
            own = frozenset({start, "today"})
            return own.union(*(facts_read(part) for part in inner(node)))
    return frozenset().union(*(facts_read(part) for part in inner(node)))


def read_closely(node: Node) -> frozenset[str]:
    """The same with the fields of things in lists (`statuses.until`), and each step asked about (`done:pl-visa`)."""
    found = set(facts_read(node))
    for one in walk(node):
        if isinstance(one, (Quantified, Count)):
            found |= {f"{one.of}.{field}" for field in facts_read(one.where)}
            found |= {f"{one.of}.{one.by}"} if isinstance(one, Count) and one.within else set()
        elif isinstance(one, Leaf) and one.fact == "done" and isinstance(one.test, Has):
            found |= {f"done:{id}" for id in one.test.values}
    return frozenset(found)
