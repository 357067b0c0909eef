"""What the planner is handed besides the case."""

from collections.abc import Callable

from msgspec import Struct

from waystation.core.facts import View
from waystation.core.findings import DangerFinding
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.travel import FlightOver, MayTravel, RiskOfTravel

FindDangers = Callable[[View, str], tuple[DangerFinding, ...]]
"""(what is known of somebody who stands in a place, whose name) → the dangers of that place."""
StepDangers = Callable[[View, tuple[str, ...], str], tuple[DangerFinding, ...]]
"""(what is known, danger tags a step raises, whose name) → these dangers."""


Grading = Callable[[View], tuple[Grade, Grade] | None]
"""What is known of somebody who stands in a place → worse and better end of its dangers; None: none is known."""
GradeDangers = Callable[[View, frozenset[str]], Grading]
"""(what stays known of somebody in a place whatever the plan, facts that may come to be known) → Grading."""


class Asked(Struct, frozen=True, kw_only=True):
    """Knowledge, and what other desks answer, as functions.

    `place_reads` and `journey_reads`: what `find_dangers` and `may_travel` read, as `read_closely` names it, so
    that nobody is asked twice about the same; None: anything. `grade_dangers` and `risk_of_travel` answer the
    same questions without reasons, which is all that the search needs; None: the full answers are asked for.
    `grade_reads` and `risk_reads`: what these two read.
    `flight_over` is asked only for crossings that are shown; None: nothing is said of what lies below.
    """

    knowledge: Knowledge
    may_travel: MayTravel
    find_dangers: FindDangers
    step_dangers: StepDangers
    place_reads: frozenset[str] | None = None
    journey_reads: frozenset[str] | None = None
    grade_reads: frozenset[str] | None = None
    risk_reads: frozenset[str] | None = None
    grade_dangers: GradeDangers | None = None
    risk_of_travel: RiskOfTravel | None = None
    flight_over: FlightOver | None = None
    show_all: bool = False
