"""A plain answer from places and agreements: exit rules, and the dangers of crossing into a place."""

import datetime as dt
from collections.abc import Callable

from waystation.core.citing import cite
from waystation.core.conditions import read_closely
from waystation.core.facts import View
from waystation.core.findings import Citation, DangerFinding
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.standing import stand
from waystation.core.texts import Text, text
from waystation.core.travel import Crossing
from waystation.core.truth import NO, YES

FindDangers = Callable[[View, str], tuple[DangerFinding, ...]]
"""(view at the place entered or left, whose name) → the dangers of crossing there."""


def may_travel(
    view: View, start: str, end: str, day: dt.date, subject: str,
    *, knowledge: Knowledge, find_dangers: FindDangers,
) -> Crossing:  # fmt: skip
    """The verdict on crossing from `start` to `end`. Grave danger that is sure forbids it."""
    leaving = stand(view, start, day, knowledge)
    arriving = stand({**view, "status_here": "none"}, end, day, knowledge)
    dangers = (*find_dangers(leaving, subject), *find_dangers(arriving, subject))
    grave = [one for one in dangers if one.least is Grade.EXTREME]
    if grave:
        why = tuple((text("crossing.grave", danger=one.title, why=one.why), one.citations) for one in grave)
        return Crossing(verdict="forbidden", why=why, dangers=dangers)
    conditions = _exit_conditions(leaving, start, knowledge)
    return Crossing(verdict="only-if" if conditions else "open", only_if=conditions, dangers=dangers)


def exit_reads(knowledge: Knowledge) -> frozenset[str]:
    """The facts on which rules of exit hang."""
    rules = (rule for place in knowledge.places.values() for rule in place.exit)
    return frozenset().union(*(read_closely(rule.who.node) for rule in rules))


def _exit_conditions(
    view: View, start: str, knowledge: Knowledge
) -> tuple[tuple[Text, tuple[Citation, ...]], ...]:
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
