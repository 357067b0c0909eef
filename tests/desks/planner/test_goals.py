"""What each word of a goal asks for: rest, arrive, settle, work, each with yes, no and unknown."""

import datetime as dt

import pytest

from tests.desks.planner import world
from waystation.core.facts import Members
from waystation.core.measures import Grade
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.desks.planner import find_plans
from waystation.desks.planner.goals import reached
from waystation.desks.planner.held import Held, Standing

DAY = dt.date(2026, 11, 24)
WORK = frozenset({"work:QA"})
WORKING = frozenset({"organisation-founded", "account-open"})


def standing(kind="residence", days=400, renewable=True, place="QA"):
    """A standing that ends after so many days; None: no end is stated; "endless": it is stated that it has none."""
    until = DAY + dt.timedelta(days=days) if isinstance(days, int) else None
    return Standing(place, kind, "r", until, days is not None, renewable)


def truth(goal, *standings, rights=WORK, decisions=frozenset(), works=True, returns=True):
    held = Held(standings=standings, rights=frozenset(rights), decisions=frozenset(decisions))
    return reached(goal, held, "QA", DAY, works=works, returns=returns).truth


@pytest.mark.parametrize(
    ("held", "returns", "expected"),
    [
        (standing("visa-free", 30), True, YES), (standing("visa-free", 29), True, NO), (standing("visa", 30), False, NO),
        (standing("visa-free", None), True, UNKNOWN), (standing("citizen", "endless"), True, YES), (standing("visa", 90, place="QB"), True, NO),
    ],
)  # fmt: skip
def test_a_rest_is_thirty_lawful_days_with_a_way_back(held, returns, expected):
    assert truth("rest", held, returns=returns) is expected


def test_without_any_standing_nobody_has_arrived_anywhere():
    assert [truth(goal) for goal in ("rest", "arrive", "settle", "work")] == [NO] * 4


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (standing("visa", 90), YES), (standing("visa", 89), NO), (standing("visa-free", 400), NO), (standing("pending", 400), NO),
        (standing("protection", None), UNKNOWN), (standing("tolerated", 90), YES), (standing("permanent", "endless"), YES),
        (standing("residence", 400, place="QB"), NO),
    ],
)  # fmt: skip
def test_to_arrive_is_ninety_days_of_a_status_that_is_neither_visa_free_nor_pending(held, expected):
    assert truth("arrive", held, rights=()) is expected


@pytest.mark.parametrize(
    ("held", "rights", "works", "expected"),
    [
        (standing(), WORK, True, YES), (standing(), (), True, NO), (standing(), (), False, YES), (standing(renewable=False), WORK, True, NO),
        (standing(renewable=None), WORK, True, UNKNOWN), (standing(renewable=None), (), True, NO), (standing(days=None), WORK, True, UNKNOWN),
        (standing(days=89), WORK, True, NO), (standing("permanent", "endless", None), WORK, True, YES), (standing("citizen", "endless", None), (), True, YES),
        (standing("pending", 400), WORK, True, NO), (standing(), {"work:QB"}, True, NO),
    ],
)  # fmt: skip
def test_to_settle_is_to_arrive_renewably_and_with_the_right_to_work(held, rights, works, expected):
    assert truth("settle", held, rights=rights, works=works) is expected


@pytest.mark.parametrize(
    ("held", "decisions", "expected"),
    [
        (standing(), WORKING, YES), (standing(), {"account-open"}, NO), (standing(), {"organisation-founded"}, NO),
        (standing(renewable=None), WORKING, UNKNOWN), (standing(renewable=False), WORKING, NO),
    ],
)  # fmt: skip
def test_to_work_is_to_settle_with_an_organisation_and_an_account(held, decisions, expected):
    assert truth("work", held, decisions=decisions) is expected


def test_of_several_standings_the_best_counts():
    assert truth("settle", standing("pending", 9), standing(days=30), standing(days=400)) is YES
    assert truth("settle", standing(days=30), standing(renewable=None)) is UNKNOWN


# ── in a plan ──

CERTIFICATE = {"where": [{"at": "inside"}], "takes": {"high": 7, "source": "s1"}, "covers": {"members": {}}}
PRACTICES = {
    "visa-qa": world.visa("QA"), "permit-qa": world.permit("QA"),
    "found-qa": {**CERTIFICATE, "gives": [{"decision": {"name": "organisation-founded"}}]},
    "account-qa": {**CERTIFICATE, "gives": [{"decision": {"name": "account-open"}}], "who": {"done": {"has_any": ["permit-qa"]}}},
}  # fmt: skip


def plans(knowledge, goal, leave_out=(), **facts):
    kept = {id: one for id, one in PRACTICES.items() if id not in leave_out}
    made = world.world(
        knowledge,
        [world.practice(knowledge, id, "QA", **one) for id, one in kept.items()],
        [
            world.place(knowledge, "QS", missions=[{"of": "QA", "city": "Town", "takes": ["visa-qa"]}]),
            world.place(knowledge, "QA"),
        ],
    )
    return find_plans(world.case(goal, **facts), made.asked).plans


@pytest.mark.parametrize(
    ("goal", "steps"),
    [
        ("rest", []), ("arrive", ["visa-qa", "travel"]), ("settle", ["visa-qa", "travel", "permit-qa"]),
        ("work", ["visa-qa", "travel", "permit-qa", "account-qa", "found-qa"]),
    ],
)  # fmt: skip
def test_a_plan_goes_as_far_as_its_goal_and_no_further(knowledge, goal, steps):
    (plan,) = plans(knowledge, goal)
    assert sorted(step.practice or step.kind for step in plan.steps) == sorted(steps)
    assert not plan.open


@pytest.mark.parametrize("missing", ["permit-qa", "found-qa", "account-qa"])
def test_without_a_step_that_the_goal_asks_for_there_is_no_plan(knowledge, missing):
    assert plans(knowledge, "work", leave_out=[missing]) == ()


def test_what_is_already_there_is_kept(knowledge):
    held = {"decisions": Members(frozenset({"organisation-founded"}), complete=True)}
    (plan,) = plans(knowledge, "work", **held)
    assert "found-qa" not in [step.practice for step in plan.steps]


def test_somebody_whose_stay_may_not_be_renewable_gets_a_plan_that_says_so(knowledge):
    case = {
        "status_here": "residence",
        "lawful_days": 400,
        "rights": Members(frozenset({"work:QS"}), complete=True),
    }
    stay = next(one for one in plans(knowledge, "settle", **case) if one.kind == "stay")
    assert stay.open
    assert stay.goal_open == ("goal.renewable-not-stated",)
    assert stay.steps == ()


def test_a_plan_to_stay_counts_the_danger_of_where_one_stays(knowledge):
    """Nothing on record is guarded; low needs a source."""
    (plan,) = plans(knowledge, "arrive", status_here="permanent")
    assert plan.kind == "stay"
    assert plan.counts.danger is Grade.GUARDED
