"""Airports by code or by the name of their city. What fits two is an error that names both."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from unicodedata import combining, normalize

import airportsdata
import numpy as np

from waystation.core.itineraries import Airport
from waystation.desks.journeys.great_circle import apart, vectors
from waystation.errors import ShapeError

CODE = re.compile(r"[A-Z]{3,4}")
IN_COUNTRY = re.compile(r"(.+?),?\s+\(?([A-Z]{2})\)?")
"""`Athens, GR` or `Athens (GR)`."""
IATA = 3
FORMER = {"FRU": "BSZ", "KIV": "RMO", "TSE": "NQZ"}
"""Codes that were changed, and still stand on tickets."""
SHOWN = 6
"""Candidates that an error names."""
ONE_CITY = 120.0
"""Kilometres within which airports of one name are those of one city: there are two Portlands."""
LONGEST = 60
"""Characters of what somebody wrote that are repeated to them."""


@cache
def airports() -> Mapping[str, Airport]:
    """Every airport with an IATA code, by that code."""
    return {code: _airport(one) for code, one in airportsdata.load("IATA").items()}


@cache
def by_icao() -> Mapping[str, Airport]:
    """Every airfield with an ICAO code, by that code; many have no IATA code."""
    return {code: _airport(one) for code, one in airportsdata.load("ICAO").items()}


@cache
def _by_name() -> Mapping[str, tuple[Airport, ...]]:
    """Airports by the folded name of their city, and by their own name."""
    found: dict[str, dict[str, Airport]] = {}
    for code, one in airports().items():
        for name in {folded(one.name), *(folded(part) for part in re.split(r"[,/]", one.city))} - {""}:
            found.setdefault(name, {})[code] = one
    return {name: tuple(ones.values()) for name, ones in found.items()}


@cache
def _of_cities() -> Mapping[str, frozenset[str]]:
    """Of each code that stands for a city with several airports: the codes of these."""
    return {code: frozenset(one["airports"]) for code, one in airportsdata.load_iata_macs().items()}


def find_airport(asked: str) -> Airport:
    """The airport of an IATA code (ATH), an ICAO code (LGAV) or a city (Athens, GR; without a country if one fits).

    Raises ShapeError: unknown, or several fit (a city with two airports, a word that is a code and a city), with
    the candidates.
    """
    word = " ".join(asked.split())
    if CODE.fullmatch(word):
        return find_by_code(word)
    place = IN_COUNTRY.fullmatch(word)
    name, country = (place[1], place[2]) if place else (word, "")
    fits = [one for one in _by_name().get(folded(name), ()) if country in ("", one.country)]
    as_code = airports().get(name.upper())
    if as_code and not country and as_code not in fits and (fits or name.islower()):
        fits.append(as_code)
    if len(fits) == 1:
        return fits[0]
    if not fits:
        raise ShapeError("error.no-airport", asked=word[:LONGEST])
    raise ShapeError("error.which-airport", asked=word[:LONGEST], candidates=_named(fits))


def find_airports(asked: str) -> tuple[Airport, ...]:
    """The airports of one city, by its code (LON) or its name (London, GB); or the one that `find_airport` finds.

    Raises ShapeError as `find_airport` does, where cities of that name lie far apart.
    """
    word = " ".join(asked.split())
    if word in _of_cities() and word not in airports():
        return tuple(airports()[one] for one in sorted(_of_cities()[word]) if one in airports())
    place = IN_COUNTRY.fullmatch(word)
    fits = _by_name().get(folded(place[1] if place else word), ())
    held = sorted((one for one in fits if place is None or one.country == place[2]), key=lambda one: one.iata)
    if len(held) > 1 and all(_near(held[0], one) for one in held):
        return tuple(held)
    return (find_airport(asked),)


def _near(one: Airport, other: Airport) -> bool:
    """Whether two airports of one name serve the same city."""
    spots = vectors(np.array([one.lon, other.lon]), np.array([one.lat, other.lat]))
    return one.country == other.country and float(apart(spots[0], spots[1])) <= ONE_CITY


def find_by_code(code: str) -> Airport:
    """The airport of an IATA or ICAO code. Raises ShapeError, with the airports if it is the code of a city."""
    code = FORMER.get(code, code)
    known = airports() if len(code) == IATA else by_icao()
    if code in known:
        return known[code]
    if code in _of_cities():
        fits = [airports()[one] for one in sorted(_of_cities()[code]) if one in airports()]
        raise ShapeError("error.which-airport", asked=code, candidates=_named(fits))
    raise ShapeError("error.no-airport", asked=code[:LONGEST])


def of_one_city(one: Airport, other: Airport) -> bool:
    """Whether two airports serve the same city."""
    if one.country != other.country:
        return False
    shared = any({one.iata, other.iata} <= some for some in _of_cities().values())
    return shared or folded(one.city) == folded(other.city) != ""


def folded(name: str) -> str:
    """A name without accents and case: `Zürich` and `ZURICH` are one."""
    return "".join(one for one in normalize("NFKD", name.casefold()) if not combining(one)).strip()


def _named(fits: Iterable[Airport]) -> str:
    """`ATH (Athens, GR); AHN (Athens, US)`: the first few, by country and code."""
    ordered = sorted(fits, key=lambda one: (one.country, one.iata))
    named = [f"{one.iata} ({one.name or one.city}, {one.country})" for one in ordered[:SHOWN]]
    return "; ".join([*named, *(["…"] if len(ordered) > SHOWN else [])])


def _airport(one: airportsdata.Airport) -> Airport:
    return Airport(
        iata=one["iata"], icao=one["icao"], name=one["name"], city=one["city"], country=one["country"],
        lon=one["lon"], lat=one["lat"], zone=one["tz"],
    )  # fmt: skip
