"""Learning never overturns, unknown makes a question, and the two readings of a condition agree."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import making
from tests.core import laws
from waystation.core.conditions import Compare, Leaf, Parameter, Shift, walk
from waystation.core.facts import Among, Listing, Members, Range
from waystation.core.judge import judge
from waystation.core.truth import NO, UNKNOWN, YES

PAIRS = 12_000


def test_the_laws_hold_on_more_than_ten_thousand_pairs_of_condition_and_person():
    found = list(laws.cases(seed=1, pairs=PAIRS))
    assert sum(len(case.stages) for case in found) == PAIRS >= 10_000
    assert laws.broken(found) is None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_laws_hold_for_whatever_is_made_up(chance, depth):
    made = making.Maker(chance)
    assert laws.broken([laws.Case(made.condition(depth), laws.stages(made, made.person()))]) is None


def test_the_generator_reaches_every_truth_and_every_kind_of_node_and_knowledge():
    truths, nodes, operands, known = Counter(), Counter(), Counter(), Counter()
    for case in laws.cases(seed=3, pairs=8_000):
        truths[judge(case.condition, case.stages[0], making.parameters).truth] += 1
        known.update(type(value).__name__ for value in case.stages[0].values())
        for node in walk(case.condition.node):
            nodes[type(node).__name__] += 1
            if isinstance(node, Leaf) and isinstance(node.test, Compare):
                operands[type(node.test.than).__name__] += 1
    assert min(truths[one] for one in (NO, UNKNOWN, YES)) > 200
    assert set(nodes) == {
        "All", "AnyOf", "AtLeast", "Clock", "Count", "Leaf", "Not", "Presume", "Quantified", "Silent", "Weigh"
    }  # fmt: skip
    assert min(nodes.values()) > 20
    assert min(operands[one.__name__] for one in (Parameter, Shift)) > 20
    assert min(known[one.__name__] for one in (Among, Range, Members, Listing)) > 200


def test_forgetting_is_undone_by_completing():
    made = making.maker(4)
    for _ in range(200):
        whole = made.person()
        less = made.forget(whole)
        assert set(less) <= set(whole)
        assert set(made.complete(less)) == set(whole)


def test_a_verdict_that_rests_on_a_presumption_says_so_and_is_not_settled():
    condition = making.read_condition({"presume": {"flag": True}, "flag": True}, making.VOCABULARY)
    verdict = judge(condition, {"today": making.TODAY})
    assert (verdict.truth, verdict.presumed, verdict.settled) == (YES, ("flag",), False)
    told = judge(condition, {"today": making.TODAY, "flag": False})
    assert (told.truth, told.presumed, told.settled) == (NO, (), True)


def test_a_presumption_about_the_things_in_a_list_is_said_too():
    spelled = {"every": {"of": "things", "where": {"n": {"at_least": 1}, "presume": {"n": 1}}}}
    condition = making.read_condition(spelled, making.VOCABULARY)
    for things, presumed in (({"kind": "work"},), ("n",)), (({"n": 2},), ()):
        verdict = judge(condition, {"today": making.TODAY, "things": Listing(things, complete=True)})
        assert (verdict.truth, verdict.presumed) == (YES, presumed)
