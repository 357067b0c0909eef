"""Which of two plans is better on every count, and what is left when nothing beats it."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import le
from typing import TypeVar

from msgspec import Struct

from waystation.desks.planner.label import Label, Settled

T = TypeVar("T")


class Bands(Struct, frozen=True):
    """Cut points: days and money are compared in these bands, in units a reader would use."""

    days: tuple[float, ...]
    cost: tuple[float, ...]

    def day(self, days: float) -> int:
        """Which band these days fall in."""
        return bisect_left(self.days, days)

    def money(self, amount: float) -> int:
        """Which band this amount falls in."""
        return bisect_left(self.cost, amount)


class Score(Struct, frozen=True):
    """What plans are compared on; every part: less (or subset) is better."""

    numbers: tuple[float, ...]
    sets: tuple[frozenset[str], ...]


def no_worse(one: Score, other: Score) -> bool:
    """`one` is at most `other` on every count: known days ≤, unknown waits a subset."""
    return all(map(le, one.numbers, other.numbers)) and all(map(le, one.sets, other.sets))


def dominates(one: Score, other: Score) -> bool:
    """No worse on every count and better on one. A strict partial order."""
    return one != other and no_worse(one, other)


def front(things: Sequence[T], score: Callable[[T], Score]) -> list[T]:
    """What nothing dominates; of equals, the first."""
    scored = [(thing, score(thing)) for thing in things]
    kept: list[tuple[T, Score]] = []
    for thing, mine in scored:
        if any(no_worse(theirs, mine) for _, theirs in kept):
            continue
        kept = [(other, theirs) for other, theirs in kept if not no_worse(mine, theirs)]
        kept.append((thing, mine))
    return [thing for thing, _ in kept]


def banded(label: Label, bands: Bands) -> Score:
    """The score of a finished plan, in bands."""
    first, last = first_and_last(label.settled)
    return Score(
        (
            bands.day(first.day), bands.day(last.day), bands.day(label.likely), bands.money(label.cost),
            label.danger, label.unsure,
        ),
        (first.waits, last.waits, label.waits, label.unpriced),
    )  # fmt: skip


def exact(label: Label) -> Score:
    """The score of a partial plan: exact, so that nothing is lost before the bands."""
    settled = label.settled
    return Score(
        (
            label.likely, label.latest, label.cost, label.danger, label.unsure,
            *(one.day for one in settled),
        ),
        (label.waits, label.unpriced, *(one.waits for one in settled)),
    )  # fmt: skip


def first_and_last(settled: Iterable[Settled]) -> tuple[Settled, Settled]:
    """The member who is settled first, and the one who is last."""
    ordered = sorted(settled, key=lambda one: (one.day, sorted(one.waits)))
    return ordered[0], ordered[-1]
