"""Steps that serve nothing but to cross a border, or only to be allowed to ask for such a step.

A plan comes to no place twice. So of two steps that both serve only to cross into one country, one is never used.
"""

from collections.abc import Mapping

from msgspec import Struct

from waystation.core.practices import Decision, Document, Entry, Right, Status
from waystation.desks.planner.rules import Rule, effects
from waystation.desks.planner.use import Uses
from waystation.desks.planner.ways import CARRYING


class Leads(Struct, frozen=True):
    """Into which country a step leads, and the steps it may serve on the way there, itself included."""

    to: str
    serves: frozenset[str]


class Passing:
    """The steps among some rules that lead to nothing but a way into one country."""

    def __init__(self, rules: Mapping[str, Rule], uses: Uses) -> None:
        self._leads = _leading(rules, uses)
        self._clashing: dict[tuple[str, frozenset[str]], bool] = {}

    def clash(self, id: str, waiting: frozenset[str]) -> bool:
        """Whether this step and one of those that still wait to be used can never both be used."""
        key = (id, waiting)
        if key not in self._clashing:
            mine = self._leads.get(id)
            self._clashing[key] = mine is not None and any(
                theirs.to == mine.to and theirs.serves.isdisjoint(mine.serves)
                for theirs in (self._leads[other] for other in waiting if other in self._leads)
            )
        return self._clashing[key]


def _leading(rules: Mapping[str, Rule], uses: Uses) -> dict[str, Leads]:
    asked = asked_for(rules)
    found = {
        id: Leads(place, frozenset({id}))
        for id, rule in rules.items()
        for place in rule.touches
        if only_lets_in(rule, place, asked)
    }
    left = {id for id, rule in rules.items() if id not in found and only_decides(rule) and not uses.for_goal(id)}
    while new := {id: leads for id in left if (leads := _serving(id, rules, uses, found))}:
        found |= new
        left -= new.keys()
    return found


def _serving(id: str, rules: Mapping[str, Rule], uses: Uses, found: Mapping[str, Leads]) -> Leads | None:
    """Where a decision leads, if all who may ask for it lead there."""
    served = [found.get(other) for other in rules if id in uses.asking(other)]
    first = served[0] if served else None
    if first is None or any(one is None or one.to != first.to for one in served):
        return None
    return Leads(first.to, frozenset({id}).union(*(one.serves for one in served if one)))


def asked_for(rules: Mapping[str, Rule]) -> frozenset[str]:
    """The decisions and steps that a condition of these rules names."""
    return frozenset[str]().union(*(rule.asks_for for rule in rules.values()))


def only_lets_in(rule: Rule, place: str, asked: frozenset[str]) -> bool:
    """Whether it can be used by crossing into `place` on it, and by nothing else."""
    carrying = [one for one in effects(rule.practice) if isinstance(one, (Entry, Status, Document, Right))]
    return not (rule.decisions | {rule.id}) & asked and all(
        (isinstance(one, Entry) and one.to == place)
        or (isinstance(one, Status) and one.from_ == "entry" and one.in_ == place)
        for one in carrying
    )  # fmt: skip


def only_decides(rule: Rule) -> bool:
    """Whether it gives decisions and nothing else that carries a plan."""
    return not any(isinstance(one, (Entry, Status, Document, Right)) for one in effects(rule.practice))


def pointless(rules: Mapping[str, Rule], goal: str, uses: Uses) -> frozenset[str]:
    """The rules that give nothing but rights in other countries than the goal for which no rule asks, and without
    which one may arrive there just as well."""
    asked = frozenset[str]().union(*(uses.asking(id) for id in rules))
    return frozenset(id for id, rule in rules.items() if id not in asked and _only_rights_elsewhere(rule, goal))


def _only_rights_elsewhere(rule: Rule, goal: str) -> bool:
    given = [one for one in effects(rule.practice) if isinstance(one, (Entry, Status, Document, Right, Decision))]
    return all(isinstance(one, Right) and one.in_ != goal and one.to not in CARRYING for one in given)


def without(rules: Mapping[str, Rule], idle: frozenset[str], uses: Uses) -> dict[str, Rule]:
    """The rules without those that are idle, and without what served only to ask for them."""
    left = dict(rules)
    while idle:
        served = asked_for({id: left[id] for id in idle})
        left = {id: rule for id, rule in left.items() if id not in idle}
        asked = asked_for(left)
        idle = frozenset(
            id
            for id, rule in left.items()
            if only_decides(rule) and not uses.for_goal(id)
            for given in (rule.decisions | {id},)
            if given & served and not given & asked
        )
    return left
