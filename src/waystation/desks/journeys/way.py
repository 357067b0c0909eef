"""A journey with what lies below each flight and between the legs."""

import datetime as dt

from waystation.core.borders import Overflight
from waystation.core.itineraries import Itinerary, Leg
from waystation.core.knowledge import Knowledge
from waystation.desks.journeys.airspace import Measures, find_overflights
from waystation.desks.journeys.check import Way
from waystation.desks.journeys.connections import Waits, connections
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.roles import no_border


def way_of(itinerary: Itinerary, knowledge: Knowledge, day: dt.date, lands: Lands | None) -> Way:
    """What is judged: without `lands`, or for rides that are no flights, nothing lies below."""
    return Way(itinerary, _below(itinerary.legs, knowledge, day, lands), connections(
        itinerary, Waits.on(knowledge, day), lambda one, other: no_border(one, other, knowledge)
    ))  # fmt: skip


def _below(
    legs: tuple[Leg, ...], knowledge: Knowledge, day: dt.date, lands: Lands | None
) -> tuple[Overflight | None, ...]:
    ends = {
        at: ((one.start.airport.lon, one.start.airport.lat), (one.end.airport.lon, one.end.airport.lat))
        for at, one in enumerate(legs)
        if one.mode == "air" and one.start.airport and one.end.airport
    }
    if lands is None or not ends:
        return (None,) * len(legs)
    found = dict(zip(ends, find_overflights(list(ends.values()), lands, Measures.on(knowledge, day)), strict=True))
    return tuple(found.get(at) for at in range(len(legs)))
