"""The practices that can move a plan, compiled for one case: conditions, bans, spots, and which matter at all."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

import msgspec
from msgspec import Struct

from waystation.core.closures import Test, compile_condition
from waystation.core.conditions import Clock, Condition, Has, Leaf, Presume, facts_read, read_closely, walk
from waystation.core.facts import View
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Goal
from waystation.core.practices import (
    Covers,
    Decision,
    Document,
    Entry,
    Forbids,
    Need,
    Practice,
    Right,
    Spotting,
    Status,
)
from waystation.core.records import Valid
from waystation.core.truth import NO, YES, Truth
from waystation.desks.planner.goals import ASKS_FOR
from waystation.desks.planner.wants import DATED, Wants, wants

MOVED = frozenset({
    "here", "here_since", "status_here", "lawful_until", "statuses", "travel_documents", "decisions",
    "rights", "done", "today", "at_home", "shares_agreement", "incidents_here", "passing", "renewable_here",
    "family_of",
})  # fmt: skip
"""Facts that a plan itself changes. Whatever a condition says without them it says for good."""


class Ban(Struct, frozen=True):
    """A ban and the test of whether it strikes: its `who`, and none of its exceptions."""

    practice: Practice
    strikes: Test


class Spot(Struct, frozen=True):
    """A place of application and the test of the country one stands in."""

    where: Spotting
    standing: Test


class Rule(Struct, frozen=True):
    """One practice, ready for the inner loop.

    `hangs_on`: everything an application reads, closely. `heeds`: steps of which it matters whether they were taken.
    `dated`: whether the day itself matters. `awaited`: whether it may come to hold by nothing but time.
    """

    id: str
    practice: Practice
    who: Test
    reads: frozenset[str]
    hangs_on: frozenset[str]
    heeds: frozenset[str]
    dated: bool
    awaited: bool
    still: bool
    clocked: bool
    spots: tuple[Spot, ...]
    bans: tuple[Ban, ...]
    official: bool
    presumes: bool
    touches: frozenset[str]
    decisions: frozenset[str]
    asks_for: frozenset[str]
    wants: Wants


class Rules(Struct, frozen=True, dict=True):
    """The rules of one case, by id, those that can never apply left out (with the reason in `closed`).

    `asked`: the decisions that the goal itself asks for. `dict` keeps what is looked up for each goal country.
    """

    by_id: Mapping[str, Rule]
    closed: Mapping[str, str]
    asked: frozenset[str] = frozenset()

    @cached_property
    def touching(self) -> Mapping[str, frozenset[str]]:
        """Of each country the rules that give its entry, status, rights or papers."""
        return _index(self.by_id.values(), lambda rule: rule.touches)

    @cached_property
    def giving(self) -> Mapping[str, frozenset[str]]:
        """Of each decision, and of each practice as one that was done, the rules that give it."""
        return _index(self.by_id.values(), lambda rule: rule.decisions | {rule.id})


def _index(rules: Iterable[Rule], words: Callable[[Rule], frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for rule in rules:
        for word in words(rule):
            found.setdefault(word, set()).add(rule.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def moving(practice: Practice) -> bool:
    """Whether it changes what somebody holds: only such steps carry a plan."""
    return practice.kind != "ban" and any(
        isinstance(effect.it, (Entry, Status, Document, Decision, Right)) for effect in practice.gives
    )


def bans_on(practice: Practice, knowledge: Knowledge) -> list[Practice]:
    """The bans that name this practice's country and kind."""
    bans = knowledge.once("bans", lambda: _bans(knowledge))
    return [
        ban for ban, forbids in bans.get(practice.country, ()) if not forbids.kind or practice.kind in forbids.kind
    ]


def _bans(knowledge: Knowledge) -> Mapping[str, list[tuple[Practice, Forbids]]]:
    """Of each country what forbids applications there."""
    found: dict[str, list[tuple[Practice, Forbids]]] = {}
    for ban in knowledge.practices.values():
        if ban.forbids:
            found.setdefault(ban.forbids.country, []).append((ban, ban.forbids))
    return found


def compile_rules(view: View, knowledge: Knowledge, day: dt.date, goal: Goal = "settle") -> Rules:
    """The rules that may matter to somebody of whom `view` is known and who wants this goal.

    A rule is left out if its conditions say no even with everything a plan could change unknown: learning never
    overturns, so no plan opens it.
    """
    for_good: View = {**{fact: known for fact, known in view.items() if fact not in MOVED}, "today": day}
    closed: dict[str, str] = {}
    open: dict[str, Practice] = {}
    for id, practice in knowledge.once("moving", lambda: _moving(knowledge)):
        if practice.holds_on(day) is NO and not _starts_later(practice, day):
            closed[id] = "state"
        elif who_test(practice, knowledge)(for_good) is NO:
            closed[id] = "who"
        else:
            open[id] = practice
    asked = ASKS_FOR.get(goal, frozenset())
    wanted = _wanted(open, asked)
    rules = {id: _compiled(open[id], knowledge) for id in open if id in wanted}
    return Rules(rules, closed, asked)


def _moving(knowledge: Knowledge) -> tuple[tuple[str, Practice], ...]:
    return tuple((id, one) for id, one in sorted(knowledge.practices.items()) if moving(one))


def who_test(practice: Practice, knowledge: Knowledge) -> Test:
    """The test of whom a practice is for."""
    return knowledge.once(("who", practice.id), lambda: compile_condition(practice.who, knowledge.parameter))


