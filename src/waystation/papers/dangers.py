"""Dangers as lines: the level, the reason, what to do, whom to ask, and what is not known."""

from collections.abc import Iterable

from waystation.core.findings import Answer, DangerFinding
from waystation.core.texts import Words, text
from waystation.papers.bodies import body_names
from waystation.papers.days import level_text
from waystation.papers.document import Said, Writer, see, with_under


def danger_lines(page: Writer, dangers: Iterable[DangerFinding]) -> list[Said]:
    """One line for each danger; under it, what it hangs on and what can be done. Told in full once."""
    return [_danger(page, one) for one in dangers]


def _danger(page: Writer, one: DangerFinding) -> Said:
    level = level_text(one.level, one.least)
    before = page.first(f"danger/{one.tag}/{one.level}/{one.least}/{one.why}")
    if before:
        words = text("danger.told", level=level, title=Words(one.title), see=see(page, before))
        return page.line(words, one.citations, tone="danger")
    words = text("danger.line", level=level, title=Words(one.title), why=Words(one.why))
    line = page.line(words, one.citations, tone="danger")
    under = [page.line(text("danger.hangs-on", facts=one.hangs_on), tone="question")] if one.hangs_on else []
    under.extend(_answer(page, answer) for answer in one.answers)
    return with_under(line, under)


def _answer(page: Writer, answer: Answer) -> Said:
    before = page.first(f"remedy/{answer.remedy}")
    title = Words(answer.title)
    if before:
        told = text("told", title=title, see=see(page, before))
        return page.line(told, answer.citations, label=text("label.do"))
    line = page.line(
        text("danger.do", title=title, does=Words(answer.does)), answer.citations, label=text("label.do")
    )
    return with_under(line, body_names(page, answer.by, text("label.ask")))
