"""How grave it is for these people to leave, to change planes, to arrive, to fly over: worked out once a place.

A number, more is worse: see `rank`; or CLOSED, where nobody should go.
The same functions judge a journey leg by leg in `check`.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache

from waystation.core.borders import Overflight
from waystation.core.facts import View
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.travel import MayEnter
from waystation.core.world import Scope
from waystation.desks.journeys import roles
from waystation.desks.journeys.check import Person

Ends = tuple[Grade, Grade]
GradeIn = Callable[[View, Scope], Ends | None]
"""(view at the place that is touched, scope of dangers) → worse and better end; None: nothing is on record."""
STEP = len(Grade)


def rank(worse: Grade, better: Grade = Grade.GUARDED) -> int:
    """By the worse end of a danger, then by its better end. What is not on record is guarded."""
    return STEP * max(worse, Grade.GUARDED) + max(better, Grade.GUARDED)


LEAST, CLOSED = rank(Grade.GUARDED), rank(Grade.EXTREME, Grade.EXTREME)
"""Nothing graver than guarded · nobody should go: a danger is surely extreme, or no document is accepted."""


class Risks:
    """What is asked about places again and again, for some people on a day."""

    def __init__(
        self, people: Sequence[Person], knowledge: Knowledge, day: dt.date, may_enter: MayEnter, grade: GradeIn
    ) -> None:
        self._views = [view for _, view in people]
        self._knowledge, self._day, self._may_enter, self._grade = knowledge, day, may_enter, grade
        self.leave, self.change, self.arrive = cache(self._leave), cache(self._change), cache(self._arrive)
        self._enter, self._stay, self._over = cache(self._entering), cache(self._staying), cache(self._above)
        self.inside = cache(lambda one, other: roles.no_border(one, other, knowledge))

    def above(self, over: Overflight, start: str, end: str) -> int:
        """The air above and beside the line between two countries."""
        return max((self._over(*one) for one in roles.judged_above(over, {start, end})), default=LEAST)

    def counts(self, place: str) -> bool:
        """Whether it matters at all that a flight is over or near a country."""
        return max(self._over(place, "over"), self._over(place, "near")) > LEAST

    def _leave(self, place: str) -> int:
        views = (roles.leaving(view, place, self._day, self._knowledge) for view in self._views)
        return max(self._level(view, "journey") for view in views)

    def _change(self, place: str, to: str, from_start: bool) -> int:
        """Changing planes for a country: as if one might have to enter, and might not; or surely, into its area.

        `from_start`: the journey began in the area, whose border is then no matter.
        """
        both = max(self._enter(place), self.leave(place))
        if not self.inside(place, to):
            return max(both, self._stay(place))
        return both if from_start or not self._shut("", place) else CLOSED

    def _arrive(self, before: str, place: str) -> int:
        """Arriving for good; and whether people can be there at all."""
        views = [roles.arrived(view, place, self._day, self._knowledge) for view in self._views]
        if self._shut(before, place) or any(self._level(view, "place") == CLOSED for view in views):
            return CLOSED
        return self._enter(place)

    def _shut(self, before: str, place: str) -> bool:
        """Whether no document of somebody's is accepted. Without `before`: for those who come from outside its area."""
        if before and self.inside(before, place):
            return False
        return any(self._may_enter(view, before, place, self._day).closed for view in self._views)

    def _entering(self, place: str) -> int:
        views = (roles.entering(view, place, self._day, self._knowledge) for view in self._views)
        return max(self._level(view, "journey") for view in views)

    def _staying(self, place: str) -> int:
        views = (roles.airside(view, place, self._day, self._knowledge) for view in self._views)
        return max(self._level(view, "journey") for view in views)

    def _above(self, place: str, passing: str) -> int:
        views = (roles.above(view, place, passing, self._day, self._knowledge) for view in self._views)
        return max(self._level(view, "airspace") for view in views)

    def _level(self, view: View, scope: Scope) -> int:
        ends = self._grade(view, scope)
        return LEAST if ends is None else rank(*ends)
