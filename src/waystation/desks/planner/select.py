"""From all unbeaten plans to the few that are shown: the best of each count, then the most different."""

from collections.abc import Callable, Sequence

from waystation.core.measures import Grade
from waystation.desks.planner.label import Label
from waystation.desks.planner.pareto import Bands, banded, first_and_last
from waystation.desks.planner.score import Score, as_it_is, front

SHOWN = 5
Order = Callable[[Label], tuple[object, ...]]


def _time(label: Label) -> tuple[object, ...]:
    """Unknown stands after known."""
    return bool(label.waits), label.likely, len(label.waits)


def _cost(label: Label) -> tuple[object, ...]:
    return bool(label.unpriced), label.cost, len(label.unpriced)


def _steps(label: Label) -> tuple[str, ...]:
    return tuple(f"{move.practice or move.kind}:{move.to}" for move in label.moves())


ORDERS: dict[str, Order] = {
    "least-danger": lambda one: (one.danger, one.least_danger, one.unsure, *_time(one), _steps(one)),
    "surest": lambda one: (one.unsure, *_time(one), one.danger, _steps(one)),
    "fastest": lambda one: (*_time(one), one.unsure, one.danger, _steps(one)),
    "soonest-settled": lambda one: (
        first_and_last(one.settled)[1].day if one.settled else 0, len(one.waits), one.unsure, _steps(one)
    ),
    "cheapest": lambda one: (*_cost(one), one.unsure, *_time(one), _steps(one)),
}  # fmt: skip


COUNTS: dict[str, Order] = {
    "least-danger": lambda one: (one.danger, one.least_danger), "surest": lambda one: (one.unsure,),
    "fastest": _time, "cheapest": _cost,
    "soonest-settled": lambda one: (first_and_last(one.settled)[1].day if one.settled else 0, len(one.waits)),
}  # fmt: skip
"""What each is best at: where all plans are alike in it, none is called the best."""


def unbeaten(labels: Sequence[Label], bands: Bands, view: Callable[[Score], Score] = as_it_is) -> list[Label]:
    """The front in bands, one plan for each way of arriving, in a fixed order."""
    ordered = sorted(labels, key=lambda one: (one.unsure, one.length, one.likely, _steps(one)))
    return front(ordered, lambda label: view(banded(label, bands)))


def chosen(labels: Sequence[Label], accepted: Grade) -> list[tuple[Label, tuple[str, ...]]]:
    """At most five, each with what it is best at; first those whose danger is accepted.

    Where none is, those whose danger may turn out to be. Graver ones only fill up what is left.
    """
    tiers = (
        [label for label in labels if label.danger <= accepted],
        [label for label in labels if label.danger > accepted >= label.least_danger],
        [label for label in labels if label.least_danger > accepted],
    )
    picked: list[tuple[Label, tuple[str, ...]]] = []
    for tier in tiers:
        room = SHOWN - len(picked)
        if room > 0:
            picked.extend(_best(tier, room, named=not picked))
    return picked


def _best(labels: Sequence[Label], room: int, *, named: bool) -> list[tuple[Label, tuple[str, ...]]]:
    """The best on each count, then the most different from those."""
    best: dict[int, list[str]] = {}
    for name, order in ORDERS.items():
        if len({COUNTS[name](label) for label in labels}) > 1:
            winner = min(range(len(labels)), key=lambda at: order(labels[at]))
            best.setdefault(winner, []).append(name)
    picked = list(best)[:room]
    while len(picked) < min(room, len(labels)):
        left = [at for at in range(len(labels)) if at not in picked]
        picked.append(max(left, key=lambda at: (_newness(labels, at, picked), -at)))
    shown = sorted(picked, key=lambda at: ORDERS["surest"](labels[at]))
    return [(labels[at], tuple(best.get(at, ())) if named else ()) for at in shown]


def _newness(labels: Sequence[Label], at: int, picked: Sequence[int]) -> float:
    """How little of this plan stands in the plans already picked; another place counts most."""
    mine = set(_steps(labels[at]))
    shared = max(
        (
            len(mine & set(_steps(labels[other]))) / max(len(mine), 1) + (labels[other].place == labels[at].place)
            for other in picked
        ),
        default=0.0,
    )
    return -shared
