"""What can be done about a danger by this person: the remedies that are for them, and who helps."""

from waystation.core.citing import body_lines, cite_all, is_for
from waystation.core.facts import View
from waystation.core.findings import Answer
from waystation.core.knowledge import Knowledge
from waystation.core.world import Danger

Answering = tuple[tuple[str, tuple[str, ...]], ...]
"""Ids of remedies, each with the ids of those who help with it."""


def answering(danger: Danger, view: View, knowledge: Knowledge) -> Answering:
    """The remedies that may be for somebody of whom `view` is known, with the bodies that may be."""
    remedies = (knowledge.remedies[id] for id in danger.answered_by if id in knowledge.remedies)
    return tuple(
        (remedy.id, tuple(id for id in remedy.by if _helps(id, view, knowledge)))
        for remedy in remedies
        if is_for(remedy, view, knowledge)
    )


def _helps(id: str, view: View, knowledge: Knowledge) -> bool:
    body = knowledge.bodies.get(id)
    return body is not None and is_for(body, view, knowledge)


def answer(id: str, bodies: tuple[str, ...], knowledge: Knowledge) -> Answer:
    """A remedy as it is printed."""
    remedy = knowledge.remedies[id]
    return Answer(
        remedy=id, title=remedy.title, does=remedy.does, by=body_lines(bodies, knowledge),
        practice=remedy.practice, citations=cite_all(remedy, knowledge),
    )  # fmt: skip
