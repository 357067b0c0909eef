"""The land of the repository, cut and in its tree, once for all tests."""

import datetime as dt

import pytest

from tests.conftest import DATA
from waystation.desks.journeys.airports import find_by_code
from waystation.desks.journeys.airspace import Measures, find_overflight
from waystation.desks.journeys.lands import lands_of
from waystation.registry.borders import read_land

DAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="session")
def lands(knowledge):
    return lands_of(read_land([DATA]), knowledge.territories)


@pytest.fixture(scope="session")
def measures(knowledge):
    return Measures.on(knowledge, DAY)


@pytest.fixture(scope="session")
def over(lands, measures):
    """What lies below `ATH-VNO`."""

    def find(route):
        return find_overflight(*(spot(code) for code in route.split("-")), lands, measures)

    return find


def spot(code):
    one = find_by_code(code)
    return one.lon, one.lat
