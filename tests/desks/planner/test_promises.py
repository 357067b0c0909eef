"""What no plan may do, however the world is made: order of files, home states, days, those who decide, those left."""

import datetime as dt

import msgspec
import pytest

from tests import people
from tests.desks.planner import world, worlds
from waystation.casework.advise import advise, desks
from waystation.core.codec import to_json
from waystation.core.facts import Fact, Facts, Listing, Members
from waystation.core.findings import DangerFinding
from waystation.core.measures import Grade
from waystation.core.sources import Publisher
from waystation.core.texts import text
from waystation.core.travel import Crossing
from waystation.desks.planner import Limits, Person, find_plans
from waystation.say import Say

VISA, PERMIT = world.visa("QA"), world.permit("QA")
FREE = {"shows": {"kind": ["passport"]}, "admits": "stay", "stay": {"length": {"days": 90}}}
DAY = dt.timedelta(days=1)


def answer(knowledge, practices, case=None, qs=None, qa=None, **more):
    """The answer in a world of QS, where the person stands, and QA."""
    there = [{"of": "QA", "city": "Town", "takes": ["visa-qa"]}]
    places = [
        world.place(knowledge, "QS", **{"missions": there, **(qs or {})}),
        world.place(knowledge, "QA", **(qa or {})),
    ]
    made = world.world(
        knowledge, [world.practice(knowledge, id, "QA", **one) for id, one in practices.items()], places
    )
    return find_plans(case or world.case(), msgspec.structs.replace(made.asked, **more))


def steps(plan):
    return [step.practice or f"go {step.place}" for step in plan.steps]


# ── the same case, the same bytes ──


@pytest.mark.parametrize("seed", range(12))
def test_in_made_up_worlds_too_order_and_leads_to_change_no_byte(knowledge, seed):
    made = worlds.rich_world(knowledge, seed)
    told = to_json(find_plans(world.case(), made.asked))
    ids = sorted(made.knowledge.practices)
    pointing = {
        id: msgspec.structs.replace(one, leads_to=tuple(ids)) for id, one in made.knowledge.practices.items()
    }
    for other in (
        world.shuffled(made.knowledge, seed),
        msgspec.structs.replace(made.knowledge, practices=pointing),
    ):
        assert to_json(find_plans(world.case(), msgspec.structs.replace(made.asked, knowledge=other))) == told


# ── where a plan may not go ──


@pytest.mark.parametrize("home", ["nationalities", "former_nationalities"])
def test_no_plan_enters_a_home_state_however_open_its_border(knowledge, home):
    practices = {"visa-qa": VISA, "permit-qa": PERMIT}
    open_border = {"entry": [FREE]}
    away = answer(knowledge, practices, qa=open_border)
    assert away.plans
    case = world.case(**{home: Members(frozenset({"QA"}), complete=True)})
    assert answer(knowledge, practices, case, qa=open_border).plans == ()


def danger(level, least):
    finding = DangerFinding(
        id="d", tag="d", title="Danger", level=level, least=least, place="QA", subject="lead", why=""
    )
    return lambda view, subject: (finding,) if view.get("here") == "QA" else ()


def test_sure_grave_danger_closes_a_place_and_possible_grave_danger_leaves_it_open(knowledge):
    practices = {"visa-qa": VISA, "permit-qa": PERMIT}
    sure = answer(knowledge, practices, find_dangers=danger(Grade.EXTREME, Grade.EXTREME))
    assert sure.plans == ()
    assert [(one.from_place, one.to_place) for one in sure.forbidden] == [("QS", "QA")]
    maybe = answer(knowledge, practices, find_dangers=danger(Grade.EXTREME, Grade.LOW))
    assert [plan.open for plan in maybe.plans] == [True]
    assert maybe.plans[0].counts.danger is Grade.EXTREME
    assert maybe.plans[0].goal_open == ("goal.danger-not-known",)


