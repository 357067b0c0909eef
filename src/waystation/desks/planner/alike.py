"""Answers that a condition cannot tell apart: they pass and fail the same tests, so one of them speaks for all."""

from collections.abc import Iterable

from waystation.core import meaning
from waystation.core.conditions import (
    Clock,
    Compare,
    Count,
    Leaf,
    Node,
    Parameter,
    Quantified,
    Shift,
    Weigh,
    walk,
)  # fmt: skip
from waystation.core.facts import Known
from waystation.core.truth import Truth
from waystation.desks.planner.answers import tests_in

Signature = tuple[Truth, ...]


class Alike:
    """The tests of one condition by fact. Signatures are kept, since the same answers come again and again."""

    def __init__(self, node: Node) -> None:
        nodes = list(walk(node))
        self.tests = tests_in(nodes)
        self._plain = frozenset(self.tests).difference(*(_entangled(one) for one in nodes))
        self._signatures: dict[tuple[str, Known], Signature] = {}

    def classes(self, fact: str, values: Iterable[Known]) -> list[tuple[Known, int]]:
        """The first of each class of values, and how many are in it."""
        if fact not in self._plain:
            return [(value, 1) for value in values]
        found: dict[Signature, tuple[Known, int]] = {}
        for value in values:
            signature = self._signature(fact, value)
            first, count = found.get(signature, (value, 0))
            found[signature] = (first, count + 1)
        return list(found.values())

    def _signature(self, fact: str, value: Known) -> Signature:
        key = (fact, value)
        if key not in self._signatures:
            self._signatures[key] = tuple(
                meaning.test(test, value, getattr(test, "than", None)) for test in self.tests[fact]
            )
        return self._signatures[key]


def _entangled(node: Node) -> tuple[str, ...]:
    """Facts that the node reads otherwise than by a test with a fixed operand."""
    match node:
        case Leaf(fact, Compare(than=Shift(base=base))):
            return fact, base
        case Leaf(fact, Compare(than=Parameter())):
            return (fact,)
        case Quantified(of=of) | Count(of=of) | Weigh(of=of):
            return (of,)
        case Clock(start=start):
            return (start,)
    return ()
