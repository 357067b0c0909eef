"""The twenty structures that real law has, each written as our records write it and judged."""

import datetime as dt

import pytest

from waystation.core.codec import from_plain
from waystation.core.facts import Listing, Members
from waystation.core.judge import judge
from waystation.core.practices import Practice
from waystation.core.reading import read_condition
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.desks.planner.apply import grade
from waystation.desks.planner.label import ASKED, CHOSEN
from waystation.desks.planner.rules import compile_rule, version_of

TODAY = dt.date(2026, 11, 24)


def some(*values):
    return Members(frozenset(values), complete=True)


def listed(*things):
    return Listing(tuple(things), complete=True)


def record(**more):
    return {
        "id": "x", "title": "A thing one can do", "country": "QA", "area": "entry", "kind": "visa",
        "by": ["somebody"], "sources": {}, **more,
    }  # fmt: skip


def truth(knowledge, condition, **view):
    return judge(read_condition(condition, knowledge.facts), {"today": TODAY, **view}).truth


def practice(knowledge, **more):
    return from_plain(record(**more), Practice, knowledge.facts)


# 1, 2, 3: bans with exceptions, exceptions to the exception, two nationalities


BAN = {
    "kind": "ban", "forbids": {"country": "QA", "kind": ["visa"], "at": ["mission"]},
    "who": {"nationalities": {"has_any": ["RU", "BY"]}},
    "unless": [
        {"decisions": {"has_any": ["interest-confirmed"]}},
        {"nationalities": {"has_any": ["BY"]}, "wants": "temporary", "unless": {"convicted": True}},
    ],
}  # fmt: skip


def strikes(knowledge, **view):
    ban = practice(knowledge, **BAN)
    seen = {"today": TODAY, **view}
    who = judge(ban.who, seen).truth
    return min(who, 2 - max(judge(one, seen).truth for one in ban.unless))


def test_a_ban_strikes_a_second_nationality_too(knowledge):
    assert strikes(knowledge, nationalities=some("DE", "RU"), decisions=some()) == YES


def test_an_exception_lifts_a_ban(knowledge):
    assert strikes(knowledge, nationalities=some("RU"), decisions=some("interest-confirmed")) == NO


def test_an_exception_to_the_exception_restores_it(knowledge):
    student = {"nationalities": some("BY"), "decisions": some(), "wants": "temporary"}
    assert strikes(knowledge, **student, convicted=False) == NO
    assert strikes(knowledge, **student, convicted=True) == YES
    assert strikes(knowledge, **student) == UNKNOWN


# 4, 5, 6, 10: clocks and look-backs


def test_a_threat_in_the_last_ninety_days(knowledge):
    recent = {"last_threat_on": {"on_or_after": {"days": 90, "before": "today"}}, "worked_months": {"at_least": 6}}
    assert truth(knowledge, recent, last_threat_on=TODAY - dt.timedelta(days=90), worked_months=6) is YES
    assert truth(knowledge, recent, last_threat_on=TODAY - dt.timedelta(days=91), worked_months=6) is NO
    assert truth(knowledge, recent, worked_months=6) is UNKNOWN


def test_a_deadline_of_a_year_with_listed_excuses(knowledge):
    clock = {"clock": {"from": "here_since", "length": {"years": 1}, "extended_if": {"deportation_order": False}}}
    old = dt.date(2025, 11, 23)
    assert truth(knowledge, clock, here_since=dt.date(2025, 11, 24)) is YES
    assert truth(knowledge, clock, here_since=old, deportation_order=True) is NO
    assert truth(knowledge, clock, here_since=old, deportation_order=False) is YES
    assert truth(knowledge, clock, here_since=old) is UNKNOWN


def test_a_clock_in_working_days(knowledge):
    clock = {"clock": {"from": "here_since", "length": {"days": 10}, "unit": "working", "still": "over"}}
    assert truth(knowledge, clock, here_since=dt.date(2026, 11, 10)) is NO
    assert truth(knowledge, clock, here_since=dt.date(2026, 11, 9)) is YES


# 7: the last status of a kind


def test_a_permit_that_asks_for_the_visa_held_before(knowledge):
    held = {"some": {"of": "statuses", "where": {"in": {"is": "QA"}, "name": {"is": "d21"},
                                                "until": {"on_or_after": {"days": 0, "after": "today"}}}}}  # fmt: skip
    visa = {"in": "QA", "kind": "visa", "name": "d21", "until": TODAY}
    assert truth(knowledge, held, statuses=listed(visa)) is YES
    assert truth(knowledge, held, statuses=listed({**visa, "until": TODAY - dt.timedelta(days=1)})) is NO
    assert truth(knowledge, held, statuses=Listing((), complete=False)) is UNKNOWN


# 8: counts in a rolling window


def test_more_than_one_trip_in_three_months_loses_the_permit(knowledge):
    lost = {"count": {"of": "trips", "where": {"to": {"in": ["RU", "BY"]}, "reason": {"not_in": ["beyond-control"]}},
                      "within": {"months": 3, "before": "today"}, "by": "from", "at_least": 2}}  # fmt: skip
    trip = {"to": "RU", "from": dt.date(2026, 10, 1), "reason": "work"}
    early = {**trip, "from": dt.date(2026, 8, 23)}
    assert truth(knowledge, lost, trips=listed(trip, trip)) is YES
    assert truth(knowledge, lost, trips=listed(trip, early)) is NO
    assert truth(knowledge, lost, trips=listed(trip, {**trip, "reason": "beyond-control"})) is NO
    assert truth(knowledge, lost, trips=Listing((trip,), complete=False)) is UNKNOWN


