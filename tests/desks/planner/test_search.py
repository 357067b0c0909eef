"""The search finds the same front as trying everything, and dominance is an order."""

import itertools
import random
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desks.planner import world, worlds
from waystation.desks.planner.along import Along
from waystation.desks.planner.label import Label
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.pareto import banded
from waystation.desks.planner.party import Party
from waystation.desks.planner.reach import _bands, reach, start_label
from waystation.desks.planner.rules import compile_rules
from waystation.desks.planner.score import Score, counted, dominates, front, no_worse
from waystation.desks.planner.search import enumerate_plans
from waystation.desks.planner.use import Uses
from waystation.desks.planner.ways import Way, asked_from, named

STEPS = 5


class Everything(Moves):
    """Makes every move, used or not, and stops wherever one may: for the naive reference."""

    def unused(self, label, move):
        return frozenset()

    def _direct(self, label, to):
        return False


class Compared(NamedTuple):
    """What the search found, and every plan of at most so many steps that there is; with their banded scores."""

    ours: list[tuple[Score, Label]]
    every: list[tuple[Score, Label]]


def compared(case, asked, steps=STEPS):
    bands = _bands(asked.knowledge, case)
    party = Party(case, (), asked)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of, case.goal)
    places = tuple(sorted(one.country for one in asked.knowledge.places.values()))
    uses = Uses(rules, asked.knowledge)
    every = Way("", world.START, rules.by_id, frozenset(places), anywhere=False, beside={})
    along = Along(Everything(party, rules, uses, asked), every, every.rules, places)
    found = list(enumerate_plans(start_label(party), along, steps))
    ours = reach(case, (), asked).labels
    return Compared([(banded(one, bands), one) for one in ours], [(banded(one, bands), one) for one in found])


def lost(found):
    """Plans that nothing of ours is at least as good as."""
    return [one for score, one in found.every if not any(no_worse(mine, score) for mine, _ in found.ours)]


def steps(label):
    return tuple(move.practice or f"go {move.to}" for move in label.moves())


