"""The next question: it settles more with less than a form in fixed order, and never asks what cannot matter."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from tests import people
from waystation.core.facts import FactType, Known, Listing, Members
from waystation.core.knowledge import Knowledge
from waystation.desks.planner import Case, questions_of
from waystation.desks.planner.answers import answers
from waystation.desks.planner.questions import Open, missing, next_questions, opened, unsettled

TODAY = dt.date(2026, 11, 24)
PEOPLE = 200
RATIO = 0.85


@pytest.fixture(scope="module")
def rules(knowledge: Knowledge) -> tuple[Open, ...]:
    return opened({id: one.who for id, one in knowledge.practices.items()}, knowledge.parameter)


def somebody(seed: int, rules: tuple[Open, ...], knowledge: Knowledge) -> dict[str, Known]:
    """A whole person: one answer to every question that may be asked."""
    chance = random.Random(seed)
    view: dict[str, Known] = {"today": TODAY}
    nodes = [rule.condition.node for rule in rules]
    for name, kind in knowledge.facts.items():
        if kind.asked:
            view[name] = chance.choice(answers(name, kind, nodes, view) or [empty(kind)])
    return view


def empty(kind: FactType) -> Known:
    """An answer where no condition tells answers apart."""
    return Listing(complete=True) if kind.type == "list" else Members(complete=True)


def in_file_order(rules: tuple[Open, ...], view: dict[str, Known], knowledge: Knowledge) -> str | None:
    """The first fact of the files that some open verdict still lacks: a form that skips what cannot matter."""
    wanted = missing(unsettled(rules, view), view, knowledge.parameter)
    sources = {
        source
        for fact in wanted
        for source in (knowledge.facts[fact].worked_out_from or (fact,))
        if knowledge.facts[source].asked and source not in view
    }
    return next((fact for fact in knowledge.facts if fact in sources), None)


def looking_ahead(rules: tuple[Open, ...], view: dict[str, Known], knowledge: Knowledge) -> str | None:
    """The fact that the interview asks next."""
    asked = frozenset(view)
    found = next_questions(rules, view, knowledge.facts, never=asked, parameters=knowledge.parameter)
    return found[0].fact if found else None


def questions_needed(choose, person, rules, knowledge) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    """How many questions until nothing is left to ask, and how many verdicts are then settled."""
    view: dict[str, Known] = {"today": TODAY}
    count = 0
    while (fact := choose(rules, view, knowledge)) is not None:
        view[fact] = person[fact]
        count += 1
    return count, len(rules) - len(unsettled(rules, view))


@pytest.mark.slow
def test_looking_ahead_settles_everything_with_fewer_questions_than_the_order_of_the_files(
    knowledge: Knowledge, rules: tuple[Open, ...]
) -> None:
    ahead = form = 0
    for seed in range(PEOPLE):
        person = somebody(seed, rules, knowledge)
        mine, settled = questions_needed(looking_ahead, person, rules, knowledge)
        theirs, settled_there = questions_needed(in_file_order, person, rules, knowledge)
        assert settled == settled_there
        ahead, form = ahead + mine, form + theirs
    assert ahead <= RATIO * form, f"{ahead} questions against {form}: {ahead / form:.2f}"


def test_what_the_person_cannot_say_is_not_asked_again(knowledge: Knowledge, rules: tuple[Open, ...]) -> None:
    view: dict[str, Known] = {"today": TODAY}
    first = next_questions(rules, view, knowledge.facts)[0].fact
    again = next_questions(rules, view, knowledge.facts, never=frozenset({first}))
    assert first not in {one.fact for one in again}


def test_a_fact_that_no_open_verdict_lacks_is_not_asked(knowledge: Knowledge, rules: tuple[Open, ...]) -> None:
    person = somebody(1, rules, knowledge)
    assert next_questions(rules, person, knowledge.facts, never=frozenset(person)) == []


def test_what_is_told_in_full_is_not_asked_again_for_what_is_worked_out_from_it(
    knowledge: Knowledge, rules: tuple[Open, ...]
) -> None:
    def asked(view: dict[str, Known]) -> set[str]:
        return {one.fact for one in next_questions(rules, view, knowledge.facts, parameters=knowledge.parameter)}

    view: dict[str, Known] = {"today": TODAY, "former_nationalities": Members(complete=True)}
    assert "nationalities" in asked({**view, "nationalities": Members(frozenset({"BY"}))})
    assert "nationalities" not in asked({**view, "nationalities": Members(frozenset({"BY"}), complete=True)})


def test_what_was_told_in_full_or_serves_another_goal_is_not_asked(
    knowledge: Knowledge, case_of: Callable[[dict[str, Any]], Case]
) -> None:
    told = case_of(people.DMITRI)
    assert told.lead_view()["nationalities"].complete
    asked = {
        goal: {one.fact for one in questions_of(msgspec.structs.replace(told, goal=goal), knowledge)}
        for goal in ("settle", "work")
    }
    assert "nationalities" not in asked["settle"] | asked["work"]
    assert "co_founders" in asked["work"] - asked["settle"]
