"""A made-up world: 200 countries, 12 statuses, 6 states of papers: 14,400 places to stand, 545,000 moves.

Four costs of each move: weeks, quarter-thousands of euros, classes of risk, effort. Travel does not depend on
the status one leaves, so it is kept once for each country and state of papers. A person may pass a part of the
countries and ask for a part of the permits: `Person`.
"""

import heapq
import math
import random
from collections.abc import Iterable, Iterator
from itertools import product

from msgspec import Struct

from waystation.desks.planner.score import Score

COUNTRIES, STATUSES, PAPERS = 200, 12, 6
VISITOR, SETTLED = 1, (9, 10, 11)
OPENNESS = (0.05, 0.09, 0.14, 0.19, 0.25, 0.32)
Costs = tuple[int, int, int, int]
Edges = list[tuple[int, Costs, int]]
"""(where to, what it costs, number of the permit or -1)"""


def spot(country: int, status: int, papers: int) -> int:
    """The number of a place to stand."""
    return (country * STATUSES + status) * PAPERS + papers


class World:
    """All moves, the same for everybody."""

    def __init__(self, countries: int = COUNTRIES, seed: int = 3) -> None:
        self.countries, self.chance = countries, random.Random(seed)
        self.travel: list[Edges] = [[] for _ in range(countries * PAPERS)]
        self.other: list[Edges] = [[] for _ in range(countries * STATUSES * PAPERS)]
        self.permits = 0
        regions = [self.chance.randrange(8) for _ in range(countries)]
        for start, end in product(range(countries), repeat=2):
            if start != end:
                self._add_travel(start, end, near=regions[start] == regions[end])
        for country, status in product(range(countries), range(STATUSES)):
            for gained in self.chance.sample(range(STATUSES), 4):
                if gained not in (status, VISITOR):
                    self._add_permit(country, status, gained)
        for fast, here in product((False, True), range(len(self.other))):
            if here % PAPERS < PAPERS - 1 and self.chance.random() < 0.6:
                self._add_papers(here, fast=fast)

    def _add_travel(self, start: int, end: int, *, near: bool) -> None:
        """From one country to another, for those whose papers are good enough."""
        chance = self.chance
        days, closed = chance.randint(1, 2 if near else 4), chance.random()
        costs = coarse(days, 30 + 90 * days + chance.randrange(400), 20 + 40 * int(closed * 10), 1)
        for papers, share in enumerate(OPENNESS):
            if closed < share:
                self.travel[start * PAPERS + papers].append((spot(end, VISITOR, papers), costs, -1))

    def _add_permit(self, country: int, status: int, gained: int) -> None:
        """From one status to another, for those whose papers are good enough."""
        chance, up = self.chance, gained in SETTLED
        least = chance.randrange(1, PAPERS if up else 4)
        days = chance.randrange(30, 360) if up else chance.randrange(5, 120)
        euros = chance.randrange(10, 400 if up else 150) * 10
        risk, effort = chance.randrange(50, 1500), chance.randrange(2, 6)
        for papers in range(least, PAPERS):
            costs = coarse(days, euros, max(10, risk - 120 * papers), effort)
            self.other[spot(country, status, papers)].append((spot(country, gained, papers), costs, self.permits))
            self.permits += 1

    def _add_papers(self, here: int, *, fast: bool) -> None:
        """To better papers: fast and dear, or slow and cheap."""
        chance = self.chance
        days = chance.randrange(3, 15) if fast else chance.randrange(15, 90)
        euros = (chance.randrange(20, 120) if fast else chance.randrange(1, 30)) * 10
        costs = coarse(days, euros, chance.randrange(5, 120), chance.randrange(1, 4))
        self.other[here].append((here + 1, costs, -1))

    def edges_from(self, here: int) -> Iterator[tuple[int, Costs, int]]:
        """All moves from a place."""
        yield from self.travel[here // (STATUSES * PAPERS) * PAPERS + here % PAPERS]
        yield from self.other[here]

    def least_to(self, country: int, which: Iterable[int] = range(4)) -> list[tuple[int, ...]]:
        """Of each place the least of every cost (or of some) to settle in a country, whoever one is."""
        back: list[list[tuple[int, Costs]]] = [[] for _ in self.other]
        for here in range(len(self.other)):
            for there, costs, _ in self.edges_from(here):
                back[there].append((here, costs))
        bounds = [_backwards(back, goals(country), at) for at in which]
        return list(zip(*bounds, strict=True))


FAR = 2048
"""No plan costs as much: what cannot be reached."""


def _backwards(back: list[list[tuple[int, Costs]]], ends: frozenset[int], at: int) -> list[int]:
    """Dijkstra from the goals over one cost."""
    least = [FAR] * len(back)
    queue = [(0, end) for end in ends]
    for end in ends:
        least[end] = 0
    while queue:
        cost, there = heapq.heappop(queue)
        if cost > least[there]:
            continue
        for here, costs in back[there]:
            if cost + costs[at] < least[here]:
                least[here] = cost + costs[at]
                heapq.heappush(queue, (least[here], here))
    return least


def coarse(days: int, euros: int, risk: int, effort: int) -> Costs:
    """In units a reader would use: weeks, 250 euros, classes of risk, effort as it is."""
    return max(1, -(-int(days) // 7)), -(-int(euros) // 250), -(-int(risk) // 100), int(effort)


def goals(country: int) -> frozenset[int]:
    """Places where one is settled in a country."""
    return frozenset(spot(country, status, papers) for status in SETTLED for papers in range(PAPERS))


class Person(Struct):
    """What one person may do (countries they may pass, permits they can get), their start and goal."""

    start: int
    goal: int
    passes: list[bool]
    gets: list[bool]

    def may(self, here: int, there: int, permit: int) -> bool:
        """Whether the person may make this move."""
        country = there // (STATUSES * PAPERS)
        if permit >= 0:
            return self.gets[permit]
        return self.passes[country] or country == here // (STATUSES * PAPERS)


def make_people(world: World, count: int, seed: int = 9) -> list[Person]:
    """Some people, each with a start and a goal."""
    chance = random.Random(seed)
    return [_person(world, chance) for _ in range(count)]


def _person(world: World, chance: random.Random) -> Person:
    start, goal = chance.randrange(world.countries), chance.randrange(world.countries)
    passes = [country == goal or chance.random() < 0.35 for country in range(world.countries)]
    gets = [chance.random() < 0.5 for _ in range(world.permits)]
    return Person(spot(start, 0, chance.randrange(2)), goal, passes, gets)


class Step(Struct, frozen=True, eq=False):
    """A partial plan in this world, as the planner's search sees it. `ahead`: the least still to come."""

    here: int
    cost: Costs
    least: Score
    goal: bool | None
    bands: tuple[int, ...]
    order: tuple[int, ...]
    length: int = 0

    @property
    def score(self) -> Score:
        """What it cost so far, in bands."""
        c0, c1, c2, c3 = self.cost
        bands = self.bands
        return Score((bands[c0], bands[c1], bands[c2], bands[c3]))

    def key(self) -> int:
        """Where one stands decides what can follow."""
        return self.here

    def lasts(self, _other: "Step") -> bool:
        """Nothing runs out here."""
        return True


MOST = 2 * FAR
EXACT = tuple(range(MOST))


def bands_of(width: float) -> tuple[int, ...]:
    """Of each amount the band it falls in: an amount of the same band is less than `width` times as much."""
    return tuple(int(math.log(amount + 1) / math.log(width)) for amount in range(MOST))


class Expand:
    """The moves of one person."""

    def __init__(self, world: World, person: Person, ahead: list[Costs], bands: tuple[int, ...] = EXACT) -> None:
        self._world, self._person, self._ahead, self._bands = world, person, ahead, bands
        self._goals = goals(person.goal)
        self._moves: dict[int, list[tuple[int, Costs]]] = {}

    def start(self) -> Step:
        """Where the person begins."""
        return self._step(self._person.start, (0, 0, 0, 0), 0)

    def _step(self, here: int, cost: Costs, length: int) -> Step:
        c0, c1, c2, c3 = cost
        a0, a1, a2, a3 = self._ahead[here]
        bands, goal = self._bands, True if here in self._goals else None
        c0, c1, c2, c3 = c0 + a0, c1 + a1, c2 + a2, c3 + a3
        least = Score((bands[c0], bands[c1], bands[c2], bands[c3]))
        return Step(here, cost, least, goal, bands, (c0 + c1 + c2 + c3, c0, c1, c2, c3), length)

    def __call__(self, step: Step) -> Iterator[Step]:
        """All partial plans one move further."""
        make, length = self._step, step.length + 1
        c0, c1, c2, c3 = step.cost
        for there, (d0, d1, d2, d3) in self._moves_from(step.here):
            yield make(there, (c0 + d0, c1 + d1, c2 + d2, c3 + d3), length)

    def _moves_from(self, here: int) -> list[tuple[int, Costs]]:
        """The moves that this person may make and that can lead to the goal, worked out once for each place."""
        if here not in self._moves:
            may, ahead = self._person.may, self._ahead
            self._moves[here] = [
                (there, costs)
                for there, costs, permit in self._world.edges_from(here)
                if ahead[there][0] < FAR and may(here, there, permit)
            ]
        return self._moves[here]
