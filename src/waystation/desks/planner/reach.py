"""All finished plans of one party: what is surely open first, then what may be, one goal country at a time."""

import msgspec
from msgspec import Struct

from waystation.core.knowledge import Knowledge
from waystation.core.standing import homes
from waystation.core.truth import YES
from waystation.desks.planner.along import Along
from waystation.desks.planner.arrive import judged_goal
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.case import Case
from waystation.desks.planner.label import Label, Settled
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
    party = Party(case, with_them, asked.knowledge, asked.find_dangers)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of, case.goal)
    start = start_label(party)
    found, tries = search_all(start, party, rules, asked, only)
    labels = [label for label in found if only in (None, label.place)]
    dropped = tuple(one for moves in tries for one in moves.dropped.values())
    return Reached(party, rules, start, tuple(unbeaten(labels, _bands(asked.knowledge, case))), tries[-1], dropped)


def start_label(party: Party) -> Label:
    """Where the search begins: today, with what is held today."""
    place = str(party.views[0].get("here", ""))
    return Label(place=place, held=party.start, settled=tuple(Settled() for _ in party.ids))


def search_all(
    start: Label, party: Party, rules: Rules, asked: Asked, only: str | None = None
) -> tuple[list[Label], list[Moves]]:
    """Finished plans of all searches; each knows the plans found before it."""
    knowledge, never = asked.knowledge, homes(party.views[0]).have
    known = {place.country for place in knowledge.places.values() if place.country}
    goals = {start.place, *(place for rule in rules.by_id.values() for place in rule.touches)} & known
    if party.case.goal == "rest":
        goals = set(known)
    every = [
        way
        for goal in sorted(goals - never)
        if only in (None, goal)
        for way in ways(goal, start.place, rules, knowledge)
    ]
    uses = Uses(rules, knowledge)
    tries = [Moves(party, rules, uses, asked, open=open) for open in (False, True)]
    found: list[Label] = []
    for moves in tries:
        for way in every:
            places = tuple(sorted((way.places & known) - never))
            found = _search(start, moves, Along(moves, tuple(way.rules.by_id.values()), places), found)
    return found, tries


def _search(start: Label, moves: Moves, along: Along, known: list[Label]) -> list[Label]:
    goal, open = judged_goal(start, moves)
    if goal is YES:
        return [msgspec.structs.replace(start, goal=goal, goal_open=open)]
    return list(search(start, along, known=known).goals)


def _bands(knowledge: Knowledge, case: Case) -> Bands:
    return Bands(
        tuple(knowledge.cut_points("bands-days", case.as_of)),
        tuple(knowledge.cut_points("bands-cost", case.as_of)),
    )
