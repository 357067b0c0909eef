"""What would have to change for a no to become a yes: the smallest change, each proposal verified by judging."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product

from msgspec import Struct

from waystation.core.facts import FactType, Known, View
from waystation.core.truth import NO, YES, Truth
from waystation.desks.planner.answers import answers_to
from waystation.desks.planner.questions import Open

MOST_CHANGES = 3
Changeable = Callable[[FactType], bool]


class Proposal(Struct, frozen=True):
    """Facts and the values they would need. The condition then is `truth`: yes, or no longer no."""

    facts: tuple[tuple[str, Known], ...]
    truth: Truth


def nearest(rule: Open, view: View, vocabulary: Mapping[str, FactType], changeable: Changeable) -> Proposal | None:
    """The smallest set of changeable facts that opens the rule; None if no set of three does.

    A set of facts is tried only if leaving them unknown already lifts the no: learning never overturns, so a set
    that keeps the no when unknown keeps it for every value.
    """
    facts = [fact for fact in sorted(rule.reads) if fact in vocabulary and changeable(vocabulary[fact])]
    if rule.test(_without(view, facts)) is NO:
        return None
    best: Proposal | None = None
    for size in range(1, MOST_CHANGES + 1):
        for some in combinations(facts, size):
            freed = _without(view, some)
            if rule.test(freed) is NO:
                continue
            for proposal in _tried(some, rule, freed, vocabulary):
                if proposal.truth is YES:
                    return proposal
                best = best or proposal
        if best is not None:
            return best
    return best


def _without(view: View, facts: Iterable[str]) -> dict[str, Known]:
    """What is known if these facts were not."""
    left = dict(view)
    for fact in facts:
        left.pop(fact, None)
    return left


def _tried(
    facts: tuple[str, ...], rule: Open, freed: dict[str, Known], vocabulary: Mapping[str, FactType]
) -> Iterator[Proposal]:
    """Every combination of answers that the rule tells apart and that lifts the no."""
    nodes = [rule.condition.node]
    choices: list[list[Known]] = []
    for fact in facts:
        values = answers_to(rule.alike.tests.get(fact, ()), fact, vocabulary[fact], nodes, freed)
        choices.append([value for value, _ in rule.alike.classes(fact, values)])
    for some in product(*choices):
        changes = tuple(zip(facts, some, strict=True))
        truth = rule.test({**freed, **dict(changes)})
        if truth is not NO:
            yield Proposal(changes, truth)
