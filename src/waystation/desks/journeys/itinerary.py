"""An itinerary from the plain values of a file. Every fault says where it stands and what to write instead."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, get_args

from waystation.core.itineraries import Itinerary, Leg, Mode, Moment, Stop, Through
from waystation.desks.journeys.airports import airports, find_airport
from waystation.desks.journeys.order import check_order
from waystation.errors import ShapeError

KEYS = ("from", "to", "departs", "arrives", "carrier", "carrier_state", "number", "mode",
        "document_shown", "checked_through")  # fmt: skip
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?)?")
COUNTRY = re.compile(r"[A-Z]{2}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Characters that are no part of a word: they move the cursor, or turn the writing around."""
LONGEST = 60
MOST_LEGS = 40
FIRST_YEAR, LAST_YEAR = 1950, 2150


def read_itinerary(plain: Any) -> Itinerary:
    """`{legs: [{from: ATH, to: VNO, departs: 2021-05-23 10:29, arrives: …, carrier: FR, number: 4978}]}` → Itinerary.

    Each leg: `from` and `to` (an airport, or `{country: LT, place: Vilnius}` for land, sea and rail), and whatever
    is known: `departs`, `arrives` (local, with or without a time), `carrier`, `carrier_state` (the country whose
    airline flies), `number`, `mode` (air, land, sea, rail; air if not said), `document_shown`, `checked_through`
    (yes, no, unknown).
    Raises ShapeError with the path to the fault, `legs[1].from`; `registry.marks.located` adds file and line.
    """
    if not isinstance(plain, Mapping) or "legs" not in plain:
        raise ShapeError("error.missing-key", path=("legs",), key="legs")
    for key in plain:
        if key != "legs":
            raise ShapeError("error.unknown-key", path=(key,), key=str(key)[:LONGEST], known="legs")
    told = plain["legs"]
    if not isinstance(told, list) or not told:
        raise ShapeError("error.expected-list", path=("legs",), found=repr(told)[:LONGEST])
    if len(told) > MOST_LEGS:
        raise ShapeError("error.too-many-legs", path=("legs",), most=MOST_LEGS)
    try:
        legs = tuple(_under(at, _leg, one) for at, one in enumerate(told))
        check_order(legs)
    except ShapeError as fault:
        raise fault.under("legs") from None
    return Itinerary(legs)


def _under(key: str | int, read: Any, *told: Any) -> Any:
    """What `read` makes of it; a fault is told from one step further out."""
    try:
        return read(*told)
    except ShapeError as fault:
        raise fault.under(key) from None


def _leg(told: Any) -> Leg:
    if not isinstance(told, Mapping):
        raise ShapeError("error.expected-mapping", found=repr(told)[:LONGEST])
    for key in told:
        if key not in KEYS:
            raise ShapeError("error.unknown-key", path=(str(key),), key=str(key)[:LONGEST], known=", ".join(KEYS))
    for key in ("from", "to"):
        if key not in told:
            raise ShapeError("error.missing-key", path=(key,), key=key)
    mode: Mode = _under("mode", _one_of, told.get("mode", "air"), get_args(Mode))
    return Leg(
        start=_under("from", _stop, told["from"], mode),
        end=_under("to", _stop, told["to"], mode),
        departs=_under("departs", read_moment, told.get("departs")),
        arrives=_under("arrives", read_moment, told.get("arrives")),
        carrier=_under("carrier", word, told.get("carrier", "")),
        carrier_state=_under("carrier_state", _country, told.get("carrier_state", "")),
        number=_under("number", word, told.get("number", "")),
        mode=mode,
        document_shown=_under("document_shown", word, told.get("document_shown", "")),
        checked_through=_under("checked_through", _through, told.get("checked_through", "unknown")),
    )


def _country(told: Any) -> str:
    """A country by its code, or nothing. Raises ShapeError."""
    code = word(told)
    if code and code not in {one.country for one in airports().values()}:
        raise ShapeError("error.no-country", code=code[:LONGEST])
    return code


def _stop(told: Any, mode: Mode) -> Stop:
    """An airport; for a ride over land or sea also a place in a country."""
    if isinstance(told, Mapping) and mode != "air":
        if set(told) != {"country", "place"} or not COUNTRY.fullmatch(str(told["country"])):
            raise ShapeError("error.stop-shape")
        if told["country"] not in {one.country for one in airports().values()}:
            raise ShapeError("error.no-country", path=("country",), code=told["country"])
        return Stop(country=told["country"], place=_under("place", word, told["place"]))
    if not isinstance(told, str):
        raise ShapeError("error.stop-shape")
    airport = find_airport(word(told))
    return Stop(country=airport.country, place=airport.city or airport.name, airport=airport)


def read_moment(told: Any) -> Moment | None:
    """`2026-11-23` or `2026-11-23 08:15`, local; None if nothing is told. Raises ShapeError."""
    if told is None or told == "unknown":
        return None
    if isinstance(told, dt.datetime):
        return Moment(told.date(), told.time().replace(tzinfo=None))
    if isinstance(told, dt.date):
        return Moment(told)
    found = MOMENT.fullmatch(str(told))
    try:
        if found is None:
            raise ValueError(told)
        day = dt.date.fromisoformat(found[1])
        time = dt.time.fromisoformat(found[2]) if found[2] else None
    except ValueError:
        raise ShapeError("error.bad-moment", found=CONTROL.sub(" ", str(told))[:LONGEST]) from None
    return Moment(checked_year(day), time)


def checked_year(day: dt.date) -> dt.date:
    """The day, if it lies near our time. Raises ShapeError."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ShapeError("error.far-day", day=day.isoformat(), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return day


def word(told: Any) -> str:
    """A short word or number as text. Raises ShapeError if it is too long or holds characters that hide."""
    if isinstance(told, bool) or not isinstance(told, (str, int)):
        raise ShapeError("error.bad-text", found=repr(told)[:LONGEST])
    text = str(told).strip()
    if len(text) > LONGEST or CONTROL.search(text):
        raise ShapeError("error.word-too-long", most=LONGEST)
    return text


def _one_of(told: Any, options: tuple[str, ...]) -> Any:
    if told not in options:
        raise ShapeError("error.bad-option", found=repr(told)[:LONGEST], options=", ".join(options))
    return told


def _through(told: Any) -> Any:
    return _one_of({True: "yes", False: "no"}[told] if isinstance(told, bool) else told, get_args(Through))
