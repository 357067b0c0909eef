"""A case file that cannot be used: which line, which field, and what is wrong with it."""

import pytest

from tests import people
from waystation.errors import CaseError, WaystationError
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml
from waystation.say import fault

PAPER = {"kind": "passport", "issuer": "BY", "number": "1", "valid_until": "2027-01-01"}


@pytest.mark.parametrize(
    ("facts", "id", "field"),
    [
        ({"ocupations": ["journalist"]}, "error.unknown-fact-near", "ocupations"),
        ({"zzzz": 1}, "error.unknown-fact", "zzzz"),
        ({"homes": ["BY"]}, "error.unknown-fact", "homes"),
        ({"occupations": ["jurnalist"]}, "error.bad-option-near", "occupations[0]"),
        ({"occupations": {"values": ["writer", "x"]}}, "error.bad-option", "occupations.values[1]"),
        ({"occupations": {"value": ["x"], "level": "declared"}}, "error.bad-option", "occupations.value[0]"),
        ({"occupations": "journalist"}, "error.expected-list", "occupations"),
        ({"left_home_on": "2026-02-30"}, "error.bad-date", "left_home_on"),
        ({"left_home_on": "2027-02-03"}, "error.in-the-future", "left_home_on"),
        ({"left_home_on": "0001-01-01"}, "error.far-day", "left_home_on"),
        ({"as_of": "9999-12-31"}, "error.far-day", "as_of"),
        ({"as_of": "yesterday"}, "error.bad-date", "as_of"),
        ({"here": {"place": "GEO"}}, "error.bad-country", "here.place"),
        ({"here": {"place": "QZ"}}, "error.no-country", "here.place"),
        ({"here": {"place": "GE", "sins": "2026-01-01"}}, "error.unknown-key", "here.sins"),
        ({"nationalities": ["BY", "XX"]}, "error.no-country", "nationalities[1]"),
        ({"nationalities": {"values": [], "lacks": ["XX"]}}, "error.no-country", "nationalities.lacks[0]"),
        ({"nationalities": {"complete": "yes", "values": []}}, "error.bad-bool", "nationalities.complete"),
        ({"trips": [{"to": "QZ"}]}, "error.no-country", "trips[0].to"),
        ({"age": "eight"}, "error.bad-number", "age"),
        ({"age": -1}, "error.below-nought", "age"),
        ({"age": {"from": 30, "to": 20}}, "error.range-backwards", "age"),
        ({"age": {"among": []}}, "error.expected-list", "age.among"),
        ({"age": {"value": 30, "level": "sworn"}}, "error.bad-option", "age.level"),
        ({"age": {"value": 30, "day": "soon"}}, "error.bad-date", "age.day"),
        ({"age": {"value": 30, "by": ["a"]}}, "error.bad-text", "age.by"),
        ({"age": {"value": 30, "who": "x"}}, "error.unknown-key", "age.who"),
        ({"threat_at_home": "maybe"}, "error.bad-bool", "threat_at_home"),
        ({"goal": "fly"}, "error.bad-option", "goal"),
        ({"accepts": {"danger": "some"}}, "error.bad-option", "accepts.danger"),
        ({"accepts": {"apart_days": -1}}, "error.expected-whole-number", "accepts.apart_days"),
        ({"accepts": []}, "error.expected-mapping", "accepts"),
        ({"travel_documents": [PAPER, PAPER]}, "error.number-twice", "travel_documents[1].number"),
        ({"travel_documents": {"values": [PAPER, {}, PAPER]}}, "error.number-twice", "travel_documents.values[2].number"),
        ({"travel_documents": [{"kind": "passport", "isuer": "BY"}]}, "error.unknown-fact-near", "travel_documents[0].isuer"),
        ({"travel_documents": ["passport"]}, "error.expected-mapping", "travel_documents[0]"),
        ({"household": [8]}, "error.household-shape", "household"),
        ({"household": {"members": 2}}, "error.expected-list", "household.members"),
        ({"household": {"complete": 1}}, "error.bad-bool", "household.complete"),
        ({"household": {"members": [{"age": 8}]}}, "error.member-needs-id", "household.members[0]"),
        ({"household": {"members": ["child-1"]}}, "error.member-needs-id", "household.members[0]"),
        ({"household": {"members": [{"id": "Maria K."}]}}, "error.member-needs-id", "household.members[0].id"),
        ({"household": {"members": [{"id": "lead"}]}}, "error.id-twice-here", "household.members[0].id"),
        ({"household": {"members": [{"id": "a"}, {"id": "a"}]}}, "error.id-twice-here", "household.members[1].id"),
        ({"household": {"members": [{"id": "a", "wants": "permanent"}]}}, "error.not-of-member", "household.members[0].wants"),
        ({"household": {"members": [{"id": "a", "here_since": "2027-01-01"}]}}, "error.in-the-future", "household.members[0].here_since"),
        ({"travel_documents": [PAPER], "household": {"members": [{"id": "a", "travel_documents": [PAPER]}]}},
         "error.number-twice", "household.members[0].travel_documents"),
        ({"listings": {"values": ["foreign-agent"], "lacks": ["foreign-agent"]}}, "error.has-and-lacks", "listings"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(case_of, facts, id, field):
    with pytest.raises(WaystationError) as caught:
        case_of(people.changed(people.ALESIA, **facts))
    assert (caught.value.id, caught.value.field) == (id, field)
    assert field.split(".")[0].split("[")[0] in fault(caught.value)
    assert "error." not in fault(caught.value)


FILE = """\
# Somebody
as_of: 2026-11-24
here:
  place: GE
  since: 2026-06-01
nationalities: [BY]
travel_documents:
  - kind: passport
    issuer: BY
    number: 7
  - {kind: passport, number: 8}
household:
  members:
    - id: child-1
      age: 8
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("place: GE", "place: QZ", "my.yaml:4, here.place: There is no country with the code QZ. Look up its two letters (ISO 3166)."),
        ("since: 2026-06-01", "since: 2026-06-31",
         "my.yaml:5, here.since: '2026-06-31' is no day that exists. Write year-month-day, such as 2026-11-24."),
        ("nationalities", "nationalitys", "my.yaml:6, nationalitys: There is no fact called nationalitys. Did you mean nationalities?"),
        ("[BY]", "[Belarus]", "my.yaml:6, nationalities[0]: 'Belarus' is no country code. Write two capital letters, such as GE."),
        ("number: 8", "number: 7",
         "my.yaml:11, travel_documents[1].number: Two travel documents have the same number. One of them must be wrong."),
        ("id: child-1", "relation: child",
         "my.yaml:14, household.members[0]: Each member of the household needs an id: a word such as child-1, never a name."),
        ("age: 8", "age: eight", "my.yaml:15, household.members[0].age: 'eight' is no number. Write a number without a unit."),
        ("as_of: 2026-11-24\n", "", "my.yaml:2: as_of is missing. Add it."),
    ],
)  # fmt: skip
def test_a_fault_is_one_sentence_with_its_line(case_of, old, new, says):
    words = FILE.replace(old, new)
    with pytest.raises(WaystationError) as caught:
        case_of(parse_yaml(words, "my.yaml"))
    assert fault(located(caught.value, "my.yaml", words)) == says


def test_the_file_itself_can_be_used(case_of):
    case = case_of(parse_yaml(FILE, "my.yaml"))
    assert [one.id for one in case.members] == ["child-1"]


@pytest.mark.parametrize("plain", [None, {}, [], "noise", 7])
def test_nothing_is_no_case(case_of, plain):
    with pytest.raises(CaseError) as caught:
        case_of(plain)
    assert caught.value.id == "error.empty-case"


ODD = (
    None, True, -1, 10**400, "", "unknown", "2026-02-30", "\u202e", [], {}, [[]], [{}], {"a": 1}, {"value": []},
    {"value": 1, "by": []}, {"among": ["a", 1]}, {"from": "b", "to": "a"}, {"complete": 1}, {"complete": True, "values": 3},
    {"members": 3}, {"members": {"a": 1}}, {"members": None}, {"values": ["BY"], "lacks": ["BY"]},
)  # fmt: skip


def test_whatever_stands_in_a_fact_the_fault_is_one_sentence(case_of, knowledge):
    """Every fact, of the person and of a child, with values of every wrong shape: no other error ever."""
    said = []
    for name in ("as_of", "goal", "accepts", "household", *knowledge.facts):
        for odd in ODD:
            child = {"id": "child-1", name: odd}
            for facts in ({name: odd}, {"household": {"members": [child]}}):
                try:
                    case_of(people.changed(people.ALESIA, **facts))
                except WaystationError as error:
                    said.append(fault(error))
    assert len(said) > 1_000
    assert [one for one in said if "error." in one] == []


def test_absent_is_unknown_and_unknown_is_not_asked_again(case_of):
    case = case_of({"as_of": "2026-11-24", "age": "unknown"})
    assert "age" not in case.lead.view()
    assert case.lead.facts.cannot_say() == {"age"}


def test_a_bare_list_is_open(case_of):
    case = case_of({"as_of": "2026-11-24", "nationalities": ["BY"]})
    assert case.lead.view()["nationalities"].holds("BY") is True
    assert case.lead.view()["nationalities"].holds("RU") is None
