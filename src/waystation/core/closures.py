"""Conditions compiled to closures: the same truths as `judge`, without reasons, for inner loops.

A closure takes a view and returns a Truth. Tests of exact values are tables or single comparisons; everything
rarer falls back on `meaning`. Conjunctions try their cheap parts first.
"""

import datetime as dt
from collections.abc import Callable, Mapping

from waystation.core import meaning
from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
    Condition,
    Count,
    Has,
    Leaf,
    Node,
    Not,
    OneOf,
    Parameter,
    Presume,
    Quantified,
    Shift,
    Silent,
    Weigh,
)  # fmt: skip
from waystation.core.facts import Known, Listing, Members, View
from waystation.core.judge import Parameters, no_parameters
from waystation.core.truth import NO, UNKNOWN, YES, Truth, at_least, not_

Test = Callable[[View], Truth]

OPPOSITE = (YES, UNKNOWN, NO)
EXACT = (str, int, float, bool, dt.date)


def compile_condition(condition: Condition | Node, parameters: Parameters = no_parameters) -> Test:
    """A closure that gives the same truth as `judge` on every view."""
    node = condition.node if isinstance(condition, Condition) else condition
    return _compile(node, parameters)


def _compile(node: Node, parameters: Parameters) -> Test:
    match node:
        case Leaf():
            return _leaf(node, parameters)
        case Silent():
            return lambda view: UNKNOWN
        case All(parts):
            return _all([_compile(part, parameters) for part in _cheap_first(parts)])
        case AnyOf(parts):
            return _any([_compile(part, parameters) for part in _cheap_first(parts)])
        case Not(part):
            inner = _compile(part, parameters)
            return lambda view: OPPOSITE[inner(view)]
        case AtLeast(count, parts):
            tests = [_compile(part, parameters) for part in parts]
            return lambda view: at_least(count, [test(view) for test in tests])
        case Presume(facts, part):
            return _presume(dict(facts), _compile(part, parameters))
        case Clock():
            return _clock(node, parameters)
    return _listing(node, parameters)


def _cheap_first(parts: tuple[Node, ...]) -> list[Node]:
    """Leaves before the rest; the order never changes a truth."""
    return sorted(parts, key=lambda part: not isinstance(part, Leaf))


def _all(tests: list[Test]) -> Test:
    def judge_all(view: View) -> Truth:
        truth = YES
        for test in tests:
            one = test(view)
            if one is NO:
                return NO
            if one is UNKNOWN:
                truth = UNKNOWN
        return truth

    return judge_all


def _any(tests: list[Test]) -> Test:
    def judge_any(view: View) -> Truth:
        truth = NO
        for test in tests:
            one = test(view)
            if one is YES:
                return YES
            if one is UNKNOWN:
                truth = UNKNOWN
        return truth

    return judge_any


def _leaf(node: Leaf, parameters: Parameters) -> Test:
    if node.unconfirmed:
        return lambda view: UNKNOWN
    test, fact = node.test, node.fact
    if isinstance(test, OneOf):
        return _one_of(test, fact)
    if isinstance(test, Has):
        return _has(test, fact)
    if isinstance(test.than, (Shift, Parameter)) or test.ranks:
        return _compare_moving(test, fact, parameters)
    return _compare_fixed(test, fact, test.than)


def _one_of(test: OneOf, fact: str) -> Test:
    values = test.values
    inside, outside = (NO, YES) if test.negated else (YES, NO)

    def judge_one_of(view: View) -> Truth:
        known = view.get(fact)
        if known is None:
            return UNKNOWN
        if isinstance(known, EXACT):
            return inside if known in values else outside
        return meaning.one_of(test, known)

    return judge_one_of


def _has(test: Has, fact: str) -> Test:
    values, how = test.values, test.how

    def judge_has(view: View) -> Truth:
        known = view.get(fact)
        if known is None:
            return UNKNOWN
        if isinstance(known, Members) and known.complete:
            if how == "all":
                return YES if values <= known.have else NO
            disjoint = values.isdisjoint(known.have)
            return YES if disjoint is (how == "none") else NO
        return meaning.has(test, known)

    return judge_has


def _compare_fixed(test: Compare, fact: str, than: Known) -> Test:
    holds = meaning.COMPARE[test.how]

    def judge_compare(view: View) -> Truth:
        known = view.get(fact)
        if known is None:
            return UNKNOWN
        if isinstance(known, EXACT):
            return YES if holds(known, than) else NO
        return meaning.compare(test, known, than)

    return judge_compare


def _compare_moving(test: Compare, fact: str, parameters: Parameters) -> Test:
    def judge_moving(view: View) -> Truth:
        known = view.get(fact)
        if known is None:
            return UNKNOWN
        if isinstance(test.than, Parameter):
            return meaning.compare(test, known, parameters(test.than.name, meaning.day_of(view)))
        return meaning.compare(test, known, meaning.operand(test.than, view))

    return judge_moving


def _presume(presumed: Mapping[str, Known], inner: Test) -> Test:
    def judge_presume(view: View) -> Truth:
        truth = inner(view)
        return inner({**presumed, **view}) if truth is UNKNOWN else truth

    return judge_presume


def _clock(node: Clock, parameters: Parameters) -> Test:
    others = [_compile(part, parameters) for part in (node.stopped_by, node.extended_if) if part]
    running = _any([lambda view: meaning.clock(node, view), *others])
    return running if node.still == "running" else lambda view: not_(running(view))


def _listing(node: Quantified | Count | Weigh, parameters: Parameters) -> Test:
    if isinstance(node, Weigh):
        return lambda view: _of_listing(view.get(node.of), lambda listing: meaning.weighed(node, listing, view))
    holds = _thing(node, parameters)

    def judge_listing(view: View) -> Truth:
        def count(listing: Listing) -> Truth:
            things = [meaning.thing_view(thing, view) for thing in listing.items]
            return meaning.counted(node, [holds(thing) for thing in things], listing.complete)

        return _of_listing(view.get(node.of), count)

    return judge_listing


def _of_listing(known: Known | None, found: Callable[[Listing], Truth]) -> Truth:
    return found(known) if isinstance(known, Listing) else UNKNOWN


def _thing(node: Quantified | Count, parameters: Parameters) -> Test:
    where = _compile(node.where, parameters)
    if isinstance(node, Quantified) or node.within is None:
        return where
    return _all([where, lambda view: meaning.in_window(node, view)])
