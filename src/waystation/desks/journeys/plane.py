"""A flat map of a part of the globe: distances and directions from its middle are right (azimuthal equidistant).

Plain formulas, by Snyder, *Map Projections: A Working Manual*, 1987, page 195. Neither the date line nor a pole is an
edge of such a map; only what lies opposite to its middle cannot be shown.
"""

import numpy as np
from msgspec import Struct

from waystation.desks.journeys.great_circle import RADIUS, Floats, degrees, vectors

NEARLY = 1e-12
ROUNDS = 8
"""How often the middle is moved until the points lie evenly around it."""


class Plane(Struct, frozen=True):
    """A map around a place (longitude and latitude in degrees). North is up there."""

    lon: float
    lat: float

    def flat(self, places: Floats) -> Floats:
        """Degrees (…, 2) → kilometres to the east and to the north of the middle (…, 2)."""
        middle, east, north = self._axes()
        points = vectors(places[..., 0], places[..., 1])
        x, y, z = points @ east, points @ north, points @ middle
        aside = np.hypot(x, y)
        scale = RADIUS * np.arctan2(aside, z) / np.maximum(aside, NEARLY)
        return np.asarray(np.stack([x * scale, y * scale], axis=-1), dtype=np.float64)

    def round(self, flat: Floats) -> Floats:
        """The way back: kilometres (…, 2) → degrees (…, 2)."""
        middle, east, north = self._axes()
        far = np.hypot(flat[..., 0], flat[..., 1])[..., None]
        way = (flat[..., :1] * east + flat[..., 1:] * north) / np.maximum(far, NEARLY)
        return degrees(np.cos(far / RADIUS) * middle + np.sin(far / RADIUS) * way)

    def _axes(self) -> tuple[Floats, Floats, Floats]:
        """Unit vectors: to the middle, and there to the east and to the north."""
        (middle,) = vectors(np.array([self.lon]), np.array([self.lat]))
        turn = np.radians(self.lon)
        east = np.array([-np.sin(turn), np.cos(turn), 0.0])
        return middle, east, np.cross(middle, east)


def around(places: Floats) -> Plane:
    """The map in whose middle these places (n, 2) lie: its edges are as far on either side."""
    points = vectors(places[:, 0], places[:, 1])
    lon, lat = degrees(points.mean(axis=0))
    plane = Plane(float(lon), float(lat))
    for _ in range(ROUNDS):
        flat = plane.flat(places)
        lon, lat = plane.round((flat.min(axis=0) + flat.max(axis=0)) / 2)
        plane = Plane(float(lon), float(lat))
    return plane
