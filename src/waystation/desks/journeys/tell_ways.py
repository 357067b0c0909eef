"""Tell of the ways that were chosen: each is checked leg by leg, and what the check closes is not offered."""

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from waystation.core.assessments import ON_THE_WAY, Assessment
from waystation.core.findings import BodyLine, stable_id
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.texts import text
from waystation.core.ways import Age, KnownWay, Routes, WayAsked, WaysFound
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.find import Choice, Found, Pace, best_for, itinerary_of
from waystation.desks.journeys.routes import URL

UNTIL = "openflights-routes-until"
"""Id of the parameter."""
MINUTES = 60


class Telling(Struct, frozen=True):
    """What telling needs: `check` judges a journey leg by leg; `hand_over`: whom to turn to where there is no way."""

    asked: WayAsked
    pace: Pace
    knowledge: Knowledge
    check: Callable[[Itinerary], Assessment]
    hand_over: tuple[BodyLine, ...]

    def tell(self, choice: Choice, routes: Routes, as_of: dt.date) -> WaysFound:
        """The answer. A way on which nobody should go after all takes the place of the nearest that is closed."""
        told = [self._way(one, best_for(one, choice.shown)) for one in choice.shown]
        ways = tuple(one for one in told if one.checked.verdict != "do-not-go")
        shut = next((one for one in told if one not in ways), None)
        closed = self._way(choice.closed) if choice.closed else shut
        return WaysFound(
            as_of=as_of, knowledge=self.knowledge.version, asked=self.asked, age=self._age(routes),
            change=self.pace.change / MINUTES, ways=ways, more=choice.more if ways else 0,
            graver=self._way(choice.graver) if choice.graver else None, closed=closed,
            hand_over=() if ways else self.hand_over,
            not_checked=(
                text("ways.no-ticket"), text("assess.not-checked"), *ON_THE_WAY, text("assess.airline"),
            ),
        )  # fmt: skip

    def _way(self, one: Found, best: tuple[str, ...] = ()) -> KnownWay:
        checked = self.check(itinerary_of(one, self.asked))
        dangers = [danger for leg in checked.legs for danger in leg.dangers]
        return KnownWay(
            id=stable_id("way", self.asked.day, *one.airports), airports=one.airports,
            countries=tuple(airports()[code].country for code in one.airports),
            km=round(sum(over.length for over in one.over)), minutes=one.minutes,
            danger=max((danger.level for danger in dangers), default=Grade.GUARDED),
            least=max((danger.least for danger in dangers), default=Grade.GUARDED), best_for=best, checked=checked,
        )  # fmt: skip

    def _age(self, routes: Routes) -> Age:
        until = self.knowledge.parameter(UNTIL, self.asked.day) if routes.url == URL else None
        return Age(
            url=routes.url, loaded=routes.loaded, until=until if isinstance(until, dt.date) else None,
            read=routes.read, left_out=routes.left_out,
        )  # fmt: skip
