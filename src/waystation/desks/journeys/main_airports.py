"""The straight line between the main airports of two countries, worked out once for each pair."""

import datetime as dt
from collections.abc import Callable

from waystation.core.itineraries import Airport
from waystation.core.knowledge import Knowledge
from waystation.core.travel import LineBetween, StraightLine
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import Measures, find_overflight
from waystation.desks.journeys.lands import Lands


def lines_between(knowledge: Knowledge, load: Callable[[], Lands]) -> LineBetween:
    """Lines over this knowledge. `load` makes the lands when the first line is asked for; most plans need few."""

    def between(start: str, end: str, day: dt.date) -> StraightLine | None:
        measures = Measures.on(knowledge, day)
        key = ("straight", start, end, measures)
        return knowledge.once(key, lambda: _line(start, end, measures, knowledge, load))

    return between


def main_airport(country: str, knowledge: Knowledge) -> Airport | None:
    """The main airport of a country, where its place names one."""
    codes = (place.airport or "" for place in knowledge.area_of(country) if place.country == country)
    return airports().get(next(codes, ""))


def _line(
    start: str, end: str, measures: Measures, knowledge: Knowledge, load: Callable[[], Lands]
) -> StraightLine | None:
    one, other = main_airport(start, knowledge), main_airport(end, knowledge)
    if one is None or other is None or one is other:
        return None
    lands = knowledge.once("lands", load)
    over = find_overflight((one.lon, one.lat), (other.lon, other.lat), lands, measures)
    return StraightLine(_named(one), _named(other), over)


def _named(airport: Airport) -> str:
    return f"{airport.city} ({airport.iata})"
