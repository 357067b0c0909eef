"""Which earlier steps a later one rests on. A step that nothing uses only makes a plan worse, so it is not taken.

At most `MOST_UNUSED` steps may wait for the one that will use them.
"""

import datetime as dt
from collections.abc import Iterable

from waystation.core.conditions import Condition, Has, Leaf, facts_read, walk
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Document, Right, Status
from waystation.desks.planner.entry import EntryRight
from waystation.desks.planner.held import Held, Standing
from waystation.desks.planner.rules import Rule, Rules, asked_from, countries, named, online

MOST_UNUSED = 2
ABOUT_STATUS = frozenset({"statuses", "status_here", "rights", "lawful_until", "family_of"})


class Uses:
    """For one set of rules: the steps that asking for a practice, crossing, waiting or arriving rests on."""

    def __init__(self, rules: Rules, knowledge: Knowledge) -> None:
        self._rules, self._knowledge = rules.by_id, knowledge
        self._statuses: dict[tuple[str, str, str], set[str]] = {}
        self._rights: dict[str, set[str]] = {}
        self._papers: dict[tuple[str, str], set[str]] = {}
        self._for_goal = frozenset(rule.id for rule in self._rules.values() if rule.decisions & rules.asked)
        for rule in self._rules.values():
            self._note(rule)
        self._asking = {id: self._of(rule) for id, rule in self._rules.items()}

    def _note(self, rule: Rule) -> None:
        """Which rule gives which status, right and paper."""
        for effect in rule.practice.gives:
            match effect.it:
                case Status() as one:
                    self._statuses.setdefault((one.in_, one.kind, one.name), set()).add(rule.id)
                case Right(in_=place):
                    self._rights.setdefault(place, set()).add(rule.id)
                case Document(kind=kind, issuer=issuer):
                    self._papers.setdefault((kind, issuer), set()).add(rule.id)

    def _of(self, rule: Rule) -> frozenset[str]:
        """Steps whose decisions, doing, papers or status this rule's conditions read."""
        own = self._conditions(rule)
        words = {word for one in own for word in _words(one)}
        reads: set[str] = set().union(*(facts_read(one.node) for one in own))
        places = self._asking_for_status(rule)
        if reads & {"statuses", "rights"}:
            places |= {rule.practice.country}.union(*(named(one) for one in own))
        if reads & {"status_here", "lawful_until"}:
            places |= countries(self._knowledge) if online(rule) else asked_from(rule, self._knowledge)
        papers = frozenset().union(*self._papers.values()) if "travel_documents" in reads else frozenset()
        return papers | frozenset(
            id
            for id, other in self._rules.items()
            if id in words or other.decisions & words or _stands_in(other, places)
        )

    def _conditions(self, rule: Rule) -> list[Condition]:
        bans = [one for ban in rule.bans for one in (ban.practice.who, *ban.practice.unless)]
        versions = [one.when for one in rule.practice.versions]
        return [rule.practice.who, *(spot.where.standing_in for spot in rule.spots), *bans, *versions]

    def _asking_for_status(self, rule: Rule) -> set[str]:
        """Places where the mission asks on what status one stands there."""
        return {
            place.country
            for place in self._knowledge.places.values()
            for mission in place.missions
            if place.country
            and mission.of == rule.practice.country
            and facts_read(mission.from_whom.node) & ABOUT_STATUS
        }

    def asking(self, id: str) -> frozenset[str]:
        """Steps that asking for this practice may rest on."""
        return self._asking.get(id, frozenset())

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
                found |= {id for id, other in self._rules.items() if _stands_in(other, places)}
        return frozenset(found)

    def waiting(self, held: Held, place: str, until: dt.date) -> frozenset[str]:
        """Steps without whose status the stay in `place` would not last until then."""
        here = [one for one in held.standings if one.in_ == place and one.lasts(until)]
        return frozenset() if len(here) != 1 else self._gave(here)

    def arriving(self, held: Iterable[Held], place: str) -> frozenset[str]:
        """Steps whose status or right in `place`, or whose decision, may be what reaches the goal."""
        standings = [one for each in held for one in each.standings if one.in_ == place]
        return self._gave(standings) | self._rights.get(place, set()) | self._for_goal

    def _gave(self, standings: Iterable[Standing]) -> frozenset[str]:
        found: set[str] = set()
        for one in standings:
            found |= self._statuses.get((one.in_, one.kind, one.name), set())
        return frozenset(found)


def _words(condition: Condition) -> set[str]:
    return {
        word
        for node in walk(condition.node)
        if isinstance(node, Leaf) and node.fact in ("decisions", "done") and isinstance(node.test, Has)
        for word in node.test.values
    }


def _stands_in(rule: Rule, places: Iterable[str]) -> bool:
    """Whether the rule gives a status or a right in one of these places."""
    return any(
        isinstance(effect.it, (Status, Right)) and effect.it.in_ in places for effect in rule.practice.gives
    )
