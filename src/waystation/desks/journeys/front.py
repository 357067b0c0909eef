"""The ways over a network that none beats in danger, time and changes: label setting, one leg more in each round.

What lies below a flight takes long to work out and seldom matters. So each round of the outer loop takes what is not
measured as harmless, and measures only what lies on a way that would be shown; it ends when all of that is measured.
"""

import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from msgspec import Struct

from waystation.desks.journeys.network import Network

Label = tuple[int, int, tuple[int, ...]]
"""The gravest danger so far, minutes so far, and the airports passed."""
Leg = tuple[int, int]


class Tolls(Protocol):
    """How grave each part of a way is, as a number: more is worse. What all ways share does not count."""

    def stop(self, at: int, to: int) -> int:
        """Changing planes at one airport for a flight to the next."""

    def end(self, before: int, at: int) -> int:
        """Arriving for good, from the airport before."""

    def ride(self, start: int, end: int) -> int | None:
        """What lies below a flight, as far as measured: never more than it is. None: it is not flown."""

    def measured(self, start: int, end: int) -> bool:
        """Whether `ride` is all there is to it."""

    def measure(self, legs: Sequence[Leg]) -> None:
        """Find out what lies below these flights."""


class Quest(Struct, frozen=True, kw_only=True):
    """What is looked for: from one of `starts` to one of `ends`. `change`: minutes counted for each change."""

    starts: tuple[int, ...]
    ends: frozenset[int]
    most_legs: int
    change: int


def unbeaten(network: Network, quest: Quest, tolls: Tolls) -> list[Label]:
    """The front over danger, minutes and changes, by changes, then danger. Of equal ways the first by its airports."""
    left = network.legs_left(quest.ends, quest.most_legs)
    while True:
        ways = set_labels(network, quest, tolls, left)
        open = {leg for _, _, path in ways for leg in legs_of(path) if not tolls.measured(*leg)}
        if not open:
            return ways
        tolls.measure(sorted(open))


def set_labels(network: Network, quest: Quest, tolls: Tolls, left: Sequence[int]) -> list[Label]:
    """The front with the tolls as they are known now.

    What is reached with as many legs is looked at in order, the least danger first and then the fewest minutes, so
    that no later one beats an earlier one.
    """
    kept: dict[int, list[Label]] = {}
    found: list[Label] = []
    layer: list[Label] = [(0, 0, (start,)) for start in quest.starts]
    for legs in range(1, quest.most_legs + 1):
        reached: list[Label] = []
        for label in layer:
            reached += _onward(label, network, quest, tolls, left, quest.most_legs - legs)
        reached.sort()
        layer = []
        for one in reached:
            at = one[2][-1]
            rivals = found if at in quest.ends else kept.setdefault(at, [])
            if beaten(one, rivals) or beaten(one, found):
                continue
            rivals.append(one)
            if rivals is not found:
                layer.append(one)
    return found


def _onward(
    label: Label, network: Network, quest: Quest, tolls: Tolls, left: Sequence[int], more: int
) -> Iterable[Label]:
    """The labels one leg further from which the end can still be reached in `more` legs."""
    danger, minutes, path = label
    at = path[-1]
    wait = quest.change if len(path) > 1 else 0
    for to, long in network.out[at]:
        if left[to] > more or to in quest.starts:
            continue
        ride = tolls.ride(at, to)
        if ride is None:
            continue
        worst = max(danger, ride)
        if len(path) > 1:
            worst = max(worst, tolls.stop(at, to))
        if to in quest.ends:
            worst = max(worst, tolls.end(at, to))
        yield worst, minutes + wait + long, (*path, to)


def beaten(one: Label, rivals: Collection[Label]) -> bool:
    """Whether one of the rivals, none with more legs, is no worse in danger and minutes."""
    danger, minutes, _ = one
    return any(rival[0] <= danger and rival[1] <= minutes for rival in rivals)


def legs_of(path: Sequence[int]) -> list[Leg]:
    """The legs of a way."""
    return list(itertools.pairwise(path))
