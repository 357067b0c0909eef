"""The ways over a network that none beats in danger, time and changes: label setting, one leg more in each round.

What lies below a flight takes long to work out and seldom matters. So each round of the outer loop takes what is not
measured as harmless, and measures only what lies on a way that would be shown (and, from round to round more, on the
next ones); it ends when all of the former is measured.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from waystation.desks.journeys.network import Network

Label = tuple[int, int, tuple[int, ...]]
"""The gravest danger so far, minutes so far, and the airports passed."""
Leg = tuple[int, int]
Step = tuple[int, int, int]
"""To which airport, minutes in the air, and how grave the change before it and the arrival are."""
FARTHEST = 31
"""Ways besides those that would be shown of which a round measures the flights at most."""


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


class Onward:
    """The flights that can still lead to an end in time, with what surely is grave about them: worked out once."""

    def __init__(self, network: Network, quest: Quest, tolls: Tolls) -> None:
        self._network, self._quest, self._tolls = network, quest, tolls
        self._left = network.legs_left(quest.ends, quest.most_legs)
        self._from: dict[tuple[int, int], list[Step]] = {}

    def steps(self, at: int, more: int) -> list[Step]:
        """From one airport, with `more` legs after this one at most."""
        key = (at, more)
        if key not in self._from:
            quest, left = self._quest, self._left
            self._from[key] = [
                (to, minutes, self._toll(at, to))
                for to, minutes in self._network.out[at]
                if left[to] <= more and to not in quest.starts
            ]
        return self._from[key]

    def _toll(self, at: int, to: int) -> int:
        """Of the change before and of the arrival after this flight."""
        change = 0 if at in self._quest.starts else self._tolls.stop(at, to)
        return max(change, self._tolls.end(at, to)) if to in self._quest.ends else change


def unbeaten(network: Network, quest: Quest, tolls: Tolls) -> list[Label]:
    """The front over danger, minutes and changes, by changes, then danger. Of equal ways the first by its airports."""
    onward = Onward(network, quest, tolls)
    ahead = 0
    while True:
        ways, others = set_labels(quest, onward, tolls)
        if not _open(ways, tolls):
            return ways
        tolls.measure(sorted(_open((*ways, *sorted(others)[:ahead]), tolls)))
        ahead = min(2 * ahead + 1, FARTHEST)


def _open(ways: Iterable[Label], tolls: Tolls) -> set[Leg]:
    return {leg for _, _, path in ways for leg in legs_of(path) if not tolls.measured(*leg)}


def set_labels(quest: Quest, onward: Onward, tolls: Tolls) -> tuple[list[Label], list[Label]]:
    """The front with the tolls as they are known now; and other ways, that may be on it when all is known.

    What is reached with as many legs is looked at in order, the least danger first and then the fewest minutes, so
    that no later one beats an earlier one.
    """
    kept: dict[int, list[Label]] = {}
    found: list[Label] = []
    others: list[Label] = []
    layer: list[Label] = [(0, 0, (start,)) for start in quest.starts]
    for legs in range(1, quest.most_legs + 1):
        reached: list[Label] = []
        for label in layer:
            steps = onward.steps(label[2][-1], quest.most_legs - legs)
            reached += _longer(label, steps, tolls, 0 if legs == 1 else quest.change)
        reached.sort()
        layer = []
        for one in reached:
            at = one[2][-1]
            rivals = found if at in quest.ends else kept.setdefault(at, [])
            if beaten(one, rivals) or beaten(one, found):
                if rivals is found:
                    others.append(one)
                continue
            rivals.append(one)
            if rivals is not found:
                layer.append(one)
    return found, others


def _longer(label: Label, steps: Iterable[Step], tolls: Tolls, wait: int) -> Iterator[Label]:
    """The labels one leg further."""
    danger, minutes, path = label
    at, ride = path[-1], tolls.ride
    for to, long, toll in steps:
        below = ride(at, to)
        if below is not None:
            yield max(danger, toll, below), minutes + wait + long, (*path, to)


def beaten(one: Label, rivals: Collection[Label]) -> bool:
    """Whether one of the rivals, none with more legs, is no worse in danger and minutes."""
    danger, minutes, _ = one
    return any(rival[0] <= danger and rival[1] <= minutes for rival in rivals)


def legs_of(path: Sequence[int]) -> list[Leg]:
    """The legs of a way."""
    return list(itertools.pairwise(path))
