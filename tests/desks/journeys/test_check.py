"""A journey is judged leg by leg: borders, documents, the air, and what was done there."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from tests.conftest import DATA
from waystation.casework.assess import assess
from waystation.core.assessments import Assessment
from waystation.core.itineraries import Itinerary
from waystation.core.measures import Grade
from waystation.core.places import BlankPages
from waystation.core.plans import Line
from waystation.core.standing import stand
from waystation.desks.journeys.check import showing
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.desks.journeys.pasted import read_pasted
from waystation.desks.planner import entering
from waystation.registry.borders import read_land

DAY = dt.date(2026, 11, 24)
CALM = {"threat_at_home": False, "wanted_at_home": False, "listings": {"complete": True, "values": []}}


@pytest.fixture(scope="module")
def lands(knowledge: Any) -> Lands:
    return lands_of(read_land([DATA]), knowledge.territories)


@pytest.fixture
def answer(knowledge: Any, case_of: Any, lands: Lands) -> Any:
    """From facts and a journey (lines, or legs) to the answer."""

    def ask(journey: str | list[dict[str, Any]], **facts: Any) -> Assessment:
        way = read_itinerary({"legs": journey}) if isinstance(journey, list) else read_pasted(journey, DAY)
        assert isinstance(way, Itinerary)
        case = case_of({"as_of": DAY.isoformat(), "goal": "arrive", **facts})
        return assess(case, knowledge, way, lands)

    return ask


def people(*codes: str, **facts: Any) -> dict[str, Any]:
    none = {"complete": True, "values": []}
    return {"nationalities": {"complete": True, "values": [*codes]}, "former_nationalities": none, **facts}


def passport(issuer: str, until: str = "2031-01-01", kind: str = "passport") -> dict[str, Any]:
    paper = {"kind": kind, "issuer": issuer, "valid_until": until, "state": "valid"}
    return {"travel_documents": {"complete": True, "values": [paper]}}


def test_a_flight_over_the_home_state_says_so_with_its_kilometres(answer: Any) -> None:
    found = answer("FR4978 ATH-VNO 23MAY", **people("BY", threat_at_home=True), **passport("BY"))
    (leg,) = found.legs
    over = {one.country: one.km for one in leg.over.crossed}
    assert over["BY"] == pytest.approx(259, abs=3)
    assert "overflight-origin" in {one.tag for one in leg.dangers}


def test_the_same_flight_is_no_danger_to_somebody_of_another_state(answer: Any) -> None:
    found = answer("FR4978 ATH-VNO 23MAY", **people("NO", **CALM), **passport("NO"))
    assert "overflight-origin" not in {one.tag for one in found.legs[0].dangers}
    assert found.verdict != "do-not-go"


def test_an_exclave_is_told_by_its_name(answer: Any) -> None:
    found = answer("LO1 WAW-TLL 1DEC", **people("RU"), **passport("RU"))
    named = dict(found.legs[0].areas)
    assert "kaliningrad" in named or not any(one.country == "RU" for one in found.legs[0].over.crossed)
    near = {one.territory for one in (*found.legs[0].over.crossed, *found.legs[0].over.close)}
    assert "kaliningrad" in near


def test_nobody_goes_home_to_a_state_that_searches_for_them(answer: Any) -> None:
    found = answer("SU1 IST-SVO 1DEC", **people("RU", threat_at_home=True, wanted_at_home=True), **passport("RU"))
    assert found.legs[0].verdict in ("do-not-go", "only-if", "not-known")
    assert max(one.level for one in found.dangers) >= Grade.HIGH


def test_a_visa_that_is_asked_for_comes_first(answer: Any) -> None:
    found = answer("LH1 IST-FRA 1DEC", **people("AF", **CALM), **passport("AF"))
    assert [line.text.id for line in found.legs[0].only_if] == ["entering.visa", "entering.pages-visa"]
    assert found.legs[0].only_if[0].citations


def test_a_document_that_has_run_out_by_then_closes_the_way(answer: Any) -> None:
    found = answer("TK1 IST-TBS 1DEC", **people("RU", **CALM), **passport("RU", until="2026-11-30"))
    assert found.verdict == "do-not-go"
    assert [line.text.id for line in found.legs[0].why] == ["entering.run-out"]


def test_a_refugee_travel_document_sees_the_transit_rule_or_is_told_whom_to_ask(answer: Any) -> None:
    legs = [
        {"from": "TBS", "to": "DOH", "departs": "2026-12-01 08:00", "arrives": "2026-12-01 11:00", "checked_through": "yes"},
        {"from": "DOH", "to": "NBO", "departs": "2026-12-01 13:00", "arrives": "2026-12-01 18:30"},
    ]  # fmt: skip
    found = answer(legs, **people("RU"), **passport("DE", kind="refugee-travel-document"))
    asked = [line.text.id for line in found.legs[0].not_known]
    assert "transit.not-known" in asked
    assert found.legs[0].verdict in ("not-known", "do-not-go")


def test_an_airport_that_asks_for_a_transit_visa_says_so(answer: Any) -> None:
    legs = [
        {"from": "IST", "to": "FRA", "departs": "2026-12-01 08:00", "arrives": "2026-12-01 10:00", "checked_through": "yes"},
        {"from": "FRA", "to": "YYZ", "departs": "2026-12-01 12:00", "arrives": "2026-12-01 15:00"},
    ]  # fmt: skip
    found = answer(legs, **people("AF", **CALM), **passport("AF"))
    assert "transit.visa" in [line.text.id for line in found.legs[0].only_if]


def test_inside_one_area_no_border_is_told_of(answer: Any) -> None:
    found = answer("LH1 BER-CDG 1DEC", **people("BY", **CALM), **passport("BY"))
    assert [line.text.id for line in found.legs[0].entry] == ["entering.no-border"]


def test_what_was_done_there_to_people_of_the_same_state_is_named_newest_first(
    answer: Any, knowledge: Any
) -> None:
    found = answer("KC1 IST-ALA 1DEC", **people("RU", threat_at_home=True), **passport("RU"))
    told = found.legs[0].happened
    assert told
    assert all(line.citations for line in told)
    other = answer("KC1 IST-ALA 1DEC", **people("NO", **CALM), **passport("NO"))
    assert not other.legs[0].happened


def test_the_document_that_is_shown_may_be_named(case_of: Any) -> None:
    two = [{"kind": "passport", "issuer": "BY"}, {"kind": "alien-passport", "issuer": "LT"}]
    view = case_of({"as_of": DAY.isoformat(), "travel_documents": {"complete": True, "values": two}}).lead_view()
    assert [one["issuer"] for one in showing(view, "LT")["travel_documents"].items] == ["LT"]
    assert [one["kind"] for one in showing(view, "passport")["travel_documents"].items] == ["passport"]
    assert showing(view, "") is view


def test_only_an_area_without_inner_borders_is_one_area(knowledge: Any) -> None:
    assert knowledge.one_area("FR", "DE").id == "schengen"
    assert knowledge.one_area("IE", "DE") is None


@pytest.mark.parametrize(
    ("state", "facts", "level", "verdict"),
    [
        ("RU", {"threat_at_home": True, "wanted_at_home": True}, Grade.HIGH, "only-if"),
        ("RU", {**CALM, "threat_at_home": True}, Grade.GUARDED, "nothing-known"),
        ("KZ", {"threat_at_home": True, "wanted_at_home": True}, Grade.GUARDED, None),
        ("DE", {"threat_at_home": True, "wanted_at_home": True}, None, None),
        ("RU", CALM, None, None),
    ],
)
def test_an_airline_of_the_own_state_is_a_danger_on_every_route(
    answer: Any, state: str, facts: dict[str, Any], level: Grade | None, verdict: str | None
) -> None:
    leg = {"from": "BCN", "to": "MAD", "departs": "2026-12-01", "carrier_state": state}
    found = answer([leg], **people("RU", **facts), **passport("RU"))
    aboard = [one for one in found.legs[0].dangers if one.tag == "carrier-of-home"]
    assert [one.level for one in aboard] == ([] if level is None else [level])
    assert verdict is None or found.legs[0].verdict == verdict


def test_where_nobody_told_whose_airline_it_is_that_is_said(answer: Any) -> None:
    def not_checked(**more: str) -> set[str]:
        found = answer([{"from": "BCN", "to": "MAD", **more}], **people("RU"), **passport("RU"))
        return {one.id for one in found.not_checked}

    assert "assess.airline" in not_checked()
    assert "assess.airline" not in not_checked(carrier_state="ES")
    by_rail = {"country": "ES", "place": "Barcelona"}, {"country": "FR", "place": "Paris"}
    train = answer([{"from": by_rail[0], "to": by_rail[1], "mode": "rail"}], **people("RU"), **passport("RU"))
    assert "assess.airline" not in {one.id for one in train.not_checked}


def pages(lines: tuple[Line, ...]) -> list[tuple[str, object]]:
    return [(one.text.id, one.text.get("n")) for one in lines if one.text.id.startswith("entering.pages")]


def test_blank_pages_are_asked_for_where_a_visa_is_and_a_source_says_how_many(answer: Any) -> None:
    (asked,) = answer("LH1 IST-FRA 1DEC", **people("AF", **CALM), **passport("AF")).legs
    assert pages(asked.only_if) == [("entering.pages-visa", 2)]
    assert all(one.citations for one in asked.only_if)
    (free,) = answer("LH1 IST-FRA 1DEC", **people("HK", **CALM), **passport("HK")).legs
    assert pages(free.only_if) == []


def test_blank_pages_at_the_border_are_asked_of_all_but_those_who_come_home(knowledge: Any, case_of: Any) -> None:
    georgia = msgspec.structs.replace(knowledge.places["ge"], blank_pages=(BlankPages(count=1, for_="entry"),))
    known = msgspec.structs.replace(knowledge, places={**knowledge.places, "ge": georgia})

    def asked(code: str) -> list[tuple[str, object]]:
        case = case_of({"as_of": DAY.isoformat(), **people(code, **CALM), **passport(code)})
        view = stand(case.lead_view(), "AM", DAY, known)
        return pages(entering(view, "AM", "GE", DAY, known).only_if)

    assert asked("BY") == [("entering.pages-entry", 1)]
    assert asked("GE") == []
