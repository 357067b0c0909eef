"""What to ask the person of a case, best first."""

from waystation.core.findings import Question
from waystation.core.knowledge import Knowledge
from waystation.desks.planner.case import Case
from waystation.desks.planner.questions import Open, next_questions, opened
from waystation.desks.planner.rules import moving

MOST, NEARLY, WORTH = 3, 20, 1.0
"""Questions on a page; how much less one may settle than the first of its page; what a page must settle at least."""


def questions_of(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """Facts whose answers settle what is open to this person: practices that carry a plan, and bans."""
    rules = knowledge.once("asked", lambda: _rules(knowledge))
    never = case.lead.facts.cannot_say() | skip
    scored = next_questions(rules, case.lead_view(), knowledge.facts, never=never, parameters=knowledge.parameter)
    return tuple(_question(one.fact, one.settles, knowledge) for one in scored)


def next_page(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """A short page: the first question, and others of its section that settle nearly as much; empty at the end."""
    found = questions_of(case, knowledge, skip=skip)
    if not found or found[0].settles < WORTH:
        return ()
    section = knowledge.facts[found[0].fact].section
    near = (one for one in found[1:] if knowledge.facts[one.fact].section == section)
    return (found[0], *[one for one in near if one.settles >= max(WORTH, found[0].settles / NEARLY)][: MOST - 1])


def _rules(knowledge: Knowledge) -> tuple[Open, ...]:
    asked = {
        id: practice.who
        for id, practice in knowledge.practices.items()
        if practice.kind == "ban" or moving(practice)
    }
    return opened(asked, knowledge.parameter)


def next_question(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> Question | None:
    """The first of them; None if nothing is left to ask."""
    return next(iter(questions_of(case, knowledge, skip=skip)), None)


def _question(fact: str, settles: float, knowledge: Knowledge) -> Question:
    kind = knowledge.facts[fact]
    return Question(
        fact=fact, ask=kind.ask, why=kind.why, options=kind.options,
        sensitive=kind.sensitivity == "sensitive", settles=round(settles, 3),
    )  # fmt: skip
