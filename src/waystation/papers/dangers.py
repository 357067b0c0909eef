"""Dangers as lines: the level, the reason, what to do, and what is not known."""

from collections.abc import Iterable

from waystation.core.findings import DangerFinding
from waystation.core.texts import Words, text
from waystation.papers.days import level_text
from waystation.papers.document import Said, Writer


def danger_lines(page: Writer, dangers: Iterable[DangerFinding]) -> list[Said]:
    """One line for each danger, then one for each thing that can be done about it."""
    lines: list[Said] = []
    for one in dangers:
        level = level_text(one.level, one.least)
        words = text("danger.line", level=level, title=Words(one.title), why=Words(one.why))
        lines.append(page.line(words, one.citations, tone="danger"))
        if one.questions:
            asks = tuple(text("fact", word=fact) for fact in one.questions)
            lines.append(page.line(text("danger.hangs-on", facts=asks), tone="question"))
        lines.extend(
            page.line(answer.does, label=text("danger.do", title=Words(answer.title))) for answer in one.answers
        )
    return lines
