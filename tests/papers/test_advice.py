"""What a reader must find on the page of an answer, checked on the three examples."""

import datetime as dt
import re

import msgspec
import pytest

from tests.papers.answers import EXAMPLES, answer, lines, page, squeezed, strings, text
from tests.test_say import english
from waystation.core.findings import Answer, DangerFinding, LawQuestion
from waystation.core.measures import Grade
from waystation.core.plans import (
    Advice,
    Cost,
    Counts,
    Days,
    Deadline,
    ForbiddenMove,
    Line,
    Member,
    Need,
    Opening,
    Plan,
    Start,
    Step,
    TooGrave,
)
from waystation.core.texts import Country, Words
from waystation.core.texts import text as message
from waystation.core.wording import option
from waystation.papers import advice_document
from waystation.papers.dangers import only_asked
from waystation.papers.days import cost_text, days_text, level_text, names_of
from waystation.papers.document import Heading
from waystation.papers.urgent import together
from waystation.say import PSEUDO, Say, unmarked

CLAIMS = (
    "label.gives", "label.stated", "label.bring", "label.why", "label.lost-if",
    "label.do", "label.do-too", "label.why-not",
)  # fmt: skip
"""Labels of lines that say something about the world; each must have a source."""
ORDER = ("days", "do-not", "here", "plans", "guard", "remedies", "now", "questions", "near", "whom", "bodies")


def say(id, **values):
    return Say()(message(id, **values))


@pytest.fixture(params=EXAMPLES)
def name(request):
    return request.param


def test_every_step_every_question_and_every_near_miss_is_told(name):
    told, advice = squeezed(text(name)), answer(name)
    wanted = [step.title for plan in advice.plans for step in plan.steps]
    wanted += [one.ask for plan in advice.plans for step in plan.steps for one in step.questions]
    wanted += [one.ask for one in advice.questions] + [one.title for one in advice.near_misses]
    said = [step.warning for plan in advice.plans for step in plan.steps if step.warning]
    said += [one for plan in advice.plans for step in plan.steps for one in step.unconfirmed]
    wanted += [Say()(one.text) for one in said]
    assert [words for words in wanted if squeezed(words) not in told] == []


def test_every_danger_and_what_to_do_about_it_is_told(name):
    told, advice = squeezed(text(name)), answer(name)
    dangers = [*advice.start.dangers, *(one for plan in advice.plans for one in plan.dangers)]
    dangers += [one for plan in advice.plans for step in plan.steps for one in step.dangers]
    sure = [one for one in dangers if not only_asked(one)]
    assert sure
    wanted = [one.title for one in dangers]
    wanted += [
        words for one in sure for words in (one.why, *(it.does for it in one.answers if not it.before_going))
    ]
    assert [words for words in wanted if squeezed(words) not in told] == []


def test_every_body_that_is_named_can_be_reached_as_its_record_says(name):
    told, advice = squeezed(text(name)), answer(name)
    bodies = [body for plan in advice.plans for step in plan.steps for body in step.by] + list(advice.hand_over)
    wanted = [words for body in bodies for words in (body.title, *(it for way in body.reach for it in way[1:]))]
    assert [words for words in wanted if squeezed(words) not in told] == []


def test_what_to_do_about_a_danger_is_told_in_full_only_once(name):
    told, advice = squeezed(text(name)), answer(name)
    sure = [one for one in advice.start.dangers if not only_asked(one)]
    does = {it.does for one in sure for it in one.answers if not it.before_going}
    assert [words for words in does if told.count(squeezed(words)) != 1] == []


def test_a_claim_has_the_number_of_its_source(name):
    labels = {say(id) for id in CLAIMS}
    bare = [
        line
        for line in lines(page(name).blocks)
        for one in (line.under if not line.words and line.label in labels else (line,))
        if line.label in labels and not one.sources
    ]
    assert bare == []


def test_a_number_leads_to_a_source_and_every_source_is_used(name):
    used = {number for line in lines(page(name).blocks) for number in line.sources}
    assert used == set(range(1, len(page(name).sources) + 1))


def test_something_to_look_up_has_one_number_however_often_it_is_cited(name):
    where = [(one.cited.url, one.cited.published, one.cited.checked, one.cited.seen) for one in page(name).sources]
    assert len([one for one in where if one[0]]) == len({one for one in where if one[0]})


def test_the_short_page_quotes_what_steps_and_grave_dangers_rest_on(name):
    quoted = " ".join(words for one in page(name).sources for words in one.says)
    steps = [step for plan in answer(name).plans for step in plan.steps]
    cited = [it for step in steps for line in (*step.because, *step.gives, *step.needs) for it in line.citations]
    cited += [it for one in answer(name).start.dangers if one.least >= Grade.HIGH for it in one.citations]
    assert cited
    assert [one.says for one in cited if one.says not in quoted] == []


