"""The journey on a flat map: which part of the globe it shows, and what lies there."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from waystation.core.assessments import LegAnswer
from waystation.core.borders import Territory
from waystation.core.charts import WIDTH, Chart, Meets, Patch, Spot, Track
from waystation.core.itineraries import Itinerary, Leg
from waystation.desks.journeys.flight_lines import line
from waystation.desks.journeys.great_circle import RADIUS, Floats, degrees
from waystation.desks.journeys.lands import Lands, Owner
from waystation.desks.journeys.outline import Frame, inside, outlines, rings
from waystation.desks.journeys.plane import around

MARGIN, LEAST_MARGIN, LEAST_SIDE = 0.1, 120.0, 500.0
"""Of the journey's longer side; at least so many kilometres; the map's shorter side in kilometres."""
FLATTEST, TALLEST = 0.55, 0.9
"""Height by width."""
WIDEST = 0.95 * np.pi * RADIUS
"""Kilometres from the middle: beyond, the other side of the globe begins."""
FINE = 0.3
"""Units of the map by which a line may be moved to have fewer points."""


def draw_chart(
    itinerary: Itinerary, legs: Sequence[LegAnswer], homes: Iterable[str], lands: Lands,
    territories: Mapping[str, Territory], names: Sequence[str] = (),
) -> Chart | None:  # fmt: skip
    """The map of the legs between airports; None if there is no such leg. `legs`: what was found of each.

    `names`: what each leg of the itinerary is called on the map; left out: its number.
    """
    ways = {
        at: _way(leg) for at, leg in enumerate(itinerary.legs, start=1) if leg.start.airport and leg.end.airport
    }
    if not ways:
        return None
    frame = _frame(np.concatenate(list(ways.values())))
    met, own = _met(legs), frozenset(homes)
    return Chart(
        height=round(frame.height, 1),
        patches=tuple(
            _patch(owner, shape, frame, met, own, territories) for owner, shape in outlines(lands.whole, frame)
        ),
        tracks=tuple(
            Track(_called(number, names), _track(way, frame), itinerary.legs[number - 1].mode == "air")
            for number, way in ways.items()
        ),
        spots=_spots(itinerary, frame),
    )


def _called(number: int, names: Sequence[str]) -> str:
    return names[number - 1] if names else str(number)


def _way(leg: Leg) -> Floats:
    """The shortest way as degrees (n, 2)."""
    assert leg.start.airport
    assert leg.end.airport
    ends = [(one.lon, one.lat) for one in (leg.start.airport, leg.end.airport)]
    return degrees(line(ends[0], ends[1]).points)


def _frame(places: Floats) -> Frame:
    plane = around(places)
    flat = plane.flat(places)
    sides = 2 * np.abs(flat).max(axis=0)
    margin = max(LEAST_MARGIN, MARGIN * float(sides.max()))
    wide, high = (max(LEAST_SIDE, float(side) + 2 * margin) for side in sides)
    wide = max(wide, high / TALLEST)
    high = max(high, wide * FLATTEST)
    shrunk = min(1.0, WIDEST / float(np.hypot(wide, high) / 2))
    return Frame(plane=plane, wide=wide * shrunk, high=high * shrunk)


def _met(legs: Iterable[LegAnswer]) -> dict[tuple[str, str], Meets]:
    """What the journey does to each country or named part: what is crossed once is crossed."""
    above = [leg.over for leg in legs if leg.over]
    close: dict[tuple[str, str], Meets] = {
        (one.country, one.territory or ""): "close" for over in above for one in over.close
    }
    return close | {(one.country, one.territory or ""): "crossed" for over in above for one in over.crossed}


def _patch(
    owner: Owner, shape: BaseGeometry, frame: Frame, met: Mapping[tuple[str, str], Meets], homes: frozenset[str],
    territories: Mapping[str, Territory],
) -> Patch:  # fmt: skip
    named = territories.get(owner.territory)
    radius = shapely.maximum_inscribed_circle(inside(shape, frame)[-1], tolerance=1.0)
    x, y = radius.coords[0]
    return Patch(
        country=owner.country,
        title=named.title if named else "",
        held=named is not None and named.kind == "held",
        rules=owner.rules or None,
        home=bool(homes & {owner.country, owner.rules}),
        meets=met.get((owner.country, owner.territory), "none"),
        rings=rings(shape),
        at=(round(x, 1), round(y, 1)),
        room=round(float(radius.length), 1),
    )


def _track(way: Floats, frame: Frame) -> tuple[tuple[float, float], ...]:
    drawn = shapely.simplify(shapely.LineString(frame.units(way)), FINE)
    return tuple((round(x, 1), round(y, 1)) for x, y in drawn.coords)


def _spots(itinerary: Itinerary, frame: Frame) -> tuple[Spot, ...]:
    """Each airport once, in the order of the journey."""
    found = {}
    for leg in itinerary.legs:
        for one in (leg.start.airport, leg.end.airport):
            if one is not None:
                (at,) = frame.units(np.array([[one.lon, one.lat]])).tolist()
                found[one.iata or one.icao] = (round(at[0], 1), round(at[1], 1))
    return tuple(
        Spot(code, (x, y)) for code, (x, y) in found.items() if 0 <= x <= WIDTH and 0 <= y <= frame.height
    )
