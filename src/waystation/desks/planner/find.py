"""The front door of the planner: one case in, the whole answer out."""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from waystation.core.citing import body_lines
from waystation.core.findings import DangerFinding
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade, Money
from waystation.core.plans import (
    Advice, Cost, Counts, Days, ForbiddenMove, Line, Plan, Start, plan_id,
)  # fmt: skip
from waystation.core.standing import homes
from waystation.core.travel import MayTravel
from waystation.core.truth import YES
from waystation.desks.planner.arrive import judged_goal
from waystation.desks.planner.case import Case
from waystation.desks.planner.deadlines import plan_deadlines, start_deadlines
from waystation.desks.planner.describe import gravest, steps_of
from waystation.desks.planner.label import Label, Settled
from waystation.desks.planner.moves import Dropped, Moves, StepDangers
from waystation.desks.planner.openings import openings
from waystation.desks.planner.pareto import Bands, first_and_last
from waystation.desks.planner.party import FindDangers, Party
from waystation.desks.planner.rules import Rules, compile_rules, ways
from waystation.desks.planner.search import Found, search
from waystation.desks.planner.select import chosen, unbeaten


class Asked(Struct, frozen=True, kw_only=True):
    """What the planner is handed besides the case."""

    knowledge: Knowledge
    may_travel: MayTravel
    find_dangers: FindDangers
    step_dangers: StepDangers
    show_all: bool = False


def find_plans(case: Case, asked: Asked) -> Advice:
    """The plans that nothing else beats, from where the person stands on the day of the case."""
    knowledge = asked.knowledge
    together = tuple(one.id for one in case.members)
    party = Party(case, together, knowledge, asked.find_dangers)
    rules = compile_rules(party.views[0], knowledge, case.as_of)
    start = start_label(party)
    found, tries = search_all(start, party, rules, asked)
    labels = _unbeaten(found, knowledge, case)
    picks = [(label, ()) for label in labels] if asked.show_all else chosen(labels, case.limits.danger)
    plans = tuple(_plan(label, best, tries[0], start) for label, best in picks)
    plans = second_best(plans)
    return Advice(
        as_of=case.as_of, goal=case.goal, accepts=case.limits.danger, knowledge=knowledge.version,
        start=_start(party), plans=plans, more=len(labels) - len(picks),
        deadlines=start_deadlines(party.start, start.place, _relations(party)),
        forbidden=_forbidden(dropped for one in tries for dropped in one.dropped.values()),
        opens_now=openings(tries[0].views(start), party.ids, start.place, knowledge),
        assumed=case.assumed,
    )  # fmt: skip


def start_label(party: Party) -> Label:
    """Where the search begins: today, with what is held today."""
    place = str(party.views[0].get("here", ""))
    settled = tuple(Settled() for _ in party.ids)
    return Label(place=place, held=party.start, settled=settled)


def search_all(
    start: Label, party: Party, rules: Rules, asked: Asked
) -> tuple[list[Label], list[Moves]]:
    """All finished plans of two runs (what is surely open; then what may be), one goal country at a time."""
    knowledge, never = asked.knowledge, homes(party.views[0]).have
    known = {place.country for place in knowledge.places.values() if place.country}
    goals = {start.place, *(place for rule in rules.by_id.values() for place in rule.touches())} & known
    if party.case.goal == "rest":
        goals = set(known)
    found: list[Label] = []
    tries: list[Moves] = []
    every = [
        way for goal in sorted(goals - never) for way in ways(goal, start.place, rules, knowledge)
    ]
    for open in (False, True):
        for way in every:
            places = tuple(sorted((way.places & known) - never))
            moves = Moves(party, way.rules, places, asked.may_travel, asked.step_dangers, open=open)
            tries.append(moves)
            found = list(_search(start, moves, found).goals)
    return found, tries or [Moves(party, rules, (), asked.may_travel, asked.step_dangers, open=True)]


def _search(start: Label, moves: Moves, known: list[Label]) -> Found:
    goal, open = judged_goal(start, moves)
    if goal is YES:
        there = msgspec.structs.replace(start, goal=goal, goal_open=open)
        return Found((there,), 0, 1.0)
    return search(start, moves, known=known)


def _unbeaten(found: list[Label], knowledge: Knowledge, case: Case) -> list[Label]:
    bands = Bands(
        tuple(knowledge.cut_points("bands-days", case.as_of)),
        tuple(knowledge.cut_points("bands-cost", case.as_of)),
    )
    return unbeaten(found, bands)


def _relations(party: Party) -> tuple[str, ...]:
    return tuple(party.relation(index) for index in range(len(party.ids)))


