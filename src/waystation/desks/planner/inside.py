"""What may still come of somebody who has arrived in the goal country. Nobody leaves it, so only what can be asked
for there is still to come, and only what serves the goal, or a step that does, is worth asking for.

All is seen at its best, as if nothing that comes were ever lost: what is left out is part of no finished plan.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from waystation.core.facts import Known, Listing, Members, View
from waystation.core.plans import Goal
from waystation.core.practices import Ends, Status
from waystation.core.truth import NO
from waystation.desks.planner.ahead import Start, lasting
from waystation.desks.planner.apply import excluded
from waystation.desks.planner.goals import ASKS_FOR
from waystation.desks.planner.held import Held, Standing, granted
from waystation.desks.planner.label import Label
from waystation.desks.planner.options import Option, option
from waystation.desks.planner.passing import asked_for, only_lets_in
from waystation.desks.planner.rules import MOVED, Rule, effects
from waystation.desks.planner.use import Uses
from waystation.desks.planner.ways import at_home

GROWING = frozenset({"statuses", "decisions", "done"})
"""Lists of which every step tells more. What is read besides stays as it is, or may become anything."""


class Inside:
    """The options of the lead in one goal country. `rules`: those of the way there."""

    def __init__(
        self, place: str, goal: Goal, rules: Mapping[str, Rule], here: Iterable[str], start: Start, uses: Uses
    ) -> None:
        self._place, self._goal, self._start, self._uses = place, goal, start, uses
        self._rules = rules
        self._every = {id: option(rule, place, uses) for id, rule in rules.items()}
        self._ended: set[tuple[str, str]] = set()
        nothing = self._for_good(Held(), frozenset())
        self._here = [one for one in map(self._every.__getitem__, here) if not self._never(one, nothing)]
        given = (effect for one in self._here for effect in effects(one.rule.practice))
        self._ended |= {(one.status, one.in_) for one in given if isinstance(one, Ends)}
        self._after: dict[object, tuple[Rule, ...]] = {}

    def after(self, label: Label) -> tuple[Rule, ...]:
        """The rules worth asking for after a label in the goal country; none if no finished plan goes on from it."""
        held = label.held[0]
        key = (held.named, held.decisions, held.rights, label.done, label.unused)
        if key not in self._after:
            ids = self._worth(held, label)
            self._after[key] = tuple(one.rule for one in self._here if one.rule.id in ids)
        return self._after[key]

    def dead_ends(self) -> frozenset[str]:
        """Of the rules that give nothing but a way in, those on which nobody arrives who could reach the goal."""
        asked = asked_for(self._rules)
        before = [one for one in self._every.values() if not _only_in(self._place, one.rule)]
        return frozenset(
            one.rule.id
            for one in before
            if only_lets_in(one.rule, self._place, asked) and not self._leads_on(one, before)
        )

    def _leads_on(self, one: Option, before: Iterable[Option]) -> bool:
        """Whether somebody who enters on it, whatever was asked for elsewhere before, may reach the goal."""
        today = self._start.today
        begins = (it for it in effects(one.rule.practice) if isinstance(it, Status) and it.from_ == "entry")
        held = self._start.held
        held = msgspec.structs.replace(held, standings=(*held.standings, *(granted(it, today) for it in begins)))
        elsewhere = [other for other in before if other is not one]
        return self._arrives(held, self._possible(held, frozenset({one.rule.id}), elsewhere))

    def _worth(self, held: Held, label: Label) -> frozenset[str]:
        possible = self._possible(held, label.done)
        if not self._arrives(held, possible):
            return frozenset()
        serving = self._serving(possible)
        used = frozenset[str]().union(*(self._uses.asking(one.rule.id) for one in serving))
        waiting = label.unused - used - self._uses.arriving(label.held, self._place)
        given = {it.named for one in serving for it in one.standings}
        if any(given.isdisjoint(self._uses.standings_of(id)) for id in waiting):
            return frozenset()
        return frozenset(one.rule.id for one in serving)

    def _possible(self, held: Held, done: frozenset[str], before: Iterable[Option] = ()) -> list[Option]:
        """What may be asked for sooner or later, after what was asked for `before`."""
        view = self._for_good(held, done)
        left = [one for one in self._here if one.rule.id not in done and not self._closed(one, view, held, done)]
        found = list(before)
        while new := [one for one in left if self._met(one, held, done, found)]:
            found.extend(new)
            left = [one for one in left if one not in new]
        return found

    def _closed(self, one: Option, view: View, held: Held, done: frozenset[str]) -> bool:
        """Whether what is held and done closes it for good: learning never overturns."""
        rule, knowledge = one.rule, self._start.knowledge
        if not done.isdisjoint(knowledge.excluding(rule.id)) and excluded(rule.practice, held, done, knowledge):
            return True
        return one.rule.wants.steady and not one.rule.reads.isdisjoint(GROWING) and rule.who(view) is NO

    def _never(self, one: Option, nothing: View) -> bool:
        """Whether nobody may ever ask here, whatever they hold."""
        return one.rule.wants.steady and one.rule.who(nothing) is NO

    def _for_good(self, held: Held, done: frozenset[str]) -> View:
        """What stays known in this country whatever is still to come; the lists are open."""
        things: tuple[Mapping[str, Known], ...] = tuple(
            {"in": one.in_, "kind": one.kind, "name": one.name}
            for one in held.standings
            if one.kind != "visa-free" and (one.kind, one.in_) not in self._ended
        )
        return {
            **self._unmoved, "statuses": Listing(things),
            "decisions": Members(held.decisions), "done": Members(done),
        }  # fmt: skip

    @cached_property
    def _unmoved(self) -> View:
        view = self._start.view
        unmoved = {fact: known for fact, known in view.items() if fact not in MOVED}
        return {**unmoved, "today": view["today"], "here": self._place}

    def _met(self, one: Option, held: Held, done: frozenset[str], found: list[Option]) -> bool:
        """Whether all that it needs is held, or may be given by what was found."""
        fits = self._start.fits
        return (
            all(
                names & held.decisions or any(names & it.rule.decisions for it in found)
                for names in one.rule.wants.decisions
            )
            and all(
                ids & done or self._start.had("done", ids) or any(it.rule.id in ids for it in found)
                for ids in one.rule.wants.done
            )
            and all(
                fits(node, None, "visa-free", "")
                or any(fits(node, *triple) for triple in held.named)
                or any(fits(node, *it.named) for other in found for it in other.standings)
                for node in one.rule.wants.statuses
            )
        )

    def _arrives(self, held: Held, possible: list[Option]) -> bool:
        """Whether the lead may have what the goal asks for."""
        place = self._place
        if self._goal == "rest":
            return True
        standings: tuple[Standing | Status, ...] = (
            *held.standings,
            *(it for one in possible for it in one.standings),
        )
        if not any(lasting(one, place) for one in standings):
            return False
        if self._goal == "arrive":
            return True
        works = f"work:{place}" in held.rights or any(
            (one.in_, one.kind) == (place, "citizen") for one in standings
        )
        decided = held.decisions.union(*(one.rule.decisions for one in possible))
        return (works or any(one.works for one in possible)) and ASKS_FOR.get(self._goal, frozenset()) <= decided

    def _serving(self, possible: list[Option]) -> list[Option]:
        """Those that serve the goal, and those on which one of them may rest."""
        found: list[Option] = []
        new = [one for one in possible if one.serves]
        while new:
            found.extend(new)
            asked = frozenset[str]().union(*(self._uses.asking(one.rule.id) for one in new))
            new = [one for one in possible if one.rule.id in asked and one not in found]
        return found


def _only_in(place: str, rule: Rule) -> bool:
    """Whether one must stand in `place` to ask for it."""
    return rule.practice.country == place and bool(rule.spots) and all(at_home(rule, spot) for spot in rule.spots)