def test_a_place_more_dangerous_than_accepted_is_no_place_to_arrive(knowledge):
    practices = {"visa-qa": VISA, "permit-qa": PERMIT}
    high = danger(Grade.HIGH, Grade.HIGH)
    careful = answer(knowledge, practices, find_dangers=high)
    assert careful.plans == ()
    told = [(one.place, one.steps, [it.tag for it in one.dangers]) for one in careful.too_grave]
    assert told == [("QA", ("Practice visa-qa", "Practice permit-qa"), ["d"])]
    daring = msgspec.structs.replace(world.case(), limits=Limits(danger=Grade.HIGH))
    found = answer(knowledge, practices, daring, find_dangers=high)
    assert found.plans
    assert found.too_grave == ()


@pytest.mark.parametrize(("length", "waits"), [({}, ("permit-qa",)), ({"length": "unlimited"}, ())])
def test_a_stay_of_unstated_length_is_not_counted_on_through_a_wait_that_no_source_states(
    knowledge, length, waits
):
    status = {"status": {"in": "QA", "kind": "visa", "name": "v-QA", "from": "entry", **length}}
    practices = {
        "visa-qa": world.visa("QA", gives=[{"entry": {"to": "QA"}}, status]), "permit-qa": world.permit("QA", takes={})
    }  # fmt: skip
    grave_here = DangerFinding(
        id="d", tag="d", title="Danger", level=Grade.HIGH, least=Grade.HIGH, place="QS", subject="lead", why=""
    )
    told = answer(
        knowledge, practices, find_dangers=lambda view, subject: (grave_here,) if view.get("here") == "QS" else ()
    )
    plan = next(plan for plan in told.plans if steps(plan) == ["visa-qa", "go QA", "permit-qa"])
    assert plan.counts.safe_last.waits == waits


def test_a_place_that_is_too_dangerous_is_named_only_if_a_plan_could_end_there(knowledge):
    high = danger(Grade.HIGH, Grade.HIGH)
    assert answer(knowledge, {"visa-qa": VISA}, find_dangers=high).too_grave == ()


# ── a place that is not known ──


def test_where_the_place_is_not_known_dangers_are_ranges_and_no_plan_is_sure(knowledge, case_of):
    for here in (None, {"place": {"among": ["AM", "GE"]}, "status": "visa-free", "lawful_until": "2027-05-31"}):
        told = advise(case_of(people.changed(people.DMITRI, here=here)), knowledge)
        assert told.start.place == ""
        assert any(one.level is Grade.HIGH and one.least < Grade.HIGH for one in told.start.dangers)
        assert told.plans
        assert all(plan.open for plan in told.plans)
        assert "here" in {one.fact for one in told.questions}
        for plan in told.plans:
            assert "here" in {one.fact for step in plan.steps for one in step.questions}
            assert all("Among" not in step.from_place + step.place for step in plan.steps)


# ── days ──


@pytest.mark.parametrize(("days", "found"), [(21, True), (20, False)])
def test_the_document_must_outlast_the_latest_day_not_the_likely_one(knowledge, days, found):
    slow = {**VISA, "takes": {"typical": 5, "high": 20, "source": "s1"}}
    told = answer(knowledge, {"visa-qa": slow, "permit-qa": PERMIT}, world.case(passport_days=days))
    assert bool(told.plans) is found


@pytest.mark.parametrize(("days", "found"), [(60, True), (59, False)])
def test_a_wait_that_outlasts_the_stay_only_on_the_latest_clock_is_a_near_miss_with_its_last_day(
    knowledge, days, found
):
    slow = {**VISA, "takes": {"typical": 20, "high": 60, "source": "s1"}}
    told = answer(knowledge, {"visa-qa": slow, "permit-qa": PERMIT}, world.case(lawful_days=days))
    assert bool(told.plans) is found
    late = {one.practice: one.last_day for one in told.near_misses}
    assert late == ({} if found else {"visa-qa": world.TODAY + (days - 60) * DAY})


