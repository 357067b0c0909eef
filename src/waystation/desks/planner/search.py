"""Multi-criteria label setting. Exact; `within` loosens it by a factor that holds for every plan left out.

It knows nothing of borders or permits: a node says what it cost, and `expand` makes the nodes one step further.
"""

import heapq
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, Protocol, Self, TypeVar

from msgspec import Struct

from waystation.desks.planner.score import Score, as_it_is, first_no_worse, no_worse

MOST_STEPS = 12


class Node(Protocol):
    """A partial plan as the search sees it. No step makes any count of a score better."""

    @property
    def goal(self) -> object | None:
        """Set where the plan is finished."""

    @property
    def length(self) -> int:
        """Steps so far."""

    @property
    def score(self) -> Score:
        """What it cost so far."""

    @property
    def order(self) -> tuple[float, ...]:
        """Those with less are looked at first."""

    def key(self) -> Hashable:
        """Nodes with one key can be followed by the same steps, as long as what they hold lasts."""

    def lasts(self, other: Self) -> bool:
        """Whether all that `other` holds, this one (of the same key) holds at least as long."""


N = TypeVar("N", bound=Node)
Least = Callable[[N], Iterable[Score]]
"""Scores of which every plan that goes on from a node is no better than one."""


Lasts = Callable[[N, N], bool]
"""Whether all that may follow the second may follow the first, of the same key."""


def _as_said(node: Node, other: Node) -> bool:
    """As the node itself says."""
    return node.lasts(other)


def _so_far(node: Node) -> Iterable[Score]:
    """Nothing is known of what is still to come."""
    return (node.score,)


class Found(Struct, Generic[N], frozen=True):
    """Nodes that reached the goal, and how many were kept on the way. `within`: the factor that is promised."""

    goals: tuple[N, ...]
    looked_at: int
    within: float


class Pruning(Struct, Generic[N], frozen=True, kw_only=True):
    """What need not be followed further.

    `least` bounds what goes on from a node: where finished plans are no worse, it leads to nothing new. Scores are
    compared as `view` sees them. With `within` above 1, what is left out is not better than something found by
    more than this factor on every count.
    """

    least: Least[N] = _so_far
    lasts: Lasts[N] = _as_said
    view: Callable[[Score], Score] = as_it_is
    within: float = 1.0


class Search(Generic[N]):
    """One search in progress: finished nodes, and of each key the nodes that nothing beats yet.

    `finished`: how often a node was counted in. As long as none is, what is not beaten stays so.
    """

    def __init__(self, known: Iterable[N], pruning: Pruning[N]) -> None:
        self.goals = list(known)
        self.within, self._least, self._view = pruning.within, pruning.least, pruning.view
        self._lasts = pruning.lasts
        self._scores = [self._loosened(node) for node in self.goals]
        self.finished = 0
        self._kept: dict[Hashable, list[tuple[Score, N]]] = {}

    def _loosened(self, node: N) -> Score:
        return self._view(node.score).over(self.within)

    def keep(self, node: N) -> bool:
        """Whether the node is new: no finished one beats it, none of its key does. Drops those it beats."""
        if self.beaten(node):
            return False
        if node.goal is not None:
            return True
        score = self._view(node.score)
        rivals = self._kept.setdefault(node.key(), [])
        for at, (theirs, other) in enumerate(rivals):
            if no_worse(theirs, score) and self._lasts(other, node):
                rivals.insert(0, rivals.pop(at))
                return False
        rivals[:] = [it for it in rivals if not (no_worse(score, it[0]) and self._lasts(node, it[1]))]
        rivals.append((score, node))
        return True

    def beaten(self, node: N) -> bool:
        """Whether finished nodes are at most `within` times whatever can come of this one."""
        return all(map(self._reached, self._least(node)))

    def _reached(self, least: Score) -> bool:
        at = first_no_worse(self._scores, self._view(least))
        if at is None:
            return False
        self._scores.insert(0, self._scores.pop(at))
        return True

    def dropped(self, node: N) -> bool:
        """Whether a later find of the same key made a kept node pointless."""
        return all(other is not node for _, other in self._kept.get(node.key(), ()))

    def finish(self, node: N) -> None:
        """Count a finished node in, and those that it beats out."""
        self.finished += 1
        score = self._view(node.score)
        self.goals = [other for other in self.goals if not no_worse(score, self._view(other.score))]
        self.goals.append(node)
        self._scores = [self._loosened(one) for one in self.goals]


EXACT: Pruning[Any] = Pruning()
"""Only what a finished plan beats already is left out."""


def search(
    start: N, expand: Callable[[N], Iterable[N]], *, known: Iterable[N] = (),
    pruning: Pruning[N] = EXACT, most_steps: int = MOST_STEPS, most_kept: int = 50_000,
) -> Found[N]:  # fmt: skip
    """Every plan that nothing dominates from `start`; `known` plans count as found.

    `expand` yields the nodes one move further; those with `goal` set are ends.
    """
    state: Search[N] = Search(known, pruning)
    state.keep(start)
    queue: list[tuple[tuple[float, ...], int, N, int]] = [(start.order, 0, start, -1)]
    count = 0
    while queue and count < most_kept:
        _, _, node, looked = heapq.heappop(queue)
        if looked != state.finished and state.beaten(node):
            continue
        if node.goal is not None:
            state.finish(node)
            continue
        if node.length >= most_steps or state.dropped(node):
            continue
        for follower in expand(node):
            if state.keep(follower):
                count += 1
                heapq.heappush(queue, (follower.order, count, follower, state.finished))
    return Found(tuple(state.goals), count, pruning.within)


def enumerate_plans(start: N, expand: Callable[[N], Iterable[N]], steps: int) -> Iterator[N]:
    """Every plan of at most `steps` moves, without any pruning: the naive reference for tests and benchmarks."""
    if start.goal is not None:
        yield start
    elif start.length < steps:
        for follower in expand(start):
            yield from enumerate_plans(follower, expand, steps)
