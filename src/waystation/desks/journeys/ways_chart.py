"""The ways that were found, on one map: each leg once, called by the letters of the ways it is part of."""

import itertools
from collections.abc import Mapping
from string import ascii_uppercase

from waystation.core.borders import Territory
from waystation.core.charts import Chart
from waystation.core.itineraries import Itinerary
from waystation.core.ways import WaysFound
from waystation.desks.journeys.chart import draw_chart
from waystation.desks.journeys.find import flown
from waystation.desks.journeys.lands import Lands


def draw_ways(found: WaysFound, lands: Lands, territories: Mapping[str, Territory]) -> Chart | None:
    """The map of all ways that are told in full; None if there are none."""
    names: dict[tuple[str, str], str] = {}
    for letter, way in zip(ascii_uppercase, found.told, strict=False):
        for leg in itertools.pairwise(way.airports):
            names[leg] = names.get(leg, "") + letter
    if not names:
        return None
    itinerary = Itinerary(tuple(flown(*leg, found.asked.day) for leg in names))
    legs = [leg for way in found.told for leg in way.checked.legs]
    homes = found.told[0].checked.homes
    return draw_chart(itinerary, legs, homes, lands, territories, tuple(names.values()))
