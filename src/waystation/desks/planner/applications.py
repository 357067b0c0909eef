"""Whether practices can be asked for, worked out once for all that makes a difference to the answer.

Partial plans differ in many things of which a practice asks nothing. What it does ask is in the key.
"""

import datetime as dt
from collections.abc import Hashable

import msgspec

from waystation.core.facts import View
from waystation.core.judge import judge
from waystation.core.truth import UNKNOWN, YES
from waystation.desks.planner.apply import Application, Coverage, apply, coverage
from waystation.desks.planner.held import Held
from waystation.desks.planner.party import Party, opened
from waystation.desks.planner.rules import Rule


class Applications:
    """The applications of one party."""

    def __init__(self, party: Party) -> None:
        self._party, self._knowledge = party, party.knowledge
        self._made: dict[Hashable, Application | None] = {}
        self._sure: dict[Hashable, Application | None] = {}
        self._covered: dict[Hashable, Coverage] = {}

    def of(self, rule: Rule, held: Held, place: str, day: dt.date, done: frozenset[str]) -> Application | None:
        """The application of the lead who holds this. None: it cannot be made."""
        return self._of(self.key(rule, 0, held, place, day, done), rule, held, place, day, done)

    def _of(
        self, key: Hashable, rule: Rule, held: Held, place: str, day: dt.date, done: frozenset[str]
    ) -> Application | None:
        if key not in self._made:
            view = self._party.view(0, held, place, day, done)
            self._made[key] = apply(rule, view, place, day, held, done, self._knowledge)
        return self._made[key]

    def doubted(
        self, rule: Rule, held: Held, place: str, day: dt.date, done: frozenset[str]
    ) -> Application | None:
        """The same, not known where it stands only because a list that was left open holds no more."""
        key = self.key(rule, 0, held, place, day, done)
        if key not in self._sure:
            made = self._of(key, rule, held, place, day, done)
            if made is not None and made.truth is YES:
                made = self._doubt(made, rule, self._party.view(0, held, place, day, done))
            self._sure[key] = made
        return self._sure[key]

    def _doubt(self, made: Application, rule: Rule, view: View) -> Application:
        open = self._party.left_open(0) & rule.reads
        if not open:
            return made
        verdict = judge(rule.practice.who, opened(view, open), self._knowledge.parameter)
        if verdict.truth is YES:
            return made
        return msgspec.structs.replace(made, truth=UNKNOWN, asks=(*made.asks, *verdict.missing))

    def covered(
        self, made: Application, rule: Rule, index: int, held: Held, place: str, day: dt.date, done: frozenset[str]
    ) -> Coverage:
        """How the member at `index`, who holds this, is covered by an application."""
        key = (id(made.practice), made.spot.at, self.key(rule, index, held, place, day, done))
        if key not in self._covered:
            view = self._party.view(index, held, place, day, done)
            whose = self._party.ids[index]
            self._covered[key] = coverage(made.practice, rule, view, whose, self._knowledge, made.spot.at)
        return self._covered[key]

    def key(self, rule: Rule, index: int, held: Held, place: str, day: dt.date, done: frozenset[str]) -> Hashable:
        """All that `apply` and `coverage` look at."""
        practice = rule.practice
        begins = practice.valid.from_
        when = (
            day if rule.dated else rule.awaited and (practice.holds_on(day), begins is not None and begins > day)
        )
        return (
            rule.id,
            index,
            place,
            self._party.shown(held, place, rule.hangs_on),
            held.without_end[1],
            when,
            done & rule.heeds,
        )
