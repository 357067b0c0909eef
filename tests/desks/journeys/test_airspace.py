"""Which countries a flight crosses by the shortest way: real routes, laws, poles and the date line."""

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Geod

from tests.desks.journeys.conftest import spot
from waystation.core.borders import Land, Territory
from waystation.desks.journeys.airspace import Measures, find_overflight, find_overflights
from waystation.desks.journeys.flight_lines import POLE, line
from waystation.desks.journeys.great_circle import along, apart, degrees, vectors
from waystation.desks.journeys.lands import Lands

GLOBE = Geod(ellps="WGS84")
PLAIN = Measures(speed=835, margin=0)

# All routes inside the EU, EEA, Switzerland and the UK that the great circle takes over Belarus, of 3,465.
OVER_BELARUS = [
    "ARN-LCA",
    "ATH-HEL",
    "ATH-RIX",
    "BGY-VNO",
    "BOJ-HEL",
    "CHQ-HEL",
    "CHQ-VNO",
    "CIA-VNO",
    "FCO-VNO",
    "HER-RIX",
    "HER-TLL",
    "HER-VNO",
    "KGS-KUN",
    "KUN-PFO",
    "KUN-RHO",
    "LCA-RIX",
    "VIE-VNO",
    "VNO-WAW",
]
OVER_KALININGRAD = [
    "ALC-KUN",
    "ARN-ATH",
    "ARN-CHQ",
    "ARN-SKG",
    "ARN-WAW",
    "BGY-RIX",
    "BRU-VNO",
    "BUD-HEL",
    "BUD-RIX",
    "BUD-TMP",
    "CPH-VNO",
    "DUB-VNO",
    "FCO-RIX",
    "HEL-KRK",
    "HEL-LJU",
    "HEL-SPU",
    "HEL-VIE",
    "HEL-WAW",
    "KUN-STN",
    "MLA-RIX",
    "MUC-RIX",
    "MXP-RIX",
    "NYO-PFO",
    "PRG-RIX",
    "RIX-VCE",
    "RIX-VIE",
    "RIX-WAW",
    "SPU-TLL",
]
PAST_BOTH = [
    "KRK-GDN",
    "GDN-ARN",
    "OSL-WAW",
    "FRA-HEL",
    "CDG-ARN",
    "LHR-ATH",
    "LIS-BUD",
    "CPH-OTP",
    "KEF-AMS",
    "DUB-MAD",
    "BER-LCA",
    "MUC-HEL",
]
REFERENCE = {
    "ATH-VNO": {"GR": 167, "BG": 250, "RO": 457, "UA": 449, "BY": 259, "LT": 44},
    "IST-ALA": {"TR": 6, "RU": 574, "UZ": 273, "KZ": 1808},
    "TBS-WAW": {"GE": 256, "RU": 478, "UA": 1047, "PL": 205},
    "VNO-TBS": {"LT": None, "BY": 447, "UA": None, "RU": 648, "GE": None},
    "DXB-WAW": {"AE": None, "IR": 1441, "IQ": None, "TR": None, "UA": None, "PL": None},
}
"""Kilometres by country, reckoned on the ellipsoid with the full figures of 1:50 million."""
AIRPORTS = [
    "ATH",
    "VNO",
    "IST",
    "ALA",
    "TBS",
    "WAW",
    "DXB",
    "FRA",
    "DEL",
    "JFK",
    "HKG",
    "NRT",
    "SFO",
    "SIN",
    "EZE",
    "WLG",
    "DOH",
    "NAN",
    "HNL",
    "KGD",
    "SVO",
    "LHR",
    "SYD",
    "SCL",
    "JNB",
    "PER",
]
AIRPORT = st.sampled_from(AIRPORTS)
PLACE = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


def by_country(overflight):
    km = {}
    for one in overflight.crossed:
        km[one.country] = km.get(one.country, 0) + one.km
    return km


