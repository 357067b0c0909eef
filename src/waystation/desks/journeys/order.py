"""Whether legs can follow each other at all: each begins where the last one ended, and not before it did."""

from collections.abc import Sequence
from itertools import pairwise

from waystation.core.itineraries import Leg, Moment, Stop
from waystation.desks.journeys.airports import of_one_city
from waystation.errors import ShapeError


def check_order(legs: Sequence[Leg]) -> None:
    """Raises ShapeError at the first thing that cannot be; its path is the number of the leg and the field."""
    for at, leg in enumerate(legs):
        _check_leg(leg, at)
    for at, (before, leg) in enumerate(pairwise(legs), start=1):
        if not joined(before.end, leg.start):
            raise ShapeError(
                "error.leg-begins-elsewhere", path=(at, "from"), start=said(leg.start), end=said(before.end)
            )
        _check_days(before, leg, at)


def joined(end: Stop, start: Stop) -> bool:
    """Whether one can go on from here: the same airport, one of the same city, or the same country by land."""
    if end.airport and start.airport:
        return end.airport == start.airport or of_one_city(end.airport, start.airport)
    return end.country == start.country


def said(stop: Stop) -> str:
    """A stop as it is named to its reader."""
    return stop.airport.iata or stop.airport.icao if stop.airport else f"{stop.place}, {stop.country}"


def _check_leg(leg: Leg, at: int) -> None:
    if leg.start == leg.end:
        raise ShapeError("error.leg-goes-nowhere", path=(at, "to"), stop=said(leg.start))
    if leg.departs and leg.arrives and _is_before(leg.arrives, leg.end, leg.departs, leg.start):
        raise ShapeError("error.arrives-before-departing", path=(at, "arrives"),
                         arrives=written(leg.arrives), departs=written(leg.departs))  # fmt: skip


def _check_days(before: Leg, leg: Leg, at: int) -> None:
    """No leg departs before the one before it arrived, as far as both are known."""
    last, where = (before.arrives, before.end) if before.arrives else (before.departs, before.start)
    if last and leg.departs and _is_before(leg.departs, leg.start, last, where):
        raise ShapeError("error.departs-too-early", path=(at, "departs"),
                         departs=written(leg.departs), before=written(last))  # fmt: skip


def _is_before(one: Moment, there: Stop, other: Moment, where: Stop) -> bool:
    """Whether `one` surely lies before `other`. Days alone are compared so that the date line is no fault."""
    first, second = one.instant(there), other.instant(where)
    if first and second:
        return first < second
    across = there.airport is None or where.airport is None or there.airport.zone != where.airport.zone
    return (other.day - one.day).days > (1 if across else 0)


def written(moment: Moment) -> str:
    """As one writes it in a file: 2026-11-23 08:15."""
    return moment.day.isoformat() + (f" {moment.time:%H:%M}" if moment.time else "")
