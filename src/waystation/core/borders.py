"""Where countries lie, and parts of them that go by a name of their own."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from waystation.core.sources import Source

Ring = tuple[int, ...]
"""x, y of the first point, then the steps to each next one (dx, dy, …), in units of the grid."""
Polygon = tuple[Ring, ...]
"""The outer ring, then the holes."""


class Land(Struct, frozen=True, forbid_unknown_fields=True):
    """The land of every country by ISO code, as the law draws it, on a grid of so many degrees. Seas are nobody's."""

    grid: float
    countries: Mapping[str, tuple[Polygon, ...]]


class Territory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the country `of` with a name of its own. What of `shape` lies outside that country does not count.

    exclave: apart from the rest of its country. held: the law says `of`, but `held_by` (or, without it, authorities
    of its own) rules there. `shape`: longitude and latitude of each corner, in order.
    """

    id: str
    title: str
    kind: Literal["exclave", "held"]
    of: str
    held_by: str | None = None
    since: str | int | None = None
    shape: tuple[tuple[float, ...], ...]
    summary: str = ""
    unconfirmed: tuple[str, ...] = ()
    source: str | None = None
    sources: dict[str, Source] = msgspec.field(default_factory=dict)


class Passage(Struct, frozen=True, kw_only=True):
    """The air above one country, or one named part of it, on a flight along the great circle.

    `territory`: the id of the exclave or held part. `rules`: who rules there: `country`, else who holds it; None:
    authorities of its own. `begins`: km from the start to where the line first enters.
    """

    country: str
    territory: str | None = None
    rules: str | None
    km: float
    minutes: int
    begins: float


class Nearby(Struct, frozen=True, kw_only=True):
    """A country, or a named part of it, that the line does not cross but passes, at `km` at the nearest."""

    country: str
    territory: str | None = None
    rules: str | None
    km: float


class Overflight(Struct, frozen=True, kw_only=True):
    """What lies below the great circle: a possibility, never the flight plan, for airlines fly other ways.

    `length`: km of the whole line. `crossed`: in the order of flight, the countries of both ends included. `close`:
    within `margin` km of the line, the nearest first. `speed`: km/h by which kilometres became minutes.
    """

    length: float
    speed: float
    margin: float
    crossed: tuple[Passage, ...] = ()
    close: tuple[Nearby, ...] = ()
