"""The past cases and ordinary journeys of examples/past can be read, cite nothing, and reach far enough."""

import re
from pathlib import Path

import pytest

from waystation.casework.backtest import backtest, itinerary_of
from waystation.cli.itineraries import load_lands
from waystation.core.facts import Members
from waystation.desks.planner import read_case
from waystation.registry.replays import read_replays
from waystation.say import country_codes

PAST = Path(__file__).parents[2] / "examples" / "past"
KINDS = PAST.parent / "kinds"
FILES = sorted(PAST.rglob("*.yaml"))
KNOWN_OF_ANY_TRAVELLER = {"threat_at_home", "wanted_at_home", "public_statements", "listings", "occupations"}


@pytest.fixture(scope="module")
def replays(knowledge):
    return [one for _, one in read_replays(PAST, knowledge.facts)]


def case_on_its_day(replay, knowledge):
    return read_case({**replay.case, "as_of": replay.day.isoformat()}, knowledge.facts, country_codes())


def test_every_case_can_be_read_and_no_id_stands_twice(replays, knowledge):
    for one in replays:
        assert case_on_its_day(one, knowledge).as_of == one.day
    assert len({one.id for one in replays}) == len(replays) == len(FILES)


@pytest.mark.parametrize("file", [*FILES, *sorted(KINDS.rglob("*.yaml"))], ids=lambda file: file.stem)
def test_a_file_has_no_url(file):
    assert not re.search(r"://|\bwww\.", file.read_text("utf-8"))


def test_every_journey_can_be_read_and_begins_on_its_day_or_later(replays):
    for one in replays:
        way = itinerary_of(one)
        for leg in way.legs if way else ():
            assert leg.departs is None or leg.departs.day >= one.day, one.id


def test_twenty_ordinary_journeys_begin_in_at_least_twelve_home_states(replays, knowledge):
    controls = [one for one in replays if one.control]
    homes: set[str] = set()
    for one in controls:
        nationalities = case_on_its_day(one, knowledge).lead_view()["nationalities"]
        assert isinstance(nationalities, Members)
        homes |= nationalities.have
    assert len(controls) >= 20
    assert len(homes) >= 12


def test_nobody_on_an_ordinary_journey_is_in_danger_by_what_they_say(replays, knowledge):
    for one in replays:
        if one.control:
            view = case_on_its_day(one, knowledge).lead_view()
            assert set(view) >= KNOWN_OF_ANY_TRAVELLER, one.id
            assert not any(view[name] for name in ("threat_at_home", "wanted_at_home", "public_statements"))
            assert view["listings"] == Members(complete=True)
            assert not one.must_flag


def test_the_controls_stand_in_a_folder_of_their_own(replays):
    assert {one.id for one in replays if one.control} == {file.stem for file in (PAST / "controls").glob("*.yaml")}


def test_the_cases_of_each_kind_can_be_read_and_name_dangers_that_there_are(knowledge):
    cases = [one for _, one in read_replays(KINDS, knowledge.facts)]
    assert len({one.id for one in cases}) == len(cases)
    homes: set[str] = set()
    for one in cases:
        view = case_on_its_day(one, knowledge).lead_view()
        homes |= view["nationalities"].have | getattr(view.get("former_nationalities"), "have", frozenset())
        assert one.must_flag, one.id
        assert {*one.must_flag, *one.danger_tags} <= set(knowledge.dangers), one.id
        assert itinerary_of(one) or not one.itinerary
    assert len(homes) >= 24


def test_every_danger_that_could_be_foreseen_is_flagged_in_most_cases(knowledge, replays):
    found = backtest(replays, knowledge, country_codes(), load_lands(None, None, knowledge))
    assert found.recall >= 0.95
    assert found.precision >= 0.7
