"""Judge a condition on what is known, with reasons: what decided, what is missing, what the law leaves open.

The law of this module: learning never overturns. What is yes or no stays so whatever is learnt later, unless
something was presumed. `closures` computes the same truths without reasons; property tests hold them equal.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from msgspec import Struct

from waystation.core import meaning
from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
    Condition,
    Count,
    Leaf,
    Node,
    Not,
    Parameter,
    Presume,
    Quantified,
    Shift,
    Silent,
    Weigh,
)  # fmt: skip
from waystation.core.facts import Known, Listing, Scalar, View
from waystation.core.truth import NO, UNKNOWN, YES, Truth, not_

Parameters = Callable[[str, dt.date], Scalar | None]
"""The value of a named parameter on a day; None: no source states it."""


class Ask(Struct, frozen=True, cache_hash=True, order=True, gc=False):
    """A fact that is missing: of the subject itself (`of` empty), or of a thing in a list (`household`, `2`)."""

    fact: str
    of: tuple[str, ...] = ()


class Gap(Struct, frozen=True, cache_hash=True, gc=False):
    """What the law or its source leaves open: a leaf that is not confirmed, or words of a `silent`."""

    says: str
    leaf: Leaf | None = None


class Reason(Struct, frozen=True, gc=False):
    """One leaf (or list test) that decided, the truth it came to, and what was known of its fact."""

    node: Node
    truth: Truth
    known: Known | None
    of: tuple[str, ...] = ()


class Verdict(Struct, frozen=True, gc=False):
    """The truth of a condition. `missing` and `law` are filled where they keep it unknown."""

    truth: Truth
    because: tuple[Reason, ...] = ()
    missing: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()
    presumed: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Nothing learnt later can change it."""
        return self.truth is not UNKNOWN and not self.presumed


class _Court(Struct, frozen=True, gc=False):
    """Where a node is judged: what is known there, whose thing it is, and the parameters."""

    view: View
    of: tuple[str, ...]
    parameters: Parameters


def no_parameters(name: str, day: dt.date) -> Scalar | None:
    """Knows no parameter."""
    return None


def judge(condition: Condition | Node, view: View, parameters: Parameters = no_parameters) -> Verdict:
    """The verdict on what `view` knows. `view['today']` is the day judged on."""
    node = condition.node if isinstance(condition, Condition) else condition
    return _judge(node, _Court(view, (), parameters))


def _judge(node: Node, court: _Court) -> Verdict:
    match node:
        case Leaf():
            return _judge_leaf(node, court)
        case All():
            return _judge_parts(node.parts, len(node.parts), NO, court)
        case AnyOf():
            return _judge_parts(node.parts, 1, YES, court)
        case Silent(says):
            return Verdict(UNKNOWN, law=(Gap(says),))
        case AtLeast(count, parts):
            return _joined([_judge(part, court) for part in parts], count)
        case Not(part):
            verdict = _judge(part, court)
            return Verdict(not_(verdict.truth), verdict.because, verdict.missing, verdict.law, verdict.presumed)
        case Presume(facts, part):
            return _judge_presumed(dict(facts), part, court)
        case Clock():
            return _judge_clock(node, court)
    return _judge_list(node, court)


def _judge_parts(parts: tuple[Node, ...], count: int, enough: Truth, court: _Court) -> Verdict:
    """*and* (one no is `enough`) and *or* (one yes is). What decides for one reason cannot be said shorter."""
    verdicts: list[Verdict] = []
    for part in parts:
        verdict = _judge_leaf(part, court) if isinstance(part, Leaf) else _judge(part, court)
        if verdict.truth is enough and len(verdict.because) <= 1 and not verdict.presumed:
            return verdict
        verdicts.append(verdict)
    return _joined(verdicts, count)


def _joined(verdicts: list[Verdict], count: int) -> Verdict:
    """At least `count` of the verdicts: *and* asks for all of them, *or* for one."""
    by_truth: tuple[list[Verdict], list[Verdict], list[Verdict]] = ([], [], [])
    for verdict in verdicts:
        by_truth[verdict.truth].append(verdict)
    no, unknown, yes = by_truth
    if len(yes) >= count:
        return _merged(YES, _shortest(yes, count))
    if len(yes) + len(unknown) < count:
        return _merged(NO, _shortest(no, len(verdicts) - count + 1))
    return _merged(UNKNOWN, unknown, beside=[*yes, *(one for one in no if one.presumed)])


def _shortest(verdicts: list[Verdict], count: int) -> list[Verdict]:
    """The `count` with the fewest reasons, those without presumption first: the shortest honest explanation."""
    if count == len(verdicts):
        return verdicts
    return sorted(verdicts, key=lambda one: (len(one.presumed), len(one.because)))[:count]


def _merged(truth: Truth, verdicts: list[Verdict], beside: Sequence[Verdict] = ()) -> Verdict:
    """One verdict of several; `beside` adds what already holds where the whole is unknown."""
    if len(verdicts) == 1 and not beside and verdicts[0].truth is truth:
        return verdicts[0]
    reasons: dict[tuple[object, ...], Reason] = {}
    missing: dict[Ask, None] = {}
    law: dict[Gap, None] = {}
    presumed: dict[str, None] = {}
    for one in verdicts:
        for ask in one.missing:
            missing[ask] = None
        for gap in one.law:
            law[gap] = None
    for one in (*verdicts, *beside):
        for reason in one.because:
            reasons[reason.node, reason.truth, reason.of] = reason
        for fact in one.presumed:
            presumed[fact] = None
    return Verdict(truth, tuple(reasons.values()), tuple(missing), tuple(law), tuple(presumed))


