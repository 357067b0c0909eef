"""What happened to practices, the latest first: by the days that the records give themselves."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from waystation.core.cards import Event
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Practice
from waystation.registry.coverage import answers

How = Literal["opened", "closed", "checked"]


def events(knowledge: Knowledge, today: dt.date, country: str = "", need: str = "") -> list[Event]:
    """What had happened by `today`, of one country and for one need if they are given."""
    found = [
        event
        for practice in knowledge.practices.values()
        if not country or practice.country == country
        for event in _of(practice, knowledge)
        if event.day <= today and (not need or need in event.needs)
    ]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.how, one.id))


def _of(practice: Practice, knowledge: Knowledge) -> Iterator[Event]:
    needs = tuple(one.id for one in knowledge.needs.values() if answers(practice, one))
    looked = max((source.checked for source in practice.sources.values()), default=None)
    days: dict[How, dt.date | None] = {
        "opened": practice.valid.from_,
        "closed": practice.valid.until,
        "checked": looked,
    }
    for how, day in days.items():
        if day is not None:
            yield Event(
                day=day, how=how, id=practice.id, title=practice.title, country=practice.country, needs=needs,
            )  # fmt: skip
