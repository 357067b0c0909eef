"""What every plan of one way still has to go through: steps without which its goal cannot be reached.

Worked out as if nothing that is held were ever lost (landmarks of the relaxed problem), so what is said to lie
ahead does lie ahead. A way whose goal cannot be reached even so needs no search.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from waystation.core.conditions import Quantified
from waystation.core.facts import Known, View
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.meaning import thing_view
from waystation.core.plans import Goal
from waystation.core.practices import Document, Entry, Right, Status
from waystation.core.truth import NO
from waystation.desks.planner.entry import open_to
from waystation.desks.planner.goals import ASKS_FOR, PASSING
from waystation.desks.planner.held import Held, Standing
from waystation.desks.planner.rules import Rule, effects
from waystation.desks.planner.wants import Wants

Providers = frozenset[str]
"""Ids of rules any one of which gives what is needed."""
NEVER = -1
"""All bits set: steps that can never be reached have everything ahead of them."""


class Start:
    """Where the lead stands and what they hold before the first step. What was looked at is kept: ways share rules."""

    def __init__(self, place: str, held: Held, view: View, knowledge: Knowledge) -> None:
        self.place, self.held, self.view, self.knowledge = place, held, view, knowledge
        self.open = open_to(held, knowledge) | {place}
        self._fitting: dict[tuple[Quantified, str | None, str, str], bool] = {}

    @property
    def today(self) -> dt.date:
        """The day of the first step."""
        day = self.view["today"]
        assert isinstance(day, dt.date)
        return day

    def needless(self, node: Quantified) -> bool:
        """Whether a standing that is held may be what the node asks for, or one that may come by crossing."""
        held = ((one.in_, one.kind, one.name) for one in self.held.standings)
        return self.fits(node, None, "visa-free", "") or any(self.fits(node, *one) for one in held)

    def had(self, fact: str, values: Iterable[object]) -> bool:
        """Whether one of these was among this fact before the first step."""
        known = self.view.get(fact)
        return bool(getattr(known, "have", frozenset()) & frozenset(values))

    def fits(self, node: Quantified, in_: str | None, kind: str, name: str) -> bool:
        """Whether a standing may be what the node asks for; with no country, one in some country."""
        key = (node, in_, kind, name)
        if key not in self._fitting:
            thing: dict[str, Known] = {"kind": kind, "name": name, **({"in": in_} if in_ else {})}
            today: View = {"today": self.today}
            truth = judge(node.where, thing_view(thing, today), self.knowledge.parameter).truth
            self._fitting[key] = truth is not NO
        return self._fitting[key]


class Given(Struct, frozen=True):
    """Who gives what, among some rules."""

    decisions: Mapping[str, Providers]
    rights: Mapping[str, Providers]
    entries: Mapping[str, Providers]
    statuses: tuple[tuple[str, Status], ...]
    papers: tuple[tuple[str, Document], ...]


def ahead(rules: Mapping[str, Rule], goal: Goal, place: str, start: Start) -> "Ahead | None":
    """The steps that every plan of these rules ending in `place` takes; None: no plan of them can end there."""
    needs = _Needs(_given(rules.values()), rules, start)
    order = {id: 1 << at for at, id in enumerate(rules)}
    before = _before(order, {id: needs.of(rule) for id, rule in rules.items()})
    wanted = needs.goal(goal, place)
    if _all(wanted, before) == NEVER:
        return None
    reachable = {id: rule for id, rule in rules.items() if before[id] != NEVER}
    leading = {id: frozenset(other for other, bit in order.items() if before[id] & bit) for id in reachable}
    return Ahead(reachable, tuple({id: leading[id] for id in some if id in reachable} for some in wanted), place)


class Ahead(Struct, frozen=True):
    """The rules that can be reached, and what the goal in `place` needs.

    Of each need the rules that give it, each with all steps that every way to it takes, itself included.
    """

    rules: Mapping[str, Rule]
    needs: tuple[Mapping[str, frozenset[str]], ...]
    place: str

    def left(self, done: frozenset[str]) -> list[frozenset[str]]:
        """The smallest sets of steps of which every plan takes one whole that goes on after `done`."""
        sets = {frozenset[str]()}
        for need in self.needs:
            if not done & need.keys():
                sets = _smallest(one | steps - done for one in sets for steps in need.values())
        return sorted(sets, key=sorted)


def _smallest(sets: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Those that hold no other."""
    every = set(sets)
    return {one for one in every if not any(other < one for other in every)}


