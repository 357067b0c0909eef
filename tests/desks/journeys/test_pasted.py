"""An itinerary from pasted lines: what is understood, and that what is not is never passed over."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waystation.desks.journeys.order import said, written
from waystation.desks.journeys.pasted import read_pasted
from waystation.errors import ShapeError
from waystation.say import fault

DAY = dt.date(2026, 11, 1)
SAME = ("TK", "316", "IST", "ALA", "2026-11-23 08:15", "2026-11-24 15:40")


def legs(text, day=DAY):
    return [
        (leg.carrier, leg.number, said(leg.start), said(leg.end),
         leg.departs and written(leg.departs), leg.arrives and written(leg.arrives))
        for leg in read_pasted(text, day).legs
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "TK 316 IST ALA 23NOV 0815-1540+1", "TK316 IST-ALA 23NOV26 0815 1540+1", "tk316 istala 23nov 08:15-15:40 +1",
        " 1  TK 316 Y 23NOV 1 ISTALA HK1  0815 1540+1", " 1 TK 316Y 23NOV M ISTALA*SS1 815A 340P+1",
        "23NOV2026 08:15 IST - ALA 15:40+1 TK316", "TK316 23 Nov 2026 IST 08:15 ALA 15:40 (+1)",
        "Flight TK 316, IST → ALA, Mon 23.11.2026, dep 08:15 arr 15:40 +1", "TK 316 IST ALA 2026-11-23 8:15 AM 3:40 PM +1",
        "TK 316 IST ALA 23NOV 0815 24NOV 1540", "TK316 LTFM-UAAA 23NOV 0815-1540+1",
    ],
)  # fmt: skip
def test_one_leg_in_many_spellings(line):
    assert legs(line) == [SAME]


@pytest.mark.parametrize(
    ("line", "leg"),
    [
        ("FR4978 ATH-VNO 23MAY", ("FR", "4978", "ATH", "VNO", "2027-05-23", None)),
        ("U2 1234 LTN VNO 3DEC", ("U2", "1234", "LTN", "VNO", "2026-12-03", None)),
        ("TK 1234 IST-ALA 2026-11-23 20:26", ("TK", "1234", "IST", "ALA", "2026-11-23 20:26", None)),
        ("ATH VNO", ("", "", "ATH", "VNO", None, None)),
        ("TG 1 BKK HKT 29FEB", ("TG", "1", "BKK", "HKT", "2028-02-29", None)),
        ("NH 106 HND LAX 24NOV 2255 1545", ("NH", "106", "HND", "LAX", "2026-11-24 22:55", "2026-11-24 15:45")),
        ("WN 5 AUS-SAT 1NOV", ("WN", "5", "AUS", "SAT", "2026-11-01", None)),
    ],
)
def test_a_line_becomes_a_leg(line, leg):
    assert legs(line) == [leg]


def test_a_day_without_a_year_comes_next_on_or_after_the_day_that_is_given():
    assert legs("FR4978 ATH-VNO 23MAY", dt.date(2021, 5, 23))[0][4] == "2021-05-23"
    assert legs("FR4978 ATH-VNO 23MAY", dt.date(2021, 5, 24))[0][4] == "2022-05-23"
    over_new_year = legs("OS 1 VIE FRA 30DEC\nLH 2 FRA JFK 2JAN")
    assert [leg[4] for leg in over_new_year] == ["2026-12-30", "2027-01-02"]


def test_notes_and_empty_lines_count_for_nothing_and_lines_keep_their_numbers():
    text = "# booked in May\n\nOS 602 VIE SVO 12AUG 0955 1415\n\nSU 1 LED TBS 12AUG 1600 1700\n"
    with pytest.raises(ShapeError) as caught:
        read_pasted(text, DAY, "mail.txt")
    assert fault(caught.value).startswith("mail.txt:5, from: This leg begins at LED")


@pytest.mark.parametrize(
    ("text", "id", "where"),
    [
        ("Athens - Vilnius 23MAY", "error.line-not-understood", "pasted:1"),
        ("FR4978 ATH-QQQ 23MAY", "error.no-airport", "pasted:1, to"),
        ("FR4978 LON-VNO 23MAY", "error.which-airport", "pasted:1, from"),
        ("FR4978 23MAY", "error.line-without-airports", "pasted:1"),
        ("TK 1 IST ALA 31FEB", "error.no-such-day", "pasted:1"),
        ("TK 1 IST ALA 2026-13-01", "error.no-such-day", "pasted:1"),
        ("TK 1 IST ALA 23NOV 2575", "error.no-such-time", "pasted:1"),
        ("TK 1 IST ALA 0815", "error.time-without-day", "pasted:1"),
        ("TK 1 IST-ALA-BSZ 23NOV", "error.line-not-understood", "pasted:1"),
        ("TK 1 IST-ALA 23NOV TK 2 ALA-BSZ", "error.line-not-understood", "pasted:1"),
        ("TK 1 IST-ALA 23NOV 0815 0915 1015", "error.line-not-understood", "pasted:1"),
        ("TK 1 IST-ALA 23NOV seat for Anna", "error.line-not-understood", "pasted:1"),
        ("TK 316 IST ALA 23NOV 0815-0140", "error.arrives-before-departing", "pasted:1, arrives"),
        ("OS 602 VIE SVO 12AUG 0955 1415\nSU 1 SVO LED 11AUG 1000", "error.departs-too-early", "pasted:2, departs"),
        ("TK 1 IST-ALA 23NOV\x07", "error.line-too-long", "pasted:1"),
        ("x" * 300, "error.line-too-long", "pasted:1"), ("", "error.no-legs", "pasted"), ("#\n", "error.no-legs", "pasted"),
        ("ATH-VNO\nVNO-ATH\n" * 30, "error.too-many-legs", "pasted"), ("\n" * 30_000, "error.text-too-long", "pasted"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_an_error_that_names_the_line(text, id, where):
    with pytest.raises(ShapeError) as caught:
        read_pasted(text, DAY)
    assert caught.value.id == id
    said = fault(caught.value)
    assert said.startswith(f"{where}: ")
    assert "\n" not in said


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    try:
        assert read_pasted(text, DAY).legs
    except ShapeError as error:
        assert fault(error)
