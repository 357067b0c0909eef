"""Where names stand on a map: close to what they name, over nothing else that is named."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from waystation.core.charts import Point

AROUND = ((0, 0), (0, -1), (0, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1))
STEPS = (1, 2, 3, 4, 6, 8, 10, 12)
STEP = 13.0
GAP = 2.0
"""Units of the map: how far a name is moved at a time, and what stays free around it."""


class Box(Struct, frozen=True):
    """The room of some words: its middle, half its width and half its height."""

    x: float
    y: float
    wide: float
    high: float

    def meets(self, other: "Box") -> bool:
        """Whether both need the same room."""
        return (
            abs(self.x - other.x) < self.wide + other.wide + GAP
            and abs(self.y - other.y) < self.high + other.high + GAP
        )


class Places:
    """What is taken on a map so wide and so high. `lines`: points that a name should leave free."""

    def __init__(self, wide: float, high: float, lines: Iterable[Point] = ()) -> None:
        self._wide, self._high = wide, high
        self._taken: list[Box] = []
        self._lines = [Box(x, y, 0, 0) for x, y in lines]

    def take(self, box: Box) -> None:
        """This room is taken."""
        self._taken.append(box)

    def find(self, at: Point, wide: float, high: float, *, near: float = 0.0, far: int = len(STEPS)) -> Box | None:
        """Room for words so wide and high, beginning `near` from the point, and take it; None: there is none.

        `far`: how many steps away it may be. Room off the lines is taken first.
        """
        found = list(self._free(at, wide / 2, high / 2, near, far))
        off = (box for box in found if not any(box.meets(one) for one in self._lines))
        best = next(off, found[0] if found else None)
        if best:
            self.take(best)
        return best

    def _free(self, at: Point, wide: float, high: float, near: float, far: int) -> Iterator[Box]:
        for box in _around(at, wide, high, near, far):
            inside = (
                wide + GAP <= box.x <= self._wide - wide - GAP and high + GAP <= box.y <= self._high - high - GAP
            )
            if inside and not any(box.meets(one) for one in self._taken):
                yield box


def _around(at: Point, wide: float, high: float, near: float, far: int) -> Iterator[Box]:
    """Places from the nearest on: on the point, or beside it where `near` is asked."""
    x, y = at
    if not near:
        yield Box(x, y, wide, high)
    for step in (0, *STEPS[:far]):
        aside = near + step * STEP
        for right, down in AROUND[1:]:
            if aside:
                yield Box(
                    x + right * (aside + wide * bool(near)), y + down * (aside + high * bool(near)), wide, high
                )
