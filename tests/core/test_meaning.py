"""What each test means on what is known: yes if it holds for every value still possible, no if for none."""

import datetime as dt

import pytest

from tests import making
from waystation.core.closures import compile_condition
from waystation.core.facts import Among, Listing, Members, Range
from waystation.core.judge import Ask, judge
from waystation.core.reading import read_condition
from waystation.core.truth import NO, UNKNOWN, YES

TODAY = making.TODAY
ABSENT = object()
BEFORE, AFTER = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
OPEN, CLOSED = Members(), Members(complete=True)


def some(*have, lack=(), complete=False):
    return Members(frozenset(have), frozenset(lack), complete)


def among(*values):
    return Among(frozenset(values))


def truth(condition, **view):
    known = {"today": TODAY, **{name: one for name, one in view.items() if one is not ABSENT}}
    read = read_condition(condition, making.VOCABULARY)
    judged = judge(read, known, making.parameters).truth
    assert compile_condition(read, making.parameters)(known) is judged
    return judged


@pytest.mark.parametrize(
    ("test", "known", "expected"),
    [
        ("a", "a", YES), ("a", "b", NO), ("a", ABSENT, UNKNOWN), ("a", among("a", "b"), UNKNOWN), ("a", among("a"), YES),
        ("a", among("b", "c"), NO), ({"in": ["a", "b"]}, among("a", "b"), YES), ({"in": ["a", "b"]}, among("b", "c"), UNKNOWN),
        ({"is_not": "a"}, "a", NO), ({"is_not": "a"}, "b", YES), ({"is_not": "a"}, ABSENT, UNKNOWN),
        ({"not_in": ["a", "b"]}, among("c", "d"), YES), ({"not_in": ["a", "b"]}, among("a", "c"), UNKNOWN),
        ({"not_in": ["a", "b"]}, among("a", "b"), NO),
    ],
)  # fmt: skip
def test_a_word(test, known, expected):
    assert truth({"word": test}, word=known) is expected


@pytest.mark.parametrize(
    ("test", "known", "expected"),
    [
        ({"at_least": 3}, 3, YES), ({"at_least": 3}, 2, NO), ({"above": 3}, 3, NO), ({"above": 3}, 4, YES),
        ({"at_most": 3}, 3, YES), ({"at_most": 3}, 4, NO), ({"below": 3}, 3, NO), ({"below": 3}, 2, YES),
        ({"at_least": 3}, ABSENT, UNKNOWN), ({"at_least": 3}, Range(3, 5), YES), ({"at_least": 3}, Range(0, 2), NO),
        ({"at_least": 3}, Range(2, 3), UNKNOWN), ({"at_least": 3}, Range(3, None), YES), ({"at_least": 3}, Range(2, None), UNKNOWN),
        ({"at_least": 3}, Range(None, 2), NO), ({"at_least": 3}, Range(None, 3), UNKNOWN), ({"at_least": 3}, Range(), UNKNOWN),
        ({"below": 3}, Range(None, 2), YES), ({"below": 3}, Range(3, None), NO), ({"below": 3}, Range(0, 3), UNKNOWN),
        ({"above": 3}, Range(3, None), UNKNOWN), ({"above": 3}, Range(4, None), YES), ({"at_most": 3}, Range(4, 9), NO),
        ({"at_least": 3}, among(3, 9), YES), ({"at_least": 3}, among(1, 2), NO), ({"at_least": 3}, among(1, 9), UNKNOWN),
        (3, 3, YES), (3, Range(3, 3), YES), (3, Range(2, 4), UNKNOWN), (3, Range(4, 9), NO), ({"is_not": 3}, Range(4, 9), YES),
        ({"in": [1, 9]}, Range(2, 8), NO), ({"in": [1, 9]}, Range(9, None), UNKNOWN), ({"not_in": [1, 9]}, Range(2, 8), YES),
        ({"at_least": 1, "below": 4}, Range(1, 3), YES), ({"at_least": 1, "below": 4}, Range(4, None), NO),
        ({"at_least": {"param": "least"}}, 3, YES), ({"at_least": {"param": "least"}}, 2, NO),
        ({"at_least": {"param": making.UNSTATED}}, 99, UNKNOWN),
    ],
)  # fmt: skip
def test_a_number(test, known, expected):
    assert truth({"count_of": test}, count_of=known) is expected


