"""One line of a ticket or a booking → a leg. What is not understood is an error, never passed over."""

import datetime as dt
import re

from waystation.core.itineraries import Leg, Moment, Stop
from waystation.desks.journeys.airports import find_by_code
from waystation.desks.journeys.dates import DAY, TIME, Clock, clock_of, day_of
from waystation.desks.journeys.itinerary import CONTROL
from waystation.errors import ShapeError

ARROWS = re.compile(r"\s*(?:[-‐–—]+>?|[>→➔✈/])\s*")  # noqa: RUF001 - people paste all of them
STATUS = re.compile(r"(?<!\w)\*?(?:hk|ss|kk|hl|rr)\d{1,2}(?!\w)", re.IGNORECASE)
"""Whether a seat is held, and how many: HK1."""
FLIGHT = re.compile(r"(?<![\w-])([A-Z]{2}|[A-Z]\d|\d[A-Z])\s?(\d{1,4})([A-Z])?(?![\w:.-])")
PAIR = re.compile(r"(?<!\w)([A-Z]{3,4})-([A-Z]{3,4})(?!\w)")
JOINED = re.compile(r"(?<!\w)([A-Z]{3})([A-Z]{3})(?!\w)")
CODE = re.compile(r"(?<!\w)[A-Z]{3}(?!\w)")
PASSED = re.compile(
    r"(?<!\w)(?:mon|tue|wed|thu|fri|sat|sun|flight|flt|dep|arr|etd|eta|from|to|at|ok|confirmed|terminal"
    r"|economy|business|class|operated)(?!\w)|(?<!\w)t(?:erminal)?\s?\d[a-z]?(?!\w)",
    re.IGNORECASE,
)
"""Words that say nothing about the way."""
LEFT = re.compile(r"(?<!\w)(?:\d{1,2}\.?|[A-Z])(?!\w)|[,;|().:*+-]")
"""What may be left: the number of the line, the class, the day of the week as a digit, marks between."""
LONGEST = 200
TWO = 2


def read_line(line: str, on_or_after: dt.date) -> Leg:
    """`TK 316 IST ALA 23NOV 0815-1540+1` and its like (see `pasted`) → Leg. Raises ShapeError with the field."""
    if len(line) > LONGEST or CONTROL.search(line.replace("\t", " ")):
        raise ShapeError("error.line-too-long", most=LONGEST)
    rest = _Rest(line.upper().replace("\t", " "))
    days = [day_of(found, on_or_after) for found in rest.take(DAY, TWO)]
    rest.words = ARROWS.sub("-", rest.words)
    rest.take(STATUS)
    flight = next(iter(rest.take(FLIGHT, 1)), None)
    start, end = _ends(rest)
    rest.take(PASSED)
    clocks = [clock_of(found) for found in rest.take(TIME)]
    left = LEFT.sub(" ", rest.words).split()
    if left or len(clocks) > TWO:
        raise ShapeError("error.line-not-understood", found=" ".join(left) or rest.whole.strip()[:60])
    departs, arrives = _moments(days, clocks)
    return Leg(
        start=start, end=end, departs=departs, arrives=arrives,
        carrier=flight[1] if flight else "", number=flight[2] if flight else "",
    )  # fmt: skip


class _Rest:
    """What of a line is not understood yet."""

    def __init__(self, words: str) -> None:
        self.whole = self.words = words

    def take(self, pattern: re.Pattern[str], most: int = 0) -> list[re.Match[str]]:
        """The matches of a pattern, which are then gone. `most`: only so many of them; nought: all."""
        found = list(pattern.finditer(self.words))[: most or None]
        self.words = pattern.sub(" ; ", self.words, count=most)
        return found


def _ends(rest: _Rest) -> tuple[Stop, Stop]:
    """Where the line begins and ends: `IST-ALA`, `ISTALA`, or two codes of three letters."""
    pair = next(iter(rest.take(PAIR, 1)), None)
    if pair is None:
        rest.take(PASSED)
        pair = next(iter(rest.take(JOINED, 1)), None)
    codes = [pair[1], pair[2]] if pair else [found[0] for found in rest.take(CODE, TWO)]
    if len(codes) < TWO:
        raise ShapeError("error.line-without-airports", found=rest.whole.strip()[:60])
    start, end = (_stop(code, field) for code, field in zip(codes, ("from", "to"), strict=True))
    return start, end


def _stop(code: str, field: str) -> Stop:
    try:
        airport = find_by_code(code)
    except ShapeError as fault:
        raise fault.under(field) from None
    return Stop(country=airport.country, place=airport.city or airport.name, airport=airport)


def _moments(days: list[dt.date], clocks: list[Clock]) -> tuple[Moment | None, Moment | None]:
    """Departure and arrival. A second day in the line is that of the arrival; else `+1` says how many days later."""
    if not days:
        if clocks:
            raise ShapeError("error.time-without-day")
        return None, None
    departs = Moment(days[0], clocks[0].time if clocks else None)
    if len(clocks) < TWO:
        return departs, Moment(days[1]) if len(days) == TWO else None
    landed = days[1] if len(days) == TWO else days[0] + dt.timedelta(days=clocks[1].later)
    return departs, Moment(landed, clocks[1].time)
