"""Multi-criteria label setting over places and what is held. Exact; `within` loosens it by a stated factor."""

import datetime as dt
import heapq
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from waystation.desks.planner.label import Label
from waystation.desks.planner.pareto import Score, exact, no_worse

MOST_STEPS = 12
Expand = Callable[[Label], Iterable[Label]]


class Found(Struct, frozen=True):
    """Labels that reached the goal, and how many were looked at. `within`: the factor that is promised."""

    goals: tuple[Label, ...]
    looked_at: int
    within: float


def search(start: Label, expand: Expand, *, known: Iterable[Label] = (), most_labels: int = 50_000) -> Found:
    """Every plan that nothing dominates from `start`, shortest first, `known` plans counted as found.

    `expand` yields the labels one move further; those with `goal` set are ends. No step makes any count better,
    so a label that a finished plan dominates cannot lead to anything new.
    """
    queue: list[tuple[int, int, int, Label]] = [(0, 0, 0, start)]
    kept: dict[tuple[object, ...], list[tuple[Score, Label]]] = {start.key(): [(exact(start), start)]}
    goals = [(exact(label), label) for label in known]
    count = 0
    while queue and count < most_labels:
        _, _, _, label = heapq.heappop(queue)
        score = exact(label)
        if label.goal is not None:
            if not any(no_worse(theirs, score) for theirs, _ in goals):
                goals = [(theirs, other) for theirs, other in goals if not no_worse(score, theirs)]
                goals.append((score, label))
            continue
        if label.length >= MOST_STEPS or _beaten(label, score, kept, goals):
            continue
        for follower in expand(label):
            if _keep(follower, kept, goals):
                count += 1
                order = (follower.length, follower.likely, count)
                heapq.heappush(queue, (*order, follower))
    return Found(tuple(label for _, label in goals), count, 1.0)


def _beaten(
    label: Label,
    score: Score,
    kept: dict[tuple[object, ...], list[tuple[Score, Label]]],
    goals: list[tuple[Score, Label]],
) -> bool:
    """Whether a later find made this label pointless since it was queued."""
    if any(no_worse(theirs, score) for theirs, _ in goals):
        return True
    return all(other is not label for _, other in kept.get(label.key(), ()))


def _keep(
    label: Label,
    kept: dict[tuple[object, ...], list[tuple[Score, Label]]],
    goals: list[tuple[Score, Label]],
) -> bool:
    """Whether the label is new: no finished plan beats it, none holding the same does. Drops those it beats."""
    score = exact(label)
    if any(no_worse(theirs, score) for theirs, _ in goals):
        return False
    if label.goal is not None:
        return True
    rivals = kept.setdefault(label.key(), [])
    if any(no_worse(theirs, score) and _lasts(other, label) for theirs, other in rivals):
        return False
    rivals[:] = [
        (theirs, other) for theirs, other in rivals if not (no_worse(score, theirs) and _lasts(label, other))
    ]
    rivals.append((score, label))
    return True


def _lasts(one: Label, other: Label) -> bool:
    """Everything `other` holds, `one` holds at least as long."""
    return all(
        mine.get(key, dt.date.min) >= end
        for held, theirs in zip(one.held, other.held, strict=True)
        for mine in (held.ends(),)
        for key, end in theirs.ends().items()
    )


def enumerate_plans(start: Label, expand: Expand, steps: int) -> Iterator[Label]:
    """Every plan of at most `steps` moves, without any pruning: the naive reference for tests and benchmarks."""
    if start.goal is not None:
        yield start
    elif start.length < steps:
        for follower in expand(start):
            yield from enumerate_plans(follower, expand, steps)