# 9, 17: the version is chosen by an event


def test_the_version_is_chosen_by_the_day_of_the_event(knowledge):
    versions = [{"when": {"left_home_on": {"before": "2026-03-02"}},
                 "gives": [{"status": {"in": "QA", "kind": "protection", "name": "old", "length": {"years": 5}}}]}]  # fmt: skip
    one = practice(knowledge, kind="protection", versions=versions,
                   gives=[{"status": {"in": "QA", "kind": "protection", "name": "new", "length": {"months": 30}}}])  # fmt: skip
    early, sure = version_of(one, {"today": TODAY, "left_home_on": dt.date(2026, 3, 1)}, knowledge)
    late, _ = version_of(one, {"today": TODAY, "left_home_on": dt.date(2026, 3, 2)}, knowledge)
    _, unsure = version_of(one, {"today": TODAY}, knowledge)
    assert (early.gives[0].it.name, late.gives[0].it.name) == ("old", "new")
    assert (sure, unsure) == (YES, UNKNOWN)


# 11: weighted periods


def test_years_that_count_half(knowledge):
    weigh = {"weigh": {"of": "stays", "by": {"kind": {"study": 0.5, "residence": 1}}, "at_least": {"years": 5}}}
    study = {"kind": "study", "from": dt.date(2018, 1, 1), "until": dt.date(2022, 1, 1)}
    lived = {"kind": "residence", "from": dt.date(2022, 1, 1), "until": dt.date(2025, 6, 1)}
    assert truth(knowledge, weigh, stays=listed(study, lived)) is YES
    assert truth(knowledge, weigh, stays=listed(study, {**lived, "kind": "study"})) is NO
    assert truth(knowledge, weigh, stays=Listing((study,), complete=False)) is UNKNOWN


# 12: substitutes for evidence; at least n of


def test_a_voucher_instead_of_a_paper(knowledge):
    either = {"any": [{"documents": {"has_all": ["birth-certificate", "proof-of-work"]}},
                      {"documents": {"has_any": ["birth-certificate"]}, "nominators": {"has_any": ["a-friend"]}}]}  # fmt: skip
    assert truth(knowledge, either, documents=some("birth-certificate"), nominators=some("a-friend")) is YES
    assert truth(knowledge, either, documents=some("diploma")) is NO
    assert truth(knowledge, either, documents=some("birth-certificate")) is UNKNOWN


def test_at_least_two_of_three(knowledge):
    two = {"at_least": {"count": 2, "of": [{"job_offer": True}, {"married": True}, {"convicted": False}]}}
    assert truth(knowledge, two, job_offer=True, convicted=False) is YES
    assert truth(knowledge, two, job_offer=False, convicted=True) is NO
    assert truth(knowledge, two, job_offer=True) is UNKNOWN


# 13: look-back on refusals; 14: for all of a list; household


def test_every_child_must_be_covered(knowledge):
    every = {
        "every": {
            "of": "household",
            "where": {"any": [{"relation": {"not_in": ["child"]}}, {"age": {"below": 18}}]},
        }
    }
    assert (
        truth(knowledge, every, household=listed({"relation": "child", "age": 8}, {"relation": "spouse"})) is YES
    )
    assert truth(knowledge, every, household=listed({"relation": "child", "age": 19})) is NO
    assert truth(knowledge, every, household=listed({"relation": "child"})) is UNKNOWN
    assert truth(knowledge, every, household=Listing((), complete=False)) is UNKNOWN
    assert truth(knowledge, every, household=listed()) is YES


# 16: a right that ends when one has become something else


def test_a_right_that_a_new_nationality_ends(knowledge):
    shield = {"some": {"of": "statuses", "where": {"kind": {"is": "protection"}}},
              "unless": {"some": {"of": "statuses", "where": {"kind": {"is": "citizen"}}}}}  # fmt: skip
    refugee = {"in": "QA", "kind": "protection"}
    assert truth(knowledge, shield, statuses=listed(refugee)) is YES
    assert truth(knowledge, shield, statuses=listed(refugee, {"in": "QA", "kind": "citizen"})) is NO


# 5, 15, 18: referral gates, quotas, discretion; 20: advice before an event


@pytest.mark.parametrize(
    ("more", "least"),
    [
        ({"access": "discretionary"}, ASKED),
        ({"access": "referral", "by": ["front-line-defenders"]}, CHOSEN),
        ({"quota": {"amount": 500, "period": "year", "holder": "somebody"}}, CHOSEN),
    ],
)
def test_nobody_can_say_qualifies_where_somebody_decides(knowledge, more, least):
    assert grade(compile_rule(practice(knowledge, **more), knowledge), sure=True) == least


def test_advice_names_the_event_before_which_it_is_due(knowledge):
    one = practice(
        knowledge, kind="safeguard", gives=[{"advice": {"text": "Renew the passport.", "before": "departure"}}]
    )
    assert one.gives[0].it.before == "departure"


def test_money_that_is_indexed_is_looked_up_on_the_day(knowledge):
    condition = read_condition({"income_eur": {"at_least": {"param": "least-income"}}}, knowledge.facts)
    amounts = {"least-income": 1000.0}
    view = {"today": TODAY, "income_eur": 1000}
    assert judge(condition, view, lambda name, day: amounts.get(name)).truth is YES
    assert judge(condition, view, lambda name, day: None).law