def some_case(seed):
    """People differ in how long they may stay, how long their passport lasts, and what is known of them."""
    facts = {"convicted": seed % 3 == 0, "wanted_at_home": False} if seed % 5 else {}
    return world.case(passport_days=(700, 120)[seed % 2], lawful_days=(180, 45)[seed // 2 % 2], **facts)


def test_the_front_is_the_same_as_when_everything_is_tried(knowledge):
    with_plans = 0
    for seed in range(60):
        found = compared(world.case(), world.random_world(knowledge, seed).asked)
        assert not lost(found), seed
        best = {score for score, _ in front(found.every, lambda one: one[0])}
        longer = any(one.length > STEPS for _, one in found.ours)
        assert longer or {score for score, _ in found.ours} == best, seed
        with_plans += bool(best) and not longer
    assert with_plans > 30


SHARDS = [0, *(pytest.param(one, marks=pytest.mark.slow) for one in (1, 2, 3))]


@pytest.mark.parametrize("shard", SHARDS)
def test_one_goal_country_at_a_time_loses_nothing_that_is_promised(shard, knowledge):
    """Against the whole rule set in rich worlds: what is lost goes by two other countries, or only waits in one."""
    with_plans = longest = 0
    for seed in range(75 * shard, 75 * (shard + 1)):
        made = worlds.rich_world(knowledge, seed)
        found = compared(some_case(seed), made.asked)
        with_plans += bool(found.ours)
        longest = max(longest, *(one.length for _, one in found.ours), 0)
        for label in lost(found):
            assert by_two_countries(label) or only_waits(label, made.knowledge), (seed, steps(label))
    assert with_plans > 40
    assert longest >= STEPS


def by_two_countries(label):
    return len({move.to for move in label.moves() if move.kind == "travel"} - {label.place}) > 1


def only_waits(label, knowledge):
    """Whether no rule of the goal country can be asked for in the country on the way, or speaks of it."""
    rules = compile_rules({}, knowledge, world.TODAY).by_id
    done = [rules[move.practice] for move in label.moves() if move.practice in rules]
    passed = {move.to for move in label.moves() if move.kind == "travel"} - {label.place}
    reasons = {country for rule in done if label.place in rule.touches for country in asked_from(rule, knowledge) | named(rule.practice.who)}  # fmt: skip
    return not passed & reasons


@pytest.mark.parametrize("seed", range(60))
def test_every_plan_found_is_one_that_trying_everything_finds_too(seed, knowledge):
    found = compared(some_case(seed), worlds.rich_world(knowledge, seed).asked)
    every = {score for score, _ in found.every}
    assert all(score in every for score, one in found.ours if one.length <= STEPS)
    assert not any(dominates(one, other) for one, _ in found.ours for other, _ in found.ours)


# ── what an earlier step is good for ──

HELD = {"some": {"of": "statuses", "where": {"in": {"is": "QA"}}}}
LIVES = {"some": {"of": "statuses", "where": {"in": {"is": "QA"}, "kind": "residence"}}}
FREE = {"shows": {"kind": ["passport"]}, "admits": "stay", "stay": {"length": {"days": 90}}}
PAPER = {
    "kind": "document", "where": [{"at": "inside"}], "who": HELD, "covers": {"members": {}},
    "gives": [{"document": {"kind": "alien-passport", "issuer": "QA", "length": {"years": 2}}}],
}  # fmt: skip
ONLINE = {
    "where": [{"at": "online"}], "takes": {"high": 5, "source": "s1"}, "covers": {"members": {}},
    "gives": [{"entry": {"to": "QB"}}, *world.permit("QB")["gives"][1:],
              {"status": {"in": "QB", "kind": "residence", "name": "r", "length": {"years": 1}, "renewable": True, "from": "entry"}}],
}  # fmt: skip


def fastest(knowledge, practices, at_qa=(), entry=(), **case):
    """The steps of the plan with the fewest days, from QS by way of QA to QB."""
    made = world.world(
        knowledge,
        [world.practice(knowledge, id, f"Q{id[-1].upper()}", **more) for id, more in practices.items()],
        [
            world.place(knowledge, "QS", missions=[{"of": "QA", "city": "Town", "takes": ["visa-qa"]}]),
            world.place(knowledge, "QA", missions=list(at_qa)), world.place(knowledge, "QB", entry=list(entry)),
        ],
    )  # fmt: skip
    found = reach(world.case(**case), (), made.asked).labels
    return min(((one.likely, steps(one)) for one in found), default=(0, ()))[1]


def test_a_permit_may_be_what_lets_one_into_another_country(knowledge):
    residence = {**world.permit("QA"), "gives": world.permit("QA")["gives"][:1]}
    practices = {"visa-qa": world.visa("QA"), "permit-qa": residence, "permit-qb": world.permit("QB")}
    assert fastest(knowledge, practices, entry=[{**FREE, "who": LIVES}]) == (
        "visa-qa", "go QA", "permit-qa", "go QB", "permit-qb"
    )  # fmt: skip


@pytest.mark.parametrize(("quick", "slow"), [("paper-1-qa", "paper-2-qa"), ("paper-2-qa", "paper-1-qa")])
def test_of_two_offices_that_give_the_same_paper_the_quicker_one_is_taken(knowledge, quick, slow):
    practices = {
        "visa-qa": world.visa("QA"), "visa-qb": world.visa("QB"), "permit-qb": world.permit("QB"),
        quick: {**PAPER, "takes": {"high": 1, "source": "s1"}}, slow: {**PAPER, "takes": {"high": 30, "source": "s1"}},
    }  # fmt: skip
    at_qa = [{"of": "QB", "city": "Town", "takes": ["visa-qb"]}]
    found = fastest(knowledge, practices, at_qa, passport_days=30)
    assert quick in found
    assert slow not in found


@pytest.mark.parametrize(
    ("needed", "who"),
    [
        ({"study-qa": {"where": [{"at": "inside"}], "gives": [{"right": {"to": "study", "in": "QA"}}], "covers": {"members": {}}}},
         {"rights": {"has_any": ["study:QA"]}}),
        ({"paper-qa": PAPER}, {"some": {"of": "travel_documents", "where": {"kind": "alien-passport", "issuer": {"is": "QA"}}}}),
        ({"permit-qa": {**world.permit("QA"), "gives": world.permit("QA")["gives"][:1]}}, LIVES),
    ],
)  # fmt: skip
def test_a_right_a_paper_or_a_status_elsewhere_may_be_what_a_step_asks_for(knowledge, needed, who):
    practices = {"visa-qa": world.visa("QA"), **needed, "programme-qb": {**ONLINE, "who": who}}
    assert fastest(knowledge, practices) == ("visa-qa", "go QA", *needed, "programme-qb", "go QB")


def test_one_may_wait_in_a_third_country_for_what_is_asked_online(knowledge):
    slow = {**ONLINE, "takes": {"high": 60, "source": "s1"}}
    made = world.world(
        knowledge,
        [world.practice(knowledge, "programme-qb", "QB", **slow)],
        [world.place(knowledge, "QS"), world.place(knowledge, "QC", entry=[FREE]), world.place(knowledge, "QB")],
    )
    assert reach(world.case(lawful_days=90), (), made.asked).labels[0].length == 2
    (label,) = reach(world.case(lawful_days=20), (), made.asked).labels
    assert steps(label) == ("go QC", "programme-qb", "go QB")


# ── dominance ──

NUMBERS = st.tuples(*[st.integers(0, 2).map(float)] * 3)
SETS = st.tuples(*[st.frozensets(st.sampled_from("ab"))] * 2)
SCORES = st.builds(Score, NUMBERS, SETS)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(SCORES, SCORES, SCORES)
def test_dominance_is_irreflexive_asymmetric_and_transitive(one, two, three):
    assert not dominates(one, one)
    assert not (dominates(one, two) and dominates(two, one))
    if dominates(one, two) and dominates(two, three):
        assert dominates(one, three)
    assert dominates(one, two) == (no_worse(one, two) and not no_worse(two, one))


def test_dominance_is_transitive_wherever_it_chains():
    """Chains are rare in chance; here they are looked for."""
    chance = random.Random(5)
    scores = [
        Score(tuple(float(chance.randint(0, 2)) for _ in range(2)), (frozenset(chance.sample("ab", chance.randint(0, 2))),))
        for _ in range(40)
    ]  # fmt: skip
    chains = [
        trio for trio in itertools.permutations(scores, 3) if dominates(trio[0], trio[1]) and dominates(trio[1], trio[2])
    ]  # fmt: skip
    assert len(chains) > 1_000
    assert all(dominates(one, three) for one, _, three in chains)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(SCORES, max_size=30), st.randoms(use_true_random=False))
def test_the_front_is_what_nothing_dominates_in_whatever_order_it_comes(scores, chance):
    kept = front(scores, lambda one: one)
    assert set(kept) == {one for one in scores if not any(dominates(other, one) for other in scores)}
    assert len(kept) == len(set(kept))
    assert all(any(no_worse(one, other) for one in kept) for other in scores)
    shuffled = chance.sample(scores, len(scores))
    assert set(front(shuffled, lambda one: one)) == set(kept)


def test_unknown_waits_are_never_better_than_known_days():
    known, unknown = Score((40.0,), (frozenset(),)), Score((0.0,), (frozenset({"visa"}),))
    assert not dominates(unknown, known)
    assert not dominates(known, unknown)
    assert dominates(Score((40.0,), (frozenset(),)), Score((40.0,), (frozenset({"visa"}),)))


@pytest.mark.parametrize("seed", range(40))
def test_compared_by_number_nothing_is_left_out_that_is_better_in_what_is_counted(seed, knowledge):
    """Where there are too many rules, the coarser view finds fewer plans, but for each of the others one no worse."""
    by_name = knowledge.parameters["rules-compared-by-name"]
    none = msgspec.structs.replace(by_name, values=(msgspec.structs.replace(by_name.values[0], value=0),))
    made = worlds.rich_world(knowledge, seed)
    few = msgspec.structs.replace(made.knowledge, parameters={**made.knowledge.parameters, by_name.id: none})
    exact, coarse = (
        reach(some_case(seed), (), msgspec.structs.replace(made.asked, knowledge=one))
        for one in (made.knowledge, few)
    )
    assert (exact.counted, coarse.counted) == (False, True)
    assert len(coarse.labels) <= len(exact.labels)
    bands = _bands(knowledge, some_case(seed))
    found = [counted(banded(one, bands)) for one in coarse.labels]
    for label in exact.labels:
        assert any(no_worse(one, counted(banded(label, bands))) for one in found), steps(label)
