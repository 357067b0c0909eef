"""Whether somebody may cross from one country to another, and what endangers them on the way.

It answers: whether a border may be crossed (`may_travel`, here); where an itinerary leads and what lies between its
legs (`itinerary.read_itinerary`, `pasted.read_pasted`, `calendar_file.read_calendar`, `connections.connections`);
what lies below a flight (`airspace.find_overflight`). It reveals nothing to anybody: airports and borders are on
this machine, and nothing is asked of a network. What is not here is imported from its module, so that a plan need
not wait for the libraries of geometry.
"""

from waystation.desks.journeys.crossing import Borders, FindDangers, exit_reads

__all__ = ["Borders", "FindDangers", "exit_reads"]
