"""What somebody asks of a journey that they have not found yet: where from, where to, on which day."""

import datetime as dt
import re

from waystation.core.ways import WayAsked
from waystation.desks.journeys.airports import LONGEST, airports, find_airports
from waystation.desks.journeys.itinerary import checked_year
from waystation.errors import ShapeError

COUNTRY = re.compile(r"[A-Z]{2}")


def read_asked(
    start: str, end: str, day: dt.date, *, most_stops: int = 2, avoid: frozenset[str] = frozenset()
) -> WayAsked:
    """`start`: an airport or a city. `end`: one, or a country by its two letters (LT). `avoid`: countries likewise.

    Raises ShapeError: unknown, several fit, both lie in one place, or one lies where nobody shall land.
    """
    begins = find_airports(start)
    country = end.strip() if COUNTRY.fullmatch(end.strip()) else None
    for code in (*([country] if country else []), *sorted(avoid)):
        if code not in {one.country for one in airports().values()}:
            raise ShapeError("error.no-country", code=code[:LONGEST])
    ends = _of_country(country) if country else tuple(one.iata for one in find_airports(end))
    places = {airports()[code].country for code in ends} | {begins[0].country}
    if set(ends) & {one.iata for one in begins} or country == begins[0].country:
        raise ShapeError("error.way-goes-nowhere", start=start[:LONGEST], end=end[:LONGEST])
    for code in sorted(places & avoid):
        raise ShapeError("error.way-avoids-end", code=code)
    return WayAsked(
        start=tuple(sorted(one.iata for one in begins)), end=ends, to_country=country, day=checked_year(day),
        most_stops=most_stops, avoid=avoid,
    )  # fmt: skip


def _of_country(code: str) -> tuple[str, ...]:
    return tuple(sorted(iata for iata, one in airports().items() if one.country == code))
