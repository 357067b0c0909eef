"""All finished plans of one party: what is surely open first, then what may be, one goal country at a time."""

import msgspec
from msgspec import Struct

from waystation.core.knowledge import Knowledge
from waystation.core.standing import homes, place_of
from waystation.core.truth import UNKNOWN, YES, Truth
from waystation.desks.planner.ahead import Start, ahead
from waystation.desks.planner.along import Along
from waystation.desks.planner.arrive import judged_goal
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.bound import Bound
from waystation.desks.planner.case import Case
from waystation.desks.planner.label import OPEN, Label, Settled
from waystation.desks.planner.moves import Dropped, Moves
from waystation.desks.planner.pareto import Bands
from waystation.desks.planner.party import Party
from waystation.desks.planner.rules import Rules, compile_rules, ways
from waystation.desks.planner.search import search
from waystation.desks.planner.select import unbeaten
from waystation.desks.planner.use import Uses


class Reached(Struct, frozen=True):
    """Unbeaten plans in bands, the moves that made them, and the moves that were not taken."""

    party: Party
    rules: Rules
    start: Label
    labels: tuple[Label, ...]
    moves: Moves
    dropped: tuple[Dropped, ...]


def reach(case: Case, with_them: tuple[str, ...], asked: Asked, only: str | None = None) -> Reached:
    """Plans for the lead and these members together; with `only`, plans that end in that country."""
    party = Party(case, with_them, asked)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of, case.goal)
    start = start_label(party)
    found, tries = search_all(start, party, rules, asked, only)
    labels = [label for label in found if only in (None, label.place)]
    dropped = tuple(one for moves in tries for one in moves.dropped.values())
    return Reached(party, rules, start, tuple(unbeaten(labels, _bands(asked.knowledge, case))), tries[-1], dropped)


def start_label(party: Party) -> Label:
    """Where the search begins: today, with what is held today."""
    place = place_of(party.views[0])
    return Label(
        place=place, passed=frozenset({place}), held=party.start, settled=tuple(Settled() for _ in party.ids)
    )


def search_all(
    start: Label, party: Party, rules: Rules, asked: Asked, only: str | None = None
) -> tuple[list[Label], list[Moves]]:
    """Finished plans of all searches; each knows the plans found before it."""
    knowledge, never = asked.knowledge, homes(party.views[0]).have
    known = {place.country for place in knowledge.places.values() if place.country}
    goals = {start.place, *(place for rule in rules.by_id.values() for place in rule.touches)} & known
    if party.case.goal == "rest":
        goals = set(known)
    lead = Start(start.place, start.held[0], party.views[0])
    every = [
        (way, lies)
        for goal in sorted(goals - never)
        if only in (None, goal)
        for way in ways(goal, start.place, rules, knowledge)
        if (lies := ahead(way.rules.by_id, party.case.goal, goal, lead, knowledge)) is not None
    ]
    uses = Uses(rules, knowledge)
    tries = [Moves(party, rules, uses, asked, open=open) for open in (False, True)]
    found: list[Label] = []
    for moves in tries:
        for way, lies in every:
            places = tuple(sorted((way.places & known) - never))
            along = Along(moves, tuple(lies.rules.values()), places)
            found = _search(start, moves, along, Bound(lies, moves), found)
    return found, tries


def _search(start: Label, moves: Moves, along: Along, bound: Bound, known: list[Label]) -> list[Label]:
    goal, open = judged_goal(start, moves)
    if goal is YES:
        return [_stays(start, goal, open, moves)]
    if goal is UNKNOWN and moves.open and all(one.length for one in known):
        known = [*known, _stays(start, goal, open, moves)]
    return list(search(start, along, known=known, least=bound).goals)


def _stays(start: Label, goal: Truth, open: tuple[str, ...], moves: Moves) -> Label:
    """The plan to stay, where one has arrived already, or may have."""
    worse, better = moves.party.grade(start.held, start.place)
    sureness, count = (start.sureness, start.at_sureness) if goal is YES else start.surer(OPEN)
    return msgspec.structs.replace(
        start, goal=goal, goal_open=open, danger=worse, least_danger=better, sureness=sureness, at_sureness=count
    )


def _bands(knowledge: Knowledge, case: Case) -> Bands:
    return Bands(
        tuple(knowledge.cut_points("bands-days", case.as_of)),
        tuple(knowledge.cut_points("bands-cost", case.as_of)),
    )
