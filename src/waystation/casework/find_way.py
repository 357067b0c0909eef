"""Find a journey: ways over known routes, each held against the people of the case and checked leg by leg."""

from waystation.casework.assess import check, views
from waystation.core.assessments import Assessment
from waystation.core.helping import whom_near
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.core.standing import place_of
from waystation.core.ways import Routes, WayAsked, WaysFound
from waystation.desks.dangers import Dangers
from waystation.desks.journeys.find import Pace, choose, find_ways
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.risks import Risks
from waystation.desks.journeys.tell_ways import Telling
from waystation.desks.planner import Case, entering


def find_way(case: Case, knowledge: Knowledge, asked: WayAsked, routes: Routes, lands: Lands) -> WaysFound:
    """The ways that none beats, at most five; the nearest that are not offered; whom to turn to where there is none."""
    known = knowledge.as_of(case.as_of)
    dangers: Dangers = known.once("dangers", lambda: Dangers(known))
    pace = Pace.on(known, asked.day)
    risks = Risks(
        views(case, known), known, asked.day, lambda view, start, to, day: entering(view, start, to, day, known),
        dangers.grade,
    )  # fmt: skip

    def checked(itinerary: Itinerary) -> Assessment:
        return check(case, knowledge, itinerary, lands)

    lead = case.lead_view()
    telling = Telling(asked, pace, known, checked, whom_near(place_of(lead), lead, known))
    found = find_ways(asked, routes, risks, lands, pace)
    return telling.tell(choose(found, case.limits.danger), routes, case.as_of)
