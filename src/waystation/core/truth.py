"""Three values: yes, no, unknown. Kleene's strong logic."""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """Ordered no < unknown < yes, so *and* is the least and *or* the greatest."""

    NO = 0
    UNKNOWN = 1
    YES = 2

    __hash__ = int.__hash__
    """An Enum's own hash runs in Python; truths are part of keys in inner loops."""


NO, UNKNOWN, YES = Truth.NO, Truth.UNKNOWN, Truth.YES


def all_of(truths: Iterable[Truth]) -> Truth:
    """*and*: no if any no, else unknown if any unknown, else yes. Nothing is yes."""
    return min(truths, default=YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """*or*: yes if any yes, else unknown if any unknown, else no. Nothing is no."""
    return max(truths, default=NO)


def not_(truth: Truth) -> Truth:
    """Swaps yes and no, keeps unknown."""
    return (YES, UNKNOWN, NO)[truth]


def at_least(count: int, truths: Iterable[Truth]) -> Truth:
    """Yes if `count` of them are yes whatever the unknown ones turn out to be, no if they cannot be."""
    seen = list(truths)
    if seen.count(YES) >= count:
        return YES
    return UNKNOWN if len(seen) - seen.count(NO) >= count else NO


def yes_if(fact: bool) -> Truth:
    """A settled truth."""
    return YES if fact else NO
