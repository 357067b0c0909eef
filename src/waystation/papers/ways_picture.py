"""Ways side by side as one picture: all on one map, then the timeline of each; the same in words inside."""

from collections.abc import Iterator
from string import ascii_uppercase

from waystation.core.charts import WIDTH, Chart
from waystation.core.texts import Text, Words, text
from waystation.core.tongues import Language
from waystation.core.ways import KnownWay, WaysFound
from waystation.papers.journey_picture import GAP, HEADING, described, framed, mapped, signed
from waystation.papers.not_offered import way_name
from waystation.papers.svg import Pen


def ways_picture(answer: WaysFound, chart: Chart | None, language: Language) -> str:
    """The picture as SVG: the ways that are offered, or the nearest that is not."""
    pen = Pen(language, WIDTH)
    parts, y = mapped(chart, pen)
    for letter, way in _lettered(answer):
        y += GAP * 2 + HEADING
        parts.append(pen.line(GAP, y, pen.said(_name(letter, way)), HEADING, "w-ink w-bold"))
        timeline = signed(way.checked, pen, y + GAP)
        parts += timeline.parts
        y = timeline.y
    return framed(pen, parts, y, _described(answer))


def _lettered(answer: WaysFound) -> Iterator[tuple[str, KnownWay]]:
    return zip(ascii_uppercase, answer.told, strict=False)


def _name(letter: str, way: KnownWay) -> Text:
    return text("ways.name", letter=letter, airports=Words(way_name(way)))


def _described(answer: WaysFound) -> Iterator[Text]:
    for letter, way in _lettered(answer):
        yield _name(letter, way)
        yield from described(way.checked)