def test_a_wait_that_outlasts_the_stay_on_both_clocks_is_no_near_miss(knowledge):
    slow = {**VISA, "takes": {"typical": 50, "high": 60, "source": "s1"}}
    told = answer(knowledge, {"visa-qa": slow, "permit-qa": PERMIT}, world.case(lawful_days=40))
    assert (told.plans, told.near_misses) == ((), ())


def test_of_a_wait_whose_shortest_alone_is_stated_nobody_knows_the_end(knowledge):
    practices = {"visa-qa": {**VISA, "takes": {"low": 30, "source": "s1"}}, "permit-qa": PERMIT}
    (plan,) = answer(knowledge, practices).plans
    assert plan.counts.goal.waits == ("visa-qa",)
    assert plan.counts.goal.known == 30 + 1 + 30
    assert plan.steps[0].wait == "unknown"
    assert Say()(plan.steps[0].notes[0].text).endswith("30 or more.")


def test_a_stay_whose_end_nobody_told_makes_waiting_a_question(knowledge):
    told = msgspec.structs.replace(
        world.case(), lead=Person(id="lead", facts=world.case().lead.facts.forget("lawful_until"))
    )
    (plan,) = answer(knowledge, {"visa-qa": VISA, "permit-qa": PERMIT}, told).plans
    assert plan.open
    assert [one.fact for one in plan.steps[0].questions] == ["lawful_until"]


def test_a_stay_without_a_visa_whose_length_no_source_states_makes_waiting_a_gap_of_law(knowledge):
    free = {"shows": {"kind": ["passport"]}, "admits": "stay"}
    permit = {**PERMIT, "who": {}}
    (plan,) = answer(knowledge, {"permit-qa": permit}, qs={"missions": []}, qa={"entry": [free]}).plans
    assert plan.open
    assert [one.says.id for one in plan.steps[1].law] == ["law.stay-length"]
    assert plan.steps[1].questions == ()
    (stated,) = answer(knowledge, {"permit-qa": permit}, qs={"missions": []}, qa={"entry": [FREE]}).plans
    assert not stated.open


def test_of_two_ways_one_with_an_unknown_wait_neither_is_dropped_for_the_other(knowledge):
    practices = {"visa-qa": VISA, "second-qa": {**VISA, "takes": {}}, "permit-qa": PERMIT}
    there = [{"of": "QA", "city": "Town", "takes": ["visa-qa", "second-qa"]}]
    told = answer(knowledge, practices, qs={"missions": there})
    by_first = {plan.steps[0].practice: plan for plan in told.plans}
    assert set(by_first) == {"visa-qa", "second-qa"}
    assert "fastest" in by_first["visa-qa"].best_for
    unknown = by_first["second-qa"]
    assert unknown.counts.goal.waits == ("second-qa",)
    assert unknown.steps[0].no_answer_by == world.TODAY + (180 - 14) * DAY


def test_where_two_weeks_before_the_end_are_past_an_unknown_wait_is_not_begun(knowledge):
    practices = {"visa-qa": {**VISA, "takes": {}}, "permit-qa": PERMIT}
    assert answer(knowledge, practices, world.case(lawful_days=15)).plans
    assert answer(knowledge, practices, world.case(lawful_days=14)).plans == ()


def test_a_stay_that_may_end_during_an_unknown_wait_settles_nobody(knowledge):
    free = {"shows": {"kind": ["passport"]}, "admits": "stay", "stay": {"length": {"days": 90}}}
    online = {**VISA, "where": [{"at": "online"}], "takes": {}}
    (plan,) = answer(knowledge, {"visa-qa": online, "permit-qa": PERMIT}, qs={"missions": []}).plans
    assert plan.counts.safe_last.waits == ("visa-qa",)
    (holds,) = answer(
        knowledge, {"visa-qa": {**online, "waiting": {"lawful": True}}, "permit-qa": PERMIT}, qs={"entry": [free]}
    ).plans
    assert holds.counts.safe_last.waits == ()


