"""Whether one must wait, and whether the stay of everybody holds meanwhile."""

import datetime as dt

from msgspec import Struct

from waystation.core.judge import Ask, Gap
from waystation.core.practices import Practice
from waystation.core.standing import place_of
from waystation.desks.planner.apply import unique
from waystation.desks.planner.label import Label
from waystation.desks.planner.party import Party

PENDING = "pending"
"""A standing that holds until a decision, so that nobody states its length."""


class Stay(Struct, frozen=True, kw_only=True, gc=False):
    """Whether a stay holds during a wait: what to ask, what the law leaves open, the first end that is too early."""

    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()
    ends: dt.date | None = None

    @property
    def sure(self) -> bool:
        """Nothing is open about it."""
        return not self.asks and not self.law


def keeps_stay(label: Label, practice: Practice) -> bool:
    """Whether the stay holds while one waits, so that nobody should turn away from what was asked for."""
    standings = [one.at(label.place) for one in label.held]
    pending = all(one is not None and one.kind == PENDING for one in standings)
    return pending or practice.waiting.lawful is True or practice.files


def lawful(label: Label, practice: Practice, party: Party, day: dt.date, until: dt.date) -> Stay:
    """How the stay of everybody holds from `day` until the decision."""
    if practice.waiting.lawful or practice.files:
        return Stay()
    asks: list[Ask] = []
    law: list[Gap] = []
    for index, held in enumerate(label.held):
        standing = held.at(label.place)
        if standing is None:
            if party.without_status(index, label.place):
                return Stay(ends=day)
            asks.append(Ask("status_here" if label.place else "here"))
        elif not standing.lasts(until):
            return Stay(ends=standing.until)
        elif not standing.stated and standing.kind != PENDING:
            told = standing in party.start[index].standings
            asks.extend([_end_of(label, party)] if told else [])
            law.extend([] if told else [Gap("stay-length")])
    return Stay(asks=unique(asks), law=tuple(dict.fromkeys(law)))


def _end_of(label: Label, party: Party) -> Ask:
    """The question after the end of a stay that was told without one."""
    return Ask("lawful_until" if label.place == place_of(party.views[0]) else "statuses")


def unknown_wait(practice: Practice) -> bool:
    """Whether one waits for what it gives and no source states how long: what begins on filing is not waited for."""
    return not practice.takes.ends and not practice.files
