"""Two hundred made-up people go through the whole planner: no error, and nothing said without a source."""

from collections.abc import Iterator

import pytest

from tests.desks.planner.generated import case_file
from waystation.casework.advise import advise
from waystation.core.codec import to_json
from waystation.core.facts import Members
from waystation.core.measures import Grade
from waystation.core.plans import Advice, Opening, Plan, Step
from waystation.core.standing import homes
from waystation.desks.planner import Case

PEOPLE = 200
PARTS = [pytest.param(part, marks=pytest.mark.slow) for part in range(8)]


@pytest.fixture(scope="module", params=PARTS)
def answers(request, knowledge, case_of) -> list[tuple[int, Case, Advice]]:
    """A share of the two hundred: who asked, and the whole answer."""
    found = []
    for seed in range(request.param, PEOPLE, len(PARTS)):
        case = case_of(case_file(seed, knowledge))
        found.append((seed, case, advise(case, knowledge, show_all=True)))
    return found


def plans(advice: Advice) -> Iterator[Plan]:
    """The plans, and those of who follows."""
    for plan in advice.plans:
        yield plan
        yield from plan.followers


def steps(answers) -> Iterator[tuple[int, Case, Plan, Step]]:
    for seed, case, advice in answers:
        for plan in plans(advice):
            for step in plan.steps:
                yield seed, case, plan, step


def unknown(thing: Step | Opening) -> bool:
    """Whether it says that something is not known: of the law, or of the person."""
    return bool(thing.law or thing.questions or thing.unconfirmed)


def test_everybody_gets_plans_or_is_told_whom_to_turn_to(answers):
    with_plans = 0
    for seed, _, advice in answers:
        assert advice.plans or advice.hand_over, seed
        assert advice.hand_over or any(not plan.open for plan in advice.plans), seed
        with_plans += bool(advice.plans)
    assert with_plans >= 3


def test_every_step_opening_and_danger_has_a_source_or_says_what_is_not_known(answers):
    for seed, _, _, step in steps(answers):
        cited = step.citations or any(line.citations for line in step.because)
        assert cited or unknown(step), (seed, step.practice or step.place)
        assert step.kind == "travel" or step.by, (seed, step.practice)
        assert all(danger.citations for danger in step.dangers), (seed, step.id)
        assert step.warning or not step.irreversible, (seed, step.practice)
    for seed, _, advice in answers:
        for opening in (*advice.opens_now, *(one for plan in plans(advice) for one in plan.opens)):
            assert opening.citations or unknown(opening), (seed, opening.practice)
        dangers = (*advice.start.dangers, *(one for plan in plans(advice) for one in plan.dangers))
        assert all(danger.citations for danger in dangers), seed


def test_no_step_goes_to_a_home_state_or_into_sure_grave_danger(answers):
    for seed, case, plan, step in steps(answers):
        if step.kind == "travel":
            assert step.place not in homes(case.lead_view()).have, seed
            assert step.place != step.from_place, seed
        assert plan.counts.least_danger < Grade.EXTREME, seed


def test_an_unknown_wait_is_counted_by_name_and_says_by_when_to_turn_elsewhere(answers):
    for seed, case, plan, step in steps(answers):
        assert step.wait == "unknown" or step.no_answer_by is None, (seed, step.practice)
        if step.wait == "unknown":
            assert step.practice in plan.counts.goal.waits, (seed, step.practice)
            assert step.practice in step.ends.waits, (seed, step.practice)
            assert step.no_answer_by is None or step.no_answer_by > case.as_of, (seed, step.practice)


def test_days_never_run_backwards_and_the_latest_is_not_before_the_likely(answers):
    for seed, _, plan, step in steps(answers):
        assert step.starts.known <= step.ends.known <= step.latest.known, (seed, step.id)
        assert set(step.starts.waits) <= set(step.ends.waits) <= set(plan.counts.goal.waits), (seed, step.id)
    for seed, _, advice in answers:
        for plan in advice.plans:
            if not plan.followers:
                assert all(
                    one.ends.known == two.starts.known
                    for one, two in zip(plan.steps, plan.steps[1:], strict=False)
                ), seed
                assert plan.counts.safe_first.known <= plan.counts.safe_last.known <= plan.counts.goal.known, seed


def test_nobody_is_told_they_qualify_where_somebody_decides(answers, knowledge):
    for seed, _, plan, step in steps(answers):
        if step.practice is None:
            continue
        practice = knowledge.practices[step.practice]
        least = {"discretionary": 3, "referral": 4, "call": 4}.get(practice.access, 1)
        least = max(least, 4 if practice.quota else 1, 1 if knowledge.confidence(practice) == "high" else 2)
        assert step.sureness >= least, (seed, step.practice)
        assert plan.counts.sureness >= step.sureness, (seed, step.practice)
        assert step.sureness == 5 or not (step.questions or step.law), (seed, step.practice)


def test_a_plan_that_hangs_on_something_unknown_is_open(answers):
    for seed, _, advice in answers:
        for plan in plans(advice):
            unsure = plan.goal_open or any(step.sureness == 5 for step in plan.steps)
            assert plan.open or not unsure, (seed, plan.id)


def test_no_child_is_left_alone_and_nobody_sets_out_from_where_they_are_not(answers):
    for seed, case, advice in answers:
        lead = case.lead.view().get("here")
        beside = {one.id for one in case.members if one.view().get("here", lead) == lead}
        ages = {one.id: one.view().get("age") for one in case.members}
        minors = {id for id in beside if isinstance(ages[id], int) and ages[id] < 18}
        adults = {id for id in ages if isinstance(ages[id], int) and ages[id] >= 18}
        carers = case.lead.view().get("carers")
        counted = isinstance(carers, int) and carers > 0
        for plan in advice.plans:
            party = set(plan.party) - {"lead"}
            assert party <= beside, (seed, plan.id)
            assert not minors - party or counted or adults - party, (seed, plan.id)
            assert party == beside or len(plan.followers) == len(case.members) - len(party), (seed, plan.id)


def test_nothing_later_than_the_day_of_the_case_is_cited(answers, knowledge):
    known = {}
    for seed, case, _, step in steps(answers):
        day = case.as_of
        past = known.setdefault(day, knowledge.as_of(day))
        assert step.practice is None or step.practice in past.practices, (seed, step.practice)
        for one in step.citations:
            assert past.record(one.record).sources[one.name].published_by(day), (seed, one.record)


def test_ids_are_each_used_once(answers):
    for seed, _, advice in answers:
        ids = [plan.id for plan in advice.plans]
        assert len(ids) == len(set(ids)), seed
        for plan in plans(advice):
            assert len({step.id for step in plan.steps}) == len(plan.steps), (seed, plan.id)


def test_the_same_people_get_the_same_bytes(answers, knowledge):
    for seed, case, advice in answers[:3]:
        assert to_json(advise(case, knowledge, show_all=True)) == to_json(advice), seed


def test_what_was_made_up_differs(knowledge, case_of):
    cases = [case_of(case_file(seed, knowledge)) for seed in range(60)]
    assert {case.goal for case in cases} == {"rest", "arrive", "settle", "work"}
    assert len({case.as_of for case in cases}) == 3
    assert {len(case.members) for case in cases} >= {0, 1, 2, 3}
    held = [case.lead_view().get("nationalities") for case in cases]
    assert any(isinstance(one, Members) and not one.complete for one in held)
