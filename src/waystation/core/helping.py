"""Whom to turn to where nothing known is surely open: those near first, and by what they do."""

from waystation.core.citing import body_lines, is_for
from waystation.core.facts import View
from waystation.core.findings import BodyLine
from waystation.core.knowledge import Knowledge

MOST_BODIES = 6
HELPING = ("helpline", "legal-aid", "nominator", "shelter")
"""Roles of bodies one may be handed over to, the first ones first. Never an authority: it may stand with home."""


def whom_near(place: str, view: View, knowledge: Knowledge) -> tuple[BodyLine, ...]:
    """Those for somebody of whom `view` is known, in `place` (a country) or for people anywhere."""
    near = [place, None]
    bodies = [
        body
        for body in knowledge.bodies.values()
        if body.role in HELPING and body.country in near and is_for(body, view, knowledge)
    ]
    bodies.sort(key=lambda body: (near.index(body.country), HELPING.index(body.role), body.id))
    return body_lines([body.id for body in bodies[:MOST_BODIES]], knowledge)