def claim(**more):
    """An asylum claim in QA: pending from the day one asks, and the decision that ends it."""
    pending = {"in": "QA", "kind": "pending", "name": "claim", "from": "filing"}
    asked = {"some": {"of": "statuses", "where": {"in": {"is": "QA"}, "name": {"is": "claim"}}}}
    return {
        "visa-qa": VISA,
        "claim-qa": {"kind": "protection", "where": [{"at": "inside"}], "covers": {"members": {}}, "gives": [{"status": pending}]},
        "decision-qa": {**PERMIT, "who": {**asked, **more}, "takes": {}},
    }  # fmt: skip


def test_what_begins_on_the_day_one_asks_is_not_waited_for(knowledge):
    plans = [one for one in answer(knowledge, claim()).plans if "claim-qa" in steps(one)]
    assert plans
    for plan in plans:
        assert plan.counts.goal.waits == ("decision-qa",)
        at = steps(plan).index("claim-qa")
        assert plan.steps[at].wait == "known"
        assert "note.from-filing" in {one.text.id for one in plan.steps[at].unconfirmed}


def test_rights_end_with_the_standing_that_ends(knowledge):
    """To work while a claim is open is no right to work after it: only the decision can give that."""
    pending = {"in": "QA", "kind": "pending", "name": "claim", "from": "filing"}
    practices = claim()
    practices["claim-qa"] = {
        **practices["claim-qa"],
        "gives": [{"status": pending}, {"right": {"to": "work", "in": "QA"}}],
    }
    ended, status = {"ends": {"status": "pending", "in": "QA"}}, PERMIT["gives"][0]
    for gives, found in (
        ([ended, *PERMIT["gives"]], True),
        ([*PERMIT["gives"], ended], True),
        ([status, ended], False),
    ):
        practices["decision-qa"] = {**practices["decision-qa"], "gives": gives}
        told = answer(knowledge, practices)
        assert any("decision-qa" in steps(plan) for plan in told.plans) is found


def test_a_time_limit_after_an_unknown_wait_is_not_known_to_run(knowledge):
    limit = {"clock": {"from": "left_home_on", "length": {"days": 60}, "still": "running"}}
    for visa, open in ((VISA, False), ({**VISA, "takes": {}}, True)):
        practices = {"visa-qa": visa, "permit-qa": {**PERMIT, "who": {"all": [PERMIT["who"], limit]}}}
        (plan,) = answer(knowledge, practices, world.case(left_home_on=world.TODAY)).plans
        assert plan.open is open
        assert ("law.clock" in {one.says.id for one in plan.steps[-1].law}) is open


def test_nobody_is_sent_to_a_way_that_can_no_longer_be_begun(knowledge):
    """Both ways must be begun before the same day: neither is the second-best of the other."""
    practices = {"visa-qa": {**VISA, "takes": {}}, "second-qa": {**VISA, "takes": {}}, "permit-qa": PERMIT}
    there = [{"of": "QA", "city": "Town", "takes": ["visa-qa", "second-qa"]}]
    told = answer(knowledge, practices, qs={"missions": there})
    assert len(told.plans) == 2
    assert [plan.steps[0].second_best for plan in told.plans] == [None, None]


def test_where_one_stays_the_danger_until_then_counts(knowledge):
    there = {"find_dangers": lambda view, _: danger(Grade.HIGH, Grade.HIGH)(view, "") if view.get("status_here") == "visa-free" else ()}  # fmt: skip
    here = msgspec.structs.replace(world.case(), lead=world.case(here="QA").lead)
    permit = {**PERMIT, "who": {}}
    (plan,) = answer(knowledge, {"permit-qa": permit}, here, **there).plans
    assert plan.kind == "stay"
    assert plan.counts.danger is Grade.HIGH


# ── what is held, and what may not be ──


