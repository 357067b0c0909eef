"""The laws of judging, as functions that look for a counterexample: property tests and planted bugs share them.

1 overturned    what is settled on less is the same on more, and on every way to complete it
2 no question   what is unknown names what is missing: a fact to ask for, or what the law leaves open
3 asks in vain  nothing is asked for that is known exactly, and nothing settles it but what is asked for
4 disagreement  `judge` and the compiled closure come to the same truth
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tests.making import Maker, View, maker, parameters
from waystation.core import closures, judge
from waystation.core.conditions import Condition
from waystation.core.facts import Known
from waystation.core.judge import Parameters, Verdict
from waystation.core.truth import UNKNOWN

EXACT = (str, int, float, dt.date)


class Case(NamedTuple):
    """One condition, and one person known to three degrees, each more than the one before."""

    condition: Condition
    stages: tuple[View, ...]
    parameters: Parameters = parameters


class Broken(NamedTuple):
    """A law that does not hold, and the case that shows it."""

    law: str
    condition: Condition
    view: Mapping[str, Known]
    before: object
    after: object


def stages(made: Maker, whole: View) -> tuple[View, ...]:
    """What is known of one person: little, more, another whole person who fits that little, and everything."""
    more = made.forget(whole)
    less = made.forget(more)
    return less, more, made.complete(less), whole


def cases(seed: int, pairs: int) -> Iterator[Case]:
    """Made-up cases, as many as make this number of pairs of a condition and a person at one stage."""
    made = maker(seed)
    for _ in range(pairs // 4):
        yield Case(made.condition(made.chance.choice([1, 2, 3])), stages(made, made.person()))


def all_broken(found: Iterable[Case]) -> Iterator[Broken]:
    """The first law that each case breaks, case by case."""
    return (fault for case in found if (fault := _broken(case)) is not None)


def broken(found: Iterable[Case]) -> Broken | None:
    """The first case that breaks a law; None if none does."""
    return next(all_broken(found), None)


def _broken(case: Case) -> Broken | None:
    condition, compiled = case.condition, closures.compile_condition(case.condition, case.parameters)
    verdicts = [judge.judge(condition, view, case.parameters) for view in case.stages]
    for view, verdict in zip(case.stages, verdicts, strict=True):
        truth = compiled(view)
        if truth is not verdict.truth:
            return Broken("disagreement", condition, view, verdict.truth, truth)
        if verdict.truth is UNKNOWN and not verdict.missing and not verdict.law:
            return Broken("no question", condition, view, verdict, None)
        if any(not ask.of and isinstance(view.get(ask.fact), EXACT) for ask in verdict.missing):
            return Broken("asks in vain", condition, view, verdict, None)
    less, more, other, whole = verdicts
    for before, after in ((less, more), (less, other), (less, whole), (more, whole)):
        if before.settled and (before.truth is not after.truth or not after.settled):
            return Broken("overturned", condition, case.stages[0], before, after)
    return _settled_unasked(case, less)


def _settled_unasked(case: Case, before: Verdict) -> Broken | None:
    """Learning everything but what is asked for must leave an unknown unknown."""
    if before.truth is not UNKNOWN or before.presumed:
        return None
    asked = {ask.of[0] if ask.of else ask.fact for ask in before.missing}
    less, whole = case.stages[0], case.stages[-1]
    told = {name: less.get(name) if name in asked else known for name, known in whole.items()}
    view = {name: known for name, known in told.items() if known is not None}
    after = judge.judge(case.condition, view, case.parameters)
    if after.truth is UNKNOWN or after.presumed:
        return None
    return Broken("asks in vain", case.condition, less, before, after)
