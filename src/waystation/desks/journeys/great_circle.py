"""The shortest way over the globe: points on it, distances, and points beside it. Plain spherical formulas.

Arrays of shape (n,) unless said otherwise; degrees outside, kilometres for lengths. Vectors: (…, 3) on a unit globe.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RADIUS = 6371.0088
"""Kilometres: the mean radius of the Earth. Against the ellipsoid a distance is at most 0.6 hundredths off."""
STEP = 20.0
"""Kilometres: the most between two points of a line."""


def vectors(lon: Floats, lat: Floats) -> Floats:
    """Degrees (…,) → unit vectors (…, 3)."""
    x, y = np.radians(lon), np.radians(lat)
    return _floats(np.stack([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)], axis=-1))


def degrees(points: Floats) -> Floats:
    """Vectors (…, 3) → longitude and latitude in degrees (…, 2), longitude from -180 to 180."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    return _floats(np.degrees(np.stack([np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))], axis=-1)))


def apart(one: Floats, other: Floats) -> Floats:
    """Kilometres between unit vectors (…, 3), right to a metre for the smallest and the largest distance."""
    chord = np.sqrt(np.sum((one - other) ** 2, axis=-1))
    return _floats(2 * RADIUS * np.arcsin(np.minimum(chord / 2, 1.0)))


def lengths(coordinates: Floats) -> Floats:
    """Kilometres between each two neighbours of (n, 2) degrees: (n - 1,)."""
    points = vectors(coordinates[:, 0], coordinates[:, 1])
    return apart(points[:-1], points[1:])


def along(start: Floats, end: Floats, step: float = STEP) -> Floats:
    """Vectors (n, 3) from `start` to `end` (each (3,)), both included, at most `step` km apart.

    Between two opposite ends every way is the shortest: the one over a pole is taken.
    """
    normal, length = normal_of(start, end), float(apart(start, end))
    angles = np.linspace(0.0, length / RADIUS, max(2, int(np.ceil(length / step)) + 1))[:, None]
    return _floats(np.cos(angles) * start + np.sin(angles) * np.cross(normal, start))


def beside(points: Floats, normal: Floats, km: float) -> Floats:
    """The points (n, 3) of a line moved `km` towards its normal (3,); below nought: to the other side."""
    angle = km / RADIUS
    return _floats(np.cos(angle) * points + np.sin(angle) * normal)


def around(point: Floats, km: float, corners: int = 16) -> Floats:
    """Vectors (corners, 3) of a ring that encloses the circle of `km` around a point (3,)."""
    east = _unit(np.cross(_away(point), point))
    north, far = np.cross(point, east), km / RADIUS / np.cos(np.pi / corners)
    turn = np.linspace(0.0, 2 * np.pi, corners, endpoint=False)[:, None]
    return _floats(np.cos(far) * point + np.sin(far) * (np.cos(turn) * east + np.sin(turn) * north))


def normal_of(start: Floats, end: Floats) -> Floats:
    """The unit vector at right angles to the way from `start` to `end`."""
    across = np.cross(start, end)
    if np.linalg.norm(across) > 1e-9:  # noqa: PLR2004 - about a centimetre
        return _unit(across)
    return _unit(np.cross(start, _away(start)))


def _away(point: Floats) -> Floats:
    """A vector that is never along `point`: the pole, or the equator for a point near a pole."""
    return np.array([0.0, 0.0, 1.0] if abs(point[2]) < 0.9 else [1.0, 0.0, 0.0])  # noqa: PLR2004


def _unit(vector: Floats) -> Floats:
    return _floats(vector / np.linalg.norm(vector))


def _floats(values: object) -> Floats:
    return np.asarray(values, dtype=np.float64)
