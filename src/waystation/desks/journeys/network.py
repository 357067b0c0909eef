"""Routes as a network: airports by number, and from each the flights on, with their length and minutes in the air."""

import itertools
from collections.abc import Collection, Iterable
from typing import TypeVar

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from waystation.core.ways import Routes
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.great_circle import apart, vectors

T = TypeVar("T")
MINUTES = 60
FAR = 99
"""More legs than any way has."""


class Network(Struct, frozen=True):
    """`out`: of each airport those flown to, with minutes in the air; `into`: those from which one flies to it.

    Airports are known by their place in `codes`, which is in order.
    """

    codes: tuple[str, ...]
    countries: tuple[str, ...]
    out: tuple[tuple[tuple[int, int], ...], ...]
    into: tuple[tuple[int, ...], ...]

    def numbers(self, codes: Collection[str]) -> tuple[int, ...]:
        """The numbers of those airports that routes name."""
        known = {code: at for at, code in enumerate(self.codes)}
        return tuple(sorted(known[code] for code in codes if code in known))

    def legs_left(self, ends: Collection[int], most: int) -> list[int]:
        """Of each airport: with how many legs one can be at one of `ends` at best; FAR above `most`."""
        left = [FAR] * len(self.codes)
        layer = list(ends)
        for at in layer:
            left[at] = 0
        for legs in range(1, most + 1):
            before: list[int] = []
            for at in layer:
                for start in self.into[at]:
                    if left[start] == FAR:
                        left[start] = legs
                        before.append(start)
            layer = before
        return left


def network_of(routes: Routes, speed: float, avoid: frozenset[str] = frozenset()) -> Network:
    """The network of these routes, without airports in countries of `avoid`; `speed` in km/h makes minutes of km."""
    known = airports()
    named = {*routes.onward, *(end for ends in routes.onward.values() for end in ends)} & known.keys()
    codes = tuple(sorted(code for code in named if known[code].country not in avoid))
    number = {code: at for at, code in enumerate(codes)}
    pairs = [
        (number[start], number[end])
        for start, ends in routes.onward.items()
        if start in number
        for end in ends
        if end in number
    ]
    starts, ends = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T
    spots = vectors(np.array([known[one].lon for one in codes]), np.array([known[one].lat for one in codes]))
    minutes = np.rint(apart(spots[starts], spots[ends]) / speed * MINUTES).astype(np.int64)
    backward = np.lexsort((starts, ends))
    return Network(
        codes, tuple(known[one].country for one in codes),
        _parted(zip(ends.tolist(), minutes.tolist(), strict=True), starts, len(codes)),
        _parted(starts[backward].tolist(), ends[backward], len(codes)),
    )  # fmt: skip


def _parted(things: Iterable[T], of: NDArray[np.int64], many: int) -> tuple[tuple[T, ...], ...]:
    """The things of each airport. `of`: whose each of them is, in order."""
    every = tuple(things)
    bounds = np.searchsorted(of, np.arange(many + 1)).tolist()
    return tuple(every[first:last] for first, last in itertools.pairwise(bounds))