def _plan(label: Label, best_for: tuple[str, ...], moves: Moves, start: Label) -> Plan:
    steps = steps_of(label, moves)
    party, case = moves.party, moves.case
    goal_moves = msgspec.structs.replace(label, goal=None)
    ids = tuple(step.id for step in steps)
    return Plan(
        id=plan_id(case.goal, party.ids, ids),
        goal=case.goal, place=label.place, kind="move" if label.place != start.place else "stay",
        best_for=best_for, party=party.ids, steps=steps, counts=_counts(label, moves),
        open=label.sureness == 5, goal_open=label.goal_open,
        dangers=_at(party, label), deadlines=plan_deadlines(steps, case.as_of, start.held),
        opens=openings(moves.views(goal_moves), party.ids, label.place, moves.knowledge),
    )  # fmt: skip


def _at(party: Party, label: Label) -> tuple[DangerFinding, ...]:
    return gravest(
        one for index, held in enumerate(label.held) for one in party.dangers(index, held, label.place)
    )


def _counts(label: Label, moves: Moves) -> Counts:
    first, last = first_and_last(label.settled)
    return Counts(
        safe_first=_days(first), safe_last=_days(last),
        goal=Days(label.likely, tuple(sorted(label.waits))),
        cost=Cost(_stated(label, moves), tuple(sorted(label.unpriced))),
        danger=label.danger if label.length else Grade.LOW, least_danger=label.least_danger,
        sureness=label.sureness, at_sureness=label.at_sureness, apart=0,
    )  # fmt: skip


def _days(settled: Settled) -> Days:
    return Days(settled.day, tuple(sorted(settled.waits)))


def _stated(label: Label, moves: Moves) -> tuple[Money, ...]:
    sums: dict[str, float] = {}
    for move in label.moves():
        practice = moves.knowledge.practices.get(move.practice)
        for one in practice.costs if practice else ():
            if one.amount is not None and one.currency:
                sums[one.currency] = sums.get(one.currency, 0.0) + one.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()))


def _start(party: Party) -> Start:
    place = str(party.views[0].get("here", ""))
    worse, _ = party.grade(party.start, place)
    standing = party.start[0].at(place)
    dangers = gravest(
        one for index, held in enumerate(party.start) for one in party.dangers(index, held, place)
    )
    return Start(
        place=place, status=standing.kind if standing else None,
        lawful_until=standing.until if standing else None, danger=worse, dangers=dangers,
    )  # fmt: skip


def _forbidden(dropped: Iterable[Dropped]) -> tuple[ForbiddenMove, ...]:
    found = []
    for one in dropped:
        if one.kind != "forbidden":
            continue
        why = dict.fromkeys(Line(words, cited) for crossing in one.crossings for words, cited in crossing.why)
        dangers = {it.id: it for crossing in one.crossings for it in crossing.dangers}
        found.append(
            ForbiddenMove(
                id=f"forbidden-{one.place}-{one.to}".lower(), from_place=one.place, to_place=one.to,
                why=tuple(why), dangers=gravest(dangers.values()),
            )  # fmt: skip
        )
    return tuple(sorted(found, key=lambda one: one.id))


def second_best(plans: tuple[Plan, ...]) -> tuple[Plan, ...]:
    """Each step names the next plan that shares all earlier steps; none: nothing else is known."""
    return tuple(
        msgspec.structs.replace(
            plan,
            steps=tuple(
                msgspec.structs.replace(step, second_best=_other(plan, at, plans))
                for at, step in enumerate(plan.steps)
            ),
        )
        for plan in plans
    )


def _other(plan: Plan, at: int, plans: tuple[Plan, ...]) -> str | None:
    shared = [step.id for step in plan.steps[:at]]
    for other in plans:
        ids = [step.id for step in other.steps]
        if ids[:at] == shared and len(ids) > at and ids[at] != plan.steps[at].id:
            return other.id
    return None


def hand_over(advice: Advice, knowledge: Knowledge, roles: tuple[str, ...]) -> Advice:
    """Whom to turn to, named where no plan is surely open: helplines and legal aid, the nearest first."""
    if any(not plan.open for plan in advice.plans):
        return advice
    near = [advice.start.place, *(plan.place for plan in advice.plans), None]
    bodies = [body for body in knowledge.bodies.values() if body.role in roles and body.country in near]
    bodies.sort(key=lambda body: (near.index(body.country), roles.index(body.role), body.id))
    return msgspec.structs.replace(advice, hand_over=body_lines([body.id for body in bodies[:6]], knowledge))
