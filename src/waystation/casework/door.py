"""A short door: the part of the desks' answers that one question of somebody in a hurry is about."""

from waystation.casework.assess import assess
from waystation.core.citing import body_lines, is_for
from waystation.core.doors import DoorAnswer
from waystation.core.facts import View
from waystation.core.findings import Answer, gravest
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Opening
from waystation.core.standing import place_of
from waystation.core.world import Door
from waystation.desks.dangers import answer
from waystation.desks.planner import Case, openings
from waystation.registry.coverage import answers


def open_door(door: Door, case: Case, knowledge: Knowledge) -> DoorAnswer:
    """What this door says to the lead of a case, from what could be known on its day."""
    known = knowledge.as_of(case.as_of)
    view = case.lead_view()
    place = place_of(view)
    found = (one for one in assess(case, knowledge).here if one.tag in door.dangers)
    return DoorAnswer(
        door=door.id, title=door.title, summary=door.summary, as_of=case.as_of, place=place,
        dangers=gravest(found), opens=_opens(door, view, place, known), answers=_remedies(door, view, known),
        bodies=body_lines(
            [one.id for one in known.bodies.values()
             if one.role in door.roles and one.country in (place, None) and is_for(one, view, known)],
            known,
        ),
    )  # fmt: skip


def _opens(door: Door, view: View, place: str, known: Knowledge) -> tuple[Opening, ...]:
    """What is open where somebody stands, for what they need."""
    needs = [known.needs[id] for id in door.needs]
    found = openings((view,), ("lead",), place, known) if place and needs else ()
    return tuple(one for one in found if any(answers(known.practices[one.practice], need) for need in needs))


def _remedies(door: Door, view: View, known: Knowledge) -> tuple[Answer, ...]:
    """What can be done in any case, if it may be for this person."""
    found = (known.remedies[id] for id in door.remedies)
    return tuple(answer(one.id, one.by, known) for one in found if is_for(one, view, known))