def test_a_length_that_is_only_the_longest_leaves_the_goal_open(knowledge):
    entry, visa = VISA["gives"]
    short = {**VISA, "gives": [entry, {"status": {**visa["status"], "length": {"days": 60}}}]}
    status, work = PERMIT["gives"]

    def plans(**length):
        permit = {**PERMIT, "gives": [{"status": {**status["status"], "at_most": True, **length}}, work]}
        return answer(knowledge, {"visa-qa": short, "permit-qa": permit}).plans

    (plan,) = plans()
    assert plan.open
    assert plan.goal_open == ("goal.length-at-most",)
    assert plans(length={"days": 7}) == ()


def test_a_paper_of_which_nobody_says_whether_it_is_valid_is_asked_for(knowledge):
    paper = {"kind": "passport", "issuer": "QH", "valid_until": world.TODAY + 700 * DAY}
    (plan,) = answer(knowledge, BOTH, world.case(travel_documents=Listing((paper,), complete=True))).plans
    assert plan.open
    assert "travel_documents" in {one.fact for step in plan.steps for one in step.questions}


@pytest.mark.parametrize("complete", [True, False])
def test_a_list_left_open_may_hold_what_closes_a_step(knowledge, complete):
    held = {"some": {"of": "statuses", "where": {"in": {"is": "QC"}, "kind": {"is": "protection"}}}}
    practices = {"visa-qa": {**VISA, "who": {"not": held}}, "permit-qa": PERMIT}
    (plan,) = answer(knowledge, practices, world.case(statuses=Listing((), complete=complete))).plans
    assert plan.open is not complete
    assert ("statuses" in {one.fact for one in plan.steps[0].questions}) is not complete


@pytest.mark.parametrize(("complete", "plans", "open"), [(True, 0, None), (False, 1, True)])
def test_a_paper_without_which_nobody_may_ask_closes_the_step(knowledge, complete, plans, open):
    blocked = {**VISA, "needs": [{"document": "refugee-travel-document", "cannot_obtain": "blocks"}]}
    papers = Listing(world.case().lead.view()["travel_documents"].items, complete=complete)
    told = answer(knowledge, {"visa-qa": blocked, "permit-qa": PERMIT}, world.case(travel_documents=papers))
    assert len(told.plans) == plans
    assert all(plan.open is open for plan in told.plans)
    instead = {**VISA, "needs": [{"document": "alien-passport", "or": ["passport"], "cannot_obtain": "blocks"}]}
    assert answer(knowledge, {"visa-qa": instead, "permit-qa": PERMIT}).plans


def test_what_is_lost_by_leaving_is_not_held_on_the_other_side(knowledge):
    left = {"when": {"not": {"here": {"is": "QS"}}}, "says": "You leave."}
    status = {"in": "QS", "kind": "pending", "name": "claim", "from": "filing"}
    claim = {
        "kind": "protection",
        "country": "QS",
        "where": [{"at": "inside"}],
        "gives": [{"status": status}],
        "covers": {"members": {}},
    }
    asked = {"some": {"of": "statuses", "where": {"in": {"is": "QS"}, "name": {"is": "claim"}}}}
    practices = {"claim-qs": claim, "permit-qa": {**PERMIT, "who": asked}, "visa-qa": VISA}

    def plans(**more):
        made = [
            world.practice(knowledge, id, one.pop("country", "QA"), **one)
            for id, one in ((id, dict(one)) for id, one in {**practices, "claim-qs": {**claim, **more}}.items())
        ]
        there = [{"of": "QA", "city": "Town", "takes": ["visa-qa"]}]
        places = [world.place(knowledge, "QS", missions=there), world.place(knowledge, "QA")]
        return find_plans(world.case(), world.world(knowledge, made, places).asked).plans

    assert plans()
    assert plans(lost_if=[left]) == ()


def test_a_crossing_is_asked_again_when_the_day_differs(knowledge):
    asked = []

    def may_travel(view, start, end, day, subject):
        asked.append((start, end, day))
        late = day > world.TODAY + 5 * DAY
        return Crossing(verdict="forbidden" if late else "open", why=((text("word.nothing"), ()),) if late else ())

    free = {"entry": [FREE], "missions": []}
    quick = {"permit-qa": {**PERMIT, "who": {}}}
    assert answer(knowledge, quick, qa=free, may_travel=may_travel).plans
    assert answer(knowledge, BOTH, may_travel=may_travel).plans == ()
    assert len({day for _, _, day in asked}) > 1


