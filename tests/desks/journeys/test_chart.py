"""The flat map of a journey, against a reference, and there and back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Proj

from waystation.core.charts import WIDTH
from waystation.desks.journeys.great_circle import RADIUS, apart, vectors
from waystation.desks.journeys.outline import Frame, outlines
from waystation.desks.journeys.plane import Plane, around

LONS, LATS = st.floats(-180, 180), st.floats(-89, 89)


def spot(lon, lat):
    return np.array([[lon, lat]])


def away(one, other):
    return float(apart(vectors(one[:, 0], one[:, 1]), vectors(other[:, 0], other[:, 1]))[0])


@given(LONS, LATS, LONS, LATS)
def test_the_map_is_the_one_of_the_reference(lon, lat, x, y):
    if away(spot(lon, lat), spot(x, y)) > 0.98 * np.pi * RADIUS:
        return
    reference = Proj(proj="aeqd", lon_0=lon, lat_0=lat, R=RADIUS * 1000)(x, y)
    assert Plane(lon, lat).flat(spot(x, y))[0] * 1000 == pytest.approx(reference, abs=5)


@given(LONS, LATS, LONS, LATS)
def test_there_and_back_is_the_same_place(lon, lat, x, y):
    plane, place = Plane(lon, lat), spot(x, y)
    if away(spot(lon, lat), place) < 0.98 * np.pi * RADIUS:
        assert away(plane.round(plane.flat(place)), place) < 0.01


@given(st.lists(st.tuples(LONS, LATS), min_size=2, max_size=6, unique=True))
def test_the_middle_of_the_map_is_a_place_and_every_place_is_on_the_map(places):
    plane = around(np.array(places))
    assert np.isfinite([plane.lon, plane.lat]).all()
    assert np.isfinite(plane.flat(np.array(places))).all()


@pytest.mark.parametrize(
    "middle", [(20.0, 50.0), (178.0, 62.0), (-179.5, 66.0), (0.0, 89.9), (30.0, -89.0), (120.0, -30.0)]
)
def test_no_land_hangs_over_the_edge_of_the_map_wherever_it_lies(lands, middle):
    frame = Frame(plane=Plane(*middle), wide=9000.0, high=6000.0)
    shown = list(outlines(lands.whole, frame))
    assert shown
    for _, shape in shown:
        west, north, east, south = shape.bounds
        assert west >= -5
        assert north >= -5
        assert east <= WIDTH + 5
        assert south <= frame.height + 5
        assert shape.is_valid


def test_land_that_the_date_line_cuts_is_one_piece(lands):
    """Chukotka lies on both sides."""
    frame = Frame(plane=Plane(179.0, 66.5), wide=1500.0, high=1000.0)
    (russia,) = [
        shape for owner, shape in outlines(lands.whole, frame) if (owner.country, owner.territory) == ("RU", "")
    ]
    mainland = max(russia.geoms, key=lambda one: one.area)
    (one, other) = (frame.units(spot(lon, 67.0))[0] for lon in (177.0, -176.0))
    assert mainland.bounds[0] < one[0]
    assert mainland.bounds[2] > other[0]
