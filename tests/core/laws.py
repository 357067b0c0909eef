"""The laws of judging, as functions that look for a counterexample: property tests and planted bugs share them."""

import random

from tests import making
from waystation.core import closures, judge
from waystation.core.conditions import Condition
from waystation.core.facts import Known
from waystation.core.truth import UNKNOWN

Found = tuple[Condition, dict[str, Known], object, object]


def overturned(seed: int, pairs: int) -> Found | None:
    """A verdict that was settled on less and became another on more."""
    chance = random.Random(seed)
    for _ in range(pairs):
        condition, more = making.condition(chance), making.person(chance)
        if chance.random() < 0.5:
            more = making.forget(more, chance, making.OTHERS)
        less = making.forget(more, chance, making.OTHERS)
        before, after = judge.judge(condition, less), judge.judge(condition, more)
        if before.settled and before.truth is not after.truth:
            return condition, less, before, after
        if before.truth is UNKNOWN and not (before.missing or before.law):
            return condition, less, before, "no question"
    return None


def disagreement(seed: int, pairs: int) -> Found | None:
    """A condition that `judge` and its closure see differently."""
    chance = random.Random(seed)
    for _ in range(pairs):
        condition, view = making.condition(chance), making.person(chance)
        view = making.forget(view, chance, making.OTHERS) if chance.random() < 0.8 else view
        judged, compiled = judge.judge(condition, view).truth, closures.compile_condition(condition)(view)
        if judged is not compiled:
            return condition, view, judged, compiled
    return None
