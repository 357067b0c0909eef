"""What can be done about a danger by this person: the remedies that are for them, and who helps."""

from collections.abc import Iterable

from waystation.core.citing import GONE, body_lines, cite_all
from waystation.core.closures import Test, compile_condition
from waystation.core.conditions import ALWAYS, Condition
from waystation.core.facts import View
from waystation.core.findings import Answer
from waystation.core.knowledge import Knowledge
from waystation.core.truth import NO
from waystation.core.world import Danger

Answering = tuple[tuple[str, tuple[str, ...]], ...]
"""Ids of remedies, each with the ids of those who help with it."""


class Answers:
    """The remedies of one danger with their conditions compiled."""

    def __init__(self, danger: Danger, knowledge: Knowledge) -> None:
        remedies = (knowledge.remedies[id] for id in danger.answered_by if id in knowledge.remedies)
        bodies = {id: body for id, body in knowledge.bodies.items() if body.state not in GONE}
        self._remedies = [
            (
                remedy.id,
                _test(remedy.who, knowledge),
                [(id, _test(bodies[id].who, knowledge)) for id in remedy.by if id in bodies],
            )
            for remedy in remedies
            if remedy.state not in GONE
        ]

        tests = [test for _, who, bodies in self._remedies for test in (who, *(one for _, one in bodies))]
        self._always = None if any(tests) else self._fitting({})

    def to(self, view: View) -> Answering:
        """Those that may be for somebody of whom `view` is known, with the bodies that may be."""
        return self._fitting(view) if self._always is None else self._always

    def _fitting(self, view: View) -> Answering:
        return tuple(
            (id, tuple(body for body, who in bodies if _may(who, view)))
            for id, who, bodies in self._remedies
            if _may(who, view)
        )


def _test(who: Condition, knowledge: Knowledge) -> Test | None:
    return None if who.node == ALWAYS else compile_condition(who, knowledge.parameter)


def _may(who: Test | None, view: View) -> bool:
    return who is None or who(view) is not NO


def answer(id: str, bodies: Iterable[str], knowledge: Knowledge) -> Answer:
    """A remedy as it is printed."""
    remedy = knowledge.remedies[id]
    return Answer(
        remedy=id, title=remedy.title, does=remedy.does, by=body_lines(bodies, knowledge),
        practice=remedy.practice, before_going=remedy.before_going, citations=cite_all(remedy, knowledge),
    )  # fmt: skip
