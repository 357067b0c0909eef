"""Kleene's tables, written out, and the laws that follow from them."""

import itertools

import pytest

from waystation.core.truth import NO, UNKNOWN, YES, all_of, any_of, at_least, not_, yes_if

THREE = (NO, UNKNOWN, YES)
AND = {
    (YES, YES): YES, (YES, UNKNOWN): UNKNOWN, (YES, NO): NO,
    (UNKNOWN, YES): UNKNOWN, (UNKNOWN, UNKNOWN): UNKNOWN, (UNKNOWN, NO): NO,
    (NO, YES): NO, (NO, UNKNOWN): NO, (NO, NO): NO,
}  # fmt: skip
OR = {
    (YES, YES): YES, (YES, UNKNOWN): YES, (YES, NO): YES,
    (UNKNOWN, YES): YES, (UNKNOWN, UNKNOWN): UNKNOWN, (UNKNOWN, NO): UNKNOWN,
    (NO, YES): YES, (NO, UNKNOWN): UNKNOWN, (NO, NO): NO,
}  # fmt: skip


@pytest.mark.parametrize("pair", AND)
def test_and_is_no_if_any_is_no_and_or_is_yes_if_any_is_yes(pair):
    assert all_of(pair) is AND[pair]
    assert any_of(pair) is OR[pair]


def test_not_swaps_yes_and_no_and_keeps_unknown():
    assert [not_(one) for one in THREE] == [YES, UNKNOWN, NO]


def test_nothing_joined_by_and_is_yes_and_by_or_is_no():
    assert all_of(()) is YES
    assert any_of(()) is NO


@pytest.mark.parametrize("truths", list(itertools.product(THREE, repeat=3)))
def test_at_least_agrees_with_every_way_the_unknown_may_turn_out(truths):
    for count in range(1, 4):
        outcomes = {
            sum(one is YES for one in whole) >= count
            for whole in itertools.product(*((NO, YES) if one is UNKNOWN else (one,) for one in truths))
        }
        assert at_least(count, truths) is (UNKNOWN if len(outcomes) == 2 else yes_if(outcomes.pop()))


@pytest.mark.parametrize("truths", list(itertools.product(THREE, repeat=3)))
def test_all_and_any_are_at_least_all_and_at_least_one(truths):
    assert all_of(truths) is at_least(3, truths)
    assert any_of(truths) is at_least(1, truths)
    assert not_(all_of(truths)) is any_of([not_(one) for one in truths])
