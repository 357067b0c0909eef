"""Deadlines as a calendar. Calendars are seen by others, so the entries name no country and no procedure."""

import datetime as dt

from icalendar import Calendar, Event

from waystation.core.plans import Advice, Deadline
from waystation.core.texts import text
from waystation.say import Say


def to_calendar(answer: Advice, language: str) -> bytes:
    """All-day entries, one for each deadline, in order of the day. Same answer, same bytes."""
    say = Say(language)
    calendar = Calendar()
    calendar.add("prodid", "-//Waystation//EN")
    calendar.add("version", "2.0")
    for one in _deadlines(answer):
        calendar.add_component(_event(one, answer.as_of, say))
    return bytes(calendar.to_ical())


def _deadlines(answer: Advice) -> list[Deadline]:
    every = {one.id: one for one in answer.deadlines}
    every |= {one.id: one for plan in answer.plans for one in plan.deadlines}
    return sorted(every.values(), key=lambda one: (one.day, one.id))


def _event(one: Deadline, as_of: dt.date, say: Say) -> Event:
    event = Event()
    event.add("uid", f"{one.id}@waystation")
    event.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + dt.timedelta(days=1))
    event.add("summary", say(text(f"calendar.{one.text.id.removeprefix('deadline.')}")))
    event.add("transp", "TRANSPARENT")
    return event
