"""Land as it lies on one flat map: cut to its edges, with no more points than an eye can tell apart."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import numpy as np
import shapely
from msgspec import Struct
from shapely.geometry.base import BaseGeometry

from waystation.core.charts import WIDTH, Ring
from waystation.desks.journeys.great_circle import RADIUS, Floats
from waystation.desks.journeys.lands import Owner
from waystation.desks.journeys.plane import Plane

DENSE = 1.0
"""Degrees: the most between two points of an outline, for a straight line on the grid is bent on the map."""
FINE, SPECK = 0.3, 0.8
"""Units of the map: how far a line may be moved to have fewer points; the area of an island too small to be seen."""
EDGE = 4.0
"""Units beyond the edge that are still drawn, so that the edge itself is no coast."""
SEAM = 1e-3
"""Units within which what was cut apart at the date line meets again."""
HALF = 180.0


class Frame(Struct, frozen=True, kw_only=True):
    """What a map shows: `wide` by `high` kilometres around its middle."""

    plane: Plane
    wide: float
    high: float

    @property
    def height(self) -> float:
        """In units of the map."""
        return self.high / self.wide * WIDTH

    @property
    def reach(self) -> float:
        """Kilometres from the middle to a corner."""
        return float(np.hypot(self.wide, self.high) / 2)

    def units(self, places: Floats) -> Floats:
        """Degrees (n, 2) → units of the map (n, 2)."""
        flat = self.plane.flat(places)
        return np.asarray(
            np.stack([self.wide / 2 + flat[:, 0], self.high / 2 - flat[:, 1]], axis=-1) * WIDTH / self.wide
        )


def outlines(land: Iterable[tuple[Owner, BaseGeometry]], frame: Frame) -> Iterator[tuple[Owner, BaseGeometry]]:
    """What is seen of each owner's land, in units of the map; owners in their order."""
    shown = shapely.box(-EDGE, -EDGE, WIDTH + EDGE, frame.height + EDGE)
    ordered = sorted(land, key=lambda one: one[0])
    for owner, pieces in groupby(ordered, key=lambda one: one[0]):
        flat = [_flat(piece, frame) for _, piece in pieces if _seen(piece, frame)]
        if not flat:
            continue
        whole = shapely.union_all(flat, grid_size=SEAM)
        cut = shapely.simplify(shapely.intersection(whole, shown), FINE)
        parts = [one for one in shapely.get_parts(cut) if one.geom_type == "Polygon"]
        largest = max((float(one.area) for one in parts), default=0.0)
        if largest:
            seen = [one for one in parts if one.area >= min(SPECK, largest)]
            if inside(shapely.MultiPolygon(seen), frame):
                yield owner, shapely.MultiPolygon(seen)


def inside(shape: BaseGeometry, frame: Frame) -> list[shapely.Polygon]:
    """The pieces of what lies within the edges of the map, the widest last."""
    cut = shapely.get_parts(shapely.clip_by_rect(shape, 0, 0, WIDTH, frame.height))
    return sorted((one for one in cut if isinstance(one, shapely.Polygon)), key=lambda one: float(one.area))


def rings(shape: BaseGeometry) -> tuple[Ring, ...]:
    """Outer rings and holes alike, without the last point, which is the first."""
    edges = [ring for one in shapely.get_parts(shape) for ring in (one.exterior, *one.interiors)]
    return tuple(tuple((round(x, 1), round(y, 1)) for x, y in edge.coords[:-1]) for edge in edges)


def _seen(piece: BaseGeometry, frame: Frame) -> bool:
    """Whether some of it lies within reach, and none of it around the opposite side of the globe."""
    far = np.hypot(*frame.plane.flat(shapely.get_coordinates(piece)).T)
    opposite = shapely.Point((frame.plane.lon + 2 * HALF) % (2 * HALF) - HALF, -frame.plane.lat)
    home = shapely.Point(frame.plane.lon, frame.plane.lat)
    near = float(far.min()) <= frame.reach or bool(piece.contains(home))
    return near and float(far.max()) < np.pi * RADIUS and not piece.contains(opposite)


def _flat(piece: BaseGeometry, frame: Frame) -> BaseGeometry:
    dense = shapely.segmentize(piece, DENSE)
    drawn = shapely.transform(dense, frame.units)
    return shapely.make_valid(drawn) if not drawn.is_valid else drawn
