"""The search finds the same front as trying everything, and dominance is an order."""

import itertools
import random

from tests.desks.planner import world
from waystation.desks.planner.along import Along
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.pareto import banded
from waystation.desks.planner.party import Party
from waystation.desks.planner.reach import _bands, reach, start_label
from waystation.desks.planner.rules import compile_rules
from waystation.desks.planner.score import Score, dominates, front, no_worse
from waystation.desks.planner.search import enumerate_plans
from waystation.desks.planner.use import Uses

WORLDS, STEPS = 60, 6


class Everything(Moves):
    """Makes every move, used or not: for the naive reference."""

    def unused(self, label, move):
        return frozenset()


def naive(case, asked, bands):
    """The scores of the front when every sequence of moves is tried."""
    party = Party(case, (), asked.knowledge, asked.find_dangers)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of)
    places = tuple(sorted(one.country for one in asked.knowledge.places.values()))
    uses, every = Uses(rules, asked.knowledge), tuple(rules.by_id.values())
    found = []
    for open in (False, True):
        along = Along(Everything(party, rules, uses, asked, open=open), every, places)
        found.extend(enumerate_plans(start_label(party), along, STEPS))
    return {banded(label, bands) for label in front(found, lambda label: banded(label, bands))}


def test_the_front_is_the_same_as_when_everything_is_tried(knowledge):
    case = world.case()
    bands = _bands(knowledge, case)
    with_plans = 0
    for seed in range(WORLDS):
        made = world.random_world(knowledge, seed)
        ours = {banded(label, bands) for label in reach(case, (), made.asked).labels}
        theirs = naive(case, made.asked, bands)
        with_plans += bool(theirs)
        assert ours == theirs, f"world {seed}: ours {ours - theirs}, theirs {theirs - ours}"
    assert with_plans > WORLDS // 2


def test_dominance_is_a_strict_partial_order():
    chance = random.Random(5)
    scores = [
        Score(
            tuple(float(chance.randint(0, 2)) for _ in range(3)),
            (frozenset(chance.sample("ab", chance.randint(0, 2))),),
        )
        for _ in range(60)
    ]
    for one in scores:
        assert not dominates(one, one)
    for one, two in itertools.product(scores, repeat=2):
        assert not (dominates(one, two) and dominates(two, one))
    for one, two, three in itertools.product(scores[:25], repeat=3):
        if dominates(one, two) and dominates(two, three):
            assert dominates(one, three)


def test_the_front_is_what_nothing_dominates():
    chance = random.Random(6)
    scores = [Score((float(chance.randint(0, 5)), float(chance.randint(0, 5))), (frozenset(),)) for _ in range(80)]
    kept = front(scores, lambda score: score)
    assert {one for one in scores if not any(dominates(other, one) for other in scores)} == set(kept)
    assert all(any(no_worse(one, other) for one in kept) for other in scores)