def test_the_short_page_is_far_shorter_and_names_all_that_a_plan_opens(name):
    short, full = text(name), text(name, full=True)
    opens = [one.title for plan in answer(name).plans for one in plan.opens]
    assert len(short) < 0.7 * len(full)
    assert [one for one in opens if squeezed(one) not in squeezed(short)] == []
    sure = [one.summary for plan in answer(name).plans for one in plan.opens if one.sure and not one.law]
    assert [one for one in sure if squeezed(one) not in squeezed(full)] == []


def test_what_must_be_done_before_one_leaves_is_told_with_the_name():
    early = text_line("gives.advice-before", "Ask while you are here.", before=option("departure"))
    late = text_line("gives.advice-before", "Ask when you are there.", before=option("school"))
    opens = opening(gives=(early, late))
    made = told(advice([plan(steps=(step(),), opens=(opens,))]))
    assert "A school" in made
    assert "Ask while you are here." in made
    assert "Ask when you are there." not in made


def test_the_parts_stand_in_the_order_in_which_they_are_needed(name):
    anchors = [one.anchor for one in page(name).contents() if one.level == 2]
    assert anchors == [one for one in ORDER if one in anchors]
    assert {"here", "plans", "questions", "bodies"} <= set(anchors)


def test_only_what_came_from_a_catalogue_or_the_knowledge_is_on_the_page(name):
    raw = [words for words in strings(page(name, PSEUDO).blocks) if english(words)]
    assert raw == []


def test_no_id_is_on_the_page(name):
    advice = answer(name)
    ids = {step.practice for plan in advice.plans for step in plan.steps if step.practice}
    ids |= {body.id for plan in advice.plans for step in plan.steps for body in step.by if "-" in body.id}
    said = " ".join(unmarked(words) for words in strings(page(name).blocks))
    said = re.sub(r"https?://\S+", "", said)
    assert [id for id in ids if re.search(rf"(?<![\w@.]){re.escape(id)}(?![\w.])", said)] == []


def test_the_title_of_the_page_tells_a_stranger_nothing(name):
    assert page(name).title == say("page.title")
    assert not any(country in page(name).title for country in ("Georgia", "Poland", "asylum"))


def test_the_same_answer_makes_the_same_page(name):
    assert advice_document(answer(name), "en") == page(name)


# ── in small ──


def step(id="step-1", **more):
    days = Days(0)
    fields = {"from_place": "QA", "place": "QA", "starts": days, "ends": days, "latest": days, "title": "Ask"}
    return Step(**{"id": id, "kind": "practice", "practice": "ask", **fields, **more})


def counts(**more):
    fields = {
        "safe_first": Days(0), "safe_last": Days(0), "goal": Days(0), "cost": Cost(), "danger": Grade.GUARDED,
        "least_danger": Grade.GUARDED, "sureness": 1, "at_sureness": 1, "apart": 0,
    }  # fmt: skip
    return Counts(**{**fields, **more})


def plan(id="plan-1", steps=(), **more):
    fields = {"goal": "settle", "place": "QB", "kind": "move", "counts": counts()}
    return Plan(**{"id": id, "steps": steps, **fields, **more})


def advice(plans=(), **more):
    start = Start(place="QA", status=None, lawful_until=None, danger=Grade.GUARDED)
    fields = {"as_of": dt.date(2026, 11, 24), "goal": "settle", "accepts": Grade.GUARDED, "knowledge": "v1"}
    return Advice(**{"start": start, "plans": tuple(plans), **fields, **more})


def text_line(id, words, **more):
    return Line(message(id, words=Words(words), **more))


def opening(**more):
    fields = {
        "practice": "school", "title": "A school", "summary": "For all.", "area": "services", "kind": "service",
        "place": "QB", "members": ("lead",), "sure": True, "access": "open",
    }  # fmt: skip
    return Opening(**{**fields, **more})


def told(made):
    return "\n".join(strings(advice_document(made, "en").blocks))


def test_a_place_of_which_nothing_is_known_is_not_called_harmless():
    assert say("danger.nothing-known", place=Country("QA")) in told(advice())


def test_without_a_plan_the_reader_is_told_so_before_anything_else():
    made = told(advice())
    assert say("page.no-plan") in made
    assert say("page.all-open") not in made


def test_an_unknown_wait_is_never_said_as_a_number_of_days():
    waits = Days(0, ("ask",))
    assert "0" not in Say()(days_text(waits, ("A1",)))
    assert Say()(days_text(Days(3, ("ask",)), ("A1",))) == (
        "at least 3 days, plus the wait of step A1, which no source states"
    )
    assert Say()(days_text(Days(1))) == "1 day"


