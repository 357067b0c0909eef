"""The map of a journey: land by its outlines, what is crossed by patterns and names, the shortest ways as lines."""

from collections.abc import Iterable, Iterator

from waystation.core.charts import WIDTH, Chart, Patch, Ring, Track
from waystation.papers.names import write_names
from waystation.papers.patterns import TEN, layers_of
from waystation.papers.svg import Element, Pen, node


def draw_map(chart: Chart, pen: Pen) -> Iterator[Element]:
    """The parts of the map, from its upper left corner on."""
    frame = {"width": WIDTH, "height": chart.height}
    yield node("clipPath", node("rect", **frame), id="w-clip")
    yield node("rect", **frame, class_="w-sea")
    land = node("g", transform=f"scale({1 / TEN})", stroke_linejoin="round")
    for at, patch in enumerate(sorted(chart.patches, key=_weight)):
        land.extend(_land(patch, f"w-land-{at}"))
    yield node("g", land, clip_path="url(#w-clip)")
    yield from _ways(chart.tracks)
    yield from write_names(chart, pen)
    yield node("rect", **frame, class_="w-none w-s-edge")


def _weight(patch: Patch) -> tuple[bool, bool, bool]:
    """What matters is drawn over the rest, so that its edge is whole."""
    return patch.home, patch.meets != "none", bool(patch.title)


def _land(patch: Patch, id: str) -> Iterator[Element]:
    strong = patch.home or patch.meets == "crossed"
    dashes = {"stroke_dasharray": "35 25"} if patch.title else {}
    shade = "home" if patch.home else "part" if patch.title else "crossed" if strong else "edge"
    outline = node("path", d="".join(map(_path, patch.rings)), fill_rule="evenodd")
    look = {"class_": f"w-land w-s-{shade}", "stroke_width": 14 if strong or patch.title else 6, **dashes}
    patterns = layers_of(patch)
    if not patterns:
        outline.attrib |= node("path", **look).attrib
        yield outline
        return
    outline.set("id", id)
    yield node("defs", outline)
    yield node("use", href=f"#{id}", **look)
    for name in patterns:
        yield node("use", href=f"#{id}", fill=f"url(#w-{name})")


def _path(ring: Ring) -> str:
    """One ring in whole steps: `m12 3-4 5z`."""
    points = [(round(x * TEN), round(y * TEN)) for x, y in ring]
    (x, y), steps = points[0], []
    for right, down in points[1:]:
        steps.append(f"{right - x}{' ' if down >= y else ''}{down - y}")
        x, y = right, down
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _ways(tracks: Iterable[Track]) -> Iterator[Element]:
    for one in tracks:
        points = " ".join(f"{x:g},{y:g}" for x, y in one.line)
        yield node("polyline", points=points, class_="w-none w-s-paper", stroke_width=5, stroke_linejoin="round")
        dashes = {} if one.air else {"stroke_dasharray": "6 4"}
        yield node("polyline", points=points, class_="w-none w-s-way", stroke_width=2.5, **dashes)
