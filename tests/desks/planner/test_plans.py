"""What a plan may and may not do, in made-up worlds and on the real examples."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from tests.desks.planner import world
from waystation.casework.advise import advise
from waystation.core.codec import to_json
from waystation.core.facts import Fact, Facts, Listing, Members
from waystation.core.measures import Grade
from waystation.core.travel import Crossing
from waystation.core.truth import NO, UNKNOWN, YES
from waystation.desks.planner import Limits, Person, explain, find_plans
from waystation.desks.planner.held import Paper, Pass
from waystation.desks.planner.openings import openings
from waystation.desks.planner.party import Party
from waystation.registry.read import read_knowledge
from waystation.registry.yaml import read_yaml

ROOT = Path(__file__).parents[3]
EXAMPLES = ("journalist", "defender", "stateless")


def made(knowledge, *practices, missions=("visa-qa",), **places):
    """A world of QS and QA with these practices."""
    there = [{"of": "QA", "city": "Q", "takes": list(missions)}]
    return world.world(
        knowledge,
        [world.practice(knowledge, id, "QA", **more) for id, more in practices],
        [world.place(knowledge, "QS", missions=there, **places), world.place(knowledge, "QA")],
    )


def plan(knowledge, practices, case=None, **more):
    return find_plans(case or world.case(), made(knowledge, *practices, **more).asked)


VISA, PERMIT = ("visa-qa", world.visa("QA")), ("permit-qa", world.permit("QA"))
BAN = ("ban-qa", {"kind": "ban", "forbids": {"country": "QA", "kind": ["visa"]}, "who": {"convicted": True},
                  "unless": [{"decisions": {"has_any": ["excepted"]}}]})  # fmt: skip


def test_a_visa_a_crossing_and_a_permit_make_a_plan(knowledge):
    answer = plan(knowledge, [VISA, PERMIT])
    assert [step.practice or step.kind for step in answer.plans[0].steps] == ["visa-qa", "travel", "permit-qa"]
    assert answer.plans[0].counts.goal.known == 20 + 1 + 30
    assert not answer.plans[0].open


def test_an_unknown_wait_is_named_and_never_counts_as_nothing(knowledge):
    answer = plan(knowledge, [("visa-qa", world.visa("QA", takes={})), PERMIT])
    first = answer.plans[0].steps[0]
    assert first.wait == "unknown"
    assert answer.plans[0].counts.goal.waits == ("visa-qa",)
    assert first.no_answer_by == world.TODAY + dt.timedelta(days=180 - 14)


def test_a_wait_that_only_fits_if_all_goes_well_is_a_near_miss_with_its_last_day(knowledge):
    slow = world.visa("QA", takes={"typical": 20, "high": 60, "source": "s1"})
    answer = plan(knowledge, [("visa-qa", slow), PERMIT], case=world.case(lawful_days=40))
    assert answer.plans == ()
    late = {one.practice: one.last_day for one in answer.near_misses}
    assert late["visa-qa"] == world.TODAY + dt.timedelta(days=40 - 60)


def test_a_passport_must_outlast_the_latest_day(knowledge):
    assert plan(knowledge, [VISA, PERMIT], case=world.case(passport_days=21)).plans
    assert plan(knowledge, [VISA, PERMIT], case=world.case(passport_days=20)).plans == ()


def test_a_full_quota_closes(knowledge):
    full = world.visa("QA", quota={"amount": 5, "remaining": 0, "source": "s1"})
    assert plan(knowledge, [("visa-qa", full), PERMIT]).plans == ()


def test_a_suspended_practice_closes_and_is_a_near_miss(knowledge):
    answer = plan(knowledge, [("visa-qa", {**world.visa("QA"), "state": "suspended"}), PERMIT])
    assert answer.plans == ()
    assert "visa-qa" in {one.practice for one in answer.near_misses}


def test_a_practice_suspended_from_a_day_on_is_open_before(knowledge):
    until = world.TODAY.isoformat()
    last = {**world.visa("QA"), "state": "suspended", "valid": {"until": until, "renewal": "expected"}}
    assert made(knowledge, ("visa-qa", last)).knowledge.practices["visa-qa"].holds_on(world.TODAY) is YES
    after = world.TODAY + dt.timedelta(days=1)
    assert made(knowledge, ("visa-qa", last)).knowledge.practices["visa-qa"].holds_on(after) is NO


def test_no_mission_on_record_is_a_question_where_one_practice_is_explained(knowledge):
    """The search builds on no mission it does not know; the explanation must not say that there is none."""
    elsewhere = [world.place(knowledge, "QS"), world.place(knowledge, "QA")]
    there = world.world(knowledge, [world.practice(knowledge, "visa-qa", "QA", **world.visa("QA"))], elsewhere)
    told = explain(there.knowledge.practices["visa-qa"], world.case(), there.knowledge)
    assert told.truth is UNKNOWN
    assert "law.mission-unrecorded" in {one.says.id for one in told.law}
    refusing = [{"of": "QA", "city": "Q", "refuses": ["visa-qa"]}]
    none = [world.place(knowledge, "QS", missions=refusing), world.place(knowledge, "QA")]
    there = world.world(knowledge, [world.practice(knowledge, "visa-qa", "QA", **world.visa("QA"))], none)
    assert explain(there.knowledge.practices["visa-qa"], world.case(), there.knowledge).truth is NO


@pytest.mark.parametrize(
    ("convicted", "decisions", "truth"), [(True, (), YES), (True, ("excepted",), NO), (False, (), NO)]
)
def test_a_ban_explained_says_whether_it_strikes(knowledge, convicted, decisions, truth):
    known = made(knowledge, VISA, BAN).knowledge
    case = world.case(convicted=convicted, decisions=Members(frozenset(decisions), complete=True))
    assert explain(known.practices["ban-qa"], case, known).truth is truth


def test_a_lapsed_rule_that_may_be_renewed_is_open_and_asks_the_authority(knowledge):
    lapsed = {**world.visa("QA"), "valid": {"until": "2026-01-01", "renewal": "expected"}}
    answer = plan(knowledge, [("visa-qa", lapsed), PERMIT])
    assert answer.plans[0].open
    assert "law.lapsed" in {one.says.id for one in answer.plans[0].steps[0].law}


def test_a_lapsed_rule_that_nobody_renews_is_closed(knowledge):
    over = {**world.visa("QA"), "valid": {"until": "2026-01-01", "renewal": "none"}}
    assert plan(knowledge, [("visa-qa", over), PERMIT]).plans == ()


def test_a_ban_closes_and_its_exception_opens(knowledge):
    nothing, excepted = Members(complete=True), Members(frozenset({"excepted"}), complete=True)
    free = world.case(convicted=False, decisions=nothing)
    struck = world.case(convicted=True, decisions=nothing)
    lifted = world.case(convicted=True, decisions=excepted)
    assert not plan(knowledge, [VISA, PERMIT, BAN], case=free).plans[0].open
    assert plan(knowledge, [VISA, PERMIT, BAN], case=struck).plans == ()
    assert not plan(knowledge, [VISA, PERMIT, BAN], case=lifted).plans[0].open


def test_a_ban_of_which_it_is_not_known_whether_it_strikes_makes_the_step_open(knowledge):
    answer = plan(knowledge, [VISA, PERMIT, BAN])
    assert answer.plans[0].open
    assert "convicted" in {one.fact for one in answer.plans[0].steps[0].questions}


def test_what_an_earlier_step_excludes_is_closed(knowledge):
    claim = {"kind": "protection", "where": [{"at": "online"}], "excludes": [{"practice": "permit-qa"}],
             "gives": [{"decision": {"name": "n"}}]}  # fmt: skip
    needs = {**world.visa("QA"), "who": {"decisions": {"has_any": ["n"]}}}
    assert plan(knowledge, [("claim-qa", claim), ("visa-qa", needs), PERMIT]).plans == ()
    free = {**claim, "excludes": []}
    assert plan(knowledge, [("claim-qa", free), ("visa-qa", needs), PERMIT]).plans


@pytest.mark.parametrize(("access", "least"), [("discretionary", 3), ("referral", 4)])
def test_where_somebody_decides_freely_nobody_is_told_they_qualify(knowledge, access, least):
    answer = plan(knowledge, [("visa-qa", {**world.visa("QA"), "access": access}), PERMIT])
    assert answer.plans[0].counts.sureness == least


def test_a_source_that_is_not_official_is_never_a_right(knowledge):
    assert plan(knowledge, [VISA, PERMIT]).plans[0].counts.sureness == 2


def test_somebody_who_is_there_already_gets_a_plan_to_stay(knowledge):
    case = world.case(status_here="permanent", rights=Members(frozenset({"work:QS"}), complete=True))
    answer = plan(knowledge, [VISA, PERMIT], case=case)
    assert [one.kind for one in answer.plans] == ["stay"]
    assert answer.plans[0].steps == ()


def test_a_stay_without_a_visa_does_not_count_as_arrived(knowledge):
    assert plan(knowledge, [], case=world.case("arrive")).plans == ()


def test_a_rest_may_be_where_one_stands(knowledge):
    assert plan(knowledge, [], case=world.case("rest")).plans[0].kind == "stay"


def test_a_crossing_that_is_forbidden_removes_the_plan_and_is_listed(knowledge):
    asked = made(knowledge, VISA, PERMIT).asked
    barred = msgspec.structs.replace(asked, may_travel=lambda *_: Crossing(verdict="forbidden"))
    answer = find_plans(world.case(), barred)
    assert answer.plans == ()
    assert [(one.from_place, one.to_place) for one in answer.forbidden] == [("QS", "QA")]


def child(**more):
    told = {"relation": "child", "age": 8, **more}
    return Person(id="child-1", facts=Facts(tuple(Fact(name=name, value=value) for name, value in told.items())))


def test_a_child_without_papers_is_not_left_alone(knowledge):
    case = msgspec.structs.replace(world.case(carers=0), members=(child(),), limits=Limits(apart_days=400))
    assert find_plans(case, made(knowledge, VISA, PERMIT).asked).plans == ()


def test_a_child_with_a_carer_may_follow(knowledge):
    papers = world.case().lead.view()["travel_documents"]
    kid = child(travel_documents=papers, status_here="visa-free", lawful_until=world.TODAY + dt.timedelta(days=900),
                nationalities=Members(frozenset({"QH"}), complete=True), threat_at_home=True)  # fmt: skip
    case = msgspec.structs.replace(world.case(carers=1), members=(kid,), limits=Limits(apart_days=400))
    alone = ("visa-qa", {**world.visa("QA"), "covers": "none"})
    answer = find_plans(case, made(knowledge, alone, PERMIT).asked)
    apart = [one for one in answer.plans if one.followers]
    assert apart
    assert apart[0].counts.apart > 0


# ── the real examples ──


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request, case_of):
    return case_of(read_yaml(ROOT / "examples" / f"{request.param}.yaml"))


@pytest.fixture(scope="module")
def answer(example, knowledge):
    return advise(example, knowledge)


@pytest.fixture(scope="module")
def whole(example, knowledge):
    """The answer with all plans."""
    return advise(example, knowledge, show_all=True)


def test_each_example_has_plans_that_differ_in_kind_or_says_whom_to_ask(answer):
    kinds = {(plan.place, tuple(step.practice for step in plan.steps)) for plan in answer.plans}
    assert len(kinds) >= 2
    assert len({plan.place for plan in answer.plans}) >= 2
    assert any(not plan.open for plan in answer.plans) or answer.hand_over


def test_the_same_case_gives_the_same_bytes(example, answer):
    assert to_json(advise(example, read_knowledge(ROOT / "data"))) == to_json(answer)


def test_the_order_of_the_files_changes_no_byte(example, answer, knowledge):
    assert to_json(advise(example, world.shuffled(knowledge, 1))) == to_json(answer)


def test_what_leads_where_is_for_readers_only(example, answer, knowledge):
    without = {id: msgspec.structs.replace(one, leads_to=()) for id, one in knowledge.practices.items()}
    blind = msgspec.structs.replace(knowledge, practices=without)
    assert to_json(advise(example, blind)) == to_json(answer)


def test_every_step_of_the_examples_can_be_checked(whole):
    for plan in whole.plans:
        for step in plan.steps:
            assert step.citations or step.kind == "travel"
            if step.kind == "practice":
                assert step.by, step.practice
                assert step.warning or not step.irreversible
            if step.wait == "unknown":
                assert step.practice in plan.counts.goal.waits


def test_no_plan_of_the_examples_goes_home_or_into_sure_grave_danger(whole):
    homes = {"BY", "RU", "NI"}
    for plan in whole.plans:
        assert not homes & {step.place for step in plan.steps}
        assert plan.counts.least_danger < Grade.EXTREME


def test_what_a_plan_rests_on_is_not_called_out_of_reach(answer):
    taken = {step.practice for plan in answer.plans for step in plan.steps}
    assert [one.practice for one in answer.near_misses if one.practice in taken] == []


def test_a_day_before_a_source_was_published_does_not_know_it(example, knowledge):
    day = dt.date(2024, 6, 1)
    past = advise(msgspec.structs.replace(example, as_of=day), knowledge)
    published = [
        one.published for plan in past.plans for step in plan.steps for one in step.citations if one.published
    ]
    assert all(str(one) <= "2024-06-01" for one in published)


@pytest.mark.parametrize("reads", [None, frozenset({"travel_documents"}), frozenset({"rights"})])
def test_a_danger_that_reads_the_papers_is_asked_again_when_the_papers_differ(knowledge, reads):
    seen = []

    def note(view, _subject):
        seen.append(len(view["travel_documents"].items))
        return ()

    asked = msgspec.structs.replace(made(knowledge).asked, find_dangers=note, place_reads=reads)
    party = Party(world.case(), (), asked)
    before = party.start[0]
    after = msgspec.structs.replace(before, papers=(*before.papers, Paper("alien-passport", "QA")))
    party.dangers(0, before, "QS")
    party.dangers(0, after, "QS")
    assert seen == ([1] if reads == frozenset({"rights"}) else [1, 2])


def test_whoever_was_let_in_on_a_visa_is_not_said_to_have_no_permit(knowledge):
    asked, place = made(knowledge).asked, "QA"
    party = Party(world.case(), (), asked)
    bare = party.start[0]
    let_in = msgspec.structs.replace(bare, passes=(Pass(place, None, "visa-qa"),))
    view = party.view(0, bare, place, world.TODAY, frozenset())
    assert view["status_here"] == "none"
    assert "status_here" not in party.view(0, let_in, place, world.TODAY, frozenset())
    reads = frozenset({"status_here"})
    assert party.shown(bare, place, reads) != party.shown(let_in, place, reads)


def test_a_paper_that_a_step_gives_is_valid_and_is_shown_at_the_border(knowledge):
    paper = {"document": {"kind": "alien-passport", "issuer": "QA", "length": {"years": 1}}}
    visa = world.visa("QA")
    (only,) = plan(
        knowledge,
        [("visa-qa", {**visa, "gives": [*visa["gives"], paper]}), PERMIT],
        case=world.case(travel_documents=Listing((), complete=True)),
    ).plans
    travel = next(step for step in only.steps if step.kind == "travel")
    assert [(need.document, need.given) for need in travel.needs] == [("alien-passport", True)]
    party = Party(world.case(), (), made(knowledge).asked)
    held = msgspec.structs.replace(party.start[0], papers=(Paper("alien-passport", "QA", given=True),))
    papers = party.view(0, held, "QA", world.TODAY, frozenset())["travel_documents"]
    assert [thing.get("state") for thing in papers.items if thing["kind"] == "alien-passport"] == ["valid"]


def test_what_is_surely_open_to_one_asks_nothing_of_the_others(knowledge):
    who = {"occupations": {"has_any": ["journalist"]}}
    fund = ("fund-qa", {"kind": "fund", "area": "funding", "where": [{"at": "online"}], "who": who})
    writer = Members(frozenset({"journalist"}), complete=True)
    child = Person(id="child-1", facts=Facts((Fact(name="relation", value="child"), Fact(name="age", value=6))))
    for told, members, asks in ((writer, ("lead",), 0), (Members(), ("lead", "child-1"), 1)):
        case = msgspec.structs.replace(world.case(occupations=told), members=(child,))
        (opening,) = openings(
            tuple({**person.view(), "here": "QA", "today": world.TODAY} for person in (case.lead, child)),
            ("lead", "child-1"), "QA", made(knowledge, fund).knowledge,
        )  # fmt: skip
        assert (opening.members, len(opening.questions)) == (members, asks)


def test_a_source_that_only_another_version_names_is_not_cited(knowledge):
    sources = dict.fromkeys(("s1", "s2", "s3"), world.SOURCE["s1"])
    visa = world.visa("QA")
    entry, status = visa["gives"]
    other = {"when": {"convicted": True}, "gives": [{"entry": {**entry["entry"], "source": "s3"}}, status]}
    visa = {**visa, "sources": sources, "versions": [other]}
    for convicted, cited in ((False, {"s1", "s2"}), (True, {"s1", "s2", "s3"})):
        (only,) = plan(knowledge, [("visa-qa", visa), PERMIT], case=world.case(convicted=convicted)).plans
        assert {one.name for one in only.steps[0].citations} == cited


def test_a_journey_says_where_changing_planes_may_need_a_visa(knowledge):
    rule = {"shows": {"kind": ["passport"], "issuer": ["QH"]}, "needs": "visa", "source": "s1"}
    there = [{"of": "QA", "city": "Q", "takes": ["visa-qa"]}]
    for transit, goal, found in (
        (rule, None, True),
        ({**rule, "needs": "nothing"}, None, False),
        (None, rule, False),
    ):
        here = world.world(
            knowledge, [world.practice(knowledge, id, "QA", **more) for id, more in (VISA, PERMIT)],
            [
                world.place(knowledge, "QS", missions=there),
                world.place(knowledge, "QA", airport_transit=[goal] if goal else []),
                world.place(knowledge, "QB", airport_transit=[transit] if transit else []),
            ],
        )  # fmt: skip
        (only,) = find_plans(world.case(), here.asked).plans
        travel = next(step for step in only.steps if step.kind == "travel")
        assert [(one.text.id, bool(one.citations)) for one in travel.notes] == [
            ("crossing.layovers", True)
        ] * found
