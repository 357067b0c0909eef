"""What to ask the person of a case, best first."""

from waystation.core.findings import Question
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Document, Entry, Practice, Right, Status
from waystation.core.standing import place_of, stand
from waystation.desks.planner.case import Case
from waystation.desks.planner.questions import Open, next_questions, opened
from waystation.desks.planner.rules import moving

MOST, NEARLY, WORTH = 3, 20, 1.0
"""Questions on a page; how much less one may settle than the first of its page; what a page must settle at least."""


def questions_of(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """Facts whose answers settle what is open to this person: practices that carry a plan, and bans."""
    working = case.goal == "work"
    rules = knowledge.once(f"asked/{working}", lambda: _rules(knowledge, working=working))
    never = case.lead.facts.cannot_say() | skip
    lead = case.lead_view()
    view = stand(lead, place_of(lead), case.as_of, knowledge)
    scored = next_questions(rules, view, knowledge.facts, never=never, parameters=knowledge.parameter)
    return tuple(_question(one.fact, one.settles, knowledge) for one in scored)


def next_page(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> tuple[Question, ...]:
    """A short page: the first question, and others of its section that settle nearly as much; empty at the end."""
    found = questions_of(case, knowledge, skip=skip)
    if not found or found[0].settles < WORTH:
        return ()
    section = knowledge.facts[found[0].fact].section
    near = (one for one in found[1:] if knowledge.facts[one.fact].section == section)
    return (found[0], *[one for one in near if one.settles >= max(WORTH, found[0].settles / NEARLY)][: MOST - 1])


def _rules(knowledge: Knowledge, *, working: bool) -> tuple[Open, ...]:
    asked = {
        id: practice.who
        for id, practice in knowledge.practices.items()
        if practice.kind == "ban" or (moving(practice) and (working or not _founds(practice)))
    }
    return opened(asked, knowledge.parameter)


def _founds(practice: Practice) -> bool:
    """Whether it only lets somebody found or run an organisation, which no other goal asks for."""
    carries = (effect.it for effect in practice.gives if isinstance(effect.it, (Entry, Status, Document, Right)))
    others = (one for one in carries if not (isinstance(one, Right) and one.to == "found-organisation"))
    return practice.kind == "registration" and next(others, None) is None


def next_question(case: Case, knowledge: Knowledge, *, skip: frozenset[str] = frozenset()) -> Question | None:
    """The first of them; None if nothing is left to ask."""
    return next(iter(questions_of(case, knowledge, skip=skip)), None)


def _question(fact: str, settles: float, knowledge: Knowledge) -> Question:
    kind = knowledge.facts[fact]
    return Question(
        fact=fact, ask=kind.ask, why=kind.why, options=kind.options,
        sensitive=kind.sensitivity == "sensitive", settles=round(settles, 3),
    )  # fmt: skip
