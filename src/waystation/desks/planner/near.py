"""What would have to change for a no to become a yes: the smallest change, each proposal verified by judging."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, product

from msgspec import Struct

from waystation.core.closures import Test
from waystation.core.conditions import Condition, facts_read
from waystation.core.facts import FactType, Known, View
from waystation.core.truth import NO, YES, Truth
from waystation.desks.planner.answers import answers

MOST_CHANGES = 3
Changeable = Callable[[FactType], bool]


class Proposal(Struct, frozen=True):
    """Facts and the values they would need. The condition then is `truth`: yes, or no longer no."""

    facts: tuple[tuple[str, Known], ...]
    truth: Truth


def nearest(
    condition: Condition, test: Test, view: View, vocabulary: Mapping[str, FactType], changeable: Changeable
) -> Proposal | None:
    """The smallest set of changeable facts that opens the condition; None if no set of three does.

    A set of facts is tried only if leaving them unknown already lifts the no: learning never overturns, so a set
    that keeps the no when unknown keeps it for every value.
    """
    facts = [
        fact for fact in sorted(facts_read(condition.node)) if fact in vocabulary and changeable(vocabulary[fact])
    ]
    best: Proposal | None = None
    for size in range(1, MOST_CHANGES + 1):
        for some in combinations(facts, size):
            freed = {fact: known for fact, known in view.items() if fact not in some}
            if test(freed) is NO:
                continue
            for proposal in _tried(some, condition, test, freed, vocabulary):
                if proposal.truth is YES:
                    return proposal
                best = best or proposal
        if best is not None:
            return best
    return best


def _tried(
    facts: tuple[str, ...], condition: Condition, test: Test, view: View, vocabulary: Mapping[str, FactType]
) -> Iterator[Proposal]:
    choices = [answers(fact, vocabulary[fact], [condition.node], view) for fact in facts]
    for values in product(*choices):
        truth = test({**view, **dict(zip(facts, values, strict=True))})
        if truth is not NO:
            yield Proposal(tuple(zip(facts, values, strict=True)), truth)
