"""One turn of the interview: from the form that came in to what is shown next. Knows no page."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from waystation.casework.interview import page_to_ask
from waystation.core.knowledge import Knowledge
from waystation.errors import WaystationError
from waystation.web.answers import Answers, unseal
from waystation.web.questions import GOAL, askable, read_page, typed_again
from waystation.web.spelling import ROW, Typed, first

OPENING = (GOAL, "here", "nationalities")
"""The first page: nothing can be worked out without these."""


class Turn(Struct, frozen=True, kw_only=True):
    """What comes next: a page of questions with what stands in its fields, the review, the answer, or the beginning."""

    shows: Literal["page", "review", "answer", "front"]
    answers: Answers
    asked: Sequence[str] = ()
    typed: Typed = {}
    faults: Mapping[str, WaystationError] = {}


def take_turn(typed: Typed, knowledge: Knowledge, today: dt.date) -> Turn:
    """The form of one page, and its button `go`. Raises WaystationError for a page that is not ours, or a case that
    cannot be.
    """
    answers, asked = unseal(first(typed, "answers")), askable(typed.get("asked", ()), knowledge)
    go, _, what = first(typed, "go").partition(":")
    if go == "same":
        return Turn(shows="page", answers=answers, asked=asked, typed=typed)
    if go == "more":
        fact, _, rows = what.rpartition(":")
        return Turn(shows="page", answers=answers, asked=asked, typed={**typed, f"{fact}.{ROW}": [rows]})
    page = read_page(asked, typed, knowledge)
    if go == "back":
        return _back(answers.with_answers(page.told, page.passed, asked), knowledge)
    if page.faults:
        return Turn(shows="page", answers=answers, asked=asked, typed=typed, faults=page.faults)
    answers = answers.with_page(page.told, page.passed, asked)
    answers.case(knowledge, today)
    if go in ("review", "answer"):
        return Turn(shows=go, answers=answers)  # type: ignore[arg-type]
    if go == "change":
        return again(answers, askable([what], knowledge), knowledge)
    following = _following(answers, knowledge, today)
    return again(answers, following, knowledge) if following else Turn(shows="answer", answers=answers)


def again(answers: Answers, asked: Sequence[str], knowledge: Knowledge) -> Turn:
    """A page with what was told of it before."""
    return Turn(shows="page", answers=answers, asked=asked, typed=typed_again(asked, answers, knowledge))


def _following(answers: Answers, knowledge: Knowledge, today: dt.date) -> Sequence[str]:
    if GOAL not in answers.seen():
        return OPENING
    found = page_to_ask(answers.case(knowledge, today), knowledge, skip=answers.seen())
    return [one.fact for one in found]


def _back(answers: Answers, knowledge: Knowledge) -> Turn:
    if not answers.pages:
        return Turn(shows="front", answers=answers)
    *before, last = answers.pages
    return again(Answers(answers.told, answers.passed, tuple(before)), last, knowledge)