def _judge_leaf(leaf: Leaf, court: _Court) -> Verdict:
    test, known = leaf.test, court.view.get(leaf.fact)
    than = test.than if isinstance(test, Compare) else None
    if leaf.unconfirmed:
        return Verdict(UNKNOWN, law=(Gap("", leaf),))
    if isinstance(than, Parameter):
        stated = court.parameters(than.name, meaning.day_of(court.view))
        if stated is None:
            return Verdict(UNKNOWN, law=(Gap(than.name, leaf),))
        than = stated
    elif isinstance(than, Shift):
        return _judge_shifted(leaf, than, known, court)
    truth = UNKNOWN if known is None else meaning.test(test, known, than)
    because = (Reason(leaf, truth, known, court.of),)
    if truth is UNKNOWN:
        return Verdict(UNKNOWN, because, (Ask(leaf.fact, court.of),))
    return Verdict(truth, because)


def _judge_shifted(leaf: Leaf, shift: Shift, known: Known | None, court: _Court) -> Verdict:
    """A test against a day that hangs on another fact, its base."""
    than = meaning.operand(shift, court.view)
    truth = UNKNOWN if known is None or than is None else meaning.test(leaf.test, known, than)
    because = (Reason(leaf, truth, known, court.of),)
    missing = _asked(leaf.fact, known, shift.base, than) if truth is UNKNOWN else ()
    return Verdict(truth, because, tuple(Ask(fact, court.of) for fact in missing))


def _asked(fact: str, known: Known | None, base: str, than: Known | None) -> tuple[str, ...]:
    """Which of the two to ask for: the base first, then the fact; within a range, either helps."""
    if than is None:
        return (base,)
    asked = () if isinstance(known, meaning.EXACT) else (fact,)
    return asked if known is None or isinstance(than, meaning.EXACT) else (*asked, base)


def _judge_presumed(presumed: dict[str, Scalar], part: Node, court: _Court) -> Verdict:
    plain = _judge(part, court)
    if plain.truth is not UNKNOWN:
        return plain
    filled = {**{fact: value for fact, value in presumed.items() if fact not in court.view}, **court.view}
    verdict = _judge(part, _Court(filled, court.of, court.parameters))
    asked = tuple(fact for fact in presumed if any(ask.fact == fact for ask in plain.missing))
    return Verdict(verdict.truth, verdict.because, plain.missing, verdict.law, (*verdict.presumed, *asked))


def _judge_clock(clock: Clock, court: _Court) -> Verdict:
    """Running if today is not past the end, or something stopped or extended it."""
    truth = meaning.clock(clock, court.view)
    known = court.view.get(clock.start)
    missing = (Ask(clock.start, court.of),) if truth is UNKNOWN else ()
    plain = Verdict(truth, (Reason(clock, truth, known, court.of),), missing)
    others = [_judge(part, court) for part in (clock.stopped_by, clock.extended_if) if part]
    running = _joined([plain, *others], 1)
    if clock.still == "running":
        return running
    return Verdict(not_(running.truth), running.because, running.missing, running.law, running.presumed)


def _judge_list(node: Quantified | Count | Weigh, court: _Court) -> Verdict:
    """Tests over the things in a list; an open list may hold more."""
    listing = court.view.get(node.of)
    if not isinstance(listing, Listing):
        return Verdict(UNKNOWN, missing=(Ask(node.of, court.of),))
    if isinstance(node, Weigh):
        truth = meaning.weighed(node, listing, court.view)
        verdicts: list[Verdict] = []
    else:
        verdicts = [_judge_thing(node, thing, place, court) for place, thing in enumerate(listing.items)]
        truth = meaning.counted(node, [verdict.truth for verdict in verdicts], listing.complete)
    reason = Reason(node, truth, listing, court.of)
    if truth is not UNKNOWN:
        inner = _merged(truth, _deciding(node, truth, verdicts))
        return Verdict(truth, (reason,), presumed=inner.presumed)
    unknown = _merged(UNKNOWN, [one for one in verdicts if one.truth is UNKNOWN])
    if isinstance(node, Weigh) or not listing.complete:
        missing = (*unknown.missing, Ask(node.of, court.of))
    else:
        missing = unknown.missing
    return Verdict(UNKNOWN, (reason,), missing, unknown.law, unknown.presumed)


def _deciding(node: Quantified | Count | Weigh, truth: Truth, verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts on things that made a list's test come to `truth`: as few as are enough."""
    how, limit = getattr(node, "how", ""), getattr(node, "limit", 1)
    wanted = not_(truth) if how == "at_most" else truth
    those = [one for one in verdicts if one.truth is wanted]
    enough = {("some", YES): 1, ("every", NO): 1, ("at_least", YES): limit, ("at_most", NO): limit + 1}
    return _shortest(those, enough.get((how, truth), len(those)))


def _judge_thing(node: Quantified | Count, thing: View, place: int, court: _Court) -> Verdict:
    named = thing.get("id", str(place + 1))
    inside = _Court(meaning.thing_view(thing, court.view), (*court.of, node.of, str(named)), court.parameters)
    verdict = _judge(node.where, inside)
    if isinstance(node, Count) and node.within is not None:
        in_window = meaning.in_window(node, inside.view)
        missing = (Ask(node.by, inside.of),) if in_window is UNKNOWN else ()
        return _joined([verdict, Verdict(in_window, missing=missing)], 2)
    return verdict
