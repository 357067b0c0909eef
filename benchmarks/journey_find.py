"""Ways over known routes for people of the examples, beside plain multi-criteria Dijkstra on rustworkx.

Ours builds the network, grades places and measures what lies below a flight within the time, as far as it needs them.
The anchor is handed all of that: its graph, and how grave every part is. Both must find the same front.

The routes are those of the file that WAYSTATION_ROUTES names, else those that `journeys pull routes` loaded, else a
made-up network of about the same size.
"""

import os
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.contest import ROOT, Measured, Row, against, shown
from waystation.casework.assess import views
from waystation.casework.find_way import find_way
from waystation.cli.files import cache_folder, load_case
from waystation.core.knowledge import Knowledge
from waystation.core.ways import Routes, WayAsked
from waystation.desks.dangers import Dangers
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import find_overflights
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.find import Pace, find_ways
from waystation.desks.journeys.flights import Flights
from waystation.desks.journeys.front import Leg, Quest, unbeaten
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.desks.journeys.network import Network, network_of
from waystation.desks.journeys.risks import Risks
from waystation.desks.journeys.routes import ROUTES, kept_routes, routes_of
from waystation.desks.planner import Case, entering
from waystation.errors import WaystationError
from waystation.registry.borders import read_land
from waystation.registry.read import read_knowledge

FOLDER = ROOT / "data"
ASKED = [
    ("journalist", "TBS", "LT"), ("journalist", "TBS", "VNO"), ("defender", "EVN", "CA"), ("defender", "EVN", "NRT"),
    ("defender", "FRA", "NRT"), ("afghan", "ISB", "DE"), ("hongkong", "TPE", "YYZ"), ("stateless", "SJO", "MAD"),
]  # fmt: skip
FEW, STOPS, AT_ONCE = 2, 2, 1_000
MANY, SMALL = 36_000, 1_500
LIMIT = 0.5


class Question(NamedTuple):
    """One search: whose, over which knowledge, what is asked."""

    case: Case
    known: Knowledge
    asked: WayAsked

    def risks(self) -> Risks:
        """New each time: nothing is kept from one search to the next."""
        dangers: Dangers = self.known.once("dangers", lambda: Dangers(self.known))
        return Risks(
            views(self.case, self.known), self.known, self.asked.day,
            lambda view, start, to, day: entering(view, start, to, day, self.known), dangers.grade,
        )  # fmt: skip


class World(NamedTuple):
    """What all searches share."""

    knowledge: Knowledge
    lands: Lands
    routes: Routes


def world(small: bool) -> World:
    """The knowledge, all land, and the routes."""
    knowledge = read_knowledge(FOLDER)
    lands = lands_of(read_land([FOLDER]), knowledge.territories)
    assert lands.tree is not None
    return World(knowledge, lands, made_up(SMALL) if small else real() or made_up(MANY))


def real() -> Routes | None:
    """The public routes, if they are there."""
    named = os.environ.get("WAYSTATION_ROUTES")
    try:
        return routes_of(Path(named)) if named else kept_routes(cache_folder() / ROUTES)
    except WaystationError:
        return None


