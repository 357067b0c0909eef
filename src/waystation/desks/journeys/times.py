"""How long a leg takes by the clocks of its ends, and the wait after it as it is told."""

from waystation.core.assessments import Layover
from waystation.core.itineraries import Connection, Leg
from waystation.desks.journeys.order import said

SECONDS = 60


def minutes_of(leg: Leg) -> int | None:
    """From departure to arrival; None if a time or a time zone is missing."""
    departs = leg.departs.instant(leg.start) if leg.departs else None
    arrives = leg.arrives.instant(leg.end) if leg.arrives else None
    return int((arrives - departs).total_seconds()) // SECONDS if departs and arrives else None


def layover_of(after: Connection | None) -> Layover | None:
    """The wait after a leg; None after the last."""
    if after is None:
        return None
    return Layover(
        start=said(after.arrive),
        end=said(after.leave),
        minutes=after.minutes,
        through=after.through,
        why=after.why,
    )
