"""All finished plans of one party, one goal country at a time. What may be open counts, and is the least sure."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from waystation.core.knowledge import Knowledge
from waystation.core.standing import homes, place_of
from waystation.core.truth import UNKNOWN, YES, Truth
from waystation.desks.planner.ahead import Ahead, Start, ahead
from waystation.desks.planner.along import Along
from waystation.desks.planner.arrive import judged_goal
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.bound import Bound
from waystation.desks.planner.case import Case
from waystation.desks.planner.detours import detours
from waystation.desks.planner.inside import Inside
from waystation.desks.planner.label import OPEN, Label, Settled
from waystation.desks.planner.moves import Dropped, Moves
from waystation.desks.planner.pareto import Bands
from waystation.desks.planner.party import Party
from waystation.desks.planner.passing import pointless, without
from waystation.desks.planner.rules import Rule, Rules, compile_rules
from waystation.desks.planner.score import Score, as_it_is, counted
from waystation.desks.planner.search import Pruning, search
from waystation.desks.planner.select import unbeaten
from waystation.desks.planner.use import Uses
from waystation.desks.planner.ways import Way, way_to


class Reached(Struct, frozen=True):
    """Unbeaten plans in bands, the moves that made them, and the moves that were not taken.

    `counted`: there are so many rules that unknown waits were compared by number, not by name.
    """

    party: Party
    rules: Rules
    start: Label
    labels: tuple[Label, ...]
    moves: Moves
    dropped: tuple[Dropped, ...]
    counted: bool = False


def reach(case: Case, with_them: tuple[str, ...], asked: Asked, only: str | None = None) -> Reached:
    """Plans for the lead and these members together; with `only`, plans that end in that country."""
    party = Party(case, with_them, asked)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of, case.goal)
    start = start_label(party)
    view = as_it_is if asked.show_all or len(rules.by_id) <= _most_exact(case, asked.knowledge) else counted
    found, moves = search_all(start, party, rules, asked, view, only)
    labels = unbeaten(
        [label for label in found if only in (None, label.place)], _bands(asked.knowledge, case), view
    )
    return Reached(party, rules, start, tuple(labels), moves, tuple(moves.dropped.values()), view is counted)


def start_label(party: Party) -> Label:
    """Where the search begins: today, with what is held today."""
    place = place_of(party.views[0])
    return Label(
        place=place, passed=frozenset({place}), held=party.start, settled=tuple(Settled() for _ in party.ids)
    )


def search_all(
    start: Label, party: Party, rules: Rules, asked: Asked, view: Callable[[Score], Score], only: str | None = None
) -> tuple[list[Label], Moves]:
    """Finished plans of all searches; each knows the plans found before it. The shortest ways come first."""
    moves = Moves(party, rules, Uses(rules, asked.knowledge), asked)
    lead = Start(start.place, start.held[0], party.views[0], party.knowledge)
    ways = [(way, lies, Bound(lies, moves)) for way, lies in _ways(party, rules, lead, only)]
    goal, open = judged_goal(start, moves)
    stays = _stays(start, goal, open, moves)
    if goal is YES and ways:
        return [stays], moves
    ways.sort(key=lambda one: (min(counted(score).numbers[4:] for score in one[2](start)), one[0].goal))
    found: list[Label] = []
    enterable = _countries(party.knowledge) - homes(party.views[0]).have
    anywhere = detours(start, enterable, rules.by_id.values(), moves)
    for way, lies, bound in ways:
        if goal is UNKNOWN and all(one.length for one in found):
            found = [*found, stays]
        left, inside = _narrowed(way, lies, moves, lead)
        rules_left = _pointed(left.rules, way, moves) if left else {}
        _turn_down(start, lies.rules.keys() - rules_left.keys(), moves)
        if left is None:
            continue
        places = way.places & enterable | (anywhere if way.anywhere else frozenset())
        along = Along(moves, way, rules_left, tuple(sorted(places)), inside)
        pruning = Pruning(least=bound if left is lies else Bound(left, moves), view=view, lasts=along.lasts)
        found = list(search(start, along, known=found, pruning=pruning).goals)
    return found, moves


def _narrowed(way: Way, lies: Ahead, moves: Moves, lead: Start) -> tuple[Ahead | None, Inside | None]:
    """What lies ahead without the steps on which one arrives and never reaches the goal; None: no plan is left."""
    if way.goal == way.start:
        return lies, None
    inside = _inside(lies, moves, lead)
    idle = inside.dead_ends()
    if not idle:
        return lies, inside
    left = ahead(without(lies.rules, idle, moves.uses), moves.case.goal, way.goal, lead)
    return left, None if left is None else _inside(left, moves, lead)


def _pointed(rules: Mapping[str, Rule], way: Way, moves: Moves) -> Mapping[str, Rule]:
    if way.goal == way.start:
        return rules
    idle = pointless(rules, way.goal, moves.uses)
    return {id: rule for id, rule in rules.items() if id not in idle}


def _turn_down(start: Label, ids: Iterable[str], moves: Moves) -> None:
    """Ask all the same for what no plan needs: a wait that outlasts the stay is worth telling as a near miss."""
    for id in sorted(ids):
        if moves.can_ask(moves.rules.by_id[id], start.place):
            moves.asked(start, moves.rules.by_id[id])


def _inside(lies: Ahead, moves: Moves, lead: Start) -> Inside:
    here = [id for id, rule in lies.rules.items() if moves.can_ask(rule, lies.place)]
    return Inside(lies.place, moves.case.goal, lies.rules, here, lead, moves.uses)


def _ways(party: Party, rules: Rules, lead: Start, only: str | None) -> Iterator[tuple[Way, Ahead]]:
    """The way to each country that may be the goal, with what surely lies ahead on it."""
    knowledge, goal, known = party.knowledge, party.case.goal, _countries(party.knowledge)
    ends = known if goal == "rest" else {lead.place, *rules.touching} & known
    for place in sorted(ends - homes(party.views[0]).have):
        if only in (None, place):
            way = way_to(place, lead.place, rules, knowledge)
            lies = ahead(way.rules, goal, place, lead)
            if lies is not None:
                yield way, lies


def _countries(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(place.country for place in knowledge.places.values() if place.country)


def _stays(start: Label, goal: Truth, open: tuple[str, ...], moves: Moves) -> Label:
    """The plan to stay, where one has arrived already, or may have."""
    worse, better = moves.party.grade(start.held, start.place)
    sureness, count = (start.sureness, start.at_sureness) if goal is YES else start.surer(OPEN)
    return msgspec.structs.replace(
        start, goal=goal, goal_open=open, danger=worse, least_danger=better, sureness=sureness, at_sureness=count
    )


def _most_exact(case: Case, knowledge: Knowledge) -> float:
    """Up to how many rules unknown waits are compared by name."""
    most = knowledge.parameter("rules-compared-by-name", case.as_of)
    return most if isinstance(most, (int, float)) else float("inf")


def _bands(knowledge: Knowledge, case: Case) -> Bands:
    return Bands(
        tuple(knowledge.cut_points("bands-days", case.as_of)),
        tuple(knowledge.cut_points("bands-cost", case.as_of)),
    )
