"""The front door of the planner: one case in, the whole answer out."""

import datetime as dt

import msgspec

from waystation.core.asking import questions_for
from waystation.core.citing import cite_all, practice_bodies
from waystation.core.facts import View
from waystation.core.findings import DangerFinding, Question, open_facts
from waystation.core.helping import whom_near
from waystation.core.judge import Ask, judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Advice, Line, NearMiss, Plan
from waystation.core.practices import Decision
from waystation.core.texts import text
from waystation.core.truth import NO
from waystation.desks.planner.ask import questions_of
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.case import Case
from waystation.desks.planner.deadlines import start_deadlines
from waystation.desks.planner.explain import closed, near_miss
from waystation.desks.planner.family import beside, split_plans, with_followers
from waystation.desks.planner.goals import ASKS_FOR
from waystation.desks.planner.moves import Dropped
from waystation.desks.planner.openings import openings
from waystation.desks.planner.reach import Reached, reach
from waystation.desks.planner.rules import effects
from waystation.desks.planner.select import chosen
from waystation.desks.planner.tell import forbidden_moves, grave_places, plan_of, second_best, start_of

MOST_QUESTIONS, MOST_URGENT, MOST_NEAR = 8, 3, 8


def find_plans(case: Case, asked: Asked) -> Advice:
    """The plans that nothing else beats, from where the person stands on the day of the case."""
    knowledge = asked.knowledge
    found = reach(case, beside(case), asked)
    every = [(label, ()) for label in found.labels]
    picks = every if asked.show_all else chosen(found.labels, case.limits.danger)
    plans = tuple(with_followers(plan_of(label, best, found), found, case, asked) for label, best in picks)
    if not plans or case.limits.apart_days:
        plans = (*plans, *split_plans(case, asked))
    start = found.start
    views = found.moves.views(start)
    relations = tuple(found.party.relation(index) for index in range(len(found.party.ids)))
    begun = start_of(found.party)
    dangers = (*begun.dangers, *(one for plan in plans for step in plan.steps for one in step.dangers))
    advice = Advice(
        as_of=case.as_of, goal=case.goal, accepts=case.limits.danger, knowledge=knowledge.version,
        counted=found.counted,
        start=begun, plans=second_best(plans), more=len(every) - len(picks),
        deadlines=start_deadlines(found.party.start, start.place, relations),
        questions=_questions(case, start.place, dangers, knowledge),
        near_misses=_near_misses(found, plans, views[0], knowledge),
        forbidden=forbidden_moves((*_dead_ends(found, asked), *found.dropped)),
        too_grave=grave_places(found), opens_now=openings(views, found.party.ids, start.place, knowledge),
        overdue=_overdue(plans, case.as_of, knowledge), assumed=case.assumed,
    )  # fmt: skip
    return _handed_over(advice, views[0], knowledge)


def _questions(
    case: Case, place: str, dangers: tuple[DangerFinding, ...], knowledge: Knowledge
) -> tuple[Question, ...]:
    """The place if it is not known, then what the gravest open dangers hang on, then what settles most."""
    urgent = [*([] if place else ["here"]), *open_facts(dangers)]
    first = questions_for(tuple(Ask(fact) for fact in urgent), knowledge)[:MOST_URGENT]
    never = case.lead.facts.cannot_say()
    asked = {one.fact: one for one in (*first, *questions_of(case, knowledge)) if one.fact not in never}
    return tuple(asked.values())[:MOST_QUESTIONS]


def _dead_ends(found: Reached, asked: Asked) -> list[Dropped]:
    """Every known country, whether a plan would pass it or not, into which nobody of the party should cross."""
    start, moves = found.start, found.moves
    places = sorted({place.country for place in asked.knowledge.places.values() if place.country})
    return [
        Dropped("forbidden", start.place, place, crossings=moves.crossings(start, place))
        for place in places
        if place != start.place and any(one.forbidden for one in moves.risks(start, place))
    ]


def _near_misses(
    found: Reached, plans: tuple[Plan, ...], view: View, knowledge: Knowledge
) -> tuple[NearMiss, ...]:
    """Suspended practices that would fit, waits that outlast the stay, and the smallest changes.

    What a plan rests on is none: its step says by which day to turn elsewhere. To found something is one only
    where that is the goal.
    """
    taken = {step.practice for plan in plans for it in (plan, *plan.followers) for step in it.steps}
    late = [_late(one, view, knowledge) for one in found.dropped if one.kind == "late"]
    other: list[NearMiss] = []
    for id, why in found.rules.closed.items():
        practice = knowledge.practices[id]
        if why == "state":
            fits = judge(practice.who, view, knowledge.parameter).truth is not NO
            if fits and (practice.state == "suspended" or id in knowledge.layers):
                other.append(closed(practice, view, knowledge))
        elif (miss := near_miss(practice, view, knowledge)) is not None:
            other.append(miss)
    idle = frozenset() if found.party.case.goal == "work" else _founding(knowledge)
    unique = {one.practice: one for one in (*other, *late) if one.practice not in taken | idle}
    own = knowledge.layers
    ordered = sorted(unique.values(), key=lambda one: (one.practice not in own, len(one.changes), one.practice))
    return tuple(ordered[:MOST_NEAR])


def _founding(knowledge: Knowledge) -> frozenset[str]:
    """Ids of practices by which one gets what only the goal to work asks for."""
    return frozenset(
        id
        for id, practice in knowledge.practices.items()
        if any(isinstance(one, Decision) and one.name in ASKS_FOR["work"] for one in effects(practice))
    )


def _late(dropped: Dropped, view: View, knowledge: Knowledge) -> NearMiss:
    practice = knowledge.practices[dropped.practice]
    cited = cite_all(practice, knowledge)
    return NearMiss(
        practice=practice.id, title=practice.title, why=(Line(text("near.wait-too-long"), cited),),
        last_day=dropped.last_day, by=practice_bodies(practice, knowledge, view), citations=cited,
    )  # fmt: skip


def _overdue(plans: tuple[object, ...], day: dt.date, knowledge: Knowledge) -> tuple[str, ...]:
    """Ids of records behind the plans whose sources nobody looked at for longer than they should."""
    used = {step.practice for plan in plans for step in plan.steps if step.practice}  # type: ignore[attr-defined]
    found = []
    for id in sorted(used):
        practice = knowledge.practices[id]
        checked = practice.last_checked()
        if checked and (day - checked).days > practice.check_every:
            found.append(id)
    return tuple(found)


def _handed_over(advice: Advice, view: View, knowledge: Knowledge) -> Advice:
    """Whom to turn to, named where no plan is surely open: those near first, and by what they do."""
    if any(not plan.open for plan in advice.plans):
        return advice
    return msgspec.structs.replace(advice, hand_over=whom_near(advice.start.place, view, knowledge))
