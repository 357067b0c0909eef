"""A case file that cannot be used: which field, and what is wrong with it."""

import pytest

from tests import people
from waystation.errors import WaystationError
from waystation.say import fault

PAPER = {"kind": "passport", "issuer": "BY", "number": "1", "valid_until": "2027-01-01"}


@pytest.mark.parametrize(
    ("facts", "id", "field"),
    [
        ({"ocupations": ["journalist"]}, "error.unknown-fact-near", "ocupations"),
        ({"occupations": ["jurnalist"]}, "error.bad-option-near", "occupations"),
        ({"left_home_on": "2026-02-30"}, "error.bad-date", "left_home_on"),
        ({"left_home_on": "2027-02-03"}, "error.in-the-future", "left_home_on"),
        ({"here": {"place": "GEO"}}, "error.bad-country", "here.place"),
        ({"here": {"place": "QZ"}}, "error.no-country", "here"),
        ({"nationalities": ["BY", "XX"]}, "error.no-country", "nationalities"),
        ({"nationalities": {"complete": "yes", "values": []}}, "error.bad-bool", "nationalities.complete"),
        ({"age": "eight"}, "error.bad-number", "age"),
        ({"threat_at_home": "maybe"}, "error.bad-bool", "threat_at_home"),
        ({"goal": "fly"}, "error.bad-option", "goal"),
        ({"accepts": {"danger": "some"}}, "error.bad-option", "accepts.danger"),
        ({"travel_documents": [PAPER, PAPER]}, "error.number-twice", "travel_documents"),
        ({"travel_documents": [{"kind": "passport", "isuer": "BY"}]}, "error.unknown-fact-near", "travel_documents[0].isuer"),
        ({"household": {"members": [{"age": 8}]}}, "error.member-needs-id", "household.members[0]"),
        ({"household": {"members": [{"id": "a"}, {"id": "a"}]}}, "error.id-twice-here", "household.members[1].id"),
        ({"household": {"members": [{"id": "a", "wants": "permanent"}]}}, "error.not-of-member", "household.members[0].wants"),
        ({"zzzz": 1}, "error.unknown-fact", "zzzz"),
        ({"listings": {"values": ["foreign-agent"], "lacks": ["foreign-agent"]}}, "error.has-and-lacks", "listings"),
        ({"age": {"value": 30, "level": "sworn"}}, "error.bad-option", "age.level"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(case_of, facts, id, field):
    with pytest.raises(WaystationError) as caught:
        case_of(people.changed(people.ALESIA, **facts))
    assert (caught.value.id, caught.value.field) == (id, field)
    assert field.split(".")[0].split("[")[0] in fault(caught.value)
    assert "error." not in fault(caught.value)


@pytest.mark.parametrize("plain", [None, {}, [], "noise", 7])
def test_nothing_is_no_case(case_of, plain):
    with pytest.raises(WaystationError) as caught:
        case_of(plain)
    assert caught.value.id == "error.empty-case"


def test_absent_is_unknown_and_unknown_is_not_asked_again(case_of):
    case = case_of({"as_of": "2026-11-24", "age": "unknown"})
    assert "age" not in case.lead.view()
    assert case.lead.facts.cannot_say() == {"age"}


def test_a_bare_list_is_open(case_of):
    case = case_of({"as_of": "2026-11-24", "nationalities": ["BY"]})
    assert case.lead.view()["nationalities"].holds("BY") is True
    assert case.lead.view()["nationalities"].holds("RU") is None
