"""The legs of a journey one below the other, with days, times, verdicts in words and by a sign, and the waits."""

from collections.abc import Iterator

from waystation.core.assessments import Assessment, Layover, LegAnswer
from waystation.core.itineraries import Moment
from waystation.core.measures import Grade
from waystation.core.texts import Text, Words, text
from waystation.core.wording import option
from waystation.papers.days import level_text
from waystation.papers.legs import land_text, moment_text, took_text, wait_text, when_text
from waystation.papers.patterns import SHADES, mark
from waystation.papers.svg import Element, Pen, node, wrapped

LINE, WORDS, ASIDE = 20.0, 52.0, 14.0
"""Where the line of time runs, where words begin; what stays free at the end."""
BIG, PLAIN = 13.0, 12.0
LEAD, GAP = 1.4, 8.0


class Timeline:
    """Draws downwards. `y` is where the next part begins."""

    def __init__(self, pen: Pen, y: float) -> None:
        self.pen, self.y = pen, y
        self.parts: list[Element] = []
        self._from: tuple[float, str, str] | None = None
        self._last = y

    def draw(self, answer: Assessment) -> None:
        """All legs, with the stops between them."""
        for number, leg in enumerate(answer.legs, start=1):
            self._stop(leg.start, leg.departs)
            self._ride(answer, leg, number)
            self._stop(leg.end, leg.arrives)
            if leg.after:
                self._wait(leg.after)

    def _stop(self, name: str, moment: Moment | None) -> None:
        at, said = self.pen.x(LINE), self.pen.said
        self.y += GAP
        self._join(at)
        self.parts.append(node("circle", cx=at, cy=self.y + 5, r=5.0, class_="w-ink"))
        what = text("picture.stop", stop=name, when=moment_text(moment)) if moment else None
        self.parts.append(self.pen.line(WORDS, self.y + 9.5, said(what) if what else name, BIG, "w-ink w-bold"))
        self._last = self.y + 5
        self.y += BIG * LEAD

    def _join(self, at: float) -> None:
        """The line from the stop before to this one, under both."""
        if self._from:
            top, class_, dashes = self._from
            path = f"M{at:g} {top:.1f}V{self.y + 5:.1f}"
            line = node("path", d=path, class_=f"w-none {class_}", stroke_width=2.5, stroke_dasharray=dashes)
            self.parts.insert(0, line)

    def _ride(self, answer: Assessment, leg: LegAnswer, number: int) -> None:
        self._from = (self._last, "w-s-way", "none")
        title = text("leg.title", n=number, start=leg.start, end=leg.end, mode=option(leg.mode))
        took = took_text(leg.minutes) if leg.minutes is not None else None
        self._say(text("picture.took", title=title, took=took) if took else title, "w-soft")
        if leg.departs is None:
            self._say(when_text(leg), "w-soft")
        self.y += GAP / 2
        sign = self.y + PLAIN * 0.6
        self._say(text(f"sign.{leg.verdict}"), f"w-{SHADES[leg.verdict]} w-bold")
        for one in reasons(leg):
            self._say(one, "w-ink")
        for one in lands(leg, answer.homes):
            self._say(one, "w-ink")
        self.y = max(self.y, sign + 14)
        self.parts.append(mark(leg.verdict, self.pen.x(LINE), sign))

    def _wait(self, after: Layover) -> None:
        self._from = (self._last, "w-s-soft", "2 4")
        self._say(wait_text(after), "w-ink")
        self._say(after.why, "w-soft")

    def _say(self, what: Text, class_: str) -> None:
        for words in wrapped(self.pen.said(what), PLAIN, self.pen.wide - WORDS - ASIDE):
            self.y += PLAIN * LEAD
            self.parts.append(self.pen.line(WORDS, self.y - 5, words, PLAIN, class_))


def reasons(leg: LegAnswer) -> Iterator[Text]:
    """What closes the leg, and the names of its grave dangers."""
    if leg.why:
        yield text("picture.why", reasons=tuple(one.text for one in leg.why))
    for one in leg.dangers:
        if one.level >= Grade.HIGH:
            named = text("danger.named", title=Words(one.title), level=level_text(one.level, one.least))
            yield text("picture.danger", danger=named)


def lands(leg: LegAnswer, homes: tuple[str, ...]) -> Iterator[Text]:
    """What the shortest way crosses, in the order of flight; what it passes close by, the nearest first."""
    if leg.over is None:
        return
    areas = dict(leg.areas)
    for id, found in (("picture.over", leg.over.crossed), ("picture.near", leg.over.close)):
        if found:
            yield text(id, places=tuple(land_text(one, areas, homes) for one in found))
