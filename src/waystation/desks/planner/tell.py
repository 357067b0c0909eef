"""From finished labels to the plans a reader sees."""

from collections.abc import Iterable

import msgspec

from waystation.core.findings import gravest
from waystation.core.measures import Money
from waystation.core.plans import Cost, Counts, ForbiddenMove, Line, Plan, Start, TooGrave, plan_id
from waystation.core.standing import place_of
from waystation.desks.planner.deadlines import plan_deadlines
from waystation.desks.planner.describe import days_of, steps_of
from waystation.desks.planner.label import OPEN, Label
from waystation.desks.planner.moves import Dropped, Moves
from waystation.desks.planner.openings import openings
from waystation.desks.planner.pareto import first_and_last
from waystation.desks.planner.party import Party
from waystation.desks.planner.reach import Reached


def plan_of(label: Label, best_for: tuple[str, ...], found: Reached) -> Plan:
    """The plan that a finished label stands for."""
    moves, party, case = found.moves, found.party, found.party.case
    steps = steps_of(label, moves)
    return Plan(
        id=plan_id(case.goal, party.ids, tuple(step.id for step in steps)),
        goal=case.goal, place=label.place, kind="move" if label.place != found.start.place else "stay",
        best_for=best_for, party=party.ids, steps=steps, counts=_counts(label, moves),
        open=label.sureness == OPEN, goal_open=label.goal_open,
        dangers=gravest(
            one for index, held in enumerate(label.held) for one in party.dangers(index, held, label.place)
        ),
        deadlines=plan_deadlines(steps, case.as_of, found.start.held, moves.knowledge),
        opens=openings(moves.views(label), party.ids, label.place, moves.knowledge),
    )  # fmt: skip


def _counts(label: Label, moves: Moves) -> Counts:
    first, last = first_and_last(label.settled)
    return Counts(
        safe_first=days_of(label, first.day, first.waits, moves), safe_last=days_of(label, last.day, last.waits, moves),
        goal=days_of(label, label.likely, label.waits, moves),
        cost=Cost(_stated(label, moves), tuple(sorted(label.unpriced))),
        danger=label.danger, least_danger=label.least_danger,
        sureness=label.sureness, at_sureness=label.at_sureness, apart=0,  # type: ignore[arg-type]
    )  # fmt: skip


def _stated(label: Label, moves: Moves) -> tuple[Money, ...]:
    """What sources state, summed by currency."""
    sums: dict[str, float] = {}
    for move in label.moves():
        practice = moves.knowledge.practices.get(move.practice)
        for one in practice.costs if practice else ():
            if one.amount is not None and one.currency:
                sums[one.currency] = sums.get(one.currency, 0.0) + one.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()))


def start_of(party: Party) -> Start:
    """The baseline: where the lead stands, on what, until when, with which dangers to anybody of the party."""
    place = place_of(party.views[0])
    worse, _ = party.grade(party.start, place)
    standing = party.start[0].at(place)
    return Start(
        place=place, status=standing.kind if standing else None,
        lawful_until=standing.until if standing else None, danger=worse,
        dangers=gravest(
            one for index, held in enumerate(party.start) for one in party.dangers(index, held, place)
        ),
    )  # fmt: skip


def forbidden_moves(dropped: Iterable[Dropped]) -> tuple[ForbiddenMove, ...]:
    """Crossings that no plan uses, each pair of countries once."""
    found: dict[str, ForbiddenMove] = {}
    for one in dropped:
        if one.kind != "forbidden":
            continue
        id = f"forbidden-{one.place}-{one.to}".lower()
        why = dict.fromkeys(Line(words, cited) for crossing in one.crossings for words, cited in crossing.why)
        found[id] = ForbiddenMove(
            id=id, from_place=one.place, to_place=one.to, why=tuple(why),
            dangers=gravest(it for crossing in one.crossings for it in crossing.dangers),
        )  # fmt: skip
    return tuple(found[id] for id in sorted(found))


def grave_places(found: Reached) -> tuple[TooGrave, ...]:
    """Places where no plan ends for their danger alone, those that take the fewest steps first."""
    ends = {label.place for label in found.labels}
    ways = [one.after for one in found.dropped if one.kind == "grave" and one.after and one.to not in ends]
    return tuple(_too_grave(label, found) for label in sorted(ways, key=lambda one: (one.length, one.place)))


def _too_grave(label: Label, found: Reached) -> TooGrave:
    accepted, practices = found.party.case.limits.danger, found.moves.knowledge.practices
    dangers = gravest(
        one for index, held in enumerate(label.held) for one in found.party.dangers(index, held, label.place)
    )
    return TooGrave(
        place=label.place,
        steps=tuple(practices[move.practice].title for move in label.moves() if move.practice in practices),
        dangers=tuple(one for one in dangers if one.least > accepted),
    )


def second_best(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Each step names the next plan that shares all earlier steps; none: nothing else is known.

    Only plans that stand after it, so that nobody is sent in a circle.
    """
    return tuple(
        msgspec.structs.replace(
            plan,
            steps=tuple(
                msgspec.structs.replace(step, second_best=_other(plan, at, plans))
                for at, step in enumerate(plan.steps)
            ),
            parallel=_parallel(plan, plans),
        )
        for plan in plans
    )


def _other(plan: Plan, at: int, plans: tuple[Plan, ...]) -> str | None:
    shared = [step.id for step in plan.steps[:at]]
    for other in plans[plans.index(plan) + 1 :]:
        ids = [step.id for step in other.steps]
        if ids[:at] == shared and len(ids) > at and ids[at] != plan.steps[at].id and _later(plan, other, at):
            return other.id
    return None


def _later(plan: Plan, other: Plan, at: int) -> bool:
    """Whether the other way can still be begun on the day on which one gives up this one."""
    day, instead = plan.steps[at].no_answer_by, other.steps[at].no_answer_by
    return day is None or instead is None or instead > day


def _parallel(plan: Plan, plans: tuple[Plan, ...]) -> tuple[str, ...]:
    """Titles of first steps of other plans that may run beside this one's: none is irreversible or excludes."""
    mine = plan.steps[0] if plan.steps else None
    if mine is None or mine.kind != "practice" or mine.irreversible or mine.excludes:
        return ()
    firsts = [other.steps[0] for other in plans if other.id != plan.id and other.steps]
    return tuple(
        dict.fromkeys(
            step.title
            for step in firsts
            if step.practice
            and step.id != mine.id
            and step.place == mine.place
            and not step.irreversible
            and not step.excludes
        )
    )
