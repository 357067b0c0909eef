"""Assess a case: what endangers the people of it where they are, in what they are about to do, and on a journey."""

from collections.abc import Sequence

import msgspec

from waystation.core.asking import questions_for
from waystation.core.assessments import Assessment, LegAnswer, not_looked_at, verdict_of
from waystation.core.facts import Known, View
from waystation.core.findings import DangerFinding, gravest, open_facts
from waystation.core.itineraries import Itinerary
from waystation.core.judge import Ask
from waystation.core.knowledge import Knowledge
from waystation.core.standing import homes, place_of, stand
from waystation.core.texts import text
from waystation.core.world import Scope
from waystation.desks.dangers import Dangers
from waystation.desks.journeys.check import Checks
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.roles import arrived, travelling
from waystation.desks.journeys.way import way_of
from waystation.desks.planner import Case, entering

MOST_QUESTIONS = 8


def assess(
    case: Case, knowledge: Knowledge, itinerary: Itinerary | None = None, lands: Lands | None = None
) -> Assessment:
    """Every danger of the place where people are, of the steps they are about to take, and of a journey.

    Without `lands` nothing is said of what lies below a flight.
    """
    known = knowledge.as_of(case.as_of)
    dangers: Dangers = known.once("dangers", lambda: Dangers(known))
    people = views(case, known)
    if itinerary:
        people = [(id, travelling(view, itinerary)) for id, view in people]
    here = _found(people, ("place", "step"), dangers)
    legs = _legs(case, people, known, dangers, itinerary, lands)
    there = _found([_arrived(one, legs, case, known) for one in people], ("place",), dangers) if legs else ()
    every = (*here, *(one for leg in legs for one in leg.dangers), *there)
    return Assessment(
        as_of=case.as_of, knowledge=known.version, place=place_of(case.lead_view()), verdict=verdict_of(legs, there),
        homes=tuple(sorted(frozenset().union(*(homes(view).have for _, view in people)))),
        here=here, legs=legs, there=there,
        questions=questions_for(map(Ask, open_facts(every)), known)[:MOST_QUESTIONS],
        not_checked=(text("assess.not-checked"), *not_looked_at(itinerary)),
        left_out=itinerary.left_out if itinerary else (),
    )  # fmt: skip


def check(case: Case, knowledge: Knowledge, itinerary: Itinerary, lands: Lands) -> Assessment:
    """The journey alone."""
    return msgspec.structs.replace(assess(case, knowledge, itinerary, lands), here=())


def _legs(
    case: Case, people: Sequence[tuple[str, View]], known: Knowledge, dangers: Dangers,
    itinerary: Itinerary | None, lands: Lands | None,
) -> tuple[LegAnswer, ...]:  # fmt: skip
    if itinerary is None:
        return ()

    def find(view: View, scope: Scope, subject: str) -> tuple[DangerFinding, ...]:
        return dangers.find(view, scope, subject=subject)

    checks = Checks(known, lambda view, start, to, day: entering(view, start, to, day, known), find)
    return checks.check(way_of(itinerary, known, case.as_of, lands), people, case.as_of)


def _found(
    people: Sequence[tuple[str, View]], scopes: tuple[Scope, ...], dangers: Dangers
) -> tuple[DangerFinding, ...]:
    return gravest(
        one for subject, view in people for scope in scopes for one in dangers.find(view, scope, subject=subject)
    )


def views(case: Case, knowledge: Knowledge) -> list[tuple[str, View]]:
    """What is known of each person of the case where the lead is, by id."""
    lead = case.lead_view()
    people = [("lead", lead), *((one.id, {**_with_lead(lead), **one.view()}) for one in case.members)]
    return [
        (id, {**stand(view, place_of(view), case.as_of, knowledge), "passing": "staying"}) for id, view in people
    ]


def _with_lead(lead: View) -> dict[str, Known]:
    """A member who is not said to be elsewhere is where the lead is."""
    return {"here": lead["here"]} if "here" in lead else {}


def _arrived(
    person: tuple[str, View], legs: tuple[LegAnswer, ...], case: Case, known: Knowledge
) -> tuple[str, View]:
    """The same person at the end of the journey, where no standing is told of but what is held there."""
    id, view = person
    return id, arrived(view, legs[-1].to_place, legs[-1].day or case.as_of, known)