def test_a_step_without_an_answer_says_when_to_stop_waiting_and_where_to_turn():
    by = dt.date(2027, 2, 6)
    first = step(wait="unknown", no_answer_by=by, second_best="plan-2")
    last = step(id="step-2", wait="unknown", no_answer_by=by)
    made = told(advice([plan(steps=(first, last)), plan(id="plan-2", steps=(step(id="step-3"),))]))
    assert say("second.by", day=by, turn=message("second.plan", plan="B")) in made
    assert say("second.by", day=by, turn=message("second.nothing")) in made


def test_a_day_counted_as_if_no_wait_came_before_is_not_told():
    by = dt.date(2027, 2, 6)
    after = step(wait="unknown", no_answer_by=by, starts=Days(1, ("other",)))
    made = told(advice([plan(steps=(after,))]))
    assert say("second.before-end", turn=message("second.nothing")) in made
    assert Say()(message("second.by", day=by, turn=message("second.nothing"))) not in made


def test_what_a_paper_must_be_like_stands_with_it():
    needs = (
        Need(document="passport", why="It must outlast the visa."),
        Need(document="alien-passport", given=True),
    )
    made = told(advice([plan(steps=(step(needs=needs),))]))
    assert "It must outlast the visa." in made
    assert say("need.given", paper=message("option", word="alien-passport")) in made


def test_nobody_is_sent_over_a_border_to_an_embassy_that_was_not_asked():
    travel = step(id="go", kind="travel", place="QB")
    for spot, place, found in (("mission", "QB", True), ("inside", "QB", False), ("mission", "QA", False)):
        made = told(advice([plan(steps=(travel, step(id="ask", spot=spot, place=place)))]))
        assert (say("step.ask-first", step="A2") in made) is found


def test_a_step_told_before_is_not_told_again():
    shared = step(title="Ask the consul", summary="Words that stand once.")
    made = told(advice([plan(steps=(shared,)), plan(id="plan-2", steps=(shared,))]))
    assert made.count("Words that stand once.") == 1
    assert say("step.as-before", where="A1") in made


def test_a_step_with_another_second_best_is_told_again():
    shared = step(summary="Words.", wait="unknown", second_best="plan-2")
    other = msgspec.structs.replace(shared, second_best=None)
    made = told(advice([plan(steps=(shared,)), plan(id="plan-2", steps=(other,))]))
    assert made.count("Words.") == 2


def test_what_cannot_be_undone_stands_before_what_to_do():
    made = told(
        advice(
            [
                plan(
                    steps=(
                        step(irreversible=True, warning=Line(message("word.words", words=Words("All is lost.")))),
                    )
                )
            ]
        )
    )
    assert made.index("All is lost.") < made.index(say("label.when"))
    assert say("step.irreversible") in made


def test_deadlines_of_one_kind_on_one_day_stand_in_one_line():
    you, child = message("who.you"), message("who.member", relation=message("option", word="child"))
    ends = [message("deadline.stay-ends", who=who, place=Country("GE")) for who in (child, you)]
    assert [Say()(one) for one in together(ends)] == ["the stay in Georgia ends for you and your child"]


def test_deadlines_of_two_places_stay_apart():
    ends = [message("deadline.stay-ends", who=message("who.you"), place=Country(place)) for place in ("GE", "AM")]
    assert len(together(ends)) == 2


def test_a_day_to_stop_waiting_names_its_steps():
    day = dt.date(2027, 2, 6)
    due = Deadline(id="d", day=day, text=message("deadline.no-answer-by", title="Ask"), step="step-1")
    made = advice([plan(steps=(step(),), deadlines=(due,))])
    assert say("deadline.no-answer-yet", who=("A1",)) in told(made)


def danger(**more):
    fields = {"id": "d", "tag": "d", "title": "Held", "place": "QA", "subject": "lead", "why": "You are accused."}
    return DangerFinding(**{**fields, "level": Grade.HIGH, "least": Grade.HIGH, **more})


def test_what_nobody_told_is_never_said_as_if_it_were_so():
    unsure = danger(least=Grade.GUARDED, hangs_on=(message("fact", word="charges"),))
    sure, hangs = (
        told(advice(start=Start(place="QA", status=None, lawful_until=None, danger=Grade.HIGH, dangers=(one,))))
        for one in (danger(), unsure)
    )
    guarded = say("danger.if-so", level=message("level.high"), why=Words("You are accused."))
    assert guarded in hangs
    assert guarded not in sure
    assert "You are accused." in sure


def test_where_nobody_should_go_stands_once_and_no_way_to_go_there_with_it():
    remedy = Answer(remedy="r", title="Ask at the border", does="Ask which border is better.")
    grave = danger(level=Grade.EXTREME, least=Grade.EXTREME, answers=(remedy,))
    moves = tuple(
        ForbiddenMove(id=start, from_place=start, to_place="QB", why=(), dangers=(grave,))
        for start in ("QA", "QC")
    )
    made = told(advice(forbidden=moves))
    assert made.count(say("forbidden.line", to=Country("QB"))) == 1
    assert made.count("You are accused.") == 1
    assert "Ask which border is better." not in made


