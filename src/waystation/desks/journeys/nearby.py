"""What lies beside a flight: land within some kilometres of the line that the line does not cross."""

from collections.abc import Collection, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from waystation.core.borders import Nearby
from waystation.desks.journeys.flight_lines import Line, strips
from waystation.desks.journeys.great_circle import RADIUS
from waystation.desks.journeys.lands import Geometries, Lands

KM_PER_DEGREE = RADIUS * np.pi / 180


def find_nearby(
    flights: Sequence[Line], lands: Lands, margin: float, crossed: Sequence[Collection[int]]
) -> list[dict[int, Nearby]]:
    """Of each flight: what lies within `margin` km and is not among the owners `crossed`, by the owner's number."""
    found: list[dict[int, Nearby]] = [{} for _ in flights]
    if margin <= 0:
        return found
    cut = [strips(flight, margin) for flight in flights]
    flight_of: NDArray[np.int64] = np.repeat(np.arange(len(flights)), [len(some) for some, _ in cut])
    lines: Geometries = np.concatenate([some for some, _ in cut])
    which, piece = lands.tree.query(np.concatenate([some for _, some in cut]), predicate="intersects")
    owner = lands.owner_of[piece]
    other = np.array([at not in crossed[flight] for flight, at in zip(flight_of[which].tolist(), owner.tolist(),
                                                                      strict=True)], dtype=bool)  # fmt: skip
    which, piece, owner = which[other], piece[other], owner[other]
    km = _distances(lines[which], lands.pieces[piece])
    for flight, at, distance in zip(flight_of[which].tolist(), owner.tolist(), km.tolist(), strict=True):
        before = found[flight].get(at)
        if distance <= margin and (before is None or distance < before.km):
            whose = lands.owners[at]
            found[flight][at] = Nearby(
                country=whose.country,
                territory=whose.territory or None,
                rules=whose.rules or None,
                km=round(distance, 1),
            )
    return found


def _distances(lines: Geometries, pieces: Geometries) -> NDArray[np.float64]:
    """Kilometres between each short line and its piece of land, with longitudes shrunk as they are at the line."""
    if not len(lines):
        return np.empty(0)
    shrunk = np.cos(np.radians(shapely.get_y(shapely.centroid(lines))))
    return np.asarray(
        shapely.distance(_shrunk(lines, shrunk), _shrunk(pieces, shrunk)) * KM_PER_DEGREE, dtype=np.float64
    )


def _shrunk(shapes: Geometries, by: NDArray[np.float64]) -> Geometries:
    copies = shapes.copy()
    points, index = shapely.get_coordinates(copies, return_index=True)
    points[:, 0] *= by[index]
    return np.asarray(shapely.set_coordinates(copies, points))
