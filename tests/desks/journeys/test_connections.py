"""Between two legs: how long, where, in the night or not, and whether one passes the border."""

import datetime as dt

import pytest

from tests.desks.journeys.conftest import DAY
from waystation.desks.journeys.connections import Waits, connections
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.say import Say


@pytest.fixture
def between(knowledge):
    """The connection between the first leg, which ends at IST, and another."""

    def find(first, second, **options):
        legs = [{"from": "TBS", "to": "IST", **first}, {"from": "IST", "to": "BER", **second}]
        (one,) = connections(read_itinerary({"legs": legs}), Waits.on(knowledge, DAY), **options)
        return one

    return find


ARRIVES, DEPARTS = {"arrives": "2026-11-23 10:00"}, {"departs": "2026-11-23 12:30"}
THROUGH = {**ARRIVES, "checked_through": "yes"}


@pytest.mark.parametrize(
    ("first", "second", "through", "why"),
    [
        (THROUGH, DEPARTS, "airside", "connection.checked-through"),
        ({**ARRIVES, "checked_through": "no"}, DEPARTS, "border", "connection.not-checked-through"),
        (ARRIVES, DEPARTS, "unknown", "connection.ask-checked-through"),
        (THROUGH, {}, "unknown", "connection.time-unknown"),
        (THROUGH, {"departs": "2026-11-24 03:00"}, "unknown", "connection.night"),
        (THROUGH, {"departs": "2026-11-25 12:30"}, "unknown", "connection.long"),
        (ARRIVES, {"departs": "2026-11-25 12:30"}, "border", "connection.days-later"),
        (THROUGH, {**DEPARTS, "from": "SAW"}, "border", "connection.other-airport"),
        (THROUGH, {**DEPARTS, "to": "AYT"}, "border", "connection.onward-inside"),
        ({**THROUGH, "from": "AYT"}, DEPARTS, "border", "connection.came-from-inside"),
        (THROUGH, {**DEPARTS, "mode": "rail"}, "border", "connection.not-by-air"),
    ],
)  # fmt: skip
def test_airside_or_border_and_why(between, first, second, through, why):
    found = between(first, second)
    assert (found.through, found.why.id) == (through, why)
    assert found.at == "TR"
    assert "IST" in Say()(found.why)


def test_a_wait_is_counted_in_minutes_by_the_clocks_there(between):
    assert between(ARRIVES, DEPARTS).minutes == 150
    assert between(ARRIVES, {}).minutes is None
    other = between(ARRIVES, {**DEPARTS, "from": "SAW"})
    assert (other.over_land, other.minutes) == (True, 150)
    assert not between(ARRIVES, DEPARTS).over_land


@pytest.mark.parametrize(
    ("arrives", "departs", "night"),
    [
        ("2026-11-23 10:00", "2026-11-23 23:50", False), ("2026-11-23 23:00", "2026-11-24 00:30", True),
        ("2026-11-23 04:30", "2026-11-23 08:00", True), ("2026-11-23 05:00", "2026-11-23 08:00", False),
        ("2026-11-23 10:00", "2026-11-24 10:00", True),
    ],
)  # fmt: skip
def test_a_wait_in_the_night_is_told(between, arrives, departs, night):
    assert between({"arrives": arrives}, {"departs": departs}).night is night


def test_without_times_the_night_is_not_known(between):
    assert between({"arrives": "2026-11-23"}, DEPARTS).night is None


def test_a_flight_on_inside_an_area_without_borders_passes_the_border_first(knowledge):
    legs = [
        {"from": "TBS", "to": "VIE", "arrives": "2026-11-23 10:00", "checked_through": "yes"},
        {"from": "VIE", "to": "BER", "departs": "2026-11-23 12:00"},
    ]
    plain = read_itinerary({"legs": legs})
    waits = Waits.on(knowledge, DAY)
    assert connections(plain, waits)[0].through == "airside"
    joined = {"AT", "DE"}
    (found,) = connections(plain, waits, lambda one, other: one == other or {one, other} <= joined)
    assert (found.through, found.why.id) == ("border", "connection.onward-inside")


def test_one_leg_has_no_connection_and_three_have_two(knowledge):
    waits = Waits(longest=60.0 * 24, night=(0, 5))
    one = {"legs": [{"from": "TBS", "to": "ALA"}]}
    three = {"legs": [*one["legs"], {"from": "ALA", "to": "DAD"}, {"from": "DAD", "to": "SGN"}]}
    assert connections(read_itinerary(one), waits) == ()
    assert [found.at for found in connections(read_itinerary(three), waits)] == ["KZ", "VN"]
    assert dt.timedelta(minutes=waits.longest) == dt.timedelta(days=1)
