"""An itinerary from a calendar: flights are found, the rest is left out with why, and nothing hostile gets through."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waystation.desks.journeys.calendar_file import LARGEST, read_calendar
from waystation.desks.journeys.order import said, written
from waystation.errors import ShapeError
from waystation.say import Say, fault

FLIGHT = ["SUMMARY:Flight FR4978 ATH-VNO", "DTSTART:20210523T072900Z", "DTEND:20210523T100000Z"]


def calendar(*events):
    inside = "".join(
        "".join(f"{line}\r\n" for line in ["BEGIN:VEVENT", "UID:1", *one, "END:VEVENT"]) for one in events
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n{inside}END:VCALENDAR\r\n".encode()


def legs(*events):
    return [
        (leg.carrier, leg.number, said(leg.start), said(leg.end),
         leg.departs and written(leg.departs), leg.arrives and written(leg.arrives))
        for leg in read_calendar(calendar(*events)).legs
    ]  # fmt: skip


def refused(content):
    with pytest.raises(ShapeError) as caught:
        read_calendar(content, "trip.ics")
    text = fault(caught.value)
    assert text.startswith("trip.ics")
    assert "\n" not in text
    return caught.value.id


def test_times_are_turned_into_those_of_the_airports():
    assert legs(FLIGHT) == [("FR", "4978", "ATH", "VNO", "2021-05-23 10:29", "2021-05-23 13:00")]


@pytest.mark.parametrize(
    "lines",
    [
        ["SUMMARY:FR 4978 ATH → VNO"], ["SUMMARY:Athens (ATH) to Vilnius (VNO)", "DESCRIPTION:Flight FR4978"],
        ["SUMMARY:FR4978", "LOCATION:ATH to VNO"], ["SUMMARY:Trip", "DESCRIPTION:FR4978 \\nATH - VNO \\nseat 3"],
    ],
)  # fmt: skip
def test_a_flight_is_found_wherever_it_is_written(lines):
    assert legs([*lines, "DTSTART;VALUE=DATE:20210523"]) == [("FR", "4978", "ATH", "VNO", "2021-05-23", None)]


def test_flights_come_in_the_order_of_their_departures():
    later = ["SUMMARY:LO 780 VNO-WAW", "DTSTART;TZID=Europe/Vilnius:20210524T060000"]
    assert [leg[3] for leg in legs(later, FLIGHT)] == ["VNO", "WAW"]


def test_an_event_that_is_no_flight_is_left_out_with_why():
    found = read_calendar(calendar(["SUMMARY:Hotel in Athens"], FLIGHT, ["SUMMARY:Dinner"]))
    assert len(found.legs) == 1
    assert [Say()(one) for one in found.left_out] == [
        "Event 1 of the calendar names no two airports and was left out.",
        "Event 3 of the calendar names no two airports and was left out.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "id"),
    [
        (b"x" * (LARGEST + 1), "error.file-too-large"), (b"\xff\xfe\x00", "error.not-text"),
        (b"", "error.not-a-calendar"), (b"hello", "error.not-a-calendar"), (b"<script>alert(1)</script>", "error.not-a-calendar"),
        (b"BEGIN:VCALENDAR\r\n" * 50 + b"END:VCALENDAR\r\n" * 50, "error.not-a-calendar"),
        (calendar(), "error.no-flights"), (calendar(["SUMMARY:Hotel"]), "error.no-flights"),
        (calendar(*[FLIGHT] * 201), "error.too-many-events"),
        (calendar(["SUMMARY:FR1 ATH-VNO", "DTSTART:99990101T000000Z"]), "error.far-day"),
        (calendar(["SUMMARY:FR1 ATH-VNO", "DTSTART:20211399T990000Z"]), "error.event-time"),
        (calendar(["SUMMARY:FR1 ATH-VNO", "DTSTART:today"]), "error.event-time"),
        (calendar(FLIGHT, ["SUMMARY:LO 1 RIX-WAW", "DTSTART:20210524T060000Z"]), "error.leg-begins-elsewhere"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_file_is_refused_in_one_sentence(content, id):
    assert refused(content) == id


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART:20211399T990000Z", "DTSTART;TZID=Mars/Olympus:20210523T100000", "DTSTART:", "DTSTART:today",
        "RRULE:FREQ=SECONDLY;COUNT=999999999", "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUFB" * 1000,
        "X-SCRIPT:<script>alert(1)</script>", "DESCRIPTION:" + "A" * 50_000, "URL:javascript:alert(1)", "SUMMARY:x",
        "DESCRIPTION:\u202e\u0007 evil", "DURATION:P99999999D", "EXDATE:nonsense", "GEO:1e999;nan",
    ],
)  # fmt: skip
def test_a_hostile_field_is_ignored_or_refused(line):
    content = calendar(["SUMMARY:FR4978 ATH-VNO", line])
    try:
        (leg,) = read_calendar(content).legs
    except ShapeError as error:
        assert "\n" not in fault(error)
    else:
        assert (said(leg.start), said(leg.end)) == ("ATH", "VNO")
        assert leg.departs is None or leg.departs.day == dt.date(2021, 5, 23)


def test_nothing_of_a_script_gets_into_a_leg():
    (leg,) = read_calendar(calendar(["SUMMARY:<script>FR4978</script> ATH-VNO \x00"])).legs
    assert (leg.carrier, leg.number) in {("FR", "4978"), ("", "")}
    assert "SCRIPT" not in repr(leg)


@given(st.lists(st.text(max_size=40), max_size=6))
@settings(deadline=None)
def test_any_event_is_read_or_refused(lines):
    try:
        read_calendar(calendar(lines))
    except ShapeError as error:
        assert fault(error)
