"""What a straight flight from one step of a plan to the next would cross, and what is said of it."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from tests import people
from waystation.casework.advise import advise
from waystation.core.borders import Overflight, Passage
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.plans import Advice, Flight, Step, Stretch
from waystation.core.standing import stand
from waystation.core.travel import StraightLine
from waystation.desks.dangers import Dangers
from waystation.desks.journeys.airports import airports
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.main_airports import lines_between, main_airport
from waystation.desks.journeys.straight import Straight
from waystation.papers.document import Writer
from waystation.papers.flights import flight_text, write_flight
from waystation.say import Say

DAY = dt.date(2026, 11, 24)
RU = {"nationalities": people.known("RU"), "former_nationalities": people.known(), "threat_at_home": True}
NO = {"nationalities": people.known("NO"), "former_nationalities": people.known(), "threat_at_home": False,
      "wanted_at_home": False, "listings": people.known()}  # fmt: skip


@pytest.fixture(scope="module")
def between(knowledge: Knowledge, lands: Lands) -> Any:
    return lines_between(knowledge, lambda: lands)


@pytest.fixture(scope="module")
def flight(knowledge: Knowledge, between: Any, case_of: Any) -> Any:
    """From facts and two countries to what a straight flight would cross."""
    dangers = Dangers(knowledge)
    straight = Straight(knowledge, lambda view, whose: dangers.find(view, "airspace", subject=whose), between)

    def ask(start: str, end: str, *persons: dict[str, Any]) -> Flight | None:
        cases = [case_of({"as_of": DAY.isoformat(), "goal": "arrive", **one}) for one in persons]
        views = [(f"p{at}", stand(one.lead_view(), start, DAY, knowledge)) for at, one in enumerate(cases)]
        return straight.flight(views, start, end, DAY)

    return ask


def test_the_main_airport_of_every_place_lies_in_it(knowledge: Knowledge) -> None:
    named = {place.country: place.airport for place in knowledge.places.values() if place.airport}
    assert len(named) > 40
    assert all(airports()[code].country == country for country, code in named.items())


def test_a_flight_over_the_state_that_threatens_somebody_warns_of_it(flight: Any) -> None:
    found = flight("GE", "EE", RU)
    levels = {(one.country, one.part): one.level for one in found.crossed}
    assert levels["RU", None] == Grade.HIGH
    assert "overflight-origin" in {one.tag for one in found.dangers}
    assert found.start == "Tbilisi (TBS)"


def test_for_somebody_of_another_state_the_same_way_is_only_told(flight: Any) -> None:
    found = flight("GE", "EE", NO)
    assert "RU" in {one.country for one in found.crossed}
    assert found.dangers == ()
    assert {one.level for one in found.crossed} == {Grade.GUARDED}


def test_who_travels_together_shares_the_gravest(flight: Any) -> None:
    assert flight("GE", "EE", NO, RU).dangers == flight("GE", "EE", NO, RU).dangers != ()


def test_the_countries_of_both_ends_are_left_out_but_not_land_that_another_rules(flight: Any) -> None:
    found = flight("GE", "FR", RU)
    assert not {("GE", None), ("FR", None)} & {(one.country, one.part) for one in found.crossed}
    held = [one for one in found.crossed if one.country == "GE" and one.rules == "RU"]
    assert held
    assert all(one.part and one.level == Grade.HIGH for one in held)


def test_without_an_airport_on_record_nothing_is_said(flight: Any) -> None:
    assert flight("GE", "UA", RU) is None
    assert flight("GE", "GE", RU) is None


def test_the_land_is_made_once_and_only_when_a_line_is_asked_for(knowledge: Knowledge, lands: Lands) -> None:
    fresh, made = msgspec.structs.replace(knowledge), []

    def load() -> Lands:
        made.append(1)
        return lands

    lines = lines_between(fresh, load)
    assert made == []
    first = lines("GE", "PL", DAY)
    assert lines("GE", "PL", DAY) is first
    lines("GE", "EE", DAY)
    assert made == [1]


def test_a_place_without_an_airport_has_none(knowledge: Knowledge) -> None:
    assert main_airport("ZZ", knowledge) is None
    tbilisi = main_airport("GE", knowledge)
    assert tbilisi is not None
    assert tbilisi.iata == "TBS"


@pytest.fixture(scope="module")
def both(knowledge: Knowledge, case_of: Any, between: Any) -> tuple[Advice, Advice]:
    """The answer to Dmitri with and without what lies below."""
    case = case_of(people.DMITRI)
    return advise(case, knowledge, between=between), advise(case, knowledge)


def crossings(answer: Advice) -> list[Step]:
    return [step for plan in answer.plans for step in plan.steps if step.kind == "travel"]


def test_every_crossing_between_main_airports_of_a_plan_tells_of_the_way(both: tuple[Advice, Advice]) -> None:
    told, silent = both
    assert crossings(told)
    assert all(step.flight for step in crossings(told))
    assert not any(step.flight for step in crossings(silent))


def test_the_way_changes_no_plan(both: tuple[Advice, Advice]) -> None:
    told, silent = both
    bare = [
        msgspec.structs.replace(
            plan, steps=tuple(msgspec.structs.replace(step, flight=None) for step in plan.steps)
        )
        for plan in told.plans
    ]
    assert tuple(bare) == silent.plans


def said(flight: Flight) -> str:
    return Say("en")(flight_text(flight))


def test_the_sentence_names_what_to_avoid_and_else_what_lies_below() -> None:
    calm = Stretch(country="TR", rules="TR", km=900.4, level=Grade.GUARDED)
    grave = Stretch(country="RU", rules="RU", km=477.1, level=Grade.HIGH)
    ends = {"start": "Tbilisi (TBS)", "end": "Warsaw (WAW)"}
    assert "would cross Russia (477 km)." in said(Flight(**ends, crossed=(calm, grave)))
    assert "Türkiye" not in said(Flight(**ends, crossed=(calm, grave)))
    assert "would cross Türkiye." in said(Flight(**ends, crossed=(calm,)))
    assert "no other country" in said(Flight(**ends))


def test_a_step_without_a_way_has_no_line(both: tuple[Advice, Advice]) -> None:
    _, silent = both
    assert write_flight(Writer("en"), crossings(silent)[0]) == []


def test_a_held_part_is_judged_by_the_law_and_by_who_rules(knowledge: Knowledge) -> None:
    asked: list[object] = []
    part = next(one for one in knowledge.territories.values() if one.held_by)
    over = Overflight(length=900, speed=800, margin=100, crossed=(
        Passage(country=part.of, territory=part.id, rules=part.held_by, km=5, minutes=1, begins=0),
    ))  # fmt: skip

    def find(view: Any, _whose: str) -> tuple[()]:
        asked.append(view["here"])
        return ()

    found = Straight(knowledge, find, lambda *_: StraightLine("A", "B", over)).flight(
        [("lead", {})], "QA", "QB", DAY
    )
    assert asked == [part.of, part.held_by]
    assert found is not None
    assert found.crossed[0].part == part.title
