"""SciPy's Dijkstra over weighted sums of the four costs: 35 mixtures of weights, what one does without a search.

It finds only plans that are best for some mixture of weights.
"""

from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from benchmarks.graph import PAPERS, STATUSES, Person, World, goals

MIXTURES = [mixture for mixture in product(range(5), repeat=4) if sum(mixture) == 4]
SCALE = np.array([20, 15, 12, 8])
"""A usual amount of each cost, so that a mixture means something."""
Costs = tuple[int, int, int, int]


class Sweep:
    """All moves as arrays, the same for everybody."""

    def __init__(self, world: World) -> None:
        every = [
            (here, there, permit, *costs)
            for here in range(len(world.other))
            for there, costs, permit in world.edges_from(here)
        ]
        table = np.array(sorted(every), np.int64)
        self.start, self.end, self.permit, self.costs = table[:, 0], table[:, 1], table[:, 2], table[:, 3:]
        self.size = len(world.other)

    def front(self, person: Person) -> set[Costs]:
        """Costs of the plans that some mixture of weights finds best, those that are beaten left out."""
        mine = self._may(person)
        start, end, costs = self.start[mine], self.end[mine], self.costs[mine]
        pairs = np.flatnonzero(np.diff(start * self.size + end, prepend=-1))
        rows = np.searchsorted(start[pairs], np.arange(self.size + 1))
        found = set()
        for mixture in MIXTURES:
            weights = costs @ ((np.array(mixture) + 0.02) / SCALE)
            least = np.minimum.reduceat(weights, pairs)
            matrix = csr_matrix((least, end[pairs], rows), shape=(self.size, self.size))
            total, before = dijkstra(matrix, indices=person.start, return_predecessors=True)
            found.add(_best(person, total, before, _Moves(start, end, costs, weights)))
        plans = found - {None}
        return {one for one in plans if not any(_beats(other, one) for other in plans)}

    def _may(self, person: Person) -> np.ndarray:
        """Which moves the person may make."""
        here, there = (side // (STATUSES * PAPERS) for side in (self.start, self.end))
        passes = np.array(person.passes)[there] | (here == there)
        return np.where(self.permit >= 0, np.array(person.gets)[self.permit], passes)


class _Moves(NamedTuple):
    start: np.ndarray
    end: np.ndarray
    costs: np.ndarray
    weights: np.ndarray

    def cheapest(self, here: int, there: int) -> np.ndarray:
        """Costs of the best of the parallel moves between two places."""
        first, last = np.searchsorted(self.start, [here, here + 1])
        between = first + np.flatnonzero(self.end[first:last] == there)
        return self.costs[between[np.argmin(self.weights[between])]]


def _best(person: Person, total: np.ndarray, before: np.ndarray, moves: _Moves) -> Costs | None:
    """The costs of the plan to the nearest goal."""
    ends = np.array(sorted(goals(person.goal)))
    here = int(ends[np.argmin(total[ends])])
    if not np.isfinite(total[here]):
        return None
    plan = np.zeros(4, np.int64)
    while here != person.start:
        came = int(before[here])
        plan += moves.cheapest(came, here)
        here = came
    return tuple(plan.tolist())


def _beats(one: Costs, other: Costs) -> bool:
    return one != other and all(mine <= theirs for mine, theirs in zip(one, other, strict=True))
