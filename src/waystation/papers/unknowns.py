"""What is not known: questions for the reader, what no source states, what is not confirmed."""

from collections.abc import Iterable

from waystation.core.findings import Question
from waystation.core.plans import Explanation, Opening, Step
from waystation.core.texts import text
from waystation.papers.bodies import law_lines
from waystation.papers.document import Said, Writer


def question_lines(page: Writer, questions: Iterable[Question]) -> list[Said]:
    """What the reader can answer."""
    asked = (page.line(one.ask, tone="question") for one in questions)
    return page.group(text("label.answer-first"), asked, tone="question")


def silent_lines(page: Writer, one: Step | Opening | Explanation) -> list[Said]:
    """What the law leaves open and whom to ask, and what its sources do not confirm."""
    open = (page.line(it.text, tone="unknown") for it in one.unconfirmed if not it.citations)
    said = (page.line(it.text, it.citations, tone="unknown") for it in one.unconfirmed if it.citations)
    return [
        *law_lines(page, one.law, one.by),
        *page.group(text("label.said-not-settled"), said, tone="unknown"),
        *page.group(text("label.not-confirmed"), open, tone="unknown"),
    ]


def open_lines(page: Writer, one: Step | Opening | Explanation) -> list[Said]:
    """Both, the questions first."""
    return [*question_lines(page, one.questions), *silent_lines(page, one)]
