"""What partial and finished plans are compared on, and when one is no worse than another."""

from collections.abc import Callable, Sequence
from operator import le
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")


class Score(Struct, frozen=True, gc=False):
    """What plans are compared on; every part: less (or subset) is better."""

    numbers: tuple[float, ...]
    sets: tuple[frozenset[str], ...] = ()

    def over(self, factor: float) -> "Score":
        """The same with every number divided by `factor`."""
        return self if factor == 1.0 else Score(tuple(number / factor for number in self.numbers), self.sets)


def as_it_is(score: Score) -> Score:
    """Unknown waits and costs are compared by name."""
    return score


def counted(score: Score) -> Score:
    """Unknown waits and costs are compared by how many there are, whatever they are: a coarser, total view."""
    return Score((*score.numbers, *map(len, score.sets)))


def no_worse(one: Score, other: Score) -> bool:
    """`one` is at most `other` on every count: known days ≤, unknown waits a subset."""
    for mine, theirs in zip(one.numbers, other.numbers):  # noqa: B905 -- always of one length, and asked very often
        if mine > theirs:
            return False
    return all(map(le, one.sets, other.sets))


def first_no_worse(some: Sequence[Score], other: Score) -> int | None:
    """Where the first stands that is no worse than `other`. It is `no_worse` written out, for the innermost loop."""
    numbers, sets = other.numbers, other.sets
    for at, one in enumerate(some):
        for mine, theirs in zip(one.numbers, numbers):  # noqa: B905 -- always of one length
            if mine > theirs:
                break
        else:
            if all(map(le, one.sets, sets)):
                return at
    return None


def dominates(one: Score, other: Score) -> bool:
    """No worse on every count and better on one. A strict partial order."""
    return one != other and no_worse(one, other)


def front(things: Sequence[T], score: Callable[[T], Score]) -> list[T]:
    """What nothing dominates; of equals, the first."""
    scored = [(thing, score(thing)) for thing in things]
    kept: list[tuple[T, Score]] = []
    for thing, mine in scored:
        if any(no_worse(theirs, mine) for _, theirs in kept):
            continue
        kept = [(other, theirs) for other, theirs in kept if not no_worse(mine, theirs)]
        kept.append((thing, mine))
    return [thing for thing, _ in kept]
