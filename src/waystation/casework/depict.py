"""Lay the journey of an assessment, or the ways that were found, on a map."""

from waystation.core.assessments import Assessment
from waystation.core.charts import Chart
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.core.ways import WaysFound
from waystation.desks.journeys.chart import draw_chart
from waystation.desks.journeys.lands import Lands
from waystation.desks.journeys.ways_chart import draw_ways


def depict(answer: Assessment, itinerary: Itinerary, knowledge: Knowledge, lands: Lands) -> Chart | None:
    """The map of the journey that `answer` assessed; None if no leg of it lies between airports."""
    known = knowledge.as_of(answer.as_of)
    return draw_chart(itinerary, answer.legs, answer.homes, lands, known.territories)


def depict_ways(answer: WaysFound, knowledge: Knowledge, lands: Lands) -> Chart | None:
    """The map of the ways that are told; None if there are none."""
    return draw_ways(answer, lands, knowledge.as_of(answer.as_of).territories)