def _compiled(practice: Practice, knowledge: Knowledge) -> Rule:
    return knowledge.once(("rule", practice.id), lambda: compile_rule(practice, knowledge))


def _starts_later(practice: Practice, day: dt.date) -> bool:
    return practice.state in ("active", "announced") and (practice.valid.from_ or day) > day


def _wanted(practices: Mapping[str, Practice], by_goal: frozenset[str]) -> frozenset[str]:
    """Practices that let in or give a status, paper or right, and those that give a decision somebody wants."""
    asked = set(by_goal)
    wanted: set[str] = set()
    while True:
        new = {
            id
            for id, practice in practices.items()
            if id not in wanted and (_carries(practice) or _decisions(practice) & asked or id in asked)
        }
        if not new:
            return frozenset(wanted)
        wanted |= new
        asked |= {word for id in new for word in _asks_for(practices[id].who)}


def _carries(practice: Practice) -> bool:
    return any(isinstance(effect.it, (Entry, Status, Document, Right)) for effect in practice.gives)


def _decisions(practice: Practice) -> set[str]:
    return {one.name for one in practice.effects(Decision) if isinstance(one, Decision)}


def touched(practice: Practice) -> frozenset[str]:
    """Countries whose entry, status, rights or papers it gives."""
    found: set[str] = set()
    for effect in practice.gives:
        match effect.it:
            case Entry(to=place) | Document(issuer=place) | Status(in_=place) | Right(in_=place):
                found.add(place)
    return frozenset(found)


def effects(practice: Practice) -> Iterator[object]:
    """What it gives in any of its versions."""
    for gives in (practice.gives, *(version.gives or () for version in practice.versions)):
        for effect in gives:
            yield effect.it


def needs_of(practice: Practice) -> Iterator[Need]:
    """The papers to bring in any of its versions."""
    for needs in (practice.needs, *(version.needs or () for version in practice.versions)):
        yield from needs


def _asks_for(who: Condition) -> set[str]:
    """Names of decisions and ids of practices that a condition wants done."""
    return {
        word
        for node in walk(who.node)
        if isinstance(node, Leaf) and node.fact in ("decisions", "done") and isinstance(node.test, Has)
        for word in node.test.values
    }


def compile_rule(practice: Practice, knowledge: Knowledge) -> Rule:
    """One practice, ready for the inner loop."""

    def test(condition: Condition) -> Test:
        return compile_condition(condition, knowledge.parameter)

    nodes = list(walk(practice.who.node))
    bans = bans_on(practice, knowledge)
    hangs_on = _hangs_on(practice, bans, knowledge)
    return Rule(
        id=practice.id,
        practice=practice,
        who=who_test(practice, knowledge),
        reads=facts_read(practice.who.node),
        hangs_on=hangs_on,
        heeds=frozenset(fact.removeprefix("done:") for fact in hangs_on) | knowledge.excluding(practice.id),
        dated=any(fact.rpartition(".")[2] in DATED for fact in hangs_on),
        awaited=practice.valid != Valid() or any(fact.rpartition(".")[2] in DATED for fact in hangs_on),
        clocked=any(isinstance(node, Clock) and node.still == "running" for node in nodes),
        still=not facts_read(practice.who.node) & MOVED and not practice.versions,
        spots=tuple(Spot(where, test(where.standing_in)) for where in practice.where),
        bans=tuple(Ban(ban, _strikes(ban, test)) for ban in bans),
        official=knowledge.confidence(practice) == "high",
        presumes=any(isinstance(node, Presume) for node in nodes),
        touches=touched(practice),
        decisions=frozenset(_decisions(practice)),
        asks_for=frozenset(_asks_for(practice.who)),
        wants=wants(practice.who.node),
    )


def _hangs_on(practice: Practice, bans: Iterable[Practice], knowledge: Knowledge) -> frozenset[str]:
    """Everything that an application for it reads, of anybody and anywhere."""
    covers = [practice.covers.members] if isinstance(practice.covers, Covers) else []
    versions = [
        one
        for version in practice.versions
        for one in (version.when, *([version.covers.members] if isinstance(version.covers, Covers) else []))
    ]
    banned = [one for ban in bans for one in (ban.who, *ban.unless)]
    standing = [where.standing_in for where in practice.where]
    conditions = [
        practice.who,
        *covers,
        *versions,
        *banned,
        *standing,
        *knowledge.asked_at_missions(practice.country),
    ]
    return frozenset().union(*(read_closely(one.node) for one in conditions))


def _strikes(ban: Practice, test: Callable[[Condition], Test]) -> Test:
    who, exceptions = test(ban.who), [test(one) for one in ban.unless]

    def strikes(view: View) -> Truth:
        excepted = max((one(view) for one in exceptions), default=NO)
        return min(who(view), Truth(YES - excepted))

    return strikes


def version_of(practice: Practice, view: View, knowledge: Knowledge) -> tuple[Practice, Truth]:
    """The practice as the first version whose `when` is yes; not yes if an unknown stands before it."""
    for version in practice.versions:
        truth = judge(version.when, view, knowledge.parameter).truth
        if truth is YES:
            fields = {
                name: value
                for name in ("gives", "takes", "costs", "covers", "needs")
                if (value := getattr(version, name)) is not None
            }
            return msgspec.structs.replace(practice, **fields), YES
        if truth is not NO:
            return practice, truth
    return practice, YES
