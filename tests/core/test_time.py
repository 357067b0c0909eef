"""Clocks, windows that end today, periods that are weighed; what the law leaves open; and what is presumed."""

import datetime as dt

import pytest

from tests import making
from waystation.core.closures import compile_condition
from waystation.core.facts import Among, Listing, Range
from waystation.core.judge import Ask, judge
from waystation.core.measures import Length, after_working_days
from waystation.core.reading import read_condition
from waystation.core.truth import NO, UNKNOWN, YES

TODAY = making.TODAY
D = dt.date


def judged(condition, **view):
    seen = {"today": TODAY, **view}
    read = read_condition(condition, making.VOCABULARY)
    verdict = judge(read, seen, making.parameters)
    assert compile_condition(read, making.parameters)(seen) is verdict.truth
    return verdict


def truth(condition, **view):
    return judged(condition, **view).truth


# ── lengths ──


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        (D(2026, 8, 31), Length(months=6), D(2027, 2, 28)), (D(2028, 2, 29), Length(years=1), D(2029, 2, 28)),
        (D(2026, 12, 1), Length(days=90), D(2027, 3, 1)), (D(2026, 1, 31), Length(months=1, days=1), D(2026, 3, 1)),
        (D(2026, 11, 24), Length(), D(2026, 11, 24)),
    ],
)  # fmt: skip
def test_a_length_ends_on_the_calendars_day(start, length, end):
    assert length.after(start) == end


def test_working_days_leave_out_saturday_and_sunday():
    friday = D(2026, 11, 20)
    assert after_working_days(friday, 1) == D(2026, 11, 23)
    assert after_working_days(friday, 5) == D(2026, 11, 27)
    assert after_working_days(D(2026, 11, 21), 1) == D(2026, 11, 23)
    assert after_working_days(friday, 0) == friday


# ── clocks ──

YEAR = {"from": "began", "length": {"years": 1}}


@pytest.mark.parametrize(
    ("began", "expected"),
    [
        (D(2025, 11, 24), YES), (D(2025, 11, 23), NO), (TODAY, YES), (Range(D(2025, 11, 24), None), YES),
        (Range(None, D(2025, 11, 23)), NO), (Range(D(2025, 1, 1), TODAY), UNKNOWN), (Range(), UNKNOWN),
    ],
)  # fmt: skip
def test_a_clock_runs_until_and_including_its_last_day(began, expected):
    assert truth({"clock": YEAR}, began=began) is expected
    over = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[expected]
    assert truth({"clock": {**YEAR, "still": "over"}}, began=began) is over


def test_a_clock_whose_start_nobody_told_is_unknown_and_asks_for_it():
    verdict = judged({"clock": YEAR})
    assert (verdict.truth, verdict.missing) == (UNKNOWN, (Ask("began"),))
    assert truth({"clock": YEAR}, began=Among(frozenset({D(2025, 1, 1), TODAY}))) is UNKNOWN


def test_a_clock_in_working_days_runs_longer_than_one_in_calendar_days():
    ten = {"from": "began", "length": {"days": 10}}
    assert truth({"clock": ten}, began=D(2026, 11, 12)) is NO
    assert truth({"clock": {**ten, "unit": "working"}}, began=D(2026, 11, 12)) is YES
    assert truth({"clock": {**ten, "unit": "working"}}, began=D(2026, 11, 9)) is NO


@pytest.mark.parametrize("key", ["stopped_by", "extended_if"])
def test_what_stops_or_extends_a_clock_keeps_it_running(key):
    clock = {"clock": {**YEAR, key: {"flag": True}}}
    late = D(2024, 1, 1)
    assert truth(clock, began=late, flag=True) is YES
    assert truth(clock, began=late, flag=False) is NO
    assert truth(clock, began=late) is UNKNOWN
    assert truth(clock, began=TODAY) is YES
    assert truth(clock, flag=True) is YES


# ── counts in a window ──

TRIPS = {
    "of": "things",
    "where": {"in": {"in": ["QA", "QB"]}},
    "within": {"months": 3, "before": "today"},
    "by": "from",
}


def trip(day, country="QA", **more):
    return {"in": country, "from": day, **more}


@pytest.mark.parametrize(
    ("things", "expected"),
    [
        ((trip(TODAY), trip(D(2026, 8, 24))), YES), ((trip(TODAY), trip(D(2026, 8, 23))), NO),
        ((trip(TODAY), trip(TODAY + dt.timedelta(days=1))), NO), ((trip(TODAY), trip(TODAY, "QC")), NO),
        ((trip(TODAY), {"in": "QA"}), UNKNOWN), ((trip(TODAY), {"from": TODAY}), UNKNOWN),
        ((trip(TODAY), trip(Range(D(2026, 8, 1), TODAY))), UNKNOWN), ((trip(TODAY), trip(Range(None, D(2026, 8, 1)))), NO),
        ((trip(TODAY), trip(Range(D(2026, 9, 1), TODAY))), YES), ((), NO),
    ],
)  # fmt: skip
def test_how_often_in_the_window_that_ends_today(things, expected):
    count = {"count": {**TRIPS, "at_least": 2}}
    assert truth(count, things=Listing(things, complete=True)) is expected
    assert truth(count, things=Listing(things)) is (YES if expected is YES else UNKNOWN)


