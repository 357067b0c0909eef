"""When everybody is settled, and whether a label has reached the goal."""

import datetime as dt
from typing import Protocol

from waystation.core.facts import View
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.truth import NO, UNKNOWN, YES, Truth
from waystation.desks.planner.case import Case
from waystation.desks.planner.entry import entry_right
from waystation.desks.planner.goals import REST_DAYS, reached
from waystation.desks.planner.held import Standing
from waystation.desks.planner.label import Label, Move, Settled
from waystation.desks.planner.party import Party


class Ground(Protocol):
    """What the goal is judged on."""

    party: Party
    case: Case
    knowledge: Knowledge

    def day(self, offset: int) -> dt.date:
        """Day of an offset."""

    def views(self, label: Label) -> tuple[View, ...]:
        """What is known of each member."""


def settle(label: Label, move: Move, waits: frozenset[str], party: Party, accepted: Grade) -> tuple[Settled, ...]:
    """Days of safety after a move: a member is settled later if the time of the move was not spent so."""
    end = label.likely + move.takes
    latest = party.case.as_of + dt.timedelta(days=label.latest + move.takes_latest)
    before = label.settled or tuple(Settled() for _ in label.held)
    result = []
    for index, held in enumerate(label.held):
        standing = held.at(label.place)
        lawful = standing is not None and standing.lasts(latest) and _outlasts(standing, move)
        worse, _ = party.member_grade(index, held, label.place)
        quiet = lawful and worse <= accepted
        result.append(before[index] if quiet else Settled(end, waits))
    return tuple(result)


def _outlasts(standing: Standing, move: Move) -> bool:
    """Whether a stay surely holds through the move. Through a wait that no source states one of unstated length
    does not, and one with an end only where nothing that is held limits the wait."""
    if not move.unknown_wait:
        return True
    return standing.stated if standing.until is None else move.guard is None


def judged_goal(label: Label, ground: Ground) -> tuple[Truth, tuple[str, ...]]:
    """Whether the whole party has reached the goal where it stands, and what the law leaves open about it."""
    worse, better = ground.party.grade(label.held, label.place)
    if better > ground.case.limits.danger:
        return NO, ()
    truth, open = _standing(label, ground)
    if truth is not NO and worse > ground.case.limits.danger:
        return UNKNOWN, ("goal.danger-not-known", *open)
    return truth, open


def too_grave(label: Label, ground: Ground) -> bool:
    """Whether nothing but the danger of the place, more than is accepted, keeps it from being the goal."""
    _, better = ground.party.grade(label.held, label.place)
    return better > ground.case.limits.danger and _standing(label, ground)[0] is not NO


def _standing(label: Label, ground: Ground) -> tuple[Truth, tuple[str, ...]]:
    """Whether what everybody holds is the goal, whatever the danger."""
    case, party, day = ground.case, ground.party, ground.day(label.latest)
    truth: Truth = YES
    open: list[str] = []
    for index, held in enumerate(label.held):
        found = reached(
            case.goal, held, label.place, day,
            works=party.works(index), returns=case.goal != "rest" or _returns(label, index, ground),
        )  # fmt: skip
        truth = min(truth, found.truth)
        open.extend(found.open)
        if truth is NO:
            return NO, ()
    return truth, tuple(dict.fromkeys(open))


def _returns(label: Label, index: int, ground: Ground) -> bool:
    """Whether this member may go back to where the plan began, after resting."""
    origin = list(label.back())[-1].place
    if origin == label.place:
        return True
    view, held = ground.views(label)[index], label.held[index]
    day = ground.day(label.latest + REST_DAYS)
    return entry_right(view, held, origin, day, ground.knowledge).truth is YES
