"""Which earlier steps a later one rests on. A step that nothing uses only makes a plan worse, so it is not taken.

At most `MOST_UNUSED` steps may wait for the one that will use them; a stay that one was given waits alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property

from waystation.core.conditions import Condition, Has, Leaf, OneOf, Quantified, facts_read, walk
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Document, Ends, Entry, Right, Status
from waystation.desks.planner.entry import EntryRight
from waystation.desks.planner.held import Held, Standing
from waystation.desks.planner.rules import Rule, Rules, effects, needs_of
from waystation.desks.planner.ways import asked_from, countries, named, online

MOST_UNUSED = 2
ABOUT_STATUS = frozenset({"statuses", "status_here", "rights", "lawful_until", "family_of"})


class Uses:
    """For one set of rules: the steps that asking for a practice, crossing, waiting or arriving rests on."""

    def __init__(self, rules: Rules, knowledge: Knowledge) -> None:
        self._all, self._rules, self._knowledge = rules, rules.by_id, knowledge
        self._statuses: dict[tuple[str, str, str], set[str]] = {}
        self._rights: dict[str, set[str]] = {}
        self._granting: dict[str, set[str]] = {}
        self._papers: dict[tuple[str, str], set[str]] = {}
        self._standing: dict[str, set[str]] = {}
        self._asking: dict[str, frozenset[str]] = {}
        self._opening: dict[tuple[str, str], bool] = {}
        self._named: dict[str, frozenset[tuple[str, str, str]]] = {}
        self._for_goal = frozenset(rule.id for rule in self._rules.values() if rule.decisions & rules.asked)
        named = frozenset().union(*(_statuses_named(rule) for rule in self._rules.values()))
        self._settling = frozenset(rule.id for rule in self._rules.values() if _settles(rule, named))
        for rule in self._rules.values():
            self._note(rule)

    def _note(self, rule: Rule) -> None:
        """Which rule gives which status, right and paper."""
        for effect in rule.practice.gives:
            match effect.it:
                case Status() as one:
                    self._standing.setdefault(one.in_, set()).add(rule.id)
                    self._statuses.setdefault(one.named, set()).add(rule.id)
                case Right(to=to, in_=place):
                    self._rights.setdefault(place, set()).add(rule.id)
                    self._granting.setdefault(f"{to}:{place}", set()).add(rule.id)
                case Document(kind=kind, issuer=issuer):
                    self._papers.setdefault((kind, issuer), set()).add(rule.id)

    def _of(self, rule: Rule) -> frozenset[str]:
        """Steps whose decisions, doing, papers or status this rule's conditions read."""
        own = self._conditions(rule)
        words = {word for one in own for word in _words(one)}
        reads: set[str] = set().union(*(facts_read(one.node) for one in own))
        places = self._asking_for_status(rule)
        if "statuses" in reads:
            places |= {rule.practice.country}.union(*(named(one) for one in own))
        if reads & {"status_here", "lawful_until"}:
            places |= countries(self._knowledge) if online(rule) else asked_from(rule, self._knowledge)
        papers = frozenset().union(*self._papers.values()) if "travel_documents" in reads else frozenset()
        given = (id for word in words for id in self._all.giving.get(word, ()))
        granted = (id for one in own for right in _rights(one) for id in self._granting.get(right, ()))
        return papers.union(given, granted, *(self._standing.get(place, ()) for place in places))

    def _conditions(self, rule: Rule) -> list[Condition]:
        bans = [one for ban in rule.bans for one in (ban.practice.who, *ban.practice.unless)]
        versions = [one.when for one in rule.practice.versions]
        return [rule.practice.who, *(spot.where.standing_in for spot in rule.spots), *bans, *versions]

    def _asking_for_status(self, rule: Rule) -> set[str]:
        """Places where the mission asks on what status one stands there."""
        return set(self._curious.get(rule.practice.country, ()))

    @cached_property
    def _curious(self) -> dict[str, set[str]]:
        """Of each country the places where its mission asks on what status one stands there."""
        found: dict[str, set[str]] = {}
        for place in self._knowledge.places.values():
            for mission in place.missions if place.country else ():
                if facts_read(mission.from_whom.node) & ABOUT_STATUS:
                    found.setdefault(mission.of, set()).add(str(place.country))
        return found

    def too_many(self, unused: frozenset[str]) -> bool:
        """Whether more steps wait than a plan may hold open."""
        return len(unused) > MOST_UNUSED or (len(unused) > 1 and not unused.isdisjoint(self._settling))

    def for_goal(self, id: str) -> bool:
        """Whether the goal itself asks for the decision of this step."""
        return id in self._for_goal

    def asking(self, id: str) -> frozenset[str]:
        """Steps that asking for this practice may rest on."""
        if id not in self._asking:
            self._asking[id] = self._of(self._rules[id]) if id in self._rules else frozenset()
        return self._asking[id]

    def may_open(self, step: str, rule: Rule) -> bool:
        """Whether a rule that could not be asked for before this step may be asked for after it, at the same place."""
        key = (step, rule.id)
        if key not in self._opening:
            self._opening[key] = rule.awaited or step in self.asking(rule.id) or self._changes(step, rule)
        return self._opening[key]

    def _changes(self, step: str, rule: Rule) -> bool:
        """Whether the step ends a standing, or gives a pass or paper of which the rule may ask."""
        given = list(effects(self._rules[step].practice))
        passes = "status_here" in rule.hangs_on
        if any(isinstance(one, Ends) or (passes and isinstance(one, Entry)) for one in given):
            return True
        blocked = any(one.cannot_obtain == "blocks" for one in needs_of(rule.practice))
        return blocked and any(isinstance(one, Document) for one in given)

    def crossing(self, rights: Iterable[EntryRight], to: str) -> frozenset[str]:
        """Steps that gave the pass or the paper shown at the border, or a standing for which it lets in."""
        found: set[str] = set()
        for right in rights:
            if right.by is not None:
                found.add(right.by.practice)
            if right.paper is not None:
                found |= self._papers.get((right.paper.kind, right.paper.issuer), set())
            if right.returns:
                found |= self._rights.get(to, set())
            if right.rule is not None and facts_read(right.rule.who.node) & ABOUT_STATUS:
                places = named(right.rule.who)
                found = found.union(*(self._standing.get(place, ()) for place in places))
        return frozenset(found)

    def waiting(self, held: Held, place: str, until: dt.date) -> frozenset[str]:
        """Steps without whose status the stay in `place` would not last until then."""
        here = [one for one in held.standings if one.in_ == place and one.lasts(until)]
        return frozenset() if len(here) != 1 else self._gave(here)

    def arriving(self, held: Iterable[Held], place: str) -> frozenset[str]:
        """Steps whose status or right in `place`, or whose decision, may be what reaches the goal."""
        standings = [one for each in held for one in each.standings if one.in_ == place]
        return self._gave(standings) | self._rights.get(place, set()) | self._for_goal

    def standings_of(self, id: str) -> frozenset[tuple[str, str, str]]:
        """Every standing that this step may give, ends left aside."""
        if id not in self._named:
            given = (one for one in effects(self._rules[id].practice) if isinstance(one, Status))
            self._named[id] = frozenset(one.named for one in given)
        return self._named[id]

    def _gave(self, standings: Iterable[Standing]) -> frozenset[str]:
        found: set[str] = set()
        for one in standings:
            found |= self._statuses.get(one.named, set())
        return frozenset(found)


def _settles(rule: Rule, named: frozenset[object]) -> bool:
    """Whether it gives a stay where one is (not only one that begins on entry) for which no rule asks by name."""
    given = (one for one in rule.practice.effects(Status) if isinstance(one, Status))
    return any(one.from_ != "entry" and one.name not in named for one in given)


def _statuses_named(rule: Rule) -> frozenset[object]:
    """The names of stays for which its conditions ask."""
    asked = (node.where for node in walk(rule.practice.who.node) if isinstance(node, Quantified))
    leaves = (leaf for where in asked for leaf in walk(where) if isinstance(leaf, Leaf) and leaf.fact == "name")
    return frozenset().union(*(one.test.values for one in leaves if isinstance(one.test, OneOf)))


def _rights(condition: Condition) -> Iterator[str]:
    """The rights that a condition names."""
    for node in walk(condition.node):
        if isinstance(node, Leaf) and node.fact == "rights" and isinstance(node.test, Has):
            yield from node.test.values


def _words(condition: Condition) -> set[str]:
    return {
        word
        for node in walk(condition.node)
        if isinstance(node, Leaf) and node.fact in ("decisions", "done") and isinstance(node.test, Has)
        for word in node.test.values
    }
