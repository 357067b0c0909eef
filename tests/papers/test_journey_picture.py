"""A journey as a picture: whole in words, well formed, fetching nothing, right across the date line and the pole."""

import datetime as dt
import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import DATA
from waystation.casework.assess import check
from waystation.casework.depict import depict
from waystation.cli.files import load_case
from waystation.core.charts import WIDTH
from waystation.core.texts import Country
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.desks.journeys.lands import lands_of
from waystation.desks.journeys.pasted import read_pasted
from waystation.errors import WaystationError
from waystation.papers import assessment_document, journey_picture, png, to_html, to_png, to_text
from waystation.papers.labels import Box
from waystation.papers.legs import took_text
from waystation.papers.patterns import DARK, LIGHT, SHADES, mark
from waystation.papers.svg import width, wrapped, written
from waystation.registry.borders import read_land
from waystation.say import END, ISOLATE, PSEUDO_RTL, Say, unmarked

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 24)
SVG = "{http://www.w3.org/2000/svg}"
OVER_HOME = "FR4978 ATH-VNO 23MAY 0815-1205"
OVER_HELD = "LO1 DXB-WAW 1DEC"
PACIFIC = "UA1 SFO-HKG 1DEC 1300-1930+1\nCX2 HKG-BKK 3DEC 0815-1010"
POLAR = "EK1 DXB-SFO 1DEC"
SOUTH = "NZ1 AKL-SCL 1DEC\nLA2 SCL-LHR 2DEC"
JOURNEYS = (OVER_HOME, OVER_HELD, PACIFIC, POLAR, SOUTH)


@pytest.fixture(scope="module")
def lands(knowledge):
    return lands_of(read_land([DATA]), knowledge.territories)


@pytest.fixture(scope="module")
def drawn(knowledge, lands):
    """From lines of a ticket to the answer, the chart and the picture of a Belarusian's journey; each once."""
    case = load_case(ROOT / "examples" / "journalist.yaml", knowledge)
    kept = {}

    def draw(journey, language="en"):
        if (journey, language) not in kept:
            way = read_pasted(journey, DAY)
            answer = check(case, knowledge, way, lands)
            chart = depict(answer, way, knowledge, lands)
            kept[journey, language] = answer, chart, journey_picture(answer, chart, language)
        return kept[journey, language]

    return draw


def parsed(picture):
    return ET.fromstring(picture)  # noqa: S314 - we have written it ourselves


def words_of(picture):
    return [one.text for one in parsed(picture).iter(f"{SVG}text")]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_every_leg_and_every_country_is_in_the_picture_and_in_its_words(drawn, journey):
    answer, chart, picture = drawn(journey)
    root = parsed(picture)
    below = [one.text for one in root.iter(f"{SVG}text") if float(one.get("y")) > chart.height]
    desc, shown, say = root.find(f"{SVG}desc").text, " ".join(below), Say("en")
    for number, leg in enumerate(answer.legs, start=1):
        title = f"{number}. {leg.start} to {leg.end}"
        assert title in desc
        assert title in shown
        for one in (*leg.over.crossed, *leg.over.close):
            named = dict(leg.areas)[one.territory] if one.territory else say.value(Country(one.country))
            assert named in desc
            assert named in shown


@pytest.mark.parametrize("journey", JOURNEYS)
def test_all_that_is_crossed_has_its_name_on_the_map(drawn, journey):
    answer, chart, picture = drawn(journey)
    on_map = [one for one in parsed(picture).iter(f"{SVG}text") if float(one.get("y")) < chart.height]
    said = " ".join(one.text for one in on_map)
    crossed = [one for leg in answer.legs for one in leg.over.crossed if not one.territory]
    assert [one.country for one in crossed if Say("en").value(Country(one.country)) not in said] == []


@pytest.mark.parametrize("journey", [OVER_HOME, PACIFIC])
def test_the_picture_runs_nothing_and_fetches_nothing(drawn, journey):
    _, _, picture = drawn(journey)
    assert "<script" not in picture
    assert picture.count("http") == 1
    assert all(address.startswith("#") for address in re.findall(r'(?:href="|url\()([^")]*)', picture))
    assert not re.search(r"@import|@font-face|data:|\son[a-z]+=", picture)


def test_the_picture_tells_a_reader_who_does_not_see_it_what_it_shows(drawn):
    root = parsed(drawn(OVER_HOME)[2])
    assert root.get("role") == "img"
    assert {one.get("id") for one in (root[0], root[1])} == set(root.get("aria-labelledby").split())
    desc = root[1].text
    assert "Belarus (home state)" in desc
    assert "23 May 2027, 08:15 to 12:05" in desc
    assert "it takes 3 h 50 min" in desc


