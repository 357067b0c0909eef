"""The answer for a messenger: short, whole sentences, the urgent first."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers.answers import ROOT, answer
from waystation.core.measures import Grade
from waystation.core.texts import Country, text
from waystation.papers import message as module
from waystation.papers.message import LIMIT, to_message
from waystation.say import ISOLATE, PSEUDO, PSEUDO_RTL, Say

FIVE = sorted(file.stem for file in (ROOT / "examples").glob("*.yaml"))
say = Say()


@pytest.fixture(params=FIVE)
def name(request):
    return request.param


def whole_lines(advice, language="en"):
    """All lines that a message may hold, each whole."""
    lines = {line for _, _, lines in module._pieces(advice, language, Say(language)) for line in lines.split("\n")}
    return lines | {f"{Say(language)(text(one))}:" for one in module.HEADS.values()} | {""}


def test_there_are_five_examples():
    assert len(FIVE) == 5


@pytest.mark.parametrize("language", ["en", PSEUDO, PSEUDO_RTL])
def test_it_is_short_and_no_sentence_is_cut(name, language):
    words = to_message(answer(name), language)
    assert 0 < len(words) <= LIMIT
    assert set(words.split("\n")) <= whole_lines(answer(name), language)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(FIVE), st.integers(0, 4000), st.integers(0, 4), st.integers(1, 6))
def test_it_stays_short_whatever_the_knowledge_says(name, size, at, times):
    advice = answer(name)
    plans = list(advice.plans * times)
    if plans:
        at %= len(plans)
        steps = [msgspec.structs.replace(one, title="x" * size) for one in plans[at].steps]
        plans[at] = msgspec.structs.replace(plans[at], steps=tuple(steps))
    grown = msgspec.structs.replace(advice, plans=tuple(plans))
    words = to_message(grown, "en")
    assert len(words) <= LIMIT
    assert set(words.split("\n")) <= whole_lines(grown)
    assert words.endswith(say(text("message.whole")) + "\n")


def test_urgent_first_then_do_not_then_plans_then_whom_then_where_the_rest_is(name):
    words = to_message(answer(name), "en")
    marks = [
        say(text("page.urgent")),
        "! Do not go",
        "Plan A",
        say(text("page.hand-over")),
        say(text("message.whole")),
    ]
    found = [words.find(one) for one in marks if one in words]
    assert found == sorted(found)
    assert say(text("message.whole")) in words


def test_every_place_one_must_not_go_to_is_named(name):
    words = to_message(answer(name), "en")
    assert answer(name).forbidden
    assert [one for one in answer(name).forbidden if say.value(Country(one.to_place)) not in words] == []


def test_each_plan_says_where_what_first_by_when_and_the_worst_danger_in_a_few_lines(name):
    blocks = [one.removeprefix("The plans:\n") for one in to_message(answer(name), "en").split("\n\n")]
    plans = [one.split("\n") for one in blocks if one.startswith("Plan ")]
    assert plans
    for plan, told in zip(answer(name).plans, plans, strict=False):
        assert 2 <= len(told) <= 4
        assert say.value(Country(plan.place)) in told[0]
        assert told[1].startswith("First: ")
        assert plan.steps[0].title in told[1]
        assert told[2].startswith(("By when: ", "Until the goal is reached: "))
        assert any(level.name.lower() in told[3] for level in Grade)


def test_a_plan_that_hangs_on_something_says_so(name):
    words = to_message(answer(name), "en")
    for plan in answer(name).plans:
        (line,) = [one for one in words.split("\n") if one.startswith(f"Plan {letter_of(plan, name)}:")] or [None]
        assert line is None or (say(text("message.open")) in line) == plan.open


def letter_of(plan, name):
    return module.names_of(answer(name)).plan(plan.id)


def test_a_first_step_that_cannot_be_taken_back_says_so():
    (plan, *_), words = answer("stateless").plans, to_message(answer("stateless"), "en")
    assert plan.steps[0].irreversible
    assert say(text("step.irreversible")) in words


def test_how_to_reach_somebody_stands_with_the_care_it_takes(name):
    words, advice = to_message(answer(name), "en"), answer(name)
    bodies = [*advice.hand_over, *(body for plan in advice.plans for step in plan.steps for body in step.by)]
    for _, at, careful in (way for body in bodies for way in body.reach):
        assert at not in words or careful in words


def test_without_a_plan_it_says_whom_to_turn_to():
    words = to_message(msgspec.structs.replace(answer("journalist"), plans=()), "en")
    assert say(text("page.no-plan")) in words
    assert answer("journalist").hand_over[0].title in words


def test_what_is_least_urgent_is_left_out_first(monkeypatch):
    advice = answer("journalist")
    monkeypatch.setattr(module, "LIMIT", 1600)
    words = to_message(advice, "en")
    assert len(words) <= 1600
    assert "! Do not go" in words
    assert "Plan A" in words
    assert "Plan E" not in words
    assert say(text("message.whole")) in words


def test_no_number_of_a_source_stands_in_it(name):
    assert "[" not in to_message(answer(name), "en")


def test_from_right_to_left_names_do_not_turn_the_sentence(name):
    assert ISOLATE in to_message(answer(name), PSEUDO_RTL)
