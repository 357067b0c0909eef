"""Find ways over known routes: those that none beats in danger, time and changes, and which of them to show."""

from collections.abc import Sequence

from msgspec import Struct

from waystation.core.borders import Overflight
from waystation.core.itineraries import Itinerary, Leg, Moment, Stop
from waystation.core.ways import Routes, WayAsked
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import Measures
from waystation.desks.journeys.flights import Flights
from waystation.desks.journeys.front import Label, Quest, legs_of, unbeaten
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.network import Network, network_of
from waystation.desks.journeys.risks import CLOSED, Risks

MOST_SHOWN = 5
CRITERIA = ("danger", "time", "changes")


class Found(Struct, frozen=True, kw_only=True):
    """A way before it is told: what it is compared on, its airports, what lies below it.

    `danger`: a grade, or CLOSED; what all ways share does not count in it, but `closed` does.
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


def chosen(found: Sequence[Found]) -> tuple[list[Found], Found | None]:
    """The few to show: the best in each, then the least danger first; and the nearest that is closed, if any is."""
    open = [one for one in found if not one.closed]
    best = dict.fromkeys(one.airports for one in (_best(open, criterion) for criterion in CRITERIA) if one)
    rest = sorted(open, key=_by_danger)
    shown = [*(one for one in rest if one.airports in best), *(one for one in rest if one.airports not in best)]
    closed = min((one for one in found if one.closed), key=_by_time, default=None)
    return sorted(shown[:MOST_SHOWN], key=_by_danger), closed


def best_for(one: Found, among: Sequence[Found]) -> tuple[str, ...]:
    """What this way is the best for."""
    return tuple(criterion for criterion in CRITERIA if _best(among, criterion) == one)


def itinerary_of(way: Found, asked: WayAsked) -> Itinerary:
    """The way as legs of one day. Whether one ticket covers them nobody knows, so that it is asked."""
    stops = [_stop(code) for code in way.airports]
    day = Moment(asked.day)
    return Itinerary(
        tuple(Leg(start=start, end=end, departs=day) for start, end in zip(stops, stops[1:], strict=False))
    )


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
