"""Learning never overturns, and the two readings of a condition agree. Planted bugs show that the tests can fail."""

import random

import pytest

from tests import making
from tests.core import laws
from waystation.core import judge, meaning
from waystation.core.conditions import walk
from waystation.core.truth import NO, UNKNOWN, YES

PAIRS = 10_000


def test_learning_never_overturns_a_settled_verdict():
    assert laws.overturned(seed=1, pairs=PAIRS) is None


def test_judge_and_closure_agree_on_ten_thousand_pairs():
    assert laws.disagreement(seed=2, pairs=PAIRS) is None


def test_the_generator_reaches_every_truth_and_every_kind_of_node():
    chance = random.Random(3)
    seen, kinds = set(), set()
    for _ in range(2_000):
        condition, view = making.condition(chance), making.person(chance)
        seen.add(judge.judge(condition, making.forget(view, chance)).truth)
        kinds |= {type(node).__name__ for node in walk(condition.node)}
    assert seen == {NO, UNKNOWN, YES}
    assert kinds == {
        "All", "AnyOf", "AtLeast", "Clock", "Count", "Leaf", "Not", "Presume", "Quantified", "Silent", "Weigh"
    }  # fmt: skip


def test_a_planted_bug_that_takes_unknown_for_no_is_found(monkeypatch):
    real = judge._judge_leaf

    def takes_unknown_for_no(leaf, court):
        verdict = real(leaf, court)
        return judge.Verdict(NO, verdict.because) if verdict.truth is UNKNOWN else verdict

    monkeypatch.setattr(judge, "_judge_leaf", takes_unknown_for_no)
    assert laws.overturned(seed=4, pairs=2_000) is not None


def test_a_planted_bug_that_takes_an_open_list_for_a_closed_one_is_found(monkeypatch):
    real = meaning.counted
    monkeypatch.setattr(meaning, "counted", lambda node, truths, complete: real(node, truths, True))
    assert laws.overturned(seed=5, pairs=2_000) is not None


def test_a_planted_bug_that_skips_a_branch_is_found(monkeypatch):
    real = judge._joined
    monkeypatch.setattr(judge, "_joined", lambda verdicts, count: real(verdicts[:1], min(count, 1)))
    assert laws.disagreement(seed=6, pairs=2_000) is not None


@pytest.mark.parametrize("seed", range(3))
def test_a_verdict_that_rests_on_a_presumption_says_so(seed):
    chance = random.Random(seed)
    condition = making.read_condition({"presume": {"flag": True}, "flag": True}, making.VOCABULARY)
    view = {"today": making.TODAY}
    verdict = judge.judge(condition, view)
    assert verdict.truth is YES
    assert verdict.presumed == ("flag",)
    assert not verdict.settled
    assert judge.judge(condition, {**view, "flag": chance.random() < 2}).settled
