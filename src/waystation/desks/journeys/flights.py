"""How grave the parts of a way over a network are for somebody; what lies below a flight is measured when asked for."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from waystation.core.borders import Overflight
from waystation.core.itineraries import Airport
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.airspace import Measures, Place, find_overflights
from waystation.desks.journeys.front import Leg
from waystation.desks.journeys.lands import Lands, Owner
from waystation.desks.journeys.network import Network
from waystation.desks.journeys.risks import LEAST, Risks


class Flights:
    """The tolls of a network for one journey that begins in the country `begins`.

    `over`: what lies below the flights that were measured, of what matters: land over which nobody is in danger is
    left out, most of the globe. A flight that crosses a country of `avoid` is not flown.
    """

    def __init__(
        self, network: Network, risks: Risks, lands: Lands, measures: Measures, begins: str, avoid: frozenset[str]
    ) -> None:
        self._countries, self._codes = network.countries, network.codes
        self._risks, self._all, self._measures, self._avoid = risks, lands, measures, avoid
        self._begins = begins
        self.over: dict[Leg, Overflight] = {}
        self._worth: dict[Leg, int | None] = {}

    def stop(self, at: int, to: int) -> int:
        """Changing planes at one airport for a flight to the next."""
        place = self._countries[at]
        return self._risks.change(place, self._countries[to], self._risks.inside(self._begins, place))

    def end(self, before: int, at: int) -> int:
        """Arriving for good, from the airport before."""
        return self._risks.arrive(self._countries[before], self._countries[at])

    def ride(self, start: int, end: int) -> int | None:
        """What lies below a flight, as far as measured."""
        return self._worth.get((start, end), LEAST)

    def measured(self, start: int, end: int) -> bool:
        """Whether what lies below is known."""
        return (start, end) in self._worth

    def measure(self, legs: Sequence[Leg]) -> None:
        """Find out what lies below these flights."""
        found = find_overflights([self._places(*leg) for leg in legs], self._grave, self._measures)
        self.know(dict(zip(legs, found, strict=True)))

    @cached_property
    def _grave(self) -> Lands:
        return self._all.only(self._matters)

    def _matters(self, owner: Owner) -> bool:
        ruling = {owner.country, owner.rules or owner.country}
        return bool(ruling & self._avoid) or any(self._risks.counts(place) for place in ruling)

    def know(self, found: Mapping[Leg, Overflight]) -> None:
        """Take over what lies below flights, where that was measured before."""
        for leg, over in found.items():
            self.over[leg] = over
            self._worth[leg] = self._toll(over, *leg)

    def _toll(self, over: Overflight, start: int, end: int) -> int | None:
        ends = self._countries[start], self._countries[end]
        below = {place for one in over.crossed for place in (one.country, one.rules) if place not in ends}
        return None if below & self._avoid else self._risks.above(over, *ends)

    def _places(self, start: int, end: int) -> tuple[Place, Place]:
        return _spot(airports()[self._codes[start]]), _spot(airports()[self._codes[end]])


def _spot(airport: Airport) -> Place:
    return airport.lon, airport.lat
