"""Plan a case: the planner's desk, with dangers and crossings handed in as functions."""

from collections.abc import Callable

from waystation.core.facts import View
from waystation.core.findings import DangerFinding
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.plans import Advice, Explanation
from waystation.core.travel import LineBetween
from waystation.desks.dangers import Dangers
from waystation.desks.journeys import Borders, exit_reads
from waystation.desks.journeys.straight import Straight
from waystation.desks.planner import Asked, Case, explain, find_plans


def desks(knowledge: Knowledge, *, between: LineBetween | None = None, show_all: bool = False) -> Asked:
    """What the planner asks other desks, as functions over this knowledge."""
    dangers = knowledge.once("dangers", lambda: Dangers(knowledge))

    def at_place(view: View, subject: str) -> tuple[DangerFinding, ...]:
        return dangers.find(view, "place", subject=subject)

    def on_journey(view: View, subject: str) -> tuple[DangerFinding, ...]:
        return dangers.find(view, "journey", subject=subject)

    def in_step(view: View, tags: tuple[str, ...], subject: str) -> tuple[DangerFinding, ...]:
        return dangers.find(view, "step", subject=subject, tags=tags)

    def in_the_air(view: View, subject: str) -> tuple[DangerFinding, ...]:
        return dangers.find(view, "airspace", subject=subject)

    def grader(known: View, open: frozenset[str]) -> Callable[[View], tuple[Grade, Grade] | None]:
        return dangers.grader(known, open, "place")

    borders = Borders(knowledge, on_journey, lambda view: dangers.grade(view, "journey"))
    return Asked(
        knowledge=knowledge, find_dangers=at_place, step_dangers=in_step, show_all=show_all,
        place_reads=knowledge.once("place-reads", lambda: dangers.reads("place")),
        journey_reads=knowledge.once("journey-reads", lambda: dangers.reads("journey") | exit_reads(knowledge)),
        grade_reads=knowledge.once("grade-reads", lambda: dangers.graded_by("place")),
        risk_reads=knowledge.once("risk-reads", lambda: dangers.graded_by("journey")),
        may_travel=borders.may_travel, risk_of_travel=borders.risk_of_travel, grade_dangers=grader,
        flight_over=Straight(knowledge, in_the_air, between).flight if between else None,
    )  # fmt: skip


def advise(
    case: Case, knowledge: Knowledge, *, between: LineBetween | None = None, show_all: bool = False
) -> Advice:  # fmt: skip
    """The answer to one case, from what could be known on its day.

    Without `between` nothing is said of what lies below a straight flight from one country to the next.
    """
    return find_plans(case, desks(knowledge.as_of(case.as_of), between=between, show_all=show_all))


def explain_practice(case: Case, practice: str, knowledge: Knowledge) -> Explanation:
    """Why one practice is open, closed or unknown to the lead of the case. Raises NotFoundError."""
    known = knowledge.as_of(case.as_of)
    return explain(known.practice(practice), case, known)