@pytest.mark.parametrize(
    ("test", "known", "expected"),
    [
        ({"at_least": "B1"}, "B2", YES), ({"at_least": "B1"}, "A2", NO), ({"below": "B1"}, among("A1", "A2"), YES),
        ({"at_least": "B1"}, among("A2", "B1"), UNKNOWN), ({"at_least": "A1"}, among("A2", "B2"), YES), ({"above": "B2"}, "B2", NO),
        ({"at_most": "A2"}, among("B1", "B2"), NO), ("B1", among("B1", "B2"), UNKNOWN), ({"at_least": "B1"}, ABSENT, UNKNOWN),
    ],
)  # fmt: skip
def test_an_ordered_choice_goes_by_rank_not_by_letter(test, known, expected):
    assert truth({"level": test}, level=known) is expected


@pytest.mark.parametrize(
    ("test", "known", "expected"),
    [
        ({"before": "2026-06-01"}, BEFORE, YES), ({"before": "2026-01-01"}, BEFORE, NO), ({"on_or_before": "2026-01-01"}, BEFORE, YES),
        ({"after": "2026-12-31"}, AFTER, NO), ({"on_or_after": "2026-12-31"}, AFTER, YES),
        ({"before": "2026-06-01"}, Range(BEFORE, AFTER), UNKNOWN), ({"before": "2027-01-01"}, Range(BEFORE, AFTER), YES),
        ({"after": "2027-01-01"}, Range(None, AFTER), NO), ({"on_or_after": {"days": 0, "after": "today"}}, TODAY, YES),
        ({"on_or_after": {"days": 1, "after": "today"}}, TODAY, NO), ({"on_or_after": {"param": "cut-day"}}, TODAY, YES),
        ({"on_or_after": {"days": 90, "before": "today"}}, TODAY - dt.timedelta(days=90), YES),
        ({"on_or_after": {"days": 90, "before": "today"}}, TODAY - dt.timedelta(days=91), NO),
    ],
)  # fmt: skip
def test_a_day(test, known, expected):
    assert truth({"began": test}, began=known) is expected


@pytest.mark.parametrize(
    ("ends", "began", "expected"),
    [
        (dt.date(2027, 2, 28), dt.date(2026, 8, 31), YES), (dt.date(2027, 2, 27), dt.date(2026, 8, 31), NO),
        (ABSENT, BEFORE, UNKNOWN), (AFTER, ABSENT, UNKNOWN), (AFTER, Range(None, BEFORE), YES), (AFTER, Range(AFTER, None), NO),
        (AFTER, Range(BEFORE, AFTER), UNKNOWN), (Range(AFTER, None), Range(None, BEFORE), YES), (Range(None, BEFORE), Range(AFTER, None), NO),
        (Range(BEFORE, AFTER), Range(BEFORE, AFTER), UNKNOWN), (AFTER, among(BEFORE, AFTER), UNKNOWN),
    ],
)  # fmt: skip
def test_a_day_that_hangs_on_another(ends, began, expected):
    assert truth({"ends": {"on_or_after": {"months": 6, "after": "began"}}}, ends=ends, began=began) is expected


@pytest.mark.parametrize(
    ("ends", "began", "asked"),
    [
        (ABSENT, ABSENT, ["began"]), (AFTER, ABSENT, ["began"]), (ABSENT, BEFORE, ["ends"]), (AFTER, Range(BEFORE, AFTER), ["began"]),
        (Range(BEFORE, AFTER), BEFORE, ["ends"]), (Range(BEFORE, AFTER), Range(BEFORE, AFTER), ["ends", "began"]),
    ],
)  # fmt: skip
def test_of_two_days_the_one_that_is_not_known_is_asked_for(ends, began, asked):
    view = {name: one for name, one in (("ends", ends), ("began", began)) if one is not ABSENT}
    condition = read_condition({"ends": {"on_or_after": {"months": 6, "after": "began"}}}, making.VOCABULARY)
    assert judge(condition, {"today": TODAY, **view}).missing == tuple(Ask(one) for one in asked)


