"""A journey as one picture: the map, what its patterns mean, and the timeline; the same in words inside."""

from collections.abc import Iterable, Iterator

from waystation.core.assessments import Assessment
from waystation.core.charts import WIDTH, Chart
from waystation.core.texts import Text, text
from waystation.core.tongues import Language
from waystation.core.wording import option
from waystation.papers.legs import wait_text, when_text
from waystation.papers.map import draw_map
from waystation.papers.patterns import FONTS, TEN, layers_of, mark, patterns, style
from waystation.papers.svg import Element, Pen, node, width, wrapped, written
from waystation.papers.timeline import Timeline, lands, reasons

XMLNS = "http://www.w3.org/2000/svg"
KEYS = ("crossed", "close", "home", "part")
SWATCH, SIZE, GAP = 22.0, 11.0, 12.0
HEADING = 15.0


def journey_picture(answer: Assessment, chart: Chart | None, language: Language) -> str:
    """The picture as SVG. Without a chart (no leg lies between airports) it is the timeline alone."""
    pen = Pen(language, WIDTH)
    drawn, y = mapped(chart, pen)
    timeline = signed(answer, pen, y + GAP)
    return framed(pen, [*drawn, *timeline.parts], timeline.y, described(answer))


def mapped(chart: Chart | None, pen: Pen) -> tuple[list[Element], float]:
    """The map with what its patterns mean, and where the next part begins."""
    if chart is None:
        return [], 0.0
    keys, y = _keys(chart, pen, chart.height + GAP)
    return [*draw_map(chart, pen), *keys], y


def signed(answer: Assessment, pen: Pen, y: float) -> Timeline:
    """The verdict on the whole journey, and its timeline below."""
    timeline = Timeline(pen, y)
    if answer.verdict:
        timeline.parts += [
            mark(answer.verdict, pen.x(20.0), timeline.y + 8),
            pen.line(40.0, timeline.y + 13, pen.said(text(f"sign.{answer.verdict}")), HEADING, "w-ink w-bold"),
        ]
        timeline.y += HEADING * 2
    timeline.draw(answer)
    return timeline


def framed(pen: Pen, parts: Iterable[Element], y: float, described: Iterable[Text]) -> str:
    """The picture that ends at `y`, with the same in words inside."""
    high = round(y + 2 * GAP, 1)
    picture = node(
        "svg", node("title", pen.said(text("picture.title")), id="w-title"),
        node("desc", "\n".join(map(pen.said, described)), id="w-desc"),
        style(), patterns(), node("rect", width=WIDTH, height=high, class_="w-paper"),
        xmlns=XMLNS, viewBox=f"0 0 {WIDTH:g} {high:g}", width=WIDTH, height=high, role="img", lang=pen.language,
        direction="ltr", font_family=FONTS, aria_labelledby="w-title w-desc",
    )  # fmt: skip
    picture.extend(parts)
    return written(picture)


def described(answer: Assessment) -> Iterator[Text]:
    """The same in words, a line for each thing that the picture shows."""
    if answer.verdict:
        yield text(f"sign.{answer.verdict}")
    for number, leg in enumerate(answer.legs, start=1):
        title = text("leg.title", n=number, start=leg.start, end=leg.end, mode=option(leg.mode))
        yield text("picture.ride", title=title, when=when_text(leg))
        yield text(f"sign.{leg.verdict}")
        yield from reasons(leg)
        yield from lands(leg, answer.homes)
        if leg.after:
            yield wait_text(leg.after)
            yield leg.after.why
    if any(leg.over for leg in answer.legs):
        yield text("assess.flown")


def _keys(chart: Chart, pen: Pen, y: float) -> tuple[list[Element], float]:
    """What the patterns on this map mean, and where the next part begins."""
    shown = {name for one in chart.patches for name in layers_of(one)}
    parts, x = [], GAP
    for name in (one for one in KEYS if one in shown):
        words = pen.said(text(f"picture.key-{name}"))
        wide = SWATCH + 6 + width(words, SIZE) + GAP
        if x + wide > WIDTH:
            x, y = GAP, y + SIZE * 2
        parts += [
            _swatch(name, pen.box(x, SWATCH), y),
            pen.line(x + SWATCH + 6, y + SIZE, words, SIZE, "w-ink"),
        ]
        x += wide
    y += SIZE * 2
    for words in wrapped(pen.said(text("picture.way")), SIZE, WIDTH - 2 * GAP):
        parts.append(pen.line(GAP, y + SIZE, words, SIZE, "w-soft"))
        y += SIZE * 1.4
    return parts, y + SIZE / 2


def _swatch(name: str, x: float, y: float) -> Element:
    box = {"width": SWATCH * TEN, "height": (SIZE + 3) * TEN}
    return node(
        "g", node("rect", **box, class_="w-land w-s-edge", stroke_width=8),
        node("rect", **box, fill=f"url(#w-{name})"), transform=f"translate({x:g} {y:g}) scale({1 / TEN})",
    )  # fmt: skip
