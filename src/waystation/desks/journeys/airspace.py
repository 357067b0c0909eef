"""Which countries a flight crosses if it takes the shortest way, and which it passes close by."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray

from waystation.core.borders import Overflight, Passage
from waystation.core.knowledge import Knowledge
from waystation.desks.journeys.flight_lines import Line, line, strings
from waystation.desks.journeys.great_circle import apart, lengths, vectors
from waystation.desks.journeys.lands import Geometries, Lands
from waystation.desks.journeys.nearby import find_nearby
from waystation.errors import NotFoundError

MINUTES = 60
SPEED, MARGIN = "cruise-speed", "airspace-margin"
"""Ids of the parameters."""
LEAST = 0.05
"""Kilometres below which a country is not crossed but touched."""
Place = tuple[float, float]
"""Longitude and latitude in degrees."""
Numbers = NDArray[np.int64]


class Measures(Struct, frozen=True):
    """`speed` in km/h makes minutes of kilometres; `margin` in km says how close is close. Parameters, both."""

    speed: float
    margin: float

    @classmethod
    def on(cls, knowledge: Knowledge, day: dt.date) -> "Measures":
        """What the knowledge states on `day`. Raises NotFoundError."""
        return cls(speed=_number(knowledge, SPEED, day), margin=_number(knowledge, MARGIN, day))


def _number(knowledge: Knowledge, name: str, day: dt.date) -> float:
    value = knowledge.parameter(name, day)
    if not isinstance(value, (int, float)):
        raise NotFoundError("error.no-record", asked=name)
    return float(value)


def find_overflight(start: Place, end: Place, lands: Lands, measures: Measures) -> Overflight:
    """What the great circle from `start` to `end` crosses. See `find_overflights` for many at once."""
    return find_overflights([(start, end)], lands, measures)[0]


def find_overflights(legs: Sequence[tuple[Place, Place]], lands: Lands, measures: Measures) -> list[Overflight]:
    """For each pair of places (longitude, latitude in degrees) what lies below the shortest way, in their order.

    Land only; the ends count. What is crossed twice is added up. Memory grows with the number of legs: hand over
    some thousands at a time.
    """
    flights = [line(*leg) for leg in legs]
    crossed = _crossed(flights, lands, measures.speed)
    close = find_nearby(flights, lands, measures.margin, crossed)
    return [
        Overflight(
            length=round(float(apart(flight.points[0], flight.points[-1])), 1),
            speed=measures.speed,
            margin=measures.margin,
            crossed=tuple(sorted(over.values(), key=lambda one: one.begins)),
            close=tuple(sorted(near.values(), key=lambda one: one.km)),
        )
        for flight, over, near in zip(flights, crossed, close, strict=True)
    ]


def _crossed(flights: Sequence[Line], lands: Lands, speed: float) -> list[dict[int, Passage]]:
    """Of each flight: the passage over each owner of land, by the owner's number."""
    cut = [strings(flight) for flight in flights]
    lines: Geometries = np.concatenate(cut)
    flight_of: Numbers = np.repeat(np.arange(len(flights)), [len(some) for some in cut])
    which, piece = lands.tree.query(lines)
    inside = shapely.intersection(lines[which], lands.pieces[piece])
    parts, pair = shapely.get_parts(inside, return_index=True)
    points, part = shapely.get_coordinates(parts, return_index=True)
    found: list[dict[int, Passage]] = [{} for _ in flights]
    if not len(points):
        return found
    steps = np.where(np.diff(part) == 0, lengths(points), 0.0)
    pair_of = pair[part]
    flight, owner = flight_of[which[pair_of]], lands.owner_of[piece[pair_of]]
    keys, group = np.unique(flight * len(lands.owners) + owner, return_inverse=True)
    km = np.bincount(group[:-1], weights=steps, minlength=len(keys))
    starts = np.array([one.start for one in flights])[flight]
    begins = np.full(len(keys), np.inf)
    np.minimum.at(begins, group, apart(starts, vectors(points[:, 0], points[:, 1])))
    for key, length, first in zip(keys.tolist(), km.tolist(), begins.tolist(), strict=True):
        if length >= LEAST:
            number, at = divmod(key, len(lands.owners))
            found[number][at] = _passage(lands, at, length, first, speed)
    return found


def _passage(lands: Lands, at: int, km: float, begins: float, speed: float) -> Passage:
    owner = lands.owners[at]
    return Passage(
        country=owner.country,
        territory=owner.territory or None,
        rules=owner.rules or None,
        km=round(km, 1),
        minutes=max(1, round(km / speed * MINUTES)),
        begins=round(begins, 1),
    )
