"""A flight as short lines in degrees, with the strips beside them, wherever on the map the land may lie.

Land has longitudes from -180 to 180. A flight over the date line runs on beyond them, so what lies outside is shown
once more, a whole turn further.
"""

from collections.abc import Iterator

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray

from waystation.desks.journeys.great_circle import (
    Floats,
    along,
    around,
    beside,
    degrees,
    normal_of,
    vectors,
)  # fmt: skip

CHUNK = 11
"""Points of one short line: ten steps, at most 200 km."""
POLE = 88.0
"""Degrees of latitude. Nearer to a pole a strip has no sides; there is no land but Antarctica, which is crossed."""
TURN, HALF = 360.0, 180.0
Geometries = NDArray[np.object_]
NONE: Geometries = np.array([], dtype=object)


class Line(Struct, frozen=True):
    """One flight: where it begins (3,), and `points` on its way (n, 3), the same there and back. Unit vectors."""

    start: Floats
    points: Floats


def line(start: tuple[float, float], end: tuple[float, float]) -> Line:
    """The great circle between two places, each as longitude and latitude in degrees."""
    (begins,) = vectors(np.array([start[0]]), np.array([start[1]]))
    one, other = sorted((start, end))
    ends = vectors(np.array([one[0], other[0]]), np.array([one[1], other[1]]))
    return Line(begins, along(ends[0], ends[1]))


def strings(flight: Line) -> Geometries:
    """The flight as short lines, the end of one the start of the next: (k,) geometries."""
    chunks = _chunks(_unrolled(degrees(flight.points)))
    shown = [np.asarray(shapely.linestrings(moved[seen])) for moved, seen in _turned(chunks)]
    return np.concatenate(shown)


def strips(flight: Line, margin: float) -> tuple[Geometries, Geometries]:
    """Short lines, and of each the strip of `margin` km on both sides; at the ends the circle around: (k,), (k,)."""
    normal = normal_of(flight.points[0], flight.points[-1])
    middle = _unrolled(degrees(flight.points))
    left, right = (_near(middle, degrees(beside(flight.points, normal, km))) for km in (margin, -margin))
    lines = _chunks(middle)
    sides = np.concatenate([_chunks(left), _chunks(right)[:, ::-1]], axis=1)
    found = list(_shown(lines, sides))
    for end, chunk in ((0, lines[:1]), (-1, lines[-1:])):
        circle = degrees(around(flight.points[end], margin))
        found += _shown(chunk, _near(middle[[end]], circle)[None])
    return np.concatenate([NONE, *(one for one, _ in found)]), np.concatenate([NONE, *(one for _, one in found)])


def _shown(lines: Floats, sides: Floats) -> Iterator[tuple[Geometries, Geometries]]:
    """Lines (k, c, 2) and the corners of their strips (k, d, 2) as geometries, at every turn where land may lie."""
    flat = np.abs(sides[..., 1]).max(axis=1) < POLE
    lines, sides = lines[flat], sides[flat]
    for moved, seen in _turned(sides):
        shift = moved[seen][:, :1] - sides[seen][:, :1]
        yield np.asarray(shapely.linestrings(lines[seen] + shift)), np.asarray(shapely.polygons(moved[seen]))


def _turned(shapes: Floats) -> Iterator[tuple[Floats, NDArray[np.bool_]]]:
    """Shapes (k, c, 2) moved by each whole turn, and which of them then lie over land's longitudes."""
    west, east = shapes[..., 0].min(axis=1), shapes[..., 0].max(axis=1)
    for turn in (-TURN, 0.0, TURN):
        seen = (west + turn < HALF) & (east + turn >= -HALF)
        if seen.any():
            yield shapes + np.array([turn, 0.0]), seen


def _chunks(points: Floats) -> Floats:
    """Points (n, 2) in runs of the same length, the last filled up with its last point: (k, CHUNK, 2)."""
    starts = np.arange(0, max(1, len(points) - 1), CHUNK - 1)
    return np.asarray(points[np.minimum(starts[:, None] + np.arange(CHUNK), len(points) - 1)])


def _unrolled(points: Floats) -> Floats:
    """Degrees (n, 2) without a jump: each longitude within half a turn of the one before."""
    return np.stack([np.unwrap(points[:, 0], period=TURN), points[:, 1]], axis=-1)


def _near(middle: Floats, points: Floats) -> Floats:
    """The points with longitudes within half a turn of those in the middle."""
    aside = (points[:, 0] - middle[:, 0] + HALF) % TURN - HALF
    return np.stack([middle[:, 0] + aside, points[:, 1]], axis=-1)
