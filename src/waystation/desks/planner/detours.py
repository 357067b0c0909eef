"""Countries that would serve only to ask for something online: of those that are alike, the best one.

Going there is worth it where one may not stay, or not in safety, where one stands.
"""

import datetime as dt
from collections.abc import Iterable

from waystation.core.facts import View
from waystation.desks.planner.entry import open_to
from waystation.desks.planner.held import Standing
from waystation.desks.planner.label import Label
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.rules import MOVED, Rule
from waystation.desks.planner.ways import online


def detours(start: Label, places: Iterable[str], rules: Iterable[Rule], moves: Moves) -> frozenset[str]:
    """Of the places that let the party in today the one with the longest stay of each kind.

    Two are of one kind if going there costs the same on every count, and the same can be asked for online there.
    """
    asked = [rule for rule in rules if online(rule) and _hangs_on_place(rule)]
    best: dict[object, tuple[dt.date, str]] = {}
    for place in sorted(open_to(start.held[0], moves.knowledge).intersection(places) - start.passed):
        for there in moves.travelled(start, place):
            kind = (there.score, there.goal, *(_truths(rule, moves.views(there)[0]) for rule in asked))
            end = min(_end(one.at(place)) for one in there.held)
            if kind not in best or end > best[kind][0]:
                best[kind] = (end, place)
    return frozenset(place for _, place in best.values())


def _end(standing: Standing | None) -> dt.date:
    return (standing and standing.until) or dt.date.max


def _hangs_on_place(rule: Rule) -> bool:
    return (
        bool(rule.reads & MOVED) or bool(rule.bans) or any(spot.where.standing_in.spelled for spot in rule.spots)
    )


def _truths(rule: Rule, view: View) -> tuple[object, ...]:
    """What may be asked for by somebody who stands there."""
    spots = (spot.standing(view) for spot in rule.spots)
    return rule.who(view), *spots, *(ban.strikes(view) for ban in rule.bans)