# ── what could be known on a day ──


def known_on(knowledge, day, **more):
    visa = world.practice(knowledge, "visa-qa", "QA", **{**VISA, **more})
    made = world.world(
        knowledge, [visa, world.practice(knowledge, "permit-qa", "QA", **{**PERMIT, "public_since": "2020-01-01"})],
        [world.place(knowledge, "QS", public_since="2020-01-01", missions=[{"of": "QA", "city": "Town", "takes": ["visa-qa"]}]),
         world.place(knowledge, "QA", public_since="2020-01-01")],
    )  # fmt: skip
    case = msgspec.structs.replace(world.case(), as_of=day)
    return find_plans(case, msgspec.structs.replace(made.asked, knowledge=made.knowledge.as_of(day)))


def source(published):
    return {
        "url": None,
        "publisher": "p",
        "published": published,
        "checked": "2026-11-01",
        "seen": "page",
        "says": "x",
    }


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({"public_since": "2026-03-01"}, dt.date(2026, 3, 1)),
        ({"sources": {"s1": source("2026-02")}}, dt.date(2026, 2, 28)),
        ({"sources": {"s1": source(2025)}}, dt.date(2025, 12, 31)),
        ({"sources": {"s1": source("2026-04-05"), "s2": source("2026-06-01")}}, dt.date(2026, 4, 5)),
    ],
)
def test_a_replay_knows_a_record_from_its_first_public_day_on(knowledge, more, first):
    assert known_on(knowledge, first - DAY, **more).plans == ()
    assert known_on(knowledge, first, **more).plans


def test_a_replay_cites_no_later_source(knowledge):
    sources = {"s1": source("2026-01-05"), "s2": source("2026-06-01")}
    early, late = (
        known_on(knowledge, day, sources=sources) for day in (dt.date(2026, 5, 31), dt.date(2026, 6, 1))
    )
    assert [one.name for one in early.plans[0].steps[0].citations] == ["s1"]
    assert [one.name for one in late.plans[0].steps[0].citations] == ["s1", "s2"]


# ── how sure ──


@pytest.mark.parametrize(
    ("more", "official", "expected"),
    [
        ({}, True, 1), ({}, False, 2), ({"access": "court"}, True, 1), ({"access": "discretionary"}, True, 3), ({"access": "discretionary"}, False, 3),
        ({"access": "referral"}, True, 4), ({"access": "call"}, True, 4), ({"quota": {"amount": 9, "source": "s1"}}, True, 4),
        ({"who": {"convicted": False, "presume": {"convicted": False}}}, True, 2),
        ({"who": {"convicted": False}}, True, 5), ({"who": {"silent": "Whether."}}, True, 5), ({"where": []}, True, 5),
        ({"valid": {"until": "2026-01-01"}}, True, 5), ({"access": "referral", "who": {"silent": "Whether."}}, True, 5),
    ],
)  # fmt: skip
def test_a_step_is_as_sure_as_what_it_rests_on(knowledge, more, official, expected):
    base = msgspec.structs.replace(knowledge, publishers={"p": Publisher(id="p", name="P", official=official)})
    (plan,) = answer(base, {"visa-qa": {**VISA, **more}, "permit-qa": PERMIT}).plans
    assert plan.steps[0].sureness == expected
    assert plan.counts.sureness >= expected
    assert plan.open is (expected == 5)


# ── the family ──


def member(id="child-1", **facts):
    papers = world.case().lead.view()["travel_documents"]
    told = {
        "relation": "child", "age": 8, "status_here": "visa-free", "lawful_until": world.TODAY + 900 * DAY, "travel_documents": papers,
        "nationalities": Members(frozenset({"QH"}), complete=True), "former_nationalities": Members(complete=True), **facts,
    }  # fmt: skip
    return Person(
        id=id, facts=Facts(tuple(Fact(name=name, value=one) for name, one in told.items() if one is not None))
    )