@pytest.mark.parametrize("route", REFERENCE)
def test_known_routes_cross_what_they_cross(over, route):
    found, wanted = by_country(over(route)), REFERENCE[route]
    assert set(found) == set(wanted)
    for country, km in wanted.items():
        assert km is None or found[country] == pytest.approx(km, rel=0.02, abs=2)


def test_the_flight_that_was_forced_down_crosses_belarus(over):
    found = over("ATH-VNO")
    assert [one.country for one in found.crossed] == ["GR", "BG", "RO", "UA", "BY", "LT"]
    belarus = found.crossed[4]
    assert belarus.km == pytest.approx(259, abs=3)
    assert belarus.minutes == round(belarus.km / 835 * 60) == 19
    assert (belarus.rules, belarus.territory) == ("BY", None)
    assert found.speed == 835
    assert found.margin == 100


@pytest.mark.parametrize("route", OVER_BELARUS)
def test_eighteen_routes_within_europe_cross_belarus(over, route):
    assert "BY" in by_country(over(route))


@pytest.mark.parametrize("route", [*OVER_KALININGRAD, *PAST_BOTH])
def test_other_routes_within_europe_do_not(over, route):
    assert "BY" not in by_country(over(route))


@pytest.mark.parametrize("route", OVER_KALININGRAD)
def test_kaliningrad_is_told_by_its_name(over, route):
    found = [one for one in over(route).crossed if one.country == "RU"]
    assert [(one.territory, one.rules) for one in found] == [("kaliningrad", "RU")]


@pytest.mark.parametrize("route", ["ALC-EVE", "ALC-TOS", "ARN-TOS", "LGW-TOS", "HEL-RVN"])
def test_the_land_beyond_the_date_line_is_not_drawn_across_lapland(over, route):
    assert "RU" not in by_country(over(route))


@pytest.mark.parametrize("route", PAST_BOTH)
def test_routes_past_kaliningrad_do_not_cross_russia(over, route):
    assert "RU" not in by_country(over(route))


def test_crimea_is_ukraine_by_law_and_russia_rules_there(over):
    (crimea,) = [one for one in over("DXB-WAW").crossed if one.territory]
    assert (crimea.country, crimea.territory, crimea.rules) == ("UA", "crimea", "RU")
    assert crimea.km == pytest.approx(170, abs=3)


@pytest.mark.parametrize(
    ("place", "country", "territory", "rules"),
    [
        ((34.1, 44.95), "UA", "crimea", "RU"), ((34.6, 46.5), "UA", None, "UA"),
        ((37.8, 48.0), "UA", "donetsk-luhansk", "RU"), ((36.2, 50.0), "UA", None, "UA"),
        ((41.0, 43.0), "GE", "abkhazia", "RU"), ((43.97, 42.23), "GE", "south-ossetia", "RU"),
        ((44.8, 41.7), "GE", None, "GE"), ((29.6, 46.85), "MD", "transnistria", "RU"), ((28.8, 47.0), "MD", None, "MD"),
        ((33.4, 35.25), "CY", "northern-cyprus", "TR"), ((33.0, 34.8), "CY", None, "CY"),
        ((44.0, 9.6), "SO", "somaliland", None), ((45.3, 2.1), "SO", None, "SO"),
        ((-13.2, 25.0), "EH", "western-sahara-morocco", "MA"), ((21.0, 54.7), "RU", "kaliningrad", "RU"),
        ((45.4, 39.2), "AZ", "nakhchivan", "AZ"), ((12.3, -5.4), "AO", "cabinda", "AO"), ((21.1, 42.6), "XK", None, "XK"),
    ],
)  # fmt: skip
def test_who_rules_at_a_place(lands, place, country, territory, rules):
    (there,) = find_overflight(place, (place[0] + 0.02, place[1]), lands, PLAIN).crossed
    assert (there.country, there.territory, there.rules) == (country, territory, rules)


