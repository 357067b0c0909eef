"""Find ways over known routes: those that none beats in danger, time and changes, and which of them to show."""

import datetime as dt
import itertools
from collections.abc import Sequence

from msgspec import Struct

from waystation.core.borders import Overflight
from waystation.core.itineraries import Itinerary, Leg, Moment, Stop
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.ways import Routes, WayAsked
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import Measures
from waystation.desks.journeys.flights import Flights
from waystation.desks.journeys.front import Label, Quest, legs_of, unbeaten
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.network import MINUTES, Network, network_of
from waystation.desks.journeys.risks import CLOSED, Risks, rank
from waystation.errors import NotFoundError

MOST_SHOWN = 5
CHANGE = "change-of-planes"
"""Id of the parameter."""
CRITERIA = ("danger", "time", "changes")


class Found(Struct, frozen=True, kw_only=True):
    """A way before it is told: what it is compared on, its airports, what lies below it as far as that matters.

    `danger`: as in `risks.rank`; what all ways share does not count in it, only whether that makes it `closed`.
    """

    danger: int
    minutes: int
    airports: tuple[str, ...]
    over: tuple[Overflight, ...]
    closed: bool

    @property
    def changes(self) -> int:
        """Changes of planes."""
        return len(self.airports) - 2


class Pace(Struct, frozen=True):
    """`change`: minutes counted for each change of planes; `measures` for what lies below a flight."""

    change: int
    measures: Measures

    @classmethod
    def on(cls, knowledge: Knowledge, day: dt.date) -> "Pace":
        """What the knowledge states on `day`. Raises NotFoundError."""
        hours = knowledge.parameter(CHANGE, day)
        if not isinstance(hours, (int, float)):
            raise NotFoundError("error.no-record", asked=CHANGE)
        return cls(round(hours * MINUTES), Measures.on(knowledge, day))


def find_ways(asked: WayAsked, routes: Routes, risks: Risks, lands: Lands, pace: Pace) -> list[Found]:
    """Every way that none other beats, those with the fewest changes first, then with the least danger."""
    network = network_of(routes, pace.measures.speed, asked.avoid)
    starts, ends = network.numbers(asked.start), network.numbers(asked.end)
    begins = airports()[asked.start[0]].country
    quest = Quest(
        starts=starts, ends=frozenset(ends) - frozenset(starts), most_legs=asked.most_stops + 1, change=pace.change
    )
    flights = Flights(network, risks, lands, pace.measures, begins, asked.avoid)
    shut = risks.leave(begins) == CLOSED
    return [_found(label, network, flights, shut=shut) for label in unbeaten(network, quest, flights)]


def _found(label: Label, network: Network, flights: Flights, *, shut: bool) -> Found:
    danger, minutes, path = label
    return Found(
        danger=danger, minutes=minutes, airports=tuple(network.codes[at] for at in path),
        over=tuple(flights.over[leg] for leg in legs_of(path)), closed=shut or danger == CLOSED,
    )  # fmt: skip


class Choice(Struct, frozen=True):
    """`shown`: the few to offer, the least danger first; `more`: so many besides. The nearest that are not offered:

    `graver`: graver than is accepted, while others are not; `closed`: nobody should go.
    """

    shown: tuple[Found, ...]
    more: int
    graver: Found | None
    closed: Found | None


def choose(found: Sequence[Found], accepts: Grade) -> Choice:
    """What to offer to people who accept dangers up to this grade. If none is so, only those with the least danger."""
    open = [one for one in found if not one.closed]
    limit = max(rank(accepts, Grade.EXTREME), min((one.danger for one in open), default=CLOSED))
    fit = [one for one in open if one.danger <= limit]
    best = [one for one in fit if best_for(one, fit)]
    shown = [*best, *sorted((one for one in fit if one not in best), key=_by_danger)][:MOST_SHOWN]
    return Choice(
        tuple(sorted(shown, key=_by_danger)), len(fit) - len(shown),
        min((one for one in open if one.danger > limit), key=_by_time, default=None),
        min((one for one in found if one.closed), key=_by_time, default=None),
    )  # fmt: skip


def best_for(one: Found, among: Sequence[Found]) -> tuple[str, ...]:
    """What this way is the best for."""
    return tuple(criterion for criterion in CRITERIA if _best(among, criterion) == one)


def itinerary_of(way: Found, asked: WayAsked) -> Itinerary:
    """The way as legs of one day. Whether one ticket covers them nobody knows, so that it is asked."""
    return Itinerary(tuple(flown(start, end, asked.day) for start, end in itertools.pairwise(way.airports)))


def flown(start: str, end: str, day: dt.date) -> Leg:
    """A flight between two airports (IATA codes), at no known time of a day."""
    return Leg(start=_stop(start), end=_stop(end), departs=Moment(day))


def _best(among: Sequence[Found], criterion: str) -> Found | None:
    keys = {"danger": _by_danger, "time": _by_time, "changes": _by_changes}
    return min(among, key=keys[criterion], default=None)


def _by_danger(one: Found) -> tuple[int, int, int, tuple[str, ...]]:
    return one.danger, one.minutes, one.changes, one.airports


def _by_time(one: Found) -> tuple[int, int, int, tuple[str, ...]]:
    return one.minutes, one.danger, one.changes, one.airports


def _by_changes(one: Found) -> tuple[int, int, int, tuple[str, ...]]:
    return one.changes, one.danger, one.minutes, one.airports


def _stop(code: str) -> Stop:
    one = airports()[code]
    return Stop(country=one.country, place=one.city or one.name, airport=one)