def family(*members, apart=0, **facts):
    return msgspec.structs.replace(world.case(**facts), members=members, limits=Limits(apart_days=apart))


BOTH = {"visa-qa": VISA, "permit-qa": PERMIT}


def test_the_family_goes_together_where_everybody_is_included(knowledge):
    (plan,) = answer(knowledge, BOTH, family(member())).plans
    assert plan.party == ("lead", "child-1")
    assert all([one.covered for one in step.members] == ["yes"] for step in plan.steps)


def test_where_the_law_is_silent_about_the_family_the_plan_is_open(knowledge):
    silent = {id: {key: value for key, value in one.items() if key != "covers"} for id, one in BOTH.items()}
    silent["visa-qa"]["who"] = {"age": {"at_least": 18}}
    (plan,) = answer(knowledge, silent, family(member(), age=40)).plans
    assert plan.open
    assert "law.covers" in {one.says.id for one in plan.steps[0].law}


def test_a_member_whose_paper_ends_too_early_cannot_come(knowledge):
    short = {"kind": "passport", "issuer": "QH", "valid_until": world.TODAY + 20 * DAY, "state": "valid"}
    case = family(member(travel_documents=Listing((short,), complete=True)), carers=0)
    assert answer(knowledge, BOTH, case).plans == ()


@pytest.mark.parametrize(
    ("members", "carers", "found"),
    [
        ([member()], 0, False), ([member()], None, False), ([member()], 1, True), ([member(age=None)], 0, False),
        ([member(), member("spouse-1", relation="spouse", age=40)], 0, True), ([member("spouse-1", relation="spouse", age=40)], 0, True),
    ],
)  # fmt: skip
def test_nobody_under_age_is_left_without_an_adult(knowledge, members, carers, found):
    alone = {"visa-qa": {**VISA, "covers": "none"}, "permit-qa": PERMIT}
    case = family(*members, apart=400, **({} if carers is None else {"carers": carers}))
    told = answer(knowledge, alone, case)
    assert any(plan.followers for plan in told.plans) is found


def test_whoever_is_elsewhere_does_not_set_out_with_the_lead(knowledge):
    away = member("spouse-1", relation="spouse", age=40, here="QB", status_here=None)
    for plan in answer(knowledge, BOTH, family(away)).plans:
        assert plan.party == ("lead",)
        assert all(step.members == () for step in plan.steps)


def test_whoever_is_elsewhere_and_cannot_follow_is_named(knowledge):
    away = member("spouse-1", relation="spouse", age=40, here="QB", status_here=None)
    adults = {"visa-qa": {**VISA, "who": {"age": {"at_least": 50}}}, "permit-qa": PERMIT}
    (plan,) = answer(knowledge, adults, family(away, age=60)).plans
    assert (plan.followers, plan.without) == ((), ("spouse",))


def test_a_ban_that_strikes_only_a_member_closes_the_way_together(knowledge):
    ban = {
        "kind": "ban",
        "forbids": {"country": "QA", "kind": ["visa"]},
        "who": {"nationalities": {"has_any": ["QX"]}},
    }
    practices = {**BOTH, "ban-qa": ban}
    struck = member(nationalities=Members(frozenset({"QX"}), complete=True))
    unsure = member(nationalities=Members(frozenset({"QH"})))
    assert answer(knowledge, practices, family(member(), carers=0)).plans[0].open is False
    assert answer(knowledge, practices, family(struck, carers=0)).plans == ()
    (plan,) = answer(knowledge, practices, family(unsure, carers=0)).plans
    assert plan.open
    assert ("household", "child-1") in {one.of for one in plan.steps[0].questions}


def test_the_real_family_apart_is_not_planned_as_one(knowledge, case_of):
    told = find_plans(case_of(people.TOMAS), desks(knowledge))
    assert told.plans
    assert all(plan.party == ("lead",) for plan in told.plans)
