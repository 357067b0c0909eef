"""Lay the journey of an assessment on a map."""

from waystation.core.assessments import Assessment
from waystation.core.charts import Chart
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.desks.journeys.chart import draw_chart
from waystation.desks.journeys.lands import Lands


def depict(answer: Assessment, itinerary: Itinerary, knowledge: Knowledge, lands: Lands) -> Chart | None:
    """The map of the journey that `answer` assessed; None if no leg of it lies between airports."""
    known = knowledge.as_of(answer.as_of)
    return draw_chart(itinerary, answer.legs, answer.homes, lands, known.territories)
