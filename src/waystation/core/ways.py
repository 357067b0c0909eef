"""Known routes, and the ways that were found over them."""

import datetime as dt

from msgspec import Struct

from waystation.core.assessments import Assessment
from waystation.core.findings import BodyLine
from waystation.core.measures import Grade
from waystation.core.texts import Text


class Routes(Struct, frozen=True, kw_only=True):
    """From each airport (IATA code) those to which somebody flew without a stop, when the list was made.

    `read`: how many lines; `left_out`: how many of them name an airport that is not known, or a stop that is not.
    `loaded`: None: the list stands in a file of the user's own.
    """

    url: str
    loaded: dt.date | None
    onward: dict[str, tuple[str, ...]]
    read: int
    left_out: int


class Age(Struct, frozen=True, kw_only=True):
    """How old routes are. `until`: the day after which their list was not renewed; None: nobody says."""

    url: str
    loaded: dt.date | None
    until: dt.date | None
    read: int
    left_out: int


class WayAsked(Struct, frozen=True, kw_only=True):
    """From one of some airports to one of others (IATA codes), on a day, at most so many stops between.

    `to_country`: the country, if any airport of it will do. `avoid`: countries in which nobody lands, and over which
    the shortest line of no flight leads.
    """

    start: tuple[str, ...]
    end: tuple[str, ...]
    to_country: str | None = None
    day: dt.date
    most_stops: int = 2
    avoid: frozenset[str] = frozenset()


class KnownWay(Struct, frozen=True, kw_only=True):
    """One way. `airports`: in order, both ends included. `minutes`: in the air, and for each change a stated time.

    `danger`, `least`: the worse and the better end of the gravest on its legs. `best_for`: danger, time, changes.
    """

    id: str
    airports: tuple[str, ...]
    countries: tuple[str, ...]
    km: int
    minutes: int
    danger: Grade
    least: Grade
    best_for: tuple[str, ...] = ()
    checked: Assessment

    @property
    def stops(self) -> int:
        """Changes of planes."""
        return len(self.airports) - 2


class WaysFound(Struct, frozen=True, kw_only=True):
    """The ways that none of the others beats in danger, time and changes. `more`: so many are not shown.

    Not offered, and named where it is shorter or has fewer changes than those offered: `closed`, the nearest way on
    which nobody should go; `graver`, the nearest with a graver danger than the case accepts.
    `change`: hours that are counted for each change. `hand_over`: whom to turn to, where there is no way.
    """

    as_of: dt.date
    knowledge: str
    asked: WayAsked
    age: Age
    change: float
    ways: tuple[KnownWay, ...] = ()
    more: int = 0
    graver: KnownWay | None = None
    closed: KnownWay | None = None
    hand_over: tuple[BodyLine, ...] = ()
    not_checked: tuple[Text, ...] = ()

    @property
    def told(self) -> tuple[KnownWay, ...]:
        """The ways that are told in full: those that are offered, or the nearest of those that are not."""
        return self.ways or tuple(one for one in (self.closed,) if one)

    @property
    def worst(self) -> Grade:
        """The gravest danger of a way that is offered; nothing on record is guarded."""
        return max((one.danger for one in self.ways), default=Grade.GUARDED)
