"""Airports by code and by name; whatever fits two names both."""

from zoneinfo import ZoneInfo

import pytest

from waystation.desks.journeys.airports import airports, find_airport, find_by_code, of_one_city
from waystation.errors import ShapeError
from waystation.say import country_codes, fault


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("ATH", "ATH"), ("LGAV", "ATH"), (" vno ", "VNO"), ("Vilnius", "VNO"), ("Vilnius, LT", "VNO"), ("Vilnius (LT)", "VNO"),
        ("zürich", "ZRH"), ("ZURICH", "ZRH"), ("Athens, GE", None), ("Minsk", "MSQ"), ("IST", "IST"), ("Chișinău", "RMO"),
    ],
)  # fmt: skip
def test_an_airport_is_found_by_code_and_by_city(asked, code):
    if code is None:
        with pytest.raises(ShapeError) as caught:
            find_airport(asked)
        assert caught.value.id == "error.no-airport"
    else:
        assert find_airport(asked).iata == code


@pytest.mark.parametrize(
    ("asked", "candidates"),
    [
        ("Istanbul", {"IST", "SAW"}), ("London, GB", {"LHR", "LGW"}), ("LON", {"LHR", "LGW"}), ("MOW", {"SVO", "DME"}),
        ("Nis", {"NIS", "INI"}), ("San José", {"SJO", "SJC"}), ("kyiv", {"KBP", "IEV"}),
    ],
)  # fmt: skip
def test_what_fits_two_airports_is_an_error_that_names_both(asked, candidates):
    with pytest.raises(ShapeError) as caught:
        find_airport(asked)
    said = fault(caught.value)
    assert caught.value.id == "error.which-airport"
    assert all(code in said for code in candidates)
    assert asked in said


@pytest.mark.parametrize("asked", ["QQQ", "Nowhere", "", "A", "ZZZZ", "Bar", "x" * 500, "ATH; DROP"])
def test_what_is_no_airport_is_said_to_be_none(asked):
    with pytest.raises(ShapeError) as caught:
        find_airport(asked)
    assert caught.value.id == "error.no-airport"
    assert len(fault(caught.value)) < 300


def test_airports_of_one_city_are_known_as_such():
    pairs = [("SVO", "DME"), ("IST", "SAW"), ("LHR", "LCY"), ("ATH", "ATH")]
    assert all(of_one_city(find_by_code(one), find_by_code(other)) for one, other in pairs)
    apart = [("ATH", "AHN"), ("LHR", "YXU"), ("VNO", "KUN"), ("SVO", "LED")]
    assert not any(of_one_city(find_by_code(one), find_by_code(other)) for one, other in apart)


def test_every_airport_has_a_country_and_clocks():
    assert {one.country for one in airports().values()} <= country_codes()
    assert all(ZoneInfo(zone) for zone in {one.zone for one in airports().values()})
