"""What a plan costs at least that goes on from a label: what it cost so far, and the steps that surely lie ahead."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from waystation.desks.planner.ahead import Ahead
from waystation.desks.planner.apply import grade
from waystation.desks.planner.label import Label
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.price import euros
from waystation.desks.planner.rules import Rule
from waystation.desks.planner.score import Score
from waystation.desks.planner.waiting import unknown_wait


class Toll(Struct, frozen=True, gc=False):
    """What some steps cost together at the least. `grades`: how many of them are how sure at best."""

    likely: int = 0
    latest: int = 0
    cost: float = 0.0
    waits: frozenset[str] = frozenset()
    unpriced: frozenset[str] = frozenset()
    grades: tuple[tuple[int, int], ...] = ()


class Bound:
    """The least scores of whatever follows a label on one way."""

    def __init__(self, ahead: Ahead, moves: Moves) -> None:
        self._ahead, self._moves = ahead, moves
        self._counting = frozenset[str]().union(*(steps for need in ahead.needs for steps in need.values()))
        self._left_after: dict[frozenset[str], list[Toll]] = {}
        self._tolls: dict[frozenset[str], Toll] = {}

    def __call__(self, label: Label) -> Iterable[Score]:
        """One score for each set of steps that may still be ahead, the border counted if it is still to cross."""
        if label.goal is not None:
            return (label.score,)
        border = label.place != self._ahead.place
        return (_after(label, toll, border) for toll in self._left(label.done))

    def _left(self, done: frozenset[str]) -> list[Toll]:
        """What is still to pay; steps that no need knows of make no difference to it."""
        done &= self._counting
        if done not in self._left_after:
            self._left_after[done] = _least([self._toll(steps) for steps in self._ahead.left(done)])
        return self._left_after[done]

    def _toll(self, steps: frozenset[str]) -> Toll:
        if steps not in self._tolls:
            self._tolls[steps] = _together([self._ahead.rules[id] for id in sorted(steps)], self._moves)
        return self._tolls[steps]


def _least(tolls: list[Toll]) -> list[Toll]:
    """Those that no other undercuts: what beats the least of them beats the rest."""
    unique = list(dict.fromkeys(tolls))
    return [one for one in unique if not any(other is not one and _undercuts(other, one) for other in unique)]


def _undercuts(one: Toll, other: Toll) -> bool:
    """Whether the first costs no more on any count, whatever it is added to."""
    return (
        one.likely <= other.likely
        and one.latest <= other.latest
        and one.cost <= other.cost
        and one.waits <= other.waits
        and one.unpriced <= other.unpriced
        and _surer(dict(one.grades), dict(other.grades))
    )


def _surer(some: dict[int, int], others: dict[int, int]) -> bool:
    """Whether there are no more steps of any grade."""
    return all(count <= others.get(grade, 0) for grade, count in some.items())


def _after(label: Label, toll: Toll, border: int) -> Score:
    """The score of the label once it has paid this toll."""
    worst = max((label.sureness, *(one for one, _ in toll.grades)))
    there = sum(count for one, count in toll.grades if one == worst)
    likely, latest, cost, danger, _, *settled = label.score.numbers
    waits, unpriced, *before = label.score.sets
    return Score(
        (
            likely + toll.likely + border, latest + toll.latest + border, cost + toll.cost, danger,
            worst * 100 + there + (label.at_sureness if label.sureness == worst else 0), *settled,
        ),
        (waits | toll.waits, unpriced | toll.unpriced, *before),
    )  # fmt: skip


def _together(rules: Iterable[Rule], moves: Moves) -> Toll:
    """What these cost together. Of a practice with versions nothing is counted but how sure it is."""
    every = list(rules)
    plain = [rule.practice for rule in every if not rule.practice.versions]
    amounts = {one.id: [euros(cost, moves.knowledge, moves.case.as_of) for cost in one.costs] for one in plain}
    return Toll(
        likely=sum(one.takes.likely() for one in plain),
        latest=sum(one.takes.latest() for one in plain),
        cost=sum(amount for some in amounts.values() for amount in some if amount is not None),
        waits=frozenset(one.id for one in plain if unknown_wait(one)),
        unpriced=frozenset(id for id, some in amounts.items() if not some or None in some),
        grades=tuple(sorted(Counter(grade(rule, sure=True) for rule in every).items())),
    )