def test_a_danger_that_hangs_on_an_answer_is_a_range():
    assert Say()(level_text(Grade.HIGH, Grade.LOW)).startswith("low to high")
    assert Say()(level_text(Grade.HIGH, Grade.HIGH)) == "high"


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (Cost(), "nothing to pay, as far as stated"),
        (Cost((), ("ask",)), "not stated for step A1"),
        (Cost((), ("ask", "two")), "not stated for steps A1 and A2"),
    ],
)
def test_a_cost_nobody_states_is_never_nothing(cost, said):
    steps = tuple(f"A{n}" for n in range(1, len(cost.unknown) + 1))
    assert Say()(cost_text(cost, steps)) == said


def test_those_who_follow_have_a_name_of_their_own():
    follower = plan(id="plan-f", steps=(step(id="step-f", title="Follow"),))
    made = advice([plan(followers=(follower,), steps=(step(),)), plan(id="plan-2")])
    names = names_of(made)
    assert (names.plan("plan-f"), names.plan("plan-2"), names.step(follower, "step-f")) == ("Aa", "B", "Aa1")
    assert any(
        isinstance(one, Heading) and one.words.startswith("Aa1") for one in advice_document(made, "en").blocks
    )


def test_many_plans_still_have_one_letter_each():
    names = names_of(advice([plan(id=f"plan-{n}") for n in range(60)]))
    assert len(set(names.plans.values())) == 60


def test_a_plan_whose_days_are_stated_is_not_called_the_fastest_beside_unknown_waits():
    slow = plan(best_for=("fastest",), counts=counts(goal=Days(652)))
    other = plan(id="plan-2", counts=counts(goal=Days(1, ("ask",))))
    assert say("best.fastest") in told(advice([slow]))
    made = told(advice([slow, other]))
    assert say("best.fastest-stated") in made
    assert say("best.fastest") not in made


def test_no_plan_costs_least_where_no_cost_is_stated():
    made = told(advice([plan(best_for=("cheapest",), counts=counts(cost=Cost((), ("ask",))))]))
    assert say("best.cheapest-known") not in made
    assert say("best.other") in made


def test_a_place_that_is_too_dangerous_is_named_with_what_leads_there():
    grave = TooGrave(place="QB", steps=("Ask the consul",), dangers=())
    assert "Ask the consul" in told(advice([plan()], too_grave=(grave,)))
    assert "Ask the consul" in told(advice(too_grave=(grave,)))


def test_what_a_line_says_is_not_stated_is_not_said_twice():
    member = Member(id="m", relation="child", covered="unknown")
    unsure = step(
        spot="mission", law=(LawQuestion(practice="ask", says=message("law.covers")),
                             LawQuestion(practice="ask", says=message("law.mission"))), members=(member,)
    )  # fmt: skip
    made = told(advice([plan(steps=(unsure,))]))
    assert say("law.covers") not in made
    assert say("law.mission") not in made
    assert say("spot.mission-unsure", place=Country("QA")) in made
    alone = msgspec.structs.replace(unsure, members=(), spot="")
    assert say("law.mission") in told(advice([plan(steps=(alone,))]))


def test_papers_of_several_people_say_whose_they_are():
    end = dt.date(2027, 2, 20)
    mine, theirs = (
        Need(document="passport", have=True, until=end, who=who)
        for who in (message("who.you"), message("who.member", relation=option("child")))
    )
    made = told(advice([plan(steps=(step(kind="travel", practice=None, needs=(mine, theirs)),))]))
    assert all(say("need.of", paper=option("passport"), who=one.who, day=end) in made for one in (mine, theirs))


def test_what_only_helps_before_one_goes_there_is_not_said_of_where_one_is():
    wait = Answer(remedy="wait", title="Wait outside", does="Do not go.", before_going=True)
    ask = Answer(remedy="ask", title="Ask a lawyer", does="Ask.")
    danger = DangerFinding(
        id="d", tag="d", title="D", level=Grade.HIGH, least=Grade.HIGH, place="QA", subject="lead", why="Why.",
        answers=(wait, ask),
    )  # fmt: skip
    start = Start(place="QA", status=None, lawful_until=None, danger=Grade.HIGH, dangers=(danger,))
    assert "Wait outside" not in told(advice(start=start))
    assert "Ask a lawyer" in told(advice(start=start))
    there = msgspec.structs.replace(danger, place="QB", why="Another reason.")
    assert "Wait outside" in told(advice([plan(steps=(step(),), dangers=(there,))]))
