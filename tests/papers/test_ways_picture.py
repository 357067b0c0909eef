"""Ways side by side as a picture: each on the map and below it, and the same in words inside."""

import itertools
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pytest

from tests.conftest import DATA
from waystation.casework.depict import depict_ways
from waystation.casework.find_way import find_way
from waystation.core.charts import Chart
from waystation.core.knowledge import Knowledge
from waystation.core.ways import Routes, WaysFound
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.papers import to_html, ways_document, ways_picture
from waystation.papers.not_offered import way_name
from waystation.registry.borders import read_land
from waystation.registry.yaml import read_yaml

SVG = "{http://www.w3.org/2000/svg}"
ROUTES = {"TBS": ("IST", "MSQ", "FRA"), "IST": ("VNO", "PRG"), "FRA": ("IST",), "PRG": ("VNO",), "MSQ": ("VNO",)}


@pytest.fixture(scope="module")
def lands(knowledge: Knowledge) -> Lands:
    return lands_of(read_land([DATA]), knowledge.territories)


@pytest.fixture(scope="module")
def find(knowledge: Knowledge, case_of: Any, lands: Lands) -> Any:
    """From routes to what was found for a Belarusian in Tbilisi who wants to go to Vilnius."""
    case = case_of(read_yaml(DATA.parent / "examples" / "journalist.yaml"))

    def ask(onward: dict[str, tuple[str, ...]]) -> WaysFound:
        asked = read_asked("TBS", "VNO", case.as_of)
        return find_way(
            case, knowledge, asked, Routes(url="x", loaded=None, onward=onward, read=9, left_out=0), lands
        )

    return ask


@pytest.fixture(scope="module")
def found(find: Any) -> WaysFound:
    return find(ROUTES)


@pytest.fixture(scope="module")
def two(found: WaysFound) -> WaysFound:
    """The first way twice, the second time by a stop of its own: two ways that share a leg."""
    first = found.ways[0]
    other = msgspec.structs.replace(first, airports=(*first.airports[:-1], "WAW", first.airports[-1]))
    return msgspec.structs.replace(found, ways=(first, other))


@pytest.fixture(scope="module")
def chart(two: WaysFound, knowledge: Knowledge, lands: Lands) -> Chart:
    drawn = depict_ways(two, knowledge, lands)
    assert drawn is not None
    return drawn


def tree(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - we have written it ourselves


def words(picture: str) -> list[str]:
    return ["".join(one.itertext()) for one in tree(picture).iter(f"{SVG}text")]


def test_a_leg_that_two_ways_share_is_drawn_once_with_both_letters(two: WaysFound, chart: Chart) -> None:
    legs = [set(itertools.pairwise(way.airports)) for way in two.ways]
    shared, own = legs[0] & legs[1], legs[0] ^ legs[1]
    names = [one.name for one in chart.tracks]
    assert shared
    assert names.count("AB") == len(shared)
    assert len(names) == len(shared | own)
    assert {"A", "B"} <= set(names)


def test_each_way_stands_below_the_map_and_in_the_words_inside(two: WaysFound, chart: Chart) -> None:
    picture = ways_picture(two, chart, "en")
    said = tree(picture).find(f"{SVG}desc")
    assert said is not None
    assert said.text
    for way in two.ways:
        assert any(way_name(way) in one for one in words(picture))
        assert way_name(way) in said.text


def test_the_picture_ends_below_its_last_word(two: WaysFound, chart: Chart) -> None:
    root = tree(ways_picture(two, chart, "en"))
    lowest = max(float(one.get("y", "0")) for one in root.iter(f"{SVG}text"))
    assert chart.height < lowest < float(root.get("height", "0"))


def test_the_nearest_closed_way_is_drawn_where_none_is_offered(
    find: Any, knowledge: Knowledge, lands: Lands
) -> None:
    closed = find({"TBS": ("MSQ",), "MSQ": ("VNO",)})
    assert not closed.ways
    assert closed.told == (closed.closed,)
    drawn = depict_ways(closed, knowledge, lands)
    assert drawn is not None
    assert [one.name for one in drawn.tracks] == ["A", "A"]
    assert any("TBS" in one and "MSQ" in one for one in words(ways_picture(closed, drawn, "en")))


def test_without_any_way_there_is_no_map(find: Any, knowledge: Knowledge, lands: Lands) -> None:
    nothing = find({"PRG": ("VNO",)})
    assert nothing.told == ()
    assert depict_ways(nothing, knowledge, lands) is None


def test_a_page_holds_the_picture_only_where_its_chart_is_given(two: WaysFound, chart: Chart) -> None:
    assert b"<svg" in to_html(ways_document(two, "en", chart))
    assert b"<svg" not in to_html(ways_document(two, "en"))
