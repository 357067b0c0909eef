"""Ask what is missing, best first: which fact to ask next, and the case with its answer."""

from collections.abc import Mapping
from typing import Any

import msgspec

from waystation.core.casefile import read_fact
from waystation.core.findings import Question
from waystation.core.knowledge import Knowledge
from waystation.desks.planner import Case, next_page, next_question


def next_to_ask(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> Question | None:
    """The fact whose answer settles most; None: nothing is left that a person could answer."""
    return next_question(case, knowledge.as_of(case.as_of), skip=skip)


def page_to_ask(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """A short page of questions that belong together, those that settle most; empty at the end."""
    return next_page(case, knowledge.as_of(case.as_of), skip=skip)


def with_answer(case: Case, name: str, spelled: Any, knowledge: Knowledge, countries: frozenset[str]) -> Case:
    """The case once the lead has answered. Raises ShapeError if the fact cannot have this value.

    `countries` are the codes that exist.
    """
    fact = read_fact(name, spelled, knowledge.facts, "person", countries)
    lead = msgspec.structs.replace(case.lead, facts=case.lead.facts.learn(fact))
    return msgspec.structs.replace(case, lead=lead)


def assuming(case: Case, assumptions: Mapping[str, Any], knowledge: Knowledge, countries: frozenset[str]) -> Case:
    """The case as if these facts were so; the answer names them. Raises ShapeError."""
    for name, spelled in assumptions.items():
        case = with_answer(case, name, spelled, knowledge, countries)
    told = tuple(f"{name}={spelled}" for name, spelled in assumptions.items())
    return msgspec.structs.replace(case, assumed=(*case.assumed, *told))
