"""The plan of the least weeks in the made-up world: the planner's own search, beside Fast Downward (goal 19)."""

import statistics
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from benchmarks.contest import Measured, Row, against, times_of
from benchmarks.graph import Costs, Expand, Person, Step, World, make_people
from benchmarks.plan_search import BOUND, FEW_COUNTRIES, KEPT, STEPS
from waystation.desks.planner.score import Score
from waystation.desks.planner.search import search

PEOPLE, MANY = 2, 50
WEEKS = 0
"""The place of the weeks among the costs."""


class Hasty(Step, frozen=True, eq=False):
    """A partial plan of which only the weeks count."""

    @property
    def score(self) -> Score:
        """The weeks so far."""
        return Score((self.cost[WEEKS],))


class Fastest(Expand):
    """The moves of one person who counts weeks alone."""

    def _step(self, here: int, cost: Costs, length: int) -> Hasty:
        weeks = cost[WEEKS] + self._ahead[here][WEEKS]
        goal = True if here in self._goals else None
        return Hasty(here, cost, Score((weeks,)), goal, self._bands, (weeks,), length)


def least_weeks(world: World, person: Person, ahead: list[tuple[int, ...]]) -> int | None:
    """The weeks of the fastest plan; None if there is none."""
    expand = Fastest(world, person, ahead)
    found = search(expand.start(), expand, pruning=BOUND, most_steps=STEPS, most_kept=KEPT).goals
    return found[0].cost[WEEKS] if found else None


def people_of(small: bool) -> tuple[World, list[Person]]:
    """The world and some people who can reach their goal in it."""
    world = World(FEW_COUNTRIES) if small else World()
    return world, list(islice(_arriving(world), 1 if small else PEOPLE))


def _arriving(world: World) -> Iterator[Person]:
    for person in make_people(world, MANY):
        if least_weeks(world, person, world.least_to(person.goal, [WEEKS])) is not None:
            yield person


def ours(small: bool) -> Measured:
    """Each person's fastest plan; with the bounds of the goal at hand, and with working them out first."""
    world, people = people_of(small)
    cases = [(person, world.least_to(person.goal, [WEEKS])) for person in people]

    def plan(case: tuple[Person, list[tuple[int, ...]]]) -> int | None:
        return least_weeks(world, *case)

    def plan_anew(person: Person) -> int | None:
        return least_weeks(world, person, world.least_to(person.goal, [WEEKS]))

    times = [min(some) for some in zip(*(times_of(plan, cases) for _ in range(3)), strict=True)]
    return Measured(
        {"plan": statistics.median(times), "plan anew": statistics.median(times_of(plan_anew, people))},
        {"countries": world.countries, **{f"weeks {at}": plan(case) or 0 for at, case in enumerate(cases)}},
    )


def anchor(module: Any, small: bool) -> Measured:
    """The same plans by the anchor; what it reads is written before."""
    world, people = people_of(small)
    cases = enumerate([module.prepared(world, person) for person in people])
    weeks: dict[str, float] = {}

    def plan(case: tuple[int, str]) -> None:
        at, problem = case
        weeks[f"weeks {at}"] = module.least_weeks(problem) or 0

    return Measured({"plan": statistics.median(times_of(plan, cases))}, weeks)


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goal 19: the time counts only where every plan costs what the anchor's does."""
    mine, theirs = found["one cost"], found.get("Fast Downward")
    if theirs is None:
        return []
    equal = all(mine.counts[name] == weeks for name, weeks in theirs.counts.items())
    weeks = ", ".join(f"{mine.counts[name]:.0f} = {weeks:.0f}" for name, weeks in theirs.counts.items())
    if not equal:
        weeks = weeks.replace("=", "beside")
    what = f"fastest plan of one person, {mine.counts['countries']:.0f} countries (weeks: {weeks}) / Fast Downward"
    line = against("19", what, mine.seconds["plan"], theirs.seconds["plan"], 0.01)
    line.reached = line.reached and equal
    anew = "the same with the bounds to the goal worked out first / Fast Downward"
    return [line, against("19", anew, mine.seconds["plan anew"], theirs.seconds["plan"], None)]
