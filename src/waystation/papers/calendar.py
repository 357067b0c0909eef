"""Deadlines as a calendar. Calendars are seen by others, so the entries name no country and no procedure."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from icalendar import Calendar, Event

from waystation.core.findings import stable_id
from waystation.core.plans import Advice, Deadline, Plan
from waystation.core.texts import Text, text
from waystation.core.tongues import Language
from waystation.say import Say

PRODUCER, AT = "-//Plans//EN", "plans.invalid"
"""Neither says what made the file: calendars are synchronised to places that others read."""


def to_calendar(answer: Advice, language: Language, *, full: bool = False) -> bytes:
    """All-day entries, one for each kind of deadline on each day. Same answer, same bytes.

    Titles are neutral. With `full` descriptions say what the day is about; only for a calendar nobody else sees.
    """
    say = Say(language)
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    for (day, kind), some in groupby(_deadlines(answer), key=_when):
        told = list(dict.fromkeys(one.text for one in some)) if full else []
        calendar.add_component(_event(day, kind, told, answer.as_of, say))
    return bytes(calendar.to_ical())


def _deadlines(answer: Advice) -> list[Deadline]:
    every = {one.id: one for plan in _plans(answer.plans) for one in plan.deadlines}
    every |= {one.id: one for one in answer.deadlines}
    return sorted(every.values(), key=lambda one: (*_when(one), one.id))


def _plans(plans: Iterable[Plan]) -> Iterable[Plan]:
    """The plans and those of who follows."""
    return (one for plan in plans for one in (plan, *plan.followers))


def _when(one: Deadline) -> tuple[dt.date, str]:
    return one.day, one.text.id.removeprefix("deadline.")


def _event(day: dt.date, kind: str, told: Iterable[Text], as_of: dt.date, say: Say) -> Event:
    event = Event()
    event.add("uid", f"{stable_id('day', day, kind)}@{AT}")
    event.add("dtstamp", dt.datetime.combine(as_of, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", say(text(f"calendar.{kind}")))
    if told:
        event.add("description", "\n".join(say(one) for one in told))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event
