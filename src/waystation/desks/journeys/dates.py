"""Days and times as they stand on tickets: 23NOV, 23 Nov 2026, 0815, 8:15 PM, 1540+1."""

import datetime as dt
import re

from msgspec import Struct

from waystation.desks.journeys.itinerary import checked_year
from waystation.errors import ShapeError

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH = f"({'|'.join(MONTHS)})"
DAY = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
    r"|(?P<d2>\d{2})\.(?P<m2>\d{2})\.(?P<y2>\d{4})"
    rf"|(?P<d3>\d{{1,2}}){_MONTH.replace('(', '(?P<m3>', 1)}(?P<y3>\d{{4}}|\d{{2}})?"
    rf"|(?P<d4>\d{{1,2}})[ .-]{{1,2}}{_MONTH.replace('(', '(?P<m4>', 1)}[A-Z]*\.?(?:[ ,-]{{1,2}}(?P<y4>20\d{{2}}))?"
    r")(?![\w])"
)
"""A day of which one knows which number is the month. The year may be absent after the name of a month."""
TIME = re.compile(
    r"(?<![\w:])(\d{1,2})(?::(\d{2})|(\d{2}))\s?([AP])?M?(?:\s?\(?([+-]\d)(?:\s?DAYS?)?\)?)?(?![\w:])"
)
"""Hours and minutes, A or P for the half of the day, and the days by which the arrival is later."""
NOON, CENTURY = 12, 100
LEAP = 8
"""Years within which each day of the calendar comes round."""


class Clock(Struct, frozen=True):
    """A time and by how many days it is later (or, over the date line, earlier) than the day of departure."""

    time: dt.time
    later: int = 0


def day_of(found: re.Match[str], on_or_after: dt.date) -> dt.date:
    """The day of a match of DAY; without a year the first such day from `on_or_after` on. Raises ShapeError."""
    held = {name[0]: text for name, text in found.groupdict().items() if text}
    month = MONTHS.index(held["m"]) + 1 if held["m"] in MONTHS else int(held["m"])
    if "y" not in held:
        return _next(int(held["d"]), month, on_or_after, found[0])
    year = int(held["y"])
    whole = year + on_or_after.year // CENTURY * CENTURY if year < CENTURY else year
    day = _day(whole, month, int(held["d"]))
    if day is None:
        raise ShapeError("error.no-such-day", found=found[0])
    return checked_year(day)


def _next(number: int, month: int, on_or_after: dt.date, told: str) -> dt.date:
    for year in range(on_or_after.year, on_or_after.year + LEAP + 1):
        day = _day(year, month, number)
        if day is not None and day >= on_or_after:
            return day
    raise ShapeError("error.no-such-day", found=told)


def _day(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def clock_of(found: re.Match[str]) -> Clock:
    """The time of a match of TIME. Raises ShapeError if no clock shows it."""
    hour, minute, half = int(found[1]), int(found[2] or found[3]), found[4]
    if half and 1 <= hour <= NOON:
        hour = hour % NOON + (NOON if half == "P" else 0)
    try:
        return Clock(dt.time(hour, minute), int(found[5] or 0))
    except ValueError:
        raise ShapeError("error.no-such-time", found=found[0]) from None
