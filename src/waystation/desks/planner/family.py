"""Plans in which the family does not travel together: the lead first, each of the others after.

Searched only if the case accepts days apart or no plan together exists. No plan leaves a child without an adult.
"""

import datetime as dt

import msgspec

from waystation.core.facts import Fact, Known, Listing
from waystation.core.plans import Counts, Days, Plan, plan_id
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.case import LEAD, Case, Person
from waystation.desks.planner.party import is_minor
from waystation.desks.planner.reach import Reached, reach
from waystation.desks.planner.select import chosen
from waystation.desks.planner.tell import plan_of

OTHER_SIDE = {"child": "parent", "stepchild": "parent", "parent": "child", "grandchild": "other"}
"""What the lead is to a member, where that is another word than what the member is to the lead."""


def beside(case: Case) -> tuple[str, ...]:
    """Ids of the members who stand where the lead stands, or may: only they can set out together."""
    lead = case.lead.view().get("here")
    return tuple(one.id for one in case.members if one.view().get("here", lead) == lead)


def with_followers(plan: Plan, found: Reached, case: Case, asked: Asked) -> Plan:
    """The plan, and how the members who are elsewhere come after; the plan alone if no way is known for them."""
    away = tuple(one for one in case.members if one.id not in plan.party)
    if not away:
        return plan
    followed = _followed(plan, found, msgspec.structs.replace(case, members=away), asked)
    left = tuple(str(one.view().get("relation", "other")) for one in away)
    return followed or msgspec.structs.replace(plan, without=left)


def split_plans(case: Case, asked: Asked) -> tuple[Plan, ...]:
    """Plans for the lead alone with a following plan for everybody left; none if a child would be left alone."""
    if not beside(case) or not _cared_for(case):
        return ()
    alone = reach(msgspec.structs.replace(case, members=()), (), asked)
    plans = (
        _followed(plan_of(label, best, alone), alone, case, asked)
        for label, best in chosen(alone.labels, case.limits.danger)
        if any(move.kind == "travel" for move in label.moves())
    )
    return tuple(plan for plan in plans if plan is not None)


def _cared_for(case: Case) -> bool:
    """Whether an adult stays with the children: a grown member of the household, or a counted carer."""
    views = [member.view() for member in case.members]
    if not any(is_minor(view) for view in views):
        return True
    carers = case.lead.view().get("carers")
    counted = isinstance(carers, (int, float)) and carers > 0
    return counted or any(not is_minor(view) for view in views)


def _followed(plan: Plan, alone: Reached, case: Case, asked: Asked) -> Plan | None:
    """The plan with a follower for each member, or None if somebody has no way to come after."""
    leaves = next((step.starts.known for step in plan.steps if step.kind == "travel"), 0)
    followers = []
    for member in case.members:
        after = reach(_following(member, plan, alone, case), (), asked, only=plan.place)
        picked = chosen(after.labels, case.limits.danger)
        if not picked:
            return None
        followers.append(plan_of(*picked[0], after))
    apart = max(plan.counts.goal.known + one.counts.goal.known for one in followers) - leaves
    if case.limits.apart_days and apart > case.limits.apart_days:
        return None
    ids = (*(step.id for step in plan.steps), *(one.id for one in followers))
    return msgspec.structs.replace(
        plan, id=plan_id(plan.goal, plan.party, ids), followers=tuple(followers),
        counts=_together(plan.counts, [one.counts for one in followers], apart),
        open=plan.open or any(one.open for one in followers),
    )  # fmt: skip


def _following(member: Person, plan: Plan, alone: Reached, case: Case) -> Case:
    """The member's own case, begun on the day the lead arrives, with the lead's standing as family there."""
    label = next(one for one in alone.labels if plan_of(one, plan.best_for, alone).id == plan.id)
    standing = label.held[0].at(plan.place)
    view = member.view()
    relation = str(view.get("relation", "other"))
    thing: dict[str, Known] = {
        "in": plan.place, "kind": standing.kind if standing else "visa",
        "relation": OTHER_SIDE.get(relation, relation),
    }  # fmt: skip
    told = view.get("family_of")
    items = told.items if isinstance(told, Listing) else ()
    complete = isinstance(told, Listing) and told.complete
    family = Fact(name="family_of", value=Listing((*items, thing), complete))
    here = Fact(name="here", value=view.get("here", case.lead.view().get("here")))
    return msgspec.structs.replace(
        case, as_of=case.as_of + dt.timedelta(days=plan.counts.goal.known), goal="arrive", members=(),
        lead=Person(id=LEAD, facts=member.facts.learn(family, here)),
    )  # fmt: skip


def _together(lead: Counts, others: list[Counts], apart: int) -> Counts:
    """Counts of the whole: the last to be settled, the gravest danger, the worst sureness."""
    every = [lead, *others]
    last = Days(
        lead.goal.known + max(one.goal.known for one in others),
        tuple(sorted({wait for one in every for wait in one.goal.waits})),
        any(one.goal.longest for one in every),
    )
    return msgspec.structs.replace(
        lead, safe_last=last, goal=last, danger=max(one.danger for one in every),
        least_danger=max(one.least_danger for one in every), apart=apart,
        sureness=max(one.sureness for one in every),
        at_sureness=sum(one.at_sureness for one in every if one.sureness == max(it.sureness for it in every)),
    )  # fmt: skip