def test_at_most_is_the_mirror_of_at_least_one_more():
    made = making.maker(31)
    for _ in range(300):
        view = made.forget(made.person())
        most = truth({"count": {**TRIPS, "at_most": 1}}, **view)
        assert most is {YES: NO, NO: YES, UNKNOWN: UNKNOWN}[truth({"count": {**TRIPS, "at_least": 2}}, **view)]


def test_a_thing_whose_day_is_missing_is_asked_for_its_day():
    verdict = judged({"count": {**TRIPS, "at_least": 1}}, things=Listing(({"in": "QA"},), complete=True))
    assert verdict.missing == (Ask("from", ("things", "1")),)


# ── periods that are weighed ──

WEIGH = {"weigh": {"of": "things", "by": {"kind": {"study": 0.5, "work": 1}}, "at_least": {"days": 100}}}


def stay(kind, days, end=TODAY):
    return {"kind": kind, "from": end - dt.timedelta(days=days), "until": end}


@pytest.mark.parametrize(
    ("things", "closed", "opened"),
    [
        ((stay("work", 100),), YES, YES), ((stay("work", 99),), NO, UNKNOWN), ((stay("study", 200),), YES, YES),
        ((stay("study", 199),), NO, UNKNOWN), ((stay("work", 50), stay("study", 100, D(2025, 1, 1))), YES, YES),
        ((stay("other", 900),), NO, UNKNOWN), ((), NO, UNKNOWN),
        (({"kind": "work", "from": D(2026, 1, 1)},), UNKNOWN, UNKNOWN), (({"kind": "work"},), UNKNOWN, UNKNOWN),
        (({"kind": "other"},), NO, UNKNOWN), (({"from": D(2026, 11, 1)},), NO, UNKNOWN),
        (({"from": D(2020, 1, 1), "until": D(2026, 1, 1)},), UNKNOWN, UNKNOWN),
        (({"kind": "work", "from": Range(None, D(2026, 1, 1)), "until": D(2026, 6, 1)},), YES, YES),
        (({"kind": "work", "from": D(2026, 11, 1), "until": D(2027, 11, 1)},), NO, UNKNOWN),
    ],
)  # fmt: skip
def test_periods_count_by_their_weight_up_to_today(things, closed, opened):
    assert truth(WEIGH, things=Listing(things, complete=True)) is closed
    assert truth(WEIGH, things=Listing(things)) is opened


# ── what the law leaves open, and what is presumed ──


def test_what_the_law_does_not_say_is_unknown_and_nobody_is_asked():
    verdict = judged({"flag": True, "silent": "Whether a visa may be asked for here."}, flag=True)
    assert (verdict.truth, verdict.missing) == (UNKNOWN, ())
    assert [gap.says for gap in verdict.law] == ["Whether a visa may be asked for here."]
    assert truth({"flag": True, "silent": "Whether."}, flag=False) is NO
    assert truth({"any": [{"flag": True}, {"silent": "Whether."}]}, flag=True) is YES


def test_a_leaf_that_nobody_confirmed_is_unknown_whatever_the_person_says():
    leaf = {"flag": {"is": True, "unconfirmed": True, "source": "s1"}}
    for view in ({"flag": True}, {"flag": False}, {}):
        verdict = judged(leaf, **view)
        assert (verdict.truth, verdict.missing) == (UNKNOWN, ())
        assert verdict.law[0].leaf.source == "s1"


def test_an_amount_that_no_source_states_is_a_gap_of_law():
    verdict = judged({"income": {"at_least": {"param": making.UNSTATED}}}, income=1_000_000)
    assert (verdict.truth, verdict.missing, verdict.law[0].says) == (UNKNOWN, (), making.UNSTATED)


@pytest.mark.parametrize(
    ("view", "expected", "presumed"),
    [
        ({}, YES, ("sure",)), ({"sure": False}, YES, ()), ({"sure": True}, NO, ()), ({"flag": False}, NO, ()),
        ({"sure": Among(frozenset({True, False}))}, UNKNOWN, ("sure",)),
    ],
)  # fmt: skip
def test_a_presumption_counts_an_unknown_and_says_so(view, expected, presumed):
    condition = {"flag": True, "unless": {"sure": True}, "presume": {"sure": False}}
    verdict = judged(condition, **{"flag": True, **view})
    assert (verdict.truth, verdict.presumed) == (expected, presumed)