def test_what_is_close_is_told_apart_from_what_is_crossed(over):
    found = over("TBS-WAW")
    close = {(one.country, one.territory): one.km for one in found.close}
    assert close["BY", None] == pytest.approx(9, abs=2)
    assert close["GE", "abkhazia"] == pytest.approx(21, abs=2)
    crossed = {(one.country, one.territory) for one in found.crossed}
    assert not crossed & set(close)
    assert list(close.values()) == sorted(close.values())
    assert max(close.values()) <= found.margin


def test_a_wider_margin_holds_all_that_a_narrower_one_holds(lands):
    near, far = (find_overflight(spot("VNO"), spot("FRA"), lands, Measures(835, km)) for km in (50, 150))
    assert {one.country for one in near.close} <= {one.country for one in far.close}
    assert near.crossed == far.crossed


@pytest.mark.parametrize(
    ("route", "crossed"),
    [
        ("NRT-SFO", {"JP", "US"}), ("NAN-HNL", {"FJ"}), ("JFK-HKG", {"US", "CA", "RU", "MN", "CN", "HK"}),
        ("WLG-DOH", {"NZ", "AU", "OM", "AE"}), ("SIN-EZE", {"ID", "AR"}),
    ],
)  # fmt: skip
def test_the_date_line_and_the_poles_are_no_border(over, route, crossed):
    assert set(by_country(over(route))) == crossed


def test_a_flight_over_the_south_pole_crosses_antarctica(lands):
    found = find_overflight((-60, -60), (120, -60), lands, PLAIN)
    assert list(by_country(found)) == ["AQ"]
    assert 3000 < found.crossed[0].km < found.length == pytest.approx(6672, abs=5)


@pytest.mark.parametrize("place", [(180.0, 0.0), (-180.0, 10.0), (0.0, 90.0), (0.0, -90.0), (77.0, 89.9)])
def test_a_flight_that_goes_nowhere_has_no_length(lands, place):
    found = find_overflight(place, place, lands, Measures(835, 100))
    assert found.length == 0
    assert found.crossed == ()


def test_opposite_ends_of_the_globe_are_joined_over_a_pole(lands):
    found = find_overflight((20.0, 50.0), (-160.0, -50.0), lands, PLAIN)
    assert found.length == pytest.approx(20015, abs=5)
    assert "PL" in by_country(found)


def test_a_flight_along_the_date_line_is_not_counted_twice(lands):
    found = find_overflight((180.0, 60.0), (180.0, 75.0), lands, PLAIN)
    assert by_country(found)["RU"] < found.length / 2


def test_what_lies_behind_the_date_line_is_close(lands):
    east, west = (
        find_overflight((lon, -15.5), (lon, -18.0), lands, Measures(835, 100)) for lon in (179.9, -179.9)
    )
    assert {one.country for one in (*east.crossed, *east.close)} >= {"FJ"}
    assert {one.country for one in (*west.crossed, *west.close)} >= {"FJ"}


@given(start=AIRPORT, end=AIRPORT)
@settings(max_examples=60, deadline=None)
def test_there_and_back_cross_the_same(over, start, end):
    there, back = over(f"{start}-{end}"), over(f"{end}-{start}")
    km = [{(one.country, one.territory): one.km for one in way.crossed} for way in (there, back)]
    assert km[0].keys() == km[1].keys()
    assert all(km[0][key] == pytest.approx(km[1][key], abs=0.2) for key in km[0])
    assert {(one.country, one.territory) for one in there.close} == {
        (one.country, one.territory) for one in back.close
    }


@given(start=PLACE, end=PLACE)
@example(start=(0.0, -72.0), end=(12.0, -90.0))
@example(start=(0.0, -80.0), end=(180.0, -80.0))
@settings(max_examples=80, deadline=None)
def test_nobody_crosses_more_land_than_the_way_is_long(lands, start, end):
    found = find_overflight(start, end, lands, Measures(835, 100))
    # A step of 20 km beside a pole runs around it on the map of degrees: at most half a circle for its width.
    highest = max(abs(latitude) for _, latitude in degrees(line(start, end).points))
    beside = 12 if highest > POLE else 0.3
    assert sum(one.km for one in found.crossed) <= found.length + 0.05 * len(found.crossed) + beside
    assert all(0 <= one.begins <= found.length + 0.1 for one in found.crossed)
    assert [one.begins for one in found.crossed] == sorted(one.begins for one in found.crossed)


