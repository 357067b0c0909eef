"""What each test means: yes if it holds for every value still possible, no if for none, else unknown."""

import datetime as dt
from collections.abc import Callable, Sequence
from operator import ge, gt, le, lt
from typing import Any

from waystation.core.conditions import (
    Clock,
    Compare,
    Count,
    Has,
    OneOf,
    Operand,
    Parameter,
    Quantified,
    Shift,
    Weigh,
)  # fmt: skip
from waystation.core.facts import Among, Known, Listing, Members, Range, View
from waystation.core.measures import after_working_days
from waystation.core.truth import NO, UNKNOWN, YES, Truth, not_, yes_if

EXACT = (str, int, float, bool, dt.date)
"""The types of a value that is known exactly."""
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": ge, "at_most": le, "above": gt, "below": lt,
}  # fmt: skip


def day_of(view: View) -> dt.date:
    """The day judged on. Raises KeyError if the view has none."""
    today = view["today"]
    assert isinstance(today, dt.date)
    return today


def operand(than: Operand | None, view: View) -> Known | None:
    """What a test compares with, where that hangs on a fact: a day moved. None: that fact is unknown."""
    if not isinstance(than, Shift):
        return None if isinstance(than, Parameter) else than
    base = view.get(than.base)
    move = than.length.before if than.back else than.length.after
    if isinstance(base, dt.date):
        return move(base)
    if isinstance(base, Range):
        low, high = (move(end) if isinstance(end, dt.date) else None for end in (base.low, base.high))
        return Range(low, high)
    return None


def test(what: OneOf | Compare | Has, known: Known, than: Known | None) -> Truth:
    """The truth of one test on what is known of its fact; `than` is its operand, worked out."""
    if isinstance(what, OneOf):
        return one_of(what, known)
    return compare(what, known, than) if isinstance(what, Compare) else has(what, known)


def one_of(what: OneOf, known: Known) -> Truth:
    """`is` and `in`, and their negations."""
    if isinstance(known, EXACT):
        return YES if (known in what.values) is not what.negated else NO
    if isinstance(known, Among):
        inside = len(known.values & what.values)
        truth = NO if not inside else YES if inside == len(known.values) else UNKNOWN
    elif isinstance(known, Range):
        truth = _one_of_range(what, known)
    else:
        truth = yes_if(known in what.values)
    return not_(truth) if what.negated else truth


def _one_of_range(what: OneOf, known: Range) -> Truth:
    if known.low is not None and known.low == known.high:
        return yes_if(known.low in what.values)
    possible = [value for value in what.values if _may_be(value, known)]
    return UNKNOWN if possible else NO


def _may_be(value: Any, known: Range) -> bool:
    low: Any = known.low
    high: Any = known.high
    return (low is None or value >= low) and (high is None or value <= high)


def compare(what: Compare, known: Known, than: Known | None) -> Truth:
    """Both sides may be ranges: yes if it holds for every pair of values, no if for none."""
    if than is None:
        return UNKNOWN
    holds = COMPARE[what.how]
    if not what.ranks and isinstance(known, EXACT) and isinstance(than, EXACT):
        return YES if holds(known, than) else NO
    left, right = _ends(known, what.ranks), _ends(than, what.ranks)
    upward = what.how in ("at_least", "above")
    worst, best = (left[0], right[1]), (left[1], right[0])
    if not upward:
        worst, best = (left[1], right[0]), (left[0], right[1])
    if None not in worst and holds(*worst):
        return YES
    if None not in best and not holds(*best):
        return NO
    return UNKNOWN


def _ends(known: Known, ranks: Sequence[str]) -> tuple[Any, Any]:
    """Least and greatest possible value; an ordered choice counts by its rank."""
    if isinstance(known, Range):
        return known.low, known.high
    values: list[Any] = list(known.values) if isinstance(known, Among) else [known]
    if ranks:
        values = [ranks.index(value) for value in values]
    return min(values), max(values)


def has(what: Has, known: Known) -> Truth:
    """Tests of a set that may be open."""
    assert isinstance(known, Members)
    lacking = what.values & known.lack if not known.complete else what.values - known.have
    if what.how == "all":
        return YES if what.values <= known.have else NO if lacking else UNKNOWN
    any_of = YES if what.values & known.have else NO if lacking == what.values else UNKNOWN
    return any_of if what.how == "any" else not_(any_of)


def clock(node: Clock, view: View) -> Truth:
    """Whether today is on or before the clock's end, its stops and extensions aside."""
    start = view.get(node.start)
    if not isinstance(start, (dt.date, Range)):
        return UNKNOWN
    ends = (start, start) if isinstance(start, dt.date) else (start.low, start.high)
    low, high = (_clock_end(node, end) if isinstance(end, dt.date) else None for end in ends)
    return compare(Compare("at_most", ""), day_of(view), Range(low, high))


def _clock_end(node: Clock, start: dt.date) -> dt.date:
    return after_working_days(start, node.length.days) if node.working else node.length.after(start)


def counted(node: Quantified | Count, truths: Sequence[Truth], complete: bool) -> Truth:
    """A quantifier or count over a list; an open list may hold more things of either kind."""
    yes, no = truths.count(YES), truths.count(NO)
    most = None if not complete else len(truths) - no
    if isinstance(node, Quantified):
        if node.how == "some":
            return YES if yes else UNKNOWN if most is None or most else NO
        return NO if no else YES if complete and yes == len(truths) else UNKNOWN
    if node.how == "at_least":
        return YES if yes >= node.limit else UNKNOWN if most is None or most >= node.limit else NO
    return NO if yes > node.limit else YES if most is not None and most <= node.limit else UNKNOWN


def thing_view(thing: View, outer: View) -> View:
    """What is known of a thing in a list: its own facts and the day."""
    return {**thing, "today": outer["today"]}


def in_window(node: Count, view: View) -> Truth:
    """Whether the thing's day lies in the window that ends today."""
    assert node.within is not None
    today = day_of(view)
    known = view.get(node.by)
    if known is None:
        return UNKNOWN
    started = compare(Compare("at_least", ""), known, node.within.before(today))
    return min(started, compare(Compare("at_most", ""), known, today))


def weighed(node: Weigh, listing: Listing, view: View) -> Truth:
    """Whether the weighted sum of periods reaches the length, at its least and at its most."""
    need, today = node.at_least.in_days(), day_of(view)
    sums = [_period(node, thing, today) for thing in listing.items]
    if sum(low for low, _ in sums) >= need:
        return YES
    if listing.complete and sum(high for _, high in sums) < need:
        return NO
    return UNKNOWN


def _period(node: Weigh, thing: View, today: dt.date) -> tuple[float, float]:
    """Least and most weighted days of one period up to today."""
    weights = dict(node.weights)
    kind = thing.get(node.field)
    if isinstance(kind, str):
        least = most = weights.get(kind, 0.0)
    else:
        least, most = 0.0, max(weights.values(), default=0.0)
    start, end = _ends(thing.get("from", Range()), ()), _ends(thing.get("until", Range()), ())
    shortest = _days(start[1], min(end[0], today)) if end[0] and start[1] else 0
    longest = _days(start[0], min(end[1] or today, today)) if start[0] else float("inf")
    return least * shortest, most * longest if most else 0.0


def _days(start: dt.date, end: dt.date) -> float:
    return max((end - start).days, 0)
