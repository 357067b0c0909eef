"""The names on the map of a journey: airports, numbers of legs, countries, and what the journey does to them."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from waystation.core.charts import WIDTH, Chart, Patch, Point, Ring, Spot, Track
from waystation.core.texts import Country, Text, Words, text
from waystation.papers.labels import Box, Places
from waystation.papers.svg import Element, Pen, node, width, wrapped

NAME, SMALL, CODE = 11.0, 9.5, 12.0
"""Sizes of letters: the name of a country, what is said below it, the code of an airport."""
LEAD = 1.25
HELD = 4
"""Steps that the name of a held part or a home state may stand away, though the journey does not meet it."""
ASIDE = 5.0
"""From here on a thin line leads from a name to what it names."""
WIDEST = 150.0
"""A longer name goes on below."""
AIR = 6.0
BADGE = 8.0
"""Half the height of the sign with the name of a leg; so wide at least."""


class Name(NamedTuple):
    """A name on the map, and the room it takes."""

    box: Box
    words: list[Element]


def write_names(chart: Chart, pen: Pen) -> Iterator[Element]:
    """Airports first, then what the journey crosses, home states, what it passes, the rest as far as it fits."""
    places = Places(WIDTH, chart.height, (point for one in chart.tracks for point in between(one.line)))
    for spot in chart.spots:
        places.take(Box(*spot.at, AIR, AIR))
    over = [it for one in chart.tracks if len(chart.tracks) > 1 for it in _badge(one, places, pen)]
    over += [it for one in chart.spots for it in _spot(one, places, pen)]
    for patch in sorted(chart.patches, key=_urgency):
        if name := _name(patch, places, pen):
            yield from _leader(patch, name.box)
            over += name.words
    yield from over


def _urgency(patch: Patch) -> tuple[bool, bool, bool, float]:
    return patch.meets != "crossed", not patch.home, patch.meets == "none", -patch.room


def between(line: Ring, step: float = 8.0) -> Iterator[Point]:
    """Points on a line, at most `step` apart."""
    for (x, y), (right, down) in pairwise(line):
        count = max(1, int(max(abs(right - x), abs(down - y)) // step))
        for at in range(count + 1):
            yield x + (right - x) * at / count, y + (down - y) * at / count


def _spot(spot: Spot, places: Places, pen: Pen) -> Iterator[Element]:
    yield node("circle", cx=spot.at[0], cy=spot.at[1], r=4.5, class_="w-ink w-ring")
    if box := places.find(spot.at, width(spot.code, CODE), CODE, near=AIR + 2.5):
        yield pen.write(box.x, box.y + CODE * 0.36, spot.code, CODE, "w-ink w-halo w-bold")


def _badge(track: Track, places: Places, pen: Pen) -> Iterator[Element]:
    """The name of a leg, in the middle of its way."""
    points = list(between(track.line))
    x, y = points[len(points) // 2]
    wide = max(BADGE, width(track.name, NAME) / 2 + 4)
    places.take(Box(x, y, wide, BADGE))
    shape = {"x": x - wide, "y": y - BADGE, "width": 2 * wide, "height": 2 * BADGE, "rx": BADGE}
    yield node("rect", **shape, class_="w-way w-ring")
    yield pen.write(x, y + 3.8, track.name, NAME, "w-paper w-bold")


def _name(patch: Patch, places: Places, pen: Pen) -> Name | None:
    met = patch.meets != "none"
    called = pen.said(Words(patch.title) if patch.title else Country(patch.country))
    lines = [(words, NAME) for words in wrapped(called, NAME, WIDEST)]
    lines += [(words, SMALL) for one in _roles(patch) for words in wrapped(pen.said(one), SMALL, WIDEST)]
    wide, high = max(width(*one) for one in lines), sum(size for _, size in lines) * LEAD
    if not met and not patch.home and not patch.title and patch.room < wide / 3:
        return None
    far = {} if met else {"far": HELD if patch.held or patch.home else 1 if patch.title else 0}
    box = places.find(patch.at, wide, high, **far)
    if box is None:
        return None
    strong, small = ("w-ink w-bold", "w-ink") if met or patch.home else ("w-soft", "w-soft")
    written, down = [], box.y - box.high
    for words, size in lines:
        down += size * LEAD
        shade = strong if size == NAME else small
        written.append(pen.write(box.x, down - size * 0.3, words, size, f"{shade} w-halo"))
    return Name(box, written)


def _leader(patch: Patch, box: Box) -> Iterator[Element]:
    """A thin line from a name that stands aside to what it names."""
    x, y = patch.at
    if max(abs(box.x - x) - box.wide, abs(box.y - y) - box.high) > max(ASIDE, patch.room):
        yield node("path", d=f"M{x:g} {y:g}L{box.x:.1f} {box.y:.1f}", class_="w-none w-s-soft", stroke_width=0.8)
        yield node("circle", cx=x, cy=y, r=1.8, class_="w-soft")


def _roles(patch: Patch) -> Iterator[Text]:
    """What is said below a name: whose it is, whether it is a home state, what the journey does to it."""
    if patch.title:
        rules = Country(patch.rules) if patch.rules else text("over.own-authorities")
        id = "picture.by-law" if patch.rules != patch.country else "picture.part-of"
        yield text(id, place=Country(patch.country), rules=rules)
    met = text(f"picture.{patch.meets}") if patch.meets != "none" else None
    home = text("picture.home") if patch.home else None
    if home and met:
        yield text("picture.both", one=home, other=met)
    elif one := home or met:
        yield one