def test_the_title_says_nothing_of_the_case(drawn):
    titles = {parsed(drawn(journey)[2])[0].text for journey in (OVER_HOME, PACIFIC)}
    assert titles == {"Map and timeline"}


def test_the_same_journey_gives_the_same_bytes(drawn, knowledge, lands):
    answer, chart, picture = drawn(OVER_HELD)
    way = read_pasted(OVER_HELD, DAY)
    assert journey_picture(answer, depict(answer, way, knowledge, lands), "en") == picture
    assert to_png(picture) == to_png(picture)
    assert chart == depict(answer, way, knowledge, lands)


@pytest.mark.parametrize("journey", [PACIFIC, POLAR, SOUTH])
def test_no_line_is_drawn_across_the_world(drawn, journey):
    _, chart, _ = drawn(journey)
    for track in chart.tracks:
        steps = [max(abs(x - a), abs(y - b)) for (x, y), (a, b) in zip(track.line, track.line[1:], strict=False)]
        assert sum(steps) < 1.6 * max(abs(track.line[0][at] - track.line[-1][at]) for at in (0, 1))
        assert all(0 <= x <= WIDTH and 0 <= y <= chart.height for x, y in track.line)


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_name_never_points_outside_the_map(drawn, journey):
    _, chart, _ = drawn(journey)
    assert all(0 <= one.at[0] <= WIDTH and 0 <= one.at[1] <= chart.height for one in chart.patches)


def test_russia_is_whole_where_the_date_line_cuts_it(drawn):
    _, chart, _ = drawn(PACIFIC)
    (russia,) = [one for one in chart.patches if one.country == "RU" and not one.title]
    longest = max(russia.rings, key=len)
    easts = [x for x, _ in longest]
    assert max(easts) - min(easts) > WIDTH / 3


def test_north_is_up_in_the_middle_and_the_journey_lies_there(drawn):
    for journey in (OVER_HOME, OVER_HELD):
        spots = {one.code: one.at for one in drawn(journey)[1].spots}
        (one, other) = spots.values()
        assert abs((one[0] + other[0]) / 2 - WIDTH / 2) < 15
    spots = {one.code: one.at for one in drawn(OVER_HOME)[1].spots}
    assert spots["VNO"][1] < spots["ATH"][1]


def test_home_crossed_close_and_held_land_differ_by_pattern_and_by_word(drawn):
    _, chart, picture = drawn(OVER_HELD)
    by = {one.title or one.country: one for one in chart.patches}
    assert (by["BY"].home, by["BY"].meets, by["UA"].meets, by["OM"].meets) == (True, "close", "crossed", "close")
    assert by["Crimea"].held
    assert by["Crimea"].meets == "crossed"
    for name in ("crossed", "close", "home", "part"):
        assert f'fill="url(#w-{name})"' in picture
    shown = words_of(picture)
    assert {"crossed", "close by", "home state, close by", "Ukraine by law, Russia in fact"} <= set(shown)


def test_each_verdict_has_a_sign_of_its_own_form():
    assert len({written(mark(verdict, 0, 0)).split("class")[0] for verdict in SHADES}) == len(SHADES)


def test_words_can_be_read_by_light_and_in_the_dark():
    for colours in (LIGHT, DARK):
        for ink in ("ink", "soft", "danger", "warn", "ask", "calm"):
            assert contrast(colours[ink], colours["paper"]) >= 4.5
        for ink in ("ink", "soft"):
            assert contrast(colours[ink], colours["land"]) >= 4.5


def test_from_right_to_left_lines_begin_at_the_right(drawn):
    _, chart, picture = drawn(PACIFIC, PSEUDO_RTL)
    root = parsed(picture)
    below = [one for one in root.iter(f"{SVG}text") if float(one.get("y")) > chart.height]
    assert {one.get("text-anchor") for one in below} == {"end"}
    assert all(float(one.get("x")) > WIDTH / 4 for one in below)
    assert all(one.text.startswith("\u2067") and one.text.endswith("\u2069") for one in root.iter(f"{SVG}text"))


