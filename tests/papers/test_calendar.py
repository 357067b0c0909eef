"""Deadlines as a calendar: the right days, and nothing that tells a stranger what they are about."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.papers.answers import EXAMPLES, answer
from waystation.papers import to_calendar
from waystation.say import Say


def events(name, **more):
    return Calendar.from_ical(to_calendar(answer(name), "en", **more)).walk("VEVENT")


def days(name):
    advice = answer(name)
    return {one.day for one in (*advice.deadlines, *(it for plan in advice.plans for it in plan.deadlines))}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_deadline_is_a_whole_day(name):
    found = events(name)
    assert {one.decoded("dtstart") for one in found} == days(name)
    assert all(one.decoded("dtend") - one.decoded("dtstart") == dt.timedelta(days=1) for one in found)
    assert all(type(one.decoded("dtstart")) is dt.date for one in found)


def test_each_entry_has_an_id_that_stays():
    uids = [str(one["uid"]) for one in events("journalist")]
    assert len(set(uids)) == len(uids) > 2
    assert uids == [str(one["uid"]) for one in events("journalist", full=True)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_answer_makes_the_same_bytes(name):
    assert to_calendar(answer(name), "en") == to_calendar(answer(name), "en")


def test_the_stamp_is_the_day_of_the_answer():
    assert {one.decoded("dtstamp").date() for one in events("journalist")} == {answer("journalist").as_of}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_stranger_learns_no_country_no_procedure_and_no_maker(name):
    words = to_calendar(answer(name), "en").decode().lower()
    told = [step.title.lower() for plan in answer(name).plans for step in plan.steps if step.title]
    told += [Say().country(step.place).lower() for plan in answer(name).plans for step in plan.steps]
    told += ["asylum", "visa", "passport", "waystation", "protection", "refugee", "permit"]
    assert [one for one in told if one in words] == []
    assert not any("description" in one for one in events(name))


def test_in_full_the_description_says_it_and_the_title_still_does_not():
    found = events("journalist", full=True)
    assert any("passport" in str(one["description"]) for one in found)
    assert not any("passport" in str(one["summary"]) for one in found)
