"""Over all the knowledge: forgetting a fact never turns a yes into a no or a no into a yes; it makes a question."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec
import pytest

from tests.core import laws
from tests.making import TODAY, Maker, pool_of
from waystation.core.conditions import Condition, StandingIn
from waystation.core.judge import judge
from waystation.core.truth import NO, UNKNOWN, YES

PEOPLE = 150


def conditions_in(value) -> Iterator[Condition]:
    """Every condition inside a record, wherever it stands."""
    if isinstance(value, Condition):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from conditions_in(getattr(value, field))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from conditions_in(one)
    elif isinstance(value, Mapping):
        yield from conditions_in(list(value.values()))


@pytest.fixture(scope="module")
def conditions(knowledge):
    found = [one for record in knowledge.records() for one in conditions_in(record)]
    return list({(type(one), one.node): one for one in found}.values())


def people(knowledge, conditions, seed):
    """Made-up people over the facts of the knowledge; their values are mostly those that conditions name."""
    nodes = [one.node for one in conditions]
    made = Maker(random.Random(seed), knowledge.facts, pool_of(nodes))
    for _ in range(PEOPLE):
        yield {**made.person(), "today": TODAY}, made


def test_forgetting_makes_questions_and_never_the_opposite(knowledge, conditions):
    truths = Counter()
    for whole, made in people(knowledge, conditions, seed=7):
        seen = tuple({**view, "today": TODAY} for view in laws.stages(made, whole))
        fault = laws.broken(laws.Case(one, seen, knowledge.parameter) for one in conditions)
        assert fault is None
        truths.update(judge(one, seen[0], knowledge.parameter).truth for one in conditions)
    assert min(truths[one] for one in (NO, UNKNOWN, YES)) > 50


def test_conditions_of_every_kind_are_held_to_the_laws(knowledge, conditions):
    assert len(conditions) > 200
    assert any(isinstance(one, StandingIn) for one in conditions)
    assert {one.who for one in knowledge.practices.values()} <= set(conditions)
    assert {level.when for one in knowledge.dangers.values() for level in one.levels} <= set(conditions)
    assert {rule.who for one in knowledge.places.values() for rule in one.entry} <= set(conditions)


@pytest.mark.parametrize("seed", range(1, 7))
def test_forgetting_any_single_fact_never_overturns_any_practice(knowledge, conditions, seed):
    """The words of the issue, one fact at a time: remove it, and nothing that was settled is the opposite."""
    whole, made = next(people(knowledge, conditions, seed))
    view = made.forget(whole, keep=0.8)
    view["today"] = TODAY
    for practice in knowledge.practices.values():
        before = judge(practice.who, view, knowledge.parameter)
        for fact in sorted(set(view) - {"today"}):
            after = judge(
                practice.who, {name: one for name, one in view.items() if name != fact}, knowledge.parameter
            )
            assert after.truth in (before.truth, UNKNOWN) or after.presumed, (practice.id, fact)
            assert after.truth is not UNKNOWN or after.missing or after.law, (practice.id, fact)
