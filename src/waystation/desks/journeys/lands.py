"""All land in small pieces that know whose they are, in a tree that finds the pieces near a line at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from itertools import product

import numpy as np
import shapely
from msgspec import Struct
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from waystation.core.borders import Land, Polygon, Territory

TILE = 6.0
"""Degrees. Land is cut into squares of this size: a line is compared with the few it touches, not with a continent."""
OFFSET = 0.1371
"""Degrees by which the squares are moved, so that no edge lies on a round meridian that a flight may follow."""
Geometries = NDArray[np.object_]


class Owner(Struct, frozen=True, order=True):
    """A country, or one named territory of it, and who rules there (nothing: authorities of its own)."""

    country: str
    territory: str = ""
    rules: str = ""


class Lands:
    """The land of all countries, territories cut out of theirs. Making one takes a moment; asking it does not.

    `whole`: each piece of land as it lies, before it is cut into squares.
    """

    def __init__(self, land: Land, territories: Iterable[Territory] = ()) -> None:
        named: dict[str, list[Territory]] = {}
        for one in territories:
            named.setdefault(one.of, []).append(one)
        self.whole = [
            (owner, part)
            for country, polygons in land.countries.items()
            for owner, part in _apart(country, _decoded(polygons, land.grid), named.get(country, []))
        ]
        owned = [(owner, piece) for owner, part in self.whole for piece in _tiles(part)]
        self.owners = sorted({owner for owner, _ in owned})
        numbers = {owner: number for number, owner in enumerate(self.owners)}
        self.pieces: Geometries = np.array([piece for _, piece in owned], dtype=object)
        self.owner_of: NDArray[np.int64] = np.array([numbers[owner] for owner, _ in owned], dtype=np.int64)

    @cached_property
    def tree(self) -> STRtree:
        """Finds pieces by where they lie."""
        return STRtree(self.pieces)

    def only(self, wanted: Callable[[Owner], bool]) -> "Lands":
        """The land of these owners alone, as if all other were sea. Owners keep their numbers."""
        some = copy(self)
        vars(some).pop("tree", None)
        kept = np.array([wanted(owner) for owner in self.owners], dtype=bool)[self.owner_of]
        some.pieces, some.owner_of = self.pieces[kept], self.owner_of[kept]
        some.whole = [(owner, part) for owner, part in self.whole if wanted(owner)]
        return some


def lands_of(land: Land, territories: Mapping[str, Territory]) -> Lands:
    """The lands of what the registry holds: `lands_of(read_land(folders), knowledge.territories)`."""
    return Lands(land, (territories[id] for id in sorted(territories)))


def _decoded(polygons: Iterable[Polygon], grid: float) -> list[BaseGeometry]:
    """Polygons in degrees."""
    found: list[BaseGeometry] = []
    for rings in polygons:
        outer, *holes = (np.cumsum(np.reshape(ring, (-1, 2)), axis=0) * grid for ring in rings)
        found.append(shapely.Polygon(outer, holes))
    return found


def _apart(
    country: str, polygons: list[BaseGeometry], territories: list[Territory]
) -> Iterator[tuple[Owner, BaseGeometry]]:
    """The polygons of a country, with what lies in a territory under the name of the territory."""
    rest = polygons
    for one in territories:
        shape = shapely.Polygon(one.shape)
        shapely.prepare(shape)
        touched = [polygon for polygon in rest if shape.intersects(polygon)]
        owner = Owner(country, one.id, one.held_by or ("" if one.kind == "held" else country))
        yield from ((owner, part) for polygon in touched for part in _areas(polygon.intersection(shape)))
        left = [part for polygon in touched for part in _areas(polygon.difference(shape))]
        rest = [polygon for polygon in rest if not shape.intersects(polygon)] + left
    yield from ((Owner(country, rules=country), polygon) for polygon in rest)


def _areas(shape: BaseGeometry) -> list[BaseGeometry]:
    """The polygons of what a cut left, without its lines and points."""
    return [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon" and not part.is_empty]


def _tiles(polygon: BaseGeometry) -> Iterator[BaseGeometry]:
    """The polygon cut along a grid of squares."""
    west, south, east, north = ((edge - OFFSET) / TILE for edge in polygon.bounds)
    columns, rows = (
        range(int(np.floor(west)), int(np.ceil(east))),
        range(int(np.floor(south)), int(np.ceil(north))),
    )
    if len(columns) == len(rows) == 1:
        yield polygon
        return
    for column, row in product(columns, rows):
        x, y = column * TILE + OFFSET, row * TILE + OFFSET
        yield from _areas(shapely.clip_by_rect(polygon, x, y, x + TILE, y + TILE))
