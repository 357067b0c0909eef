"""Which sources a short page quotes: those behind what the reader does, not those behind all that stands beside it."""

from collections.abc import Iterator

from waystation.core.findings import Citation
from waystation.core.measures import Grade
from waystation.core.plans import Advice, Line, Plan, Step


def deciding(answer: Advice) -> frozenset[Citation]:
    """What steps, crossings that are forbidden, and grave dangers where one stands rest on."""
    grave = [one for one in answer.start.dangers if one.least >= Grade.HIGH]
    grave += [one for move in answer.forbidden for one in move.dangers if one.least is Grade.EXTREME]
    found = {it for one in grave for it in one.citations}
    found.update(it for move in answer.forbidden for line in move.why for it in line.citations)
    for plan in answer.plans:
        found.update(_of_plan(plan))
    return frozenset(found)


def _of_plan(plan: Plan) -> Iterator[Citation]:
    for step in plan.steps:
        yield from step.spot_citations
        for one in step.needs:
            yield from one.citations
        for member in step.members:
            yield from member.citations
        for line in _lines(step):
            yield from line.citations
    for follower in plan.followers:
        yield from _of_plan(follower)


def _lines(step: Step) -> Iterator[Line]:
    """What is claimed of the step itself."""
    yield from (*step.because, *step.gives, *step.costs, *step.notes, *step.excludes, *step.lost_if)
    if step.warning:
        yield step.warning
