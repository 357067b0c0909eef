"""A journey as it is written on tickets: legs in order, and what lies between two of them."""

import datetime as dt
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct

from waystation.core.texts import Text

Mode = Literal["air", "land", "sea", "rail"]
Through = Literal["yes", "no", "unknown"]
Passing = Literal["airside", "border", "unknown"]


class Airport(Struct, frozen=True, kw_only=True):
    """An airport. `country` by law (ISO code); `lon`, `lat` in degrees; `zone`: its name in the tz database."""

    iata: str
    icao: str
    name: str
    city: str
    country: str
    lon: float
    lat: float
    zone: str

    @property
    def timezone(self) -> dt.tzinfo:
        """The rules of its clocks."""
        return ZoneInfo(self.zone)


class Stop(Struct, frozen=True, kw_only=True):
    """Where a leg begins or ends: an airport, or a place in a country (a station, a harbour, a border crossing)."""

    country: str
    place: str
    airport: Airport | None = None


class Moment(Struct, frozen=True):
    """A day and, if known, a time, as a clock shows them there."""

    day: dt.date
    time: dt.time | None = None

    def instant(self, stop: Stop) -> dt.datetime | None:
        """The same in UTC; None without a time, or where the time zone of the stop is not known."""
        if self.time is None or stop.airport is None:
            return None
        there = dt.datetime.combine(self.day, self.time, stop.airport.timezone)
        return there.astimezone(dt.UTC)


class Leg(Struct, frozen=True, kw_only=True):
    """One ride. `carrier_state`: the country whose airline flies (ISO code); empty: nobody said.

    `document_shown`: which travel document one shows on it. `checked_through`: to the next leg.
    """

    start: Stop
    end: Stop
    departs: Moment | None = None
    arrives: Moment | None = None
    carrier: str = ""
    carrier_state: str = ""
    number: str = ""
    mode: Mode = "air"
    document_shown: str = ""
    checked_through: Through = "unknown"


class Itinerary(Struct, frozen=True):
    """Legs in the order in which they are ridden. `left_out`: what of the source was passed over, and why."""

    legs: tuple[Leg, ...]
    left_out: tuple[Text, ...] = ()

    @property
    def airlines_told(self) -> bool:
        """Whether it is told of every flight whose airline it is."""
        return all(leg.carrier_state for leg in self.legs if leg.mode == "air")


class Connection(Struct, frozen=True, kw_only=True):
    """What lies between two legs: where one arrives, where one leaves, how long it takes, and what one passes.

    `minutes`: None if a time is missing. `through`: airside (one stays behind the border), border (one enters the
    country), or unknown. `why`: what that rests on. `over_land`: from one airport to another. `night`: the wait lies
    in the hours of the night, None if a time is missing.
    """

    at: str
    arrive: Stop
    leave: Stop
    minutes: int | None
    through: Passing
    why: Text
    over_land: bool = False
    night: bool | None = None
