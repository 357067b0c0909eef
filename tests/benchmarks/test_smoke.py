"""The benchmarks run in their small mode, each contender of ours in this process, without any anchor."""

import pytest
from benchmarks.__main__ import report
from benchmarks.contenders import OURS, contender
from benchmarks.contest import Measured, Row, against, run_here, table
from benchmarks.graph import Expand
from benchmarks.one_cost import WEEKS, people_of
from benchmarks.plan_search import found as plans_of
from benchmarks.shared import Shared

from benchmarks import one_cost
from tests.core.laws import cases
from tests.making import parameters
from waystation.core.closures import compile_condition


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    return {name: run_here(contender(name), small=True) for name in OURS}


def test_every_contender_measures_time_and_memory(measured):
    for found in measured.values():
        assert found.memory > 0
        assert all(seconds > 0 for seconds in found.seconds.values())


def test_no_verdict_differs_from_the_slow_reference(measured):
    assert measured["one case"].counts["verdicts"] >= 1_000
    assert measured["one case"].counts["wrong"] == 0


def test_every_near_miss_opens_its_rule(measured):
    assert measured["near misses"].counts["answered"] > 0
    assert measured["near misses"].counts["wrong"] == 0


def test_the_search_finds_what_trying_everything_finds(measured):
    assert measured["plan search"].counts["same"] == measured["plan search"].counts["graphs"]


def test_no_verdict_of_all_at_once_differs_from_its_closure(measured):
    counts = measured["all verdicts"].counts
    for rules in ("registry", "tenfold", "made up"):
        assert counts[rules] > 0
        assert counts[f"{rules}, other"] == 0


def test_all_at_once_agrees_with_closures_on_whatever_is_made_up():
    made = list(cases(seed=5, pairs=1_600))
    together = Shared([case.condition.node for case in made], parameters)
    tests = [compile_condition(case.condition, parameters) for case in made]
    for view in (view for case in made[:80] for view in case.stages):
        assert together(view) == [test(view) for test in tests]


def test_the_plan_of_the_least_weeks_is_one_that_the_search_for_all_costs_finds(measured):
    world, people = people_of(small=True)
    for at, person in enumerate(people):
        front = plans_of(Expand(world, person, world.least_to(person.goal)))
        assert measured["one cost"].counts[f"weeks {at}"] == min(cost[WEEKS] for cost in front)


def test_every_leg_is_followed(measured):
    counts = measured["airspace"].counts
    assert counts["legs"] == counts["compared"] > 0
    assert counts["crossed"] > counts["legs"]


def test_ways_are_found_over_made_up_routes(measured):
    counts = measured["journey find"].counts
    assert counts["searches"] == 2
    assert counts["ways 0"] > 0


def test_a_larger_registry_holds_the_copies(measured):
    counts = measured["whole plan"].counts
    assert counts["tenfold"] > counts["practices"]


def test_the_table_needs_no_anchor(measured):
    said = report(measured)
    assert "| 4 |" in said
    assert "CEL" not in said


def test_fast_downward_counts_only_where_its_plans_cost_the_same(measured):
    mine = measured["one cost"]
    other = Measured({"plan": 1e9}, {"weeks 0": mine.counts["weeks 0"] - 1})
    same = Measured({"plan": 1e9}, {"weeks 0": mine.counts["weeks 0"]})
    for theirs, reached in ((same, True), (other, False)):
        line, _ = one_cost.rows({"one cost": mine, "Fast Downward": theirs})
        assert line.reached is reached


def test_a_limit_in_seconds_is_kept_besides_the_ratio_or_alone():
    assert against("0", "made up", 1.0, 2.0, 0.6, limit=1.0).reached is True
    assert against("0", "made up", 1.0, 2.0, 0.6, limit=0.9).reached is False
    assert against("0", "made up", 1.0, 2.0, None, limit=0.9).reached is False
    assert against("0", "made up", 1.0, 2.0, None).reached is None


def test_a_goal_that_is_missed_is_marked():
    assert "**no**" in table([Row("0", "made up", "2 s", "1 s", 2.0, 1.0, reached=False)])
