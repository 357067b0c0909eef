"""An itinerary from a file: what is read, and that every fault names its line and field."""

import datetime as dt

import pytest

from tests.making import TODAY
from waystation.core.codec import to_plain
from waystation.core.itineraries import Moment
from waystation.desks.journeys.itinerary import MOST_LEGS, read_itinerary
from waystation.errors import ShapeError
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml
from waystation.say import fault

JOURNEY = """
legs:
  - {from: TBS, to: ALA, departs: 2026-11-23 23:10, arrives: 2026-11-24 04:05, carrier: KC, number: 140,
     checked_through: no, document_shown: passport-ru}
  - from: ALA
    to: DAD
    departs: 2026-11-24 09:00
  - {from: {country: VN, place: Da Nang}, to: {country: LA, place: Savannakhet}, mode: land}
"""


def read(words):
    """The itinerary of a file, as a door reads it."""
    try:
        return read_itinerary(parse_yaml(words, "trip.yaml"))
    except ShapeError as error:
        raise located(error, "trip.yaml", words) from None


def refused(words):
    with pytest.raises(ShapeError) as caught:
        read(words)
    said = fault(caught.value)
    assert "\n" not in said
    return caught.value, said


def two(first, second):
    return f"legs:\n  - {{{first}}}\n  - {{{second}}}\n"


def test_a_file_becomes_legs():
    first, second, third = read(JOURNEY).legs
    assert first.start.airport.iata == "TBS"
    assert (first.start.country, first.end.country) == ("GE", "KZ")
    assert first.departs == Moment(dt.date(2026, 11, 23), dt.time(23, 10))
    assert (first.carrier, first.number, first.mode) == ("KC", "140", "air")
    assert (first.checked_through, first.document_shown) == ("no", "passport-ru")
    assert second.arrives is None
    assert second.checked_through == "unknown"
    assert (third.mode, third.start.airport, third.end.place, third.end.country) == (
        "land",
        None,
        "Savannakhet",
        "LA",
    )


def test_an_itinerary_can_be_written_as_json():
    plain = to_plain(read(JOURNEY))
    assert plain["legs"][0]["departs"] == {"day": "2026-11-23", "time": "23:10:00"}
    assert plain["legs"][0]["start"]["airport"]["zone"] == "Asia/Tbilisi"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (two("from: ATH, to: VNO", "from: RIX, to: ARN"), "trip.yaml:3, legs[1].from"),
        (two("from: ATH, to: VNO", "from: VNO, to: VNO"), "trip.yaml:3, legs[1].to"),
        (two("from: ATH, to: QQQ", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].to"),
        (two("from: ATH, to: London", "from: LHR, to: RIX"), "trip.yaml:2, legs[0].to"),
        (two("from: ATH, to: VNO, departs: 2026-02-30", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].departs"),
        (two("from: ATH, to: VNO, departs: 2026-05-23 25:00", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].departs"),
        (two("from: ATH, to: VNO, departs: 9999-05-23", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].departs"),
        (two("from: ATH, to: VNO, arrives: 2026-05-23 10:00", "from: VNO, to: RIX, departs: 2026-05-23 09:00"),
         "trip.yaml:3, legs[1].departs"),
        (two("from: ATH, to: VNO, departs: 2026-05-23", "from: VNO, to: RIX, departs: 2026-05-20"),
         "trip.yaml:3, legs[1].departs"),
        (two("from: ATH, to: VNO, departs: 2026-05-23 10:00, arrives: 2026-05-23 09:00", "from: VNO, to: RIX"),
         "trip.yaml:2, legs[0].arrives"),
        (two("from: ATH, to: VNO, mode: camel", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].mode"),
        (two("from: ATH, too: VNO", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].too"),
        (two("from: ATH", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].to"),
        (two("from: ATH, to: VNO, checked_through: perhaps", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].checked_through"),
        (two("from: ATH, to: {country: LT, place: Vilnius}", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].to"),
        (two("from: {country: QQ, place: X}, to: VNO, mode: land", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].from.country"),
        (two('from: ATH, to: VNO, carrier: "F\\u202eR"', "from: VNO, to: RIX"), "trip.yaml:2, legs[0].carrier"),
        (two("from: ATH, to: VNO, number: [1]", "from: VNO, to: RIX"), "trip.yaml:2, legs[0].number"),
        ("legs: []\n", "trip.yaml:1, legs"), ("legs: 3\n", "trip.yaml:1, legs"), ("flights: []\n", "legs"),
        ("legs: [3]\n", "trip.yaml:1, legs[0]"), ("legs: [{from: ATH, to: VNO}]\nname: Anna\n", "name"),
    ],
)  # fmt: skip
def test_a_fault_names_line_and_field(words, where):
    error, said = refused(words)
    assert where in said
    assert error.id not in said
    assert said.endswith((".", "?"))


def test_another_airport_of_the_same_city_is_a_transfer():
    legs = read(two("from: VIE, to: SVO", "from: DME, to: TBS")).legs
    assert legs[0].end != legs[1].start


def test_no_clock_is_needed_to_know_that_a_flight_over_the_date_line_lands_earlier():
    words = "legs: [{from: HND, to: LAX, departs: 2026-11-24 22:55, arrives: 2026-11-24 15:45}]"
    (leg,) = read(words).legs
    assert leg.arrives.instant(leg.end) > leg.departs.instant(leg.start)
    back = "legs: [{from: HND, to: HNL, departs: 2026-11-24, arrives: 2026-11-23}]"
    assert read(back).legs[0].arrives.day == dt.date(2026, 11, 23)
    assert refused(back.replace("2026-11-23}", "2026-11-22}"))[0].id == "error.arrives-before-departing"


def test_local_times_are_compared_as_instants_over_midnight():
    late = two("from: IST, to: ALA, departs: 2026-11-23 23:30, arrives: 2026-11-24 06:00",
               "from: ALA, to: BSZ, departs: 2026-11-24 05:00")  # fmt: skip
    assert refused(late)[0].id == "error.departs-too-early"
    assert len(read(late.replace("05:00", "06:30")).legs) == 2


def test_more_legs_than_any_journey_has_are_refused():
    words = "legs:\n" + "".join(
        f"  - {{from: {one}, to: {other}}}\n" for one, other in [("ATH", "VNO"), ("VNO", "ATH")] * MOST_LEGS
    )
    assert refused(words)[0].id == "error.too-many-legs"


def test_a_day_without_a_time_is_no_instant():
    (leg,) = read(f"legs: [{{from: ATH, to: VNO, departs: {TODAY}}}]").legs
    assert leg.departs == Moment(TODAY)
    assert leg.departs.instant(leg.start) is None


def test_the_state_of_the_airline_is_read_and_a_word_that_is_no_country_is_refused():
    leg = {"from": "ATH", "to": "VNO", "carrier_state": "IE"}
    assert read_itinerary({"legs": [leg]}).legs[0].carrier_state == "IE"
    assert read_itinerary({"legs": [{"from": "ATH", "to": "VNO"}]}).legs[0].carrier_state == ""
    with pytest.raises(ShapeError) as refused:
        read_itinerary({"legs": [{**leg, "carrier_state": "QQ"}]})
    assert refused.value.id == "error.no-country"
    assert refused.value.path == ("legs", 0, "carrier_state")
