"""Finished plans in bands: days and money in units a reader would use."""

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import Struct

from waystation.desks.planner.label import Label, Settled
from waystation.desks.planner.score import Score


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


def first_and_last(settled: Iterable[Settled]) -> tuple[Settled, Settled]:
    """The member who is settled first, and the one who is last."""
    ordered = sorted(settled, key=lambda one: (one.day, sorted(one.waits)))
    return ordered[0], ordered[-1]
