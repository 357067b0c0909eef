"""When a plan has arrived: exactly what each goal asks of everybody in the party."""

import datetime as dt

from msgspec import Struct

from waystation.core.plans import Goal
from waystation.core.truth import NO, UNKNOWN, YES, Truth, all_of, yes_if
from waystation.desks.planner.held import Held, Standing

REST_DAYS = 30
ARRIVE_DAYS = 90
PASSING = ("visa-free", "pending")
ENDLESS = ("permanent", "citizen")
ASKS_FOR: dict[Goal, frozenset[str]] = {"work": frozenset({"organisation-founded", "account-open"})}
"""Decisions that a goal itself asks for."""


class Reached(Struct, frozen=True, gc=False):
    """Whether the goal is reached, and the message ids of what the law leaves open about it."""

    truth: Truth
    open: tuple[str, ...] = ()


def reached(goal: Goal, held: Held, place: str, day: dt.date, *, works: bool, returns: bool) -> Reached:
    """For one member in `place` on `day`. `works`: whether this one must be allowed to work.

    That the place is within the accepted danger is asked by the search, not here. `returns`: a way back exists.
    """
    if goal == "rest":
        standing = held.at(place)
        if standing is None or not returns:
            return Reached(NO)
        return _lasting(standing, day, REST_DAYS)
    standings = [one for one in held.standings if one.in_ == place and one.kind not in PASSING]
    candidates = [_settled(goal, one, held, place, day, works) for one in standings]
    return max(candidates, key=lambda one: (one.truth, -len(one.open)), default=Reached(NO))


def _settled(goal: Goal, standing: Standing, held: Held, place: str, day: dt.date, works: bool) -> Reached:
    lasting = _lasting(standing, day, ARRIVE_DAYS)
    truths, open = [lasting.truth], list(lasting.open)
    if goal in ("settle", "work"):
        renewable = YES if standing.kind in ENDLESS else _stated(standing.renewable)
        truths.append(renewable)
        if renewable is UNKNOWN:
            open.append("goal.renewable-not-stated")
        if works:
            truths.append(yes_if(f"work:{place}" in held.rights or standing.kind == "citizen"))
    if goal == "work" and works:
        truths.append(yes_if(ASKS_FOR[goal] <= held.decisions))
    truth = all_of(truths)
    return Reached(truth, tuple(open) if truth is UNKNOWN else ())


def _stated(renewable: bool | None) -> Truth:
    return UNKNOWN if renewable is None else yes_if(renewable)


def _lasting(standing: Standing, day: dt.date, days: int) -> Reached:
    lasts = standing.lasts(day + dt.timedelta(days=days))
    if lasts and not standing.stated:
        return Reached(UNKNOWN, ("goal.length-at-most" if standing.until else "goal.length-not-stated",))
    return Reached(yes_if(lasts))