def made_up(many: int) -> Routes:
    """Routes from a seed, there and back, most of them at a few airports, as in the world."""
    chance = random.Random(11)
    ends = {code for _, *pair in ASKED for code in pair if code in airports()}
    codes = sorted(ends) + sorted(chance.sample(sorted(airports().keys() - ends), min(3_300, many // 4)))
    weights = [1 / (at + 1) for at in range(len(codes))]
    onward: dict[str, set[str]] = {}
    while sum(map(len, onward.values())) < many:
        one, other = chance.choices(codes, weights)[0], chance.choice(codes)
        if one != other:
            onward.setdefault(one, set()).add(other)
            onward.setdefault(other, set()).add(one)
    kept = {start: tuple(sorted(onward[start])) for start in sorted(onward)}
    return Routes(url="made up", loaded=None, onward=kept, read=many, left_out=0)


def questions(knowledge: Knowledge, small: bool) -> Iterator[Question]:
    """What is asked, each with the knowledge of its day ready."""
    for name, start, end in ASKED[: FEW if small else None]:
        case = load_case(ROOT / "examples" / f"{name}.yaml", knowledge)
        yield Question(case, knowledge.as_of(case.as_of), read_asked(start, end, case.as_of, most_stops=STOPS))


def ours(small: bool) -> Measured:
    """Each search alone, and with the check of each way that is told."""
    every = world(small)
    found, told, fronts = [], [], {}
    for number, one in enumerate(questions(every.knowledge, small)):
        one.known.once("dangers", lambda known=one.known: Dangers(known))
        start = time.perf_counter()
        ways = find_ways(one.asked, every.routes, one.risks(), every.lands, Pace.on(one.known, one.asked.day))
        found.append(time.perf_counter() - start)
        start = time.perf_counter()
        find_way(one.case, every.knowledge, one.asked, every.routes, every.lands)
        told.append(time.perf_counter() - start)
        fronts |= marks(number, [(way.danger, way.minutes, way.changes) for way in ways])
    return Measured(
        {"find": statistics.median(found), "slowest": max(found), "told": max(told)},
        {"routes": every.routes.read, "searches": len(found), **fronts},
    )


def marks(number: int, front: list[tuple[int, int, int]]) -> dict[str, float]:
    """Numbers by which two fronts can be held against each other."""
    totals = [sum(column) for column in zip(*front, strict=True)] or [0, 0, 0]
    names = ("danger", "minutes", "changes")
    return {f"{name} {number}": total for name, total in zip(names, totals, strict=True)} | {
        f"ways {number}": len(front)
    }


def anchor(module: Any, small: bool) -> Measured:
    """The anchor on the same searches, with everything measured before; and our search with all of that in hand."""
    every, times, alike, fronts = world(small), [], [], {}
    measured: Flights | None = None
    for number, one in enumerate(questions(every.knowledge, small)):
        pace = Pace.on(one.known, one.asked.day)
        network = network_of(every.routes, pace.measures.speed)
        tolls, measured = graded(network, one, every.lands, pace, measured)
        graph = module.graph_of(network.out)
        starts, ends = network.numbers(one.asked.start), frozenset(network.numbers(one.asked.end))
        start = time.perf_counter()
        front = module.search(graph, starts, ends, STOPS + 1, pace.change, tolls)
        times.append(time.perf_counter() - start)
        fronts |= marks(number, front)
        quest = Quest(starts=starts, ends=ends, most_legs=STOPS + 1, change=pace.change)
        start = time.perf_counter()
        unbeaten(network, quest, tolls)
        alike.append(time.perf_counter() - start)
    return Measured(
        {"find": statistics.median(times), "slowest": max(times), "ours": statistics.median(alike)}, fronts
    )


def graded(
    network: Network, one: Question, lands: Lands, pace: Pace, before: Flights | None
) -> tuple[Flights, Flights]:
    """The tolls of one search with every flight measured; what lies below flights is taken over from `before`.

    All of it, whoever flies: not only what matters to the people of one search.
    """
    begins = airports()[one.asked.start[0]].country
    tolls = Flights(network, one.risks(), lands, pace.measures, begins, frozenset())
    legs: list[Leg] = [(start, end) for start, ends in enumerate(network.out) for end, _ in ends]
    if before is not None:
        tolls.know(before.over)
    left = [leg for leg in legs if not tolls.measured(*leg)]
    for at in range(0, len(left), AT_ONCE):
        some = left[at : at + AT_ONCE]
        spots = [tuple(_spot(network, end) for end in leg) for leg in some]
        tolls.know(dict(zip(some, find_overflights(spots, lands, pace.measures), strict=True)))
    return tolls, before or tolls


def _spot(network: Network, at: int) -> tuple[float, float]:
    airport = airports()[network.codes[at]]
    return airport.lon, airport.lat


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Ours alone, or against the anchor if it ran."""
    mine, plain = found["journey find"], found.get("rustworkx")
    routes = f"{mine.counts['routes']:,.0f} routes"
    whole = Row(
        "find", f"the slowest answer over {routes}, each way checked", shown(mine.seconds["told"]),
        f"≤ {shown(LIMIT)}", None, None, mine.seconds["told"] <= LIMIT,
    )  # fmt: skip
    if plain is None:
        return [whole]
    alike = all(mine.counts[name] == count for name, count in plain.counts.items())
    fronts = "the same fronts" if alike else "**other fronts**"
    what = f"ways over {routes}, {fronts}"
    return [
        against("find", f"{what} / rustworkx, plain multi-criteria Dijkstra", mine.seconds["find"],
                plain.seconds["find"], None, limit=LIMIT),
        against("find", "the search alone, all grades in hand / rustworkx, the same", plain.seconds["ours"],
                plain.seconds["find"], None),
        against("find", f"{what}, the slowest / rustworkx, its slowest", mine.seconds["slowest"],
                plain.seconds["slowest"], None, limit=LIMIT),
        whole,
    ]  # fmt: skip
