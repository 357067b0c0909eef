"""Over all the knowledge: forgetting a fact never turns a yes into a no or a no into a yes; it makes a question."""

import random

import pytest

from tests import making
from waystation.core.closures import compile_condition
from waystation.core.codec import from_plain, to_plain
from waystation.core.judge import judge
from waystation.core.truth import UNKNOWN
from waystation.desks.planner.answers import answers
from waystation.registry.possible import conditions_of

PEOPLE = 60


@pytest.fixture(scope="module")
def conditions(knowledge):
    return [condition for _, _, condition in conditions_of(knowledge)]


@pytest.fixture(scope="module")
def people(knowledge, conditions):
    """Whole people, made of the answers that the conditions tell apart."""
    nodes = [one.node for one in conditions]
    choices = {name: answers(name, kind, nodes, {"today": making.TODAY}) for name, kind in knowledge.facts.items()}
    found = []
    for seed in range(PEOPLE):
        chance = random.Random(seed)
        view = {name: chance.choice(values) for name, values in choices.items() if values}
        found.append({**view, "today": making.TODAY})
    return found


def test_forgetting_makes_questions_and_never_the_opposite(knowledge, conditions, people):
    chance = random.Random(7)
    options = {name: list(kind.options) for name, kind in knowledge.facts.items()}
    settled = unsettled = 0
    for view in people:
        less = making.forget(view, chance, options)
        for condition in conditions:
            before = judge(condition, less, knowledge.parameter)
            after = judge(condition, view, knowledge.parameter)
            assert before.truth is compile_condition(condition, knowledge.parameter)(less)
            if before.settled:
                settled += 1
                assert before.truth is after.truth, (condition, less)
            elif before.truth is UNKNOWN:
                unsettled += 1
                assert before.missing or before.law, (condition, less)
    assert settled > len(people)
    assert unsettled > len(people)


def test_every_record_survives_the_codec(knowledge):
    for record in knowledge.records():
        assert from_plain(to_plain(record), type(record), knowledge.facts) == record