@given(start=PLACE, end=PLACE)
@settings(max_examples=80, deadline=None)
def test_the_line_is_the_shortest_way_of_the_reference(start, end):
    ends = vectors(np.array([start[0], end[0]]), np.array([start[1], end[1]]))
    points = along(ends[0], ends[1])
    steps = apart(points[:-1], points[1:])
    assert steps.max() <= 20.001
    meters = GLOBE.inv(*start, *end)[2]
    assert steps.sum() == pytest.approx(meters / 1000, rel=0.006, abs=0.01)
    assert apart(points[-1], ends[1]) < 0.001


@pytest.mark.parametrize("route", ["ATH-VNO", "FRA-DEL", "JFK-HKG"])
def test_the_line_lies_where_the_reference_draws_it(route):
    start, end = (spot(code) for code in route.split("-"))
    ends = vectors(np.array([start[0], end[0]]), np.array([start[1], end[1]]))
    ours = degrees(along(ends[0], ends[1]))
    theirs = np.array(GLOBE.npts(*start, *end, len(ours) - 2))
    beside = [GLOBE.inv(*one, *other)[2] / 1000 for one, other in zip(ours[1:-1], theirs, strict=True)]
    assert max(beside) < 25


def test_many_at_once_find_what_each_finds_alone(lands, measures, over):
    routes = ["ATH-VNO", "JFK-HKG", "NAN-HNL", "DXB-WAW", "ATH-VNO"]
    legs = [tuple(spot(code) for code in route.split("-")) for route in routes]
    assert find_overflights(legs, lands, measures) == [over(route) for route in routes]
    assert find_overflights(legs[:1], lands, PLAIN)[0].close == ()


def test_a_territory_counts_only_inside_its_country():
    square = (((0, 0, 0, 10, 10, 0, 0, -10),),)
    land = Land(grid=1.0, countries={"PL": square, "LT": (((10, 0, 0, 10, 10, 0, 0, -10),),)})
    part = Territory(id="east", title="East", kind="held", of="PL", shape=((5, -1), (15, -1), (15, 11), (5, 11)))
    found = find_overflight((1, 5), (19, 5), Lands(land, [part]), PLAIN)
    assert [(one.country, one.territory, one.rules) for one in found.crossed] == [
        ("PL", None, "PL"), ("PL", "east", None), ("LT", None, "LT"),
    ]  # fmt: skip
    assert sum(one.km for one in found.crossed) == pytest.approx(found.length, rel=0.001)


def test_land_of_some_owners_is_measured_as_it_is_beside_all_other_land(lands, measures):
    some = lands.only(lambda owner: "RU" in (owner.country, owner.rules))
    legs = [
        (spot(one), spot(other)) for one, other in (("TBS", "TLL"), ("ATH", "VNO"), ("SJO", "MAD"), ("NRT", "FRA"))
    ]
    for whole, part in zip(
        find_overflights(legs, lands, measures), find_overflights(legs, some, measures), strict=True
    ):
        assert part.length == whole.length
        assert part.crossed == tuple(one for one in whole.crossed if "RU" in (one.country, one.rules))
        assert part.close == tuple(one for one in whole.close if "RU" in (one.country, one.rules))
    assert {owner for owner, _ in some.whole} == {
        owner for owner in lands.owners if "RU" in (owner.country, owner.rules)
    }


def test_where_no_land_matters_nothing_lies_below(lands, measures):
    none = lands.only(lambda _: False)
    (found,) = find_overflights([(spot("TBS"), spot("TLL"))], none, measures)
    assert found.length > 1000
    assert (found.crossed, found.close) == ((), ())
