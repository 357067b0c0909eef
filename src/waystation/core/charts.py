"""A journey on a flat map, ready to be drawn: what is where, in units of the map. Words are not yet said."""

from typing import Literal

from msgspec import Struct

WIDTH = 720.0
"""Every map is so wide. `x` grows to the right, `y` downwards, both from the upper left corner."""

Point = tuple[float, float]
Ring = tuple[Point, ...]
Meets = Literal["crossed", "close", "none"]


class Patch(Struct, frozen=True, kw_only=True):
    """The land of one country, or a part of it with the name `title`, as far as the map shows it.

    `rules`: who rules there, `None`: authorities of its own. `home`: a home state, by law or in fact. `meets`: what
    the journey does to it. `at`: the middle of its widest place, `room` from there to its edge.
    """

    country: str
    title: str = ""
    held: bool = False
    rules: str | None = None
    home: bool = False
    meets: Meets = "none"
    rings: tuple[Ring, ...]
    at: Point
    room: float


class Spot(Struct, frozen=True):
    """An airport of the journey."""

    code: str
    at: Point


class Track(Struct, frozen=True):
    """The shortest way of one leg. `name`: its number in the journey, from 1, or the letters of the ways it is part
    of. `air`: it is flown."""

    name: str
    line: Ring
    air: bool = True


class Chart(Struct, frozen=True, kw_only=True):
    """A map `WIDTH` wide and `height` high. North is up in the middle."""

    height: float
    patches: tuple[Patch, ...] = ()
    tracks: tuple[Track, ...] = ()
    spots: tuple[Spot, ...] = ()
