"""Replay past cases: assess each as of its day, and count."""

from collections.abc import Iterable

from waystation.casework.assess import assess
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.core.replays import Backtest, Replay, Replayed
from waystation.desks.dangers import compare, count, probe
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.desks.journeys.lands import Lands
from waystation.desks.planner import read_case
from waystation.errors import ShapeError


def backtest(
    replays: Iterable[Replay], knowledge: Knowledge, countries: frozenset[str], lands: Lands | None = None
) -> Backtest:
    """How the knowledge does on these cases. Raises ShapeError for a case that cannot be read."""
    return count(_replayed(one, knowledge, countries, lands) for one in replays)


def _replayed(replay: Replay, knowledge: Knowledge, countries: frozenset[str], lands: Lands | None) -> Replayed:
    try:
        case = read_case({**replay.case, "as_of": replay.day.isoformat()}, knowledge.facts, countries)
    except ShapeError as fault:
        raise fault.under("case") from None
    way = itinerary_of(replay)
    probes = tuple(probe(one, knowledge) for one in replay.probes)
    return compare(replay, assess(case, knowledge, way, lands), probes, knowledge)


def itinerary_of(replay: Replay) -> Itinerary | None:
    """The journey that was planned, if one was. Raises ShapeError."""
    if not replay.itinerary:
        return None
    try:
        return read_itinerary({"legs": list(replay.itinerary)})
    except ShapeError as fault:
        raise ShapeError(fault.id, path=("itinerary", *fault.path[1:]), where=replay.id, **fault.values) from None
