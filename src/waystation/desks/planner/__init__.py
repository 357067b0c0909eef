"""From where somebody stands to a lawful place: the few plans that nothing else beats on every count.

What this reveals, and to whom: nothing leaves; the answer holds what the case said about place and documents.
"""

from waystation.desks.planner.ask import next_page, next_question, questions_of
from waystation.desks.planner.asked import Asked
from waystation.desks.planner.case import Case, Limits, Person
from waystation.desks.planner.caseread import read_case
from waystation.desks.planner.entering import entering
from waystation.desks.planner.explain import explain
from waystation.desks.planner.find import find_plans
from waystation.desks.planner.openings import openings
from waystation.desks.planner.questions import next_questions, opened, unsettled

__all__ = [
    "Asked", "Case", "Limits", "Person", "entering", "explain", "find_plans", "next_page", "next_question",
    "next_questions", "opened", "openings", "questions_of", "read_case", "unsettled",
]  # fmt: skip
