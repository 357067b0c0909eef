"""The planner's search on a made-up world, beside SciPy's Dijkstra over mixtures of weights (goals 18 and 20)."""

import random
import statistics
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.contest import Measured, Row, against, times_of
from benchmarks.graph import EXACT, Costs, Expand, Person, Step, World, bands_of, make_people
from waystation.desks.planner.score import Score, front
from waystation.desks.planner.search import Pruning, enumerate_plans, search

PEOPLE, FEW_COUNTRIES = 10, 20
WIDTH = 1.3
"""Amounts in one band differ by less than this factor: the search compares in bands, as the planner does."""
STEPS, KEPT = 99, 10_000_000
BOUND: Pruning[Step] = Pruning(least=lambda step: (step.least,))
"""What is still to come at the least is known of each step."""


def people_of(small: bool) -> tuple[World, list[Person]]:
    """The world and the people that plan in it."""
    world = World(FEW_COUNTRIES) if small else World()
    return world, make_people(world, 2 if small else PEOPLE)


def ours(small: bool) -> Measured:
    """Plans in bands; how far they are from the exact front; small graphs against trying everything."""
    world, people = people_of(small)
    cases = [(person, world.least_to(person.goal)) for person in people]
    bands = bands_of(WIDTH)

    def plans(case: tuple[Person, list[Costs]]) -> set[Costs]:
        return found(Expand(world, *case, bands))

    times = [min(pair) for pair in zip(times_of(plans, cases), times_of(plans, cases), strict=True)]
    factors = [loss(plans(case), exact) for case in cases if (exact := found(Expand(world, *case)))]
    return Measured(
        seconds={"plans": statistics.median(times)},
        counts={"factor": max(factors, default=1.0), "same": same_as_naive(), "graphs": GRAPHS},
    )


def found(expand: Expand) -> set[Costs]:
    """Costs of the plans that nothing beats."""
    start = expand.start()
    return {one.cost for one in search(start, expand, pruning=BOUND, most_steps=STEPS, most_kept=KEPT).goals}


def loss(some: set[Costs], exact: set[Costs]) -> float:
    """The factor by which the worst of the exact plans is missed."""
    return max(
        min(max((a + 1) / (b + 1) for a, b in zip(one, plan, strict=True)) for one in some) for plan in exact
    )


def anchor(module: Any, small: bool) -> Measured:
    """SciPy's sweep for the same people."""
    world, people = people_of(small)
    sweep = module.Sweep(world)
    times = [min(pair) for pair in zip(times_of(sweep.front, people), times_of(sweep.front, people), strict=True)]
    shares = []
    for person in people:
        exact = found(Expand(world, person, world.least_to(person.goal)))
        if exact:
            shares.append(len(sweep.front(person) & exact) / len(exact))
    return Measured({"plans": statistics.median(times)}, {"share": statistics.median(shares)})


# ── small graphs, everything tried ──

GRAPHS, SPOTS, MOVES, MOST = 60, 7, 15, 8


def same_as_naive() -> int:
    """On how many random graphs the search finds the front that trying every sequence of moves finds."""
    chance = random.Random(1)
    return sum(_same(chance) for _ in range(GRAPHS))


def _same(chance: random.Random) -> bool:
    moves: dict[int, list[tuple[int, Costs]]] = {}
    for _ in range(MOVES):
        start, end = chance.sample(range(SPOTS), 2)
        costs = tuple(chance.randint(1, 11) for _ in range(4))
        moves.setdefault(start, []).append((end, costs))

    def step(here: int, cost: Costs, length: int) -> Step:
        goal = True if here == SPOTS - 1 else None
        return Step(here, cost, Score(cost), goal, EXACT, (sum(cost),), length)

    def expand(node: Step) -> Iterator[Step]:
        for there, costs in moves.get(node.here, ()):
            yield step(there, tuple(map(int.__add__, node.cost, costs)), node.length + 1)

    start = step(0, (0, 0, 0, 0), 0)
    every = list(enumerate_plans(start, expand, MOST))
    naive = {node.cost for node in front(every, lambda node: node.score)}
    return naive == {node.cost for node in search(start, expand, pruning=BOUND, most_steps=MOST).goals}


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goals 18 and 20."""
    mine, scipy = found["plan search"], found.get("SciPy")
    same, graphs = mine.counts["same"], mine.counts["graphs"]
    lines = []
    if scipy:
        what = (
            f"plans of one person (worst factor {mine.counts['factor']:.2f}) / SciPy, 35 mixtures "
            f"(finds {scipy.counts['share']:.0%} of the front)"
        )
        lines.append(against("18", what, mine.seconds["plans"], scipy.seconds["plans"], 0.25))
    what = "small graphs with the front that trying everything finds"
    return [*lines, Row("20", what, f"{same:.0f} of {graphs:.0f}", "", None, None, same == graphs)]
