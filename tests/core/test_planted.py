"""Bugs planted on purpose: each makes the law-checking function find a counterexample, so the laws can fail."""

import pytest

from tests.core import laws
from waystation.core import closures, judge, meaning
from waystation.core.facts import Listing, Members
from waystation.core.judge import Verdict
from waystation.core.truth import NO, UNKNOWN

PAIRS = 6_000


def found():
    """The laws that are broken."""
    return {fault.law for fault in laws.all_broken(laws.cases(seed=21, pairs=PAIRS))}


def test_without_a_bug_nothing_is_found():
    assert found() == set()


def test_unknown_taken_for_no_is_found(monkeypatch):
    """In both readings, so that only learning can tell."""

    def no(truth):
        return NO if truth is UNKNOWN else truth

    leaf, compiled = judge._judge_leaf, closures._leaf

    def decided(node, stated):
        test = compiled(node, stated)
        return lambda view: no(test(view))

    monkeypatch.setattr(judge, "_judge_leaf", lambda node, court: Verdict(no(leaf(node, court).truth)))
    monkeypatch.setattr(closures, "_leaf", decided)
    assert "overturned" in found()


def test_unknown_taken_for_no_in_one_reading_is_found(monkeypatch):
    monkeypatch.setattr(
        closures, "_has", lambda test, fact: lambda view: meaning.has(test, view.get(fact, Members(complete=True)))
    )
    assert "disagreement" in found()


def test_an_open_list_taken_for_a_closed_one_is_found(monkeypatch):
    real = meaning.counted
    monkeypatch.setattr(meaning, "counted", lambda node, truths, complete: real(node, truths, True))
    assert "overturned" in found()


def test_an_open_set_taken_for_a_closed_one_is_found(monkeypatch):
    real = meaning.has
    monkeypatch.setattr(
        meaning, "has", lambda what, known: real(what, Members(known.have, known.lack, complete=True))
    )
    assert "overturned" in found()


def test_a_list_nobody_told_taken_for_an_empty_one_is_found(monkeypatch):
    real = judge._judge_list

    def told(node, court):
        view = {node.of: Listing(complete=True), **court.view}
        return real(node, judge._Court(view, court.of, court.parameters))

    monkeypatch.setattr(judge, "_judge_list", told)
    assert "disagreement" in found()


@pytest.mark.parametrize("kind", ["_all", "_any"])
def test_a_skipped_branch_is_found(monkeypatch, kind):
    real = getattr(closures, kind)
    monkeypatch.setattr(closures, kind, lambda tests: real(tests[:1]))
    assert "disagreement" in found()


def test_a_branch_skipped_while_judging_is_found(monkeypatch):
    real = judge._joined
    monkeypatch.setattr(judge, "_joined", lambda verdicts, count: real(verdicts[:1], min(count, 1)))
    assert "disagreement" in found()


def test_a_presumption_kept_quiet_is_found(monkeypatch):
    real = judge._judge_presumed
    monkeypatch.setattr(
        judge, "_judge_presumed", lambda facts, part, court: Verdict(real(facts, part, court).truth)
    )
    assert "overturned" in found()


def test_an_unknown_end_taken_for_none_is_found(monkeypatch):
    """A range without an end is treated as if it ended where it began."""
    real = meaning._ends

    def shut(known, ranks):
        low, high = real(known, ranks)
        return (high if low is None else low), (low if high is None else high)

    monkeypatch.setattr(meaning, "_ends", shut)
    assert "overturned" in found()


def test_a_question_that_is_dropped_is_found(monkeypatch):
    real = judge._merged

    def quiet(truth, verdicts, beside=()):
        whole = real(truth, verdicts, beside)
        return Verdict(whole.truth, whole.because, whole.missing[:1], whole.law, whole.presumed)

    monkeypatch.setattr(judge, "_merged", quiet)
    assert "asks in vain" in found()