def test_every_word_of_the_picture_comes_from_the_catalogue(drawn):
    _, chart, picture = drawn(POLAR, "xx")
    codes = {one.code for one in chart.spots} | {one.title for one in chart.patches}
    plain = [one for one in words_of(picture) if "[" not in one and "]" not in one and one not in codes]
    titles = " ".join(one.title for one in chart.patches)
    assert [one for one in plain if one not in titles and not one.isdigit()] == []


def test_no_line_of_words_runs_over_the_edge(drawn):
    for journey in JOURNEYS:
        for one in parsed(drawn(journey)[2]).iter(f"{SVG}text"):
            if one.get("text-anchor") == "start":
                assert float(one.get("x")) + width(one.text, float(one.get("font-size"))) <= WIDTH


def test_a_long_word_is_cut_and_no_word_is_lost():
    lines = wrapped(f"one {'x' * 300} two", 12.0, 200.0)
    assert all(width(line, 12.0) <= 200 for line in lines)
    assert "".join(lines).replace(" ", "") == f"one{'x' * 300}two"


def test_a_name_that_runs_over_the_end_of_a_line_stays_set_apart():
    for line in wrapped(f"aa {ISOLATE}bb {ISOLATE}cc dd{END} ee{END} ff", 12.0, 30.0):
        assert line.count(ISOLATE) == line.count(END)


def test_a_png_has_its_signature_and_the_width_that_was_asked_for(drawn):
    picture = drawn(OVER_HOME)[2]
    wide, high = (float(parsed(picture).get(side)) for side in ("width", "height"))
    for asked in (720, 1440):
        content = to_png(picture, asked)
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        pixels = struct.unpack(">II", content[16:24])
        assert pixels[0] == asked
        assert pixels[1] == pytest.approx(high * asked / wide, abs=1)


def test_without_a_font_there_is_no_png_without_words(monkeypatch, drawn):
    monkeypatch.setattr(png, "PROBE", png.PROBE.replace("{}", ""))
    with pytest.raises(WaystationError) as fault:
        to_png(drawn(OVER_HOME)[2])
    assert fault.value.id == "error.no-font"


def test_the_page_holds_the_picture_and_says_the_same_in_words(drawn):
    answer, chart, picture = drawn(PACIFIC)
    document = assessment_document(answer, "en", chart)
    page, words = to_html(document).decode(), to_text(document, width=10_000)
    assert picture in page
    assert "<script" not in page
    assert "<svg" not in words
    assert to_text(assessment_document(answer, "en"), width=10_000) == words
    for said in (
        "1 Dec 2026, 13:00 to 2 Dec 2026, 19:30",
        "14 h 30 min",
        "Wait at HKG: 12 h 45 min",
        "Hong Kong SAR China",
    ):
        assert said in words


def test_the_words_name_the_home_state_below_a_flight(drawn):
    answer, _, _ = drawn(OVER_HOME)
    assert "Belarus (home state): about 258 km" in to_text(assessment_document(answer, "en"), width=10_000)


def test_a_ride_over_land_is_a_timeline_without_a_map(drawn):
    answer, _, _ = drawn(OVER_HOME)
    picture = journey_picture(answer, None, "en")
    assert "w-sea" not in "".join(one.get("class", "") for one in parsed(picture).iter())
    assert "1. ATH to VNO (air). It takes 3 h 50 min." in words_of(picture)


def test_what_a_ticket_calls_a_place_is_words_and_nothing_else(knowledge, lands):
    case = load_case(ROOT / "examples" / "journalist.yaml", knowledge)
    stops = [{"country": "GE", "place": "</desc><script>x</script>"}, {"country": "AM", "place": 'A & "B"'}]
    way = read_itinerary({"legs": [{"from": stops[0], "to": stops[1], "mode": "land"}]})
    answer = check(case, knowledge, way, lands)
    chart = depict(answer, way, knowledge, lands)
    assert chart is None
    picture = journey_picture(answer, chart, "en")
    assert "<script" not in picture
    assert any("<script>x</script>" in words for words in words_of(picture))


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (120, "2 h"), (135, "2 h 15 min"), (0, "0 min")])
def test_a_time_is_said_in_hours_and_minutes(minutes, said):
    assert unmarked(Say("en")(took_text(minutes))) == said


def test_no_two_names_share_their_room():
    assert Box(0, 0, 10, 5).meets(Box(15, 0, 4, 5))
    assert not Box(0, 0, 10, 5).meets(Box(30, 0, 4, 5))


def test_a_plan_does_not_load_what_draws_a_png():
    code = "import sys, waystation.cli.app; sys.exit('resvg_py' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def contrast(one, other):
    """By WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
