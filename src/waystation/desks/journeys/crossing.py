"""A plain answer from places and agreements: exit rules, and the dangers of crossing out of a place and into one."""

import datetime as dt
from collections.abc import Callable

from waystation.core.citing import cite
from waystation.core.conditions import read_closely
from waystation.core.facts import View
from waystation.core.findings import Citation, DangerFinding
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.standing import stand, visiting
from waystation.core.texts import Text, text
from waystation.core.travel import Crossing, Risk
from waystation.core.truth import NO, YES

FindDangers = Callable[[View, str], tuple[DangerFinding, ...]]
"""(view at the place entered or left, whose name) → the dangers of crossing there."""
Ends = tuple[Grade, Grade]
GradeDangers = Callable[[View], Ends | None]
"""(view at the place entered or left) → worse and better end of the dangers of crossing there; None: none known."""
Conditions = tuple[tuple[Text, tuple[Citation, ...]], ...]
"""What must be in hand first, each with its sources."""
Leaving = tuple[tuple[DangerFinding, ...], Conditions]
"""The dangers of leaving a country, and what must be in hand to be let out."""


class Borders:
    """Whether somebody may cross. What holds for those who leave is found once, wherever they may go."""

    def __init__(self, knowledge: Knowledge, find_dangers: FindDangers, grade_dangers: GradeDangers) -> None:
        self._knowledge, self._find, self._grade = knowledge, find_dangers, grade_dangers
        self._risks: dict[tuple[int, str, dt.date], tuple[View, Ends | None]] = {}
        self._left: dict[tuple[int, str, dt.date, str], tuple[View, Leaving]] = {}

    def may_travel(self, view: View, start: str, end: str, day: dt.date, subject: str) -> Crossing:
        """The verdict on crossing from `start` to `end`. Grave danger that is sure forbids it."""
        dangers, conditions = self._leaving(view, start, day, subject)
        dangers = (*dangers, *self._find(self._arriving(view, end, day), subject))
        grave = [one for one in dangers if one.least is Grade.EXTREME]
        if grave:
            why = tuple((text("crossing.grave", danger=one.title, why=one.why), one.citations) for one in grave)
            return Crossing(verdict="forbidden", why=why, dangers=dangers)
        return Crossing(verdict="only-if" if conditions else "open", only_if=conditions, dangers=dangers)

    def risk_of_travel(self, view: View, start: str, end: str, day: dt.date) -> Risk:
        """The same without its reasons."""
        key = (id(view), start, day)
        if key not in self._risks:
            leaving = stand({**view, "passing": "leaving"}, start, day, self._knowledge)
            self._risks[key] = view, self._grade(leaving)
        both = [one for one in (self._risks[key][1], self._grade(self._arriving(view, end, day))) if one]
        if not both:
            return Risk(forbidden=False)
        worse, better = max(one for one, _ in both), max(one for _, one in both)
        return Risk(better is Grade.EXTREME, worse, better)

    def _arriving(self, view: View, end: str, day: dt.date) -> View:
        status = visiting(view, end, day)
        return stand({**view, "status_here": status, "passing": "entering"}, end, day, self._knowledge)

    def _leaving(self, view: View, start: str, day: dt.date, subject: str) -> Leaving:
        key = (id(view), start, day, subject)
        if key not in self._left:
            leaving = stand({**view, "passing": "leaving"}, start, day, self._knowledge)
            found = self._find(leaving, subject), exit_conditions(leaving, start, self._knowledge)
            self._left[key] = view, found
        return self._left[key][1]


def exit_reads(knowledge: Knowledge) -> frozenset[str]:
    """The facts on which rules of exit hang."""
    rules = (rule for place in knowledge.places.values() for rule in place.exit)
    return frozenset().union(*(read_closely(rule.who.node) for rule in rules))


def exit_conditions(view: View, start: str, knowledge: Knowledge) -> Conditions:
    """Papers without which the border does not let this person out, as far as the rule may concern them."""
    found: list[tuple[Text, tuple[Citation, ...]]] = []
    for place in knowledge.area_of(start):
        for rule in place.exit:
            truth = judge(rule.who, view, knowledge.parameter).truth
            if truth is NO:
                continue
            sure = "crossing.exit-needs" if truth is YES else "crossing.exit-may-need"
            citations = cite(place, rule.source, knowledge)
            found.extend((text(sure, paper=paper), citations) for paper in rule.needs)
    return tuple(found)
