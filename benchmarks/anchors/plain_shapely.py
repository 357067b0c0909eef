"""Plain shapely: a flight is intersected with every country in turn, as one writes it first. No tree, no tiles."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from waystation.core.borders import Land

JUMP = 180


def shapes(land: Land) -> dict[str, BaseGeometry]:
    """Each country as one shape in degrees."""
    return {
        code: shapely.union_all([_polygon(rings, land.grid) for rings in parts])
        for code, parts in land.countries.items()
    }


def _polygon(rings: tuple[tuple[int, ...], ...], grid: float) -> BaseGeometry:
    outer, *holes = (np.cumsum(np.reshape(ring, (-1, 2)), axis=0) * grid for ring in rings)
    return shapely.Polygon(outer, holes)


def crossed(points: np.ndarray, countries: dict[str, BaseGeometry]) -> set[str]:
    """The countries that the points (n, 2), joined, lead over; cut where they jump over the date line."""
    jumps = np.flatnonzero(np.abs(np.diff(points[:, 0])) > JUMP) + 1
    parts = [shapely.LineString(part) for part in np.split(points, jumps) if len(part) > 1]
    line = shapely.MultiLineString(parts)
    return {code for code, shape in countries.items() if line.intersection(shape).length > 0}
