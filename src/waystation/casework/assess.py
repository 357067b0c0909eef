"""Assess a case: what endangers the people of it where they are, and on a journey."""

from waystation.core.asking import questions_for
from waystation.core.assessments import Assessment
from waystation.core.facts import Known, View
from waystation.core.findings import gravest, open_facts
from waystation.core.judge import Ask
from waystation.core.knowledge import Knowledge
from waystation.core.standing import place_of, stand
from waystation.core.texts import text
from waystation.desks.dangers import Dangers
from waystation.desks.planner import Case

MOST_QUESTIONS = 8


def assess(case: Case, knowledge: Knowledge) -> Assessment:
    """Every danger of the place where the people of the case are, and of the steps they are about to take."""
    known = knowledge.as_of(case.as_of)
    dangers = known.once("dangers", lambda: Dangers(known))
    place = place_of(case.lead_view())
    people = views(case, known)
    here = gravest(
        one
        for subject, view in people
        for scope in ("place", "step")
        for one in dangers.find(view, scope, subject=subject)
    )
    return Assessment(
        as_of=case.as_of, knowledge=known.version, place=place, here=here,
        questions=questions_for(map(Ask, open_facts(here)), known)[:MOST_QUESTIONS],
        not_checked=(text("assess.not-checked"),),
    )  # fmt: skip


def views(case: Case, knowledge: Knowledge) -> list[tuple[str, View]]:
    """What is known of each person of the case where the lead is, by id."""
    lead = case.lead_view()
    people = [("lead", lead), *((one.id, {**_with_lead(lead), **one.view()}) for one in case.members)]
    return [(id, stand(view, place_of(view), case.as_of, knowledge)) for id, view in people]


def _with_lead(lead: View) -> dict[str, Known]:
    """A member who is not said to be elsewhere is where the lead is."""
    return {"here": lead["here"]} if "here" in lead else {}
