"""Days that matter: when a stay or document ends, and when to turn to the second-best."""

import datetime as dt

from waystation.core.findings import stable_id
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Deadline, Step
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import option
from waystation.desks.planner.held import Held

NEAR = dt.timedelta(days=550)
"""A day to turn to the second-best that lies further off is told in its step only."""


def start_deadlines(held: tuple[Held, ...], place: str, relations: tuple[str, ...]) -> tuple[Deadline, ...]:
    """Ends of stays and papers held today, for each member."""
    found: list[Deadline] = []
    for one, relation in zip(held, relations, strict=True):
        who = text("who.member", relation=option(relation)) if relation else text("who.you")
        standing = one.at(place)
        if standing and standing.until:
            words = text("deadline.stay-ends", who=who, place=Country(place))
            found.append(_deadline(standing.until, words, relation))
        for paper in one.papers:
            if paper.until:
                words = text(
                    "deadline.paper-ends", who=who, paper=option(paper.kind), issuer=Country(paper.issuer)
                )
                found.append(_deadline(paper.until, words, relation))
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def plan_deadlines(
    steps: tuple[Step, ...], as_of: dt.date, held: tuple[Held, ...], knowledge: Knowledge
) -> tuple[Deadline, ...]:
    """Counted back: when an answer must be there, and the last day to ask where the wait is known.

    Of a step that begins after a wait that nobody states, the day is told in the step only.
    """
    found: list[Deadline] = []
    for step in steps:
        if step.no_answer_by and step.no_answer_by <= as_of + NEAR and not step.starts.waits:
            words = text("deadline.no-answer-by", title=Words(step.title))
            found.append(_deadline(step.no_answer_by, words, step.id, step.id))
    first = next((step for step in steps if step.kind == "practice"), None)
    ends = _ends(first, held, knowledge) if first else []
    if first is not None and first.wait == "known" and ends:
        takes = first.latest.known - first.starts.known
        last = min(ends) - dt.timedelta(days=takes)
        if last > as_of:
            words = text("deadline.ask-by", title=Words(first.title))
            found.append(_deadline(last, words, first.id, first.id))
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def _ends(step: Step, held: tuple[Held, ...], knowledge: Knowledge) -> list[dt.date]:
    """Ends that the wait for a step must not outlast; none where the stay holds until the decision."""
    practice = knowledge.practices[step.practice or ""]
    if practice.waiting.lawful or practice.files:
        return []
    away = practice.country != step.place
    return [end for one in held if (end := one.first_end(step.place, papers=away))]


def _deadline(day: dt.date, words: Text, *parts: str) -> Deadline:
    step = parts[1] if len(parts) > 1 else None
    return Deadline(id=stable_id("deadline", day, words.id, *parts), day=day, text=words, step=step)
