"""An itinerary from a calendar file (.ics) as airlines and booking sites send it. Nothing in it is trusted."""

import datetime as dt
import re
from typing import Any

from icalendar import Calendar, Component
from msgspec.structs import replace

from waystation.core.itineraries import Itinerary, Leg, Moment, Stop
from waystation.core.texts import Text, text
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.itinerary import CONTROL, MOST_LEGS, checked_year
from waystation.desks.journeys.order import check_order
from waystation.desks.journeys.ticket_line import ARROWS, FLIGHT
from waystation.errors import ShapeError

LARGEST = 300_000
"""Bytes."""
MOST_EVENTS, DEEPEST, LONGEST = 200, 5, 500
"""Events in a file, parts within parts, and characters of a field that are looked at."""
BEGIN = re.compile(r"^(BEGIN|END):", re.MULTILINE | re.IGNORECASE)
PAIR = re.compile(r"(?<!\w)\(?([A-Z]{3})\)?(?:-|\sTO\s)\(?([A-Z]{3})\)?(?!\w)")
BRACKETED = re.compile(r"\(([A-Z]{3})\)")
TWO = 2
NOON = dt.time(12)
LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


def read_calendar(content: bytes, name: str = "calendar") -> Itinerary:
    """The flights of a calendar file, by the time they depart. An event without two airports is left out, with why.

    An event is a flight if its summary, place or description has two codes: `ATH-VNO`, `ATH to VNO`, or `(ATH)` and
    `(VNO)`. Times are turned into those of the airports. Alarms, repeats, attachments and addresses are not looked
    at. Raises ShapeError whose `where` is `name`, or `name` and the number of the event.
    """
    legs: list[tuple[Leg, int]] = []
    left_out: list[Text] = []
    for number, event in enumerate(_events(content, name), start=1):
        words = _words(event)
        ends = _ends(words)
        if ends is None:
            left_out.append(text("itinerary.event-left-out", n=number))
            continue
        try:
            legs.append((_leg(event, words, *ends), number))
        except ShapeError as fault:
            fault.where = f"{name}:{number}"
            raise
    if not legs:
        raise ShapeError("error.no-flights", where=name)
    if len(legs) > MOST_LEGS:
        raise ShapeError("error.too-many-legs", where=name, most=MOST_LEGS)
    legs.sort(key=_begins)
    try:
        check_order([leg for leg, _ in legs])
    except ShapeError as fault:
        at = legs[int(fault.path[0])][1]
        raise ShapeError(fault.id, path=fault.path[1:], where=f"{name}:{at}", **fault.values) from None
    return Itinerary(tuple(leg for leg, _ in legs), tuple(left_out))


def _begins(numbered: tuple[Leg, int]) -> tuple[dt.datetime, int]:
    """By the departure, then as in the file; what has none comes last."""
    leg, number = numbered
    if leg.departs is None:
        return LAST, number
    noon = dt.datetime.combine(leg.departs.day, NOON, dt.UTC)
    return leg.departs.instant(leg.start) or noon, number


def _events(content: bytes, name: str) -> list[Component]:
    """The events of the file. Raises ShapeError if it is too large, too deep, or no calendar."""
    if len(content) > LARGEST:
        raise ShapeError("error.file-too-large", where=name, most=LARGEST)
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ShapeError("error.not-text", where=name) from None
    if _depth(words) > DEEPEST:
        raise ShapeError("error.not-a-calendar", where=name)
    try:
        whole = Calendar.from_ical(words)
        events = whole.walk("VEVENT")
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the library raise, it is no calendar
        raise ShapeError("error.not-a-calendar", where=name) from None
    if len(events) > MOST_EVENTS:
        raise ShapeError("error.too-many-events", where=name, most=MOST_EVENTS)
    return list(events)


def _depth(words: str) -> int:
    depth = deepest = 0
    for found in BEGIN.finditer(words):
        depth += 1 if found[1].upper() == "BEGIN" else -1
        deepest = max(deepest, depth)
    return deepest


def _words(event: Component) -> str:
    """What an event says of itself, in capitals, without anything hidden."""
    fields = (str(event.get(field, ""))[:LONGEST] for field in ("SUMMARY", "LOCATION", "DESCRIPTION"))
    return CONTROL.sub(" ", " ; ".join(fields)).upper()


def _when(event: Component, field: str) -> dt.date | None:
    """A day or a time of an event; None if it has none. Raises ShapeError if it cannot be read."""
    held: Any = event.get(field)
    if held is None:
        return None
    try:
        value = held.dt
    except (ValueError, AttributeError):
        value = None
    if not isinstance(value, dt.date):
        raise ShapeError("error.event-time", field=field)
    return value


def _ends(words: str) -> tuple[Stop, Stop] | None:
    """The two airports that an event names, if it does."""
    pair = PAIR.search(ARROWS.sub("-", words))
    codes = [pair[1], pair[2]] if pair else BRACKETED.findall(words)[:TWO]
    known = [airports()[code] for code in codes if code in airports()]
    if len(known) < TWO:
        return None
    start, end = (Stop(country=one.country, place=one.city or one.name, airport=one) for one in known)
    return start, end


def _leg(event: Component, words: str, start: Stop, end: Stop) -> Leg:
    flight = FLIGHT.search(words)
    departs, arrives = _moment(_when(event, "DTSTART"), start), _moment(_when(event, "DTEND"), end)
    leg = Leg(start=start, end=end, departs=departs, arrives=arrives)
    return replace(leg, carrier=flight[1], number=flight[2]) if flight else leg


def _moment(told: dt.date | None, stop: Stop) -> Moment | None:
    """The time as the clocks show it at the stop; a time without a zone is taken to be that already."""
    if told is None:
        return None
    checked_year(told if not isinstance(told, dt.datetime) else told.date())
    if not isinstance(told, dt.datetime):
        return Moment(told)
    assert stop.airport is not None
    local = told.astimezone(stop.airport.timezone) if told.tzinfo else told
    return Moment(local.date(), local.time().replace(tzinfo=None, second=0, microsecond=0))
