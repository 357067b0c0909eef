"""A crossing of a plan taken as a straight flight: what lies below it, and whom that endangers.

Nothing of geometry is imported here: what lies below is handed in.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from waystation.core.borders import Passage
from waystation.core.facts import View
from waystation.core.findings import DangerFinding, gravest
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.plans import Flight, Stretch
from waystation.core.travel import LineBetween
from waystation.desks.journeys import roles

FindAbove = Callable[[View, str], tuple[DangerFinding, ...]]
"""(view in the air above a country, whose name) → the dangers of being there."""
People = Sequence[tuple[str, View]]
"""The id of each who travels, and what is known of them."""


class Straight:
    """Tells of crossings what a straight flight would pass over."""

    def __init__(self, knowledge: Knowledge, find: FindAbove, between: LineBetween) -> None:
        self._knowledge, self._find, self._between = knowledge, find, between

    def flight(self, people: People, start: str, end: str, day: dt.date) -> Flight | None:
        """The countries below with how grave it is to cross each, and the dangers that are high or may be."""
        line = self._between(start, end, day)
        if line is None:
            return None
        found: list[DangerFinding] = []
        stretches = []
        for one in line.over.crossed:
            if one.country in (start, end) and not one.territory:
                continue
            dangers = [it for place in self._ruling(one, start, end) for it in self._above(people, place, day)]
            found.extend(dangers)
            stretches.append(self._stretch(one, dangers))
        grave = (one for one in found if one.level >= Grade.HIGH)
        return Flight(start=line.start, end=line.end, crossed=tuple(stretches), dangers=gravest(grave))

    def _ruling(self, one: Passage, start: str, end: str) -> Iterator[str]:
        """Who can order a plane down there: the state by law, and whoever rules there."""
        for place in dict.fromkeys((one.country, one.rules or one.country)):
            if place not in (start, end) or one.territory:
                yield place

    def _above(self, people: People, place: str, day: dt.date) -> Iterator[DangerFinding]:
        for whose, view in people:
            yield from self._find(roles.above(view, place, "over", day, self._knowledge), whose)

    def _stretch(self, one: Passage, dangers: Sequence[DangerFinding]) -> Stretch:
        part = self._knowledge.territories[one.territory].title if one.territory else None
        level = max((it.level for it in dangers), default=Grade.GUARDED)
        return Stretch(country=one.country, part=part, rules=one.rules, km=one.km, level=max(level, Grade.GUARDED))
