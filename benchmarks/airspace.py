"""What flights cross: one leg, and ten thousand at once, beside plain shapely that tries every country.

Both take the same borders and the same points on the great circle; building the shapes is not timed.
"""

import datetime as dt
import random
import time
from collections.abc import Mapping
from typing import Any

from benchmarks.contest import ROOT, Measured, Row, against, median_of
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import Measures, Place, find_overflight, find_overflights
from waystation.desks.journeys.flight_lines import line
from waystation.desks.journeys.great_circle import degrees
from waystation.desks.journeys.lands import lands_of
from waystation.registry.borders import read_land
from waystation.registry.read import read_knowledge

FOLDER = ROOT / "data"
DAY = dt.date(2026, 11, 24)
LEGS, SMALL, TRIED = 10_000, 40, 60
AT_ONCE = 1_000


def legs(many: int) -> list[tuple[Place, Place]]:
    """Pairs of airports drawn from a seed."""
    chance, known = random.Random(7), sorted(airports().values(), key=lambda one: one.iata)
    drawn = [chance.sample(known, 2) for _ in range(many)]
    return [((one.lon, one.lat), (other.lon, other.lat)) for one, other in drawn]


def ours(small: bool) -> Measured:
    """One leg warm with and without the margin, and all legs in a batch."""
    knowledge, land = read_knowledge(FOLDER), read_land([FOLDER])
    start = time.perf_counter()
    lands = lands_of(land, knowledge.territories)
    assert lands.tree is not None
    built = time.perf_counter() - start
    measures = Measures.on(knowledge, DAY)
    bare = Measures(speed=measures.speed, margin=0)
    some = legs(SMALL if small else TRIED)
    one = median_of(lambda leg: find_overflight(*leg, lands, measures), some)
    line_only = median_of(lambda leg: find_overflight(*leg, lands, bare), some)
    every = legs(SMALL if small else LEGS)
    start = time.perf_counter()
    found = [
        it
        for at in range(0, len(every), AT_ONCE)
        for it in find_overflights(every[at : at + AT_ONCE], lands, measures)
    ]
    batch = time.perf_counter() - start
    crossed = sum(len({passage.country for passage in it.crossed}) for it in found[: len(some)])
    return Measured(
        {"one": one, "line": line_only, "batch": batch, "build": built},
        {"legs": len(found), "compared": len(some), "crossed": crossed},
    )


def anchor(module: Any, small: bool) -> Measured:
    """The anchor on the same legs."""
    shapes = module.shapes(read_land([FOLDER]))
    some = legs(SMALL if small else TRIED)
    lines = [degrees(line(*leg).points) for leg in some]
    one = median_of(lambda points: module.crossed(points, shapes), lines, rounds=1)
    return Measured({"line": one}, {"crossed": sum(len(module.crossed(points, shapes)) for points in lines)})


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Flights, as far as the anchor ran."""
    mine, plain = found["airspace"], found.get("shapely, no tree")
    if plain is None:
        return []
    many = f"{mine.counts['legs']:,.0f} legs in a batch, each / one leg alone"
    below = (
        f"countries below a line ({mine.counts['crossed']:.0f}, {plain.counts['crossed']:.0f}) / shapely, no tree"
    )
    whole, of_plain = mine.seconds["one"], plain.seconds["line"]
    return [
        against("air", below, mine.seconds["line"], of_plain, None),
        against(
            "air", "one leg with what is close (and ≤ 5 ms) / shapely, no tree", whole, of_plain, 1.0, limit=0.005
        ),
        against("air", many, mine.seconds["batch"] / mine.counts["legs"], whole, None),
        against("air", "cutting the land, once / one leg", mine.seconds["build"], whole, None),
    ]
