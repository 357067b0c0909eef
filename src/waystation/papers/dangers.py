"""Dangers as lines: the level, the reason, what to do, whom to ask, and what is not known."""

from collections.abc import Iterable

from waystation.core.findings import Answer, DangerFinding
from waystation.core.measures import Grade
from waystation.core.texts import Text, Words, text
from waystation.papers.bodies import body_names
from waystation.papers.days import level_text
from waystation.papers.document import Said, Writer, see, with_under


def danger_lines(page: Writer, dangers: Iterable[DangerFinding], *, whole: bool = False) -> list[Said]:
    """One line for each danger; under it, what it hangs on and what can be done. Told in full once.

    Unless `whole`, those of which nothing is sure are only named, each once: an answer settles them first.
    """
    told = [one for one in dangers if as_told(one) not in page.later]
    named = [] if whole else [one for one in told if only_asked(one)]
    lines = [_danger(page, one) for one in told if one not in named]
    fresh = [one for one in named if not page.first(f"perhaps/{one.tag}")]
    if fresh:
        titles = tuple(Words(one.title) for one in fresh)
        lines.append(page.line(text("danger.perhaps", titles=titles), tone="question"))
    return lines


def bare_lines(page: Writer, dangers: Iterable[DangerFinding]) -> list[Said]:
    """The level and the reason alone: what may help on a journey is no help where nobody should go."""
    return [page.line(_why(one), one.citations, label=_label(one), tone="danger") for one in dangers]


def only_asked(one: DangerFinding) -> bool:
    """Whether nothing of it is sure: it hangs on what the reader did not tell."""
    return one.least is Grade.LOW and bool(one.hangs_on)


def as_told(one: DangerFinding) -> tuple[object, ...]:
    """What makes two dangers the same line for a reader, in whichever place they are."""
    return one.tag, one.level, one.least, one.why, tuple(answer.remedy for answer in one.answers)


def _danger(page: Writer, one: DangerFinding) -> Said:
    label = _label(one)
    before = page.first(f"danger/{as_told(one)}")
    if before:
        return page.line(see(page, before), one.citations, label=label, tone="danger")
    line = page.line(_why(one), one.citations, label=label, tone="danger")
    under = [page.line(text("danger.hangs-on", facts=one.hangs_on), tone="question")] if one.hangs_on else []
    return with_under(line, [*under, *_answers(page, one.answers)])


def _label(one: DangerFinding) -> Text:
    return text("danger.named", title=Words(one.title), level=level_text(one.level, one.least))


def _why(one: DangerFinding) -> Text:
    """The reason. Of what hangs on an answer it speaks as if the answer were yes, so that is said first."""
    if not one.hangs_on:
        return text("word.words", words=Words(one.why))
    return text("danger.if-so", level=level_text(one.level, one.level), why=Words(one.why))


def _answers(page: Writer, answers: Iterable[Answer]) -> list[Said]:
    """What to do; last, in one line, what was told before."""
    told: list[Answer] = []
    lines = []
    for one in answers:
        if page.first(f"remedy/{one.remedy}"):
            told.append(one)
        else:
            lines.append(answer_line(page, one))
    if told:
        titles = tuple(Words(one.title) for one in told)
        cited = (it for one in told for it in one.citations)
        lines.append(page.line(text("word.list", parts=titles), cited, label=text("label.do-too")))
    return lines


def answer_line(page: Writer, one: Answer) -> Said:
    words = text("danger.do", title=Words(one.title), does=Words(one.does))
    line = page.line(words, one.citations, label=text("label.do"))
    return with_under(line, body_names(page, one.by, text("label.ask")))
