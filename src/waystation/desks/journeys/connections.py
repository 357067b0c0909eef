"""What lies between two legs: how long one waits where, and whether one stays behind the border or enters."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from operator import eq
from typing import Literal

from msgspec import Struct

from waystation.core.itineraries import Connection, Itinerary, Leg, Stop
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Text, text
from waystation.desks.journeys.order import said
from waystation.errors import NotFoundError

LONGEST, NIGHT = "airside-longest", "night-hours"
"""Ids of the parameters."""
STAY = 2
"""Days after which nobody is still waiting for the next flight."""
OneArea = Callable[[str, str], bool]
"""Whether no border is checked between two countries; a country is always one area with itself."""


class Waits(Struct, frozen=True):
    """`longest`: minutes after which it is not known whether one can stay airside. `night`: its hours, local time."""

    longest: float
    night: tuple[float, float]

    @classmethod
    def on(cls, knowledge: Knowledge, day: dt.date) -> "Waits":
        """What the knowledge states on `day`. Raises NotFoundError."""
        hours, night = knowledge.parameter(LONGEST, day), knowledge.cut_points(NIGHT, day)
        if not isinstance(hours, (int, float)):
            raise NotFoundError("error.no-record", asked=LONGEST)
        return cls(longest=hours * 60.0, night=(night[0], night[1]))


def connections(itinerary: Itinerary, waits: Waits, one_area: OneArea = eq) -> tuple[Connection, ...]:
    """One for each two legs that follow each other."""
    return tuple(_between(before, after, waits, one_area) for before, after in pairwise(itinerary.legs))


def _between(before: Leg, after: Leg, waits: Waits, one_area: OneArea) -> Connection:
    arrives = before.arrives.instant(before.end) if before.arrives else None
    departs = after.departs.instant(after.start) if after.departs else None
    minutes = round((departs - arrives).total_seconds() / 60) if arrives and departs else None
    night = _in_the_night(arrives, minutes, before.end, waits) if arrives and minutes is not None else None
    over_land = before.end != after.start
    through, why = _passed(before, after, minutes, night, waits, one_area)
    return Connection(
        at=before.end.country,
        arrive=before.end,
        leave=after.start,
        minutes=minutes,
        through=through,
        why=why,
        over_land=over_land,
        night=night,
    )


def _passed(
    before: Leg, after: Leg, minutes: int | None, night: bool | None, waits: Waits, one_area: OneArea
) -> tuple[Literal["airside", "border", "unknown"], Text]:
    """Airside, border or unknown, and what that rests on. What speaks for the border comes first."""
    here = said(before.end)
    border = _at_the_border(before, after, here, one_area)
    if border is not None:
        return "border", border
    if before.checked_through == "unknown":
        return "unknown", text("connection.ask-checked-through", stop=here)
    if minutes is None or night is None:
        return "unknown", text("connection.time-unknown", stop=here)
    if minutes > waits.longest:
        return "unknown", text("connection.long", stop=here)
    if night:
        return "unknown", text("connection.night", stop=here)
    return "airside", text("connection.checked-through", stop=here)


def _at_the_border(before: Leg, after: Leg, here: str, one_area: OneArea) -> Text | None:
    """Why one surely enters the country between the legs; None: nothing says so."""
    if before.end != after.start:
        return text("connection.other-airport", start=here, end=said(after.start))
    if before.checked_through != "yes" and _days_between(before, after) >= STAY:
        return text("connection.days-later", stop=here)
    if before.mode != "air" or after.mode != "air":
        return text("connection.not-by-air", stop=here)
    if one_area(after.start.country, after.end.country):
        return text("connection.onward-inside", stop=here, end=said(after.end))
    if one_area(before.start.country, before.end.country):
        return text("connection.came-from-inside", stop=here, start=said(before.start))
    return text("connection.not-checked-through", stop=here) if before.checked_through == "no" else None


def _days_between(before: Leg, after: Leg) -> int:
    """Days from the end of one leg to the next as far as told; nought where a day is missing."""
    first = before.arrives or before.departs
    return (after.departs.day - first.day).days if first and after.departs else 0


def _in_the_night(arrives: dt.datetime, minutes: int, stop: Stop, waits: Waits) -> bool | None:
    """Whether the wait touches the hours of the night there. None where the time zone is not known."""
    if stop.airport is None:
        return None
    local = arrives.astimezone(stop.airport.timezone)
    leaves = local + dt.timedelta(minutes=minutes)
    first, last = waits.night
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    nights = (midnight + dt.timedelta(days=day) for day in range((leaves.date() - local.date()).days + 1))
    return any(
        local < night + dt.timedelta(hours=last) and leaves > night + dt.timedelta(hours=first) for night in nights
    )