@pytest.mark.parametrize(
    ("known", "all_of", "any_of", "none_of"),
    [
        (ABSENT, UNKNOWN, UNKNOWN, UNKNOWN), (OPEN, UNKNOWN, UNKNOWN, UNKNOWN), (CLOSED, NO, NO, YES),
        (some("x"), UNKNOWN, YES, NO), (some("x", complete=True), NO, YES, NO), (some("x", "y"), YES, YES, NO),
        (some(lack=["x"]), NO, UNKNOWN, UNKNOWN), (some("y", lack=["x"]), NO, YES, NO), (some(lack=["x", "y"]), NO, NO, YES),
        (some("z"), UNKNOWN, UNKNOWN, UNKNOWN), (some("z", complete=True), NO, NO, YES),
    ],
)  # fmt: skip
def test_a_set_is_open_until_it_is_complete(known, all_of, any_of, none_of):
    found = [truth({"tags": {f"has_{how}": ["x", "y"]}}, tags=known) for how in ("all", "any", "none")]
    assert found == [all_of, any_of, none_of]


WORK, STUDY, BLANK = {"kind": "work"}, {"kind": "study"}, {}


@pytest.mark.parametrize(
    ("things", "complete", "some_of", "every"),
    [
        ((), True, NO, YES), ((), False, UNKNOWN, UNKNOWN), ((WORK,), True, YES, YES), ((WORK,), False, YES, UNKNOWN),
        ((STUDY,), True, NO, NO), ((STUDY,), False, UNKNOWN, NO), ((WORK, STUDY), True, YES, NO), ((BLANK,), True, UNKNOWN, UNKNOWN),
        ((BLANK, WORK), True, YES, UNKNOWN), ((BLANK, STUDY), True, UNKNOWN, NO), ((WORK, WORK), True, YES, YES),
    ],
)  # fmt: skip
def test_some_and_every_thing_in_a_list(things, complete, some_of, every):
    listing = Listing(things, complete)
    found = [
        truth({how: {"of": "things", "where": {"kind": "work"}}}, things=listing) for how in ("some", "every")
    ]
    assert found == [some_of, every]


@pytest.mark.parametrize(
    ("things", "complete", "at_least", "at_most"),
    [
        ((), True, NO, YES), ((), False, UNKNOWN, UNKNOWN), ((WORK, WORK), True, YES, NO), ((WORK, WORK), False, YES, NO),
        ((WORK, STUDY), True, NO, YES), ((WORK, STUDY), False, UNKNOWN, UNKNOWN), ((WORK, BLANK), True, UNKNOWN, UNKNOWN),
        ((BLANK, STUDY), True, NO, YES), ((WORK, WORK, BLANK), True, YES, NO),
    ],
)  # fmt: skip
def test_how_many_things_in_a_list(things, complete, at_least, at_most):
    listing = Listing(things, complete)
    spelled = {"of": "things", "where": {"kind": "work"}}
    found = [truth({"count": {**spelled, **bound}}, things=listing) for bound in ({"at_least": 2}, {"at_most": 1})]
    assert found == [at_least, at_most]


def test_a_quantifier_inside_a_quantifier_speaks_of_the_inner_things():
    inner = {"some": {"of": "things", "where": {"kind": "study"}}}
    condition = {"every": {"of": "kin", "where": {"any": [{"count_of": {"below": 18}}, inner]}}}
    adult = {"count_of": 30, "things": Listing((STUDY,), complete=True)}
    assert truth(condition, kin=Listing(({"count_of": 8}, adult), complete=True)) is YES
    assert truth(condition, kin=Listing(({**adult, "things": Listing(complete=True)},), complete=True)) is NO
    assert truth(condition, kin=Listing(({"count_of": 30},), complete=True)) is UNKNOWN


def test_what_is_missing_of_a_thing_names_the_thing():
    condition = read_condition({"some": {"of": "kin", "where": {"flag": True}}}, making.VOCABULARY)
    kin = Listing(({"id": "child-1"}, {"flag": False}), complete=True)
    assert judge(condition, {"today": TODAY, "kin": kin}).missing == (Ask("flag", ("kin", "child-1")),)
    opened = Listing(({"flag": False},), complete=False)
    assert judge(condition, {"today": TODAY, "kin": opened}).missing == (Ask("kin"),)