def _before(order: Mapping[str, int], needs: Mapping[str, list[Providers]]) -> dict[str, int]:
    """Of each rule the steps that every way to it takes, itself included: the greatest fixed point."""
    before = dict.fromkeys(order, NEVER)
    changed = True
    while changed:
        changed = False
        for id, bit in order.items():
            now = _all(needs[id], before)
            if now != NEVER:
                now |= bit
            if now != before[id]:
                before[id], changed = now, True
    return before


def _all(needs: Iterable[Providers], before: Mapping[str, int]) -> int:
    """What lies before all of these: of each, what all who give it share."""
    steps = 0
    for providers in needs:
        shared = NEVER
        for one in providers:
            shared &= before[one]
        if shared == NEVER:
            return NEVER
        steps |= shared
    return steps


def _given(rules: Iterable[Rule]) -> Given:
    decisions: dict[str, set[str]] = {}
    rights: dict[str, set[str]] = {}
    entries: dict[str, set[str]] = {}
    statuses: list[tuple[str, Status]] = []
    papers: list[tuple[str, Document]] = []
    for rule in rules:
        for name in rule.decisions:
            decisions.setdefault(name, set()).add(rule.id)
        for effect in effects(rule.practice):
            match effect:
                case Entry(to=place):
                    entries.setdefault(place, set()).add(rule.id)
                case Right(to=to, in_=place):
                    rights.setdefault(f"{to}:{place}", set()).add(rule.id)
                case Status():
                    statuses.append((rule.id, effect))
                case Document():
                    papers.append((rule.id, effect))
    return Given(_frozen(decisions), _frozen(rights), _frozen(entries), tuple(statuses), tuple(papers))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, Providers]:
    return {name: frozenset(ids) for name, ids in found.items()}


class _Needs:
    """What rules and goals need that is not held at the start; each need with those who can give it."""

    def __init__(self, given: Given, rules: Mapping[str, Rule], start: Start) -> None:
        self._given, self._rules, self._start, self._knowledge = given, rules, start, start.knowledge

    def of(self, rule: Rule) -> list[Providers]:
        """What asking for this practice needs: what its condition wants held, and to be in its country."""
        found = list(self._condition(rule.wants))
        country = rule.practice.country
        inside = rule.spots and all(spot.where.at in ("inside", "border") for spot in rule.spots)
        if inside and country in self._knowledge.areas:
            found.extend(self._entry(country))
        return found

    def goal(self, goal: Goal, place: str) -> list[Providers]:
        """What arriving needs."""
        if goal == "rest":
            return list(self._entry(place))
        found = [*self._entry(place), *self._standing(place)]
        if goal in ("settle", "work"):
            found.extend(self._work(place))
        for name in ASKS_FOR.get(goal, ()):
            found.extend(self._decision({name}))
        return found

    def _condition(self, wants: Wants) -> Iterator[Providers]:
        for names in wants.decisions:
            yield from self._decision(names)
        for ids in wants.done:
            if not self._start.had("done", ids):
                yield ids & self._rules.keys()
        for node in wants.statuses:
            yield from self._status(node)

    def _decision(self, names: Iterable[str]) -> Iterator[Providers]:
        if not self._start.held.decisions & frozenset(names):
            yield frozenset().union(*(self._given.decisions.get(name, ()) for name in names))

    def _status(self, node: Quantified) -> Iterator[Providers]:
        """One of the standings that fit."""
        fits = self._start.fits
        if not self._start.needless(node):
            yield frozenset(id for id, one in self._given.statuses if fits(node, one.in_, one.kind, one.name))

    def _entry(self, place: str) -> Iterator[Providers]:
        """A pass, a paper or a right that lets in, where nothing that is held at the start may."""
        if place in self._start.open:
            return
        papers = (
            id
            for id, one in self._given.papers
            if one.issuer == place or place in self._knowledge.admitting(one.kind, one.issuer)
        )
        returns = self._given.rights.get(f"return:{place}", frozenset())
        yield self._given.entries.get(place, frozenset()) | returns | frozenset(papers)

    def _standing(self, place: str) -> Iterator[Providers]:
        if not any(lasting(one, place) for one in self._start.held.standings):
            yield frozenset(id for id, one in self._given.statuses if lasting(one, place))

    def _work(self, place: str) -> Iterator[Providers]:
        held = self._start.held
        citizen = any(one.in_ == place and one.kind == "citizen" for one in held.standings)
        if citizen or f"work:{place}" in held.rights:
            return
        becoming = (id for id, one in self._given.statuses if one.in_ == place and one.kind == "citizen")
        yield self._given.rights.get(f"work:{place}", frozenset()) | frozenset(becoming)


def lasting(one: Standing | Status, place: str) -> bool:
    """Whether it is a standing there in which one may arrive."""
    return one.in_ == place and one.kind not in PASSING
