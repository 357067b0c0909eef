"""Dangers as lines: the level, the reason, what to do, and what is not known; and what to do in full."""

from collections.abc import Iterable, Iterator

import msgspec

from waystation.core.findings import Answer, DangerFinding
from waystation.core.measures import Grade
from waystation.core.texts import Country, Text, Words, text
from waystation.papers.bodies import body_names
from waystation.papers.days import level_text
from waystation.papers.document import Said, Writer, with_under


def danger_lines(
    page: Writer, dangers: Iterable[DangerFinding], *, whole: bool = False, travel: bool = False
) -> list[Said]:
    """One line for each danger; under it, what it hangs on and what can be done. Told in full once.

    Unless `whole`, what to do is only named (`write_remedies` tells it), and those dangers of which nothing is
    sure are only named, each once: an answer settles them first. With `travel` each names its country.
    """
    told = [one for one in dangers if as_told(one) not in page.later]
    named = [] if whole else [one for one in told if only_asked(one)]
    before = [one for one in told if one not in named and _told_in(page, one)]
    fresh = [one for one in told if one not in named and one not in before]
    lines = [_danger(page, one, whole=whole, travel=travel) for one in fresh]
    lines += _as_told(page, before)
    perhaps = [one for one in named if not page.first(f"perhaps/{one.tag}")]
    if perhaps:
        titles = tuple(Words(one.title) for one in perhaps)
        lines.append(page.line(text("danger.perhaps", titles=titles), tone="question"))
    return lines


def danger_line(page: Writer, one: DangerFinding, *, travel: bool = False) -> Said:
    """What it is, how grave, and why; with `travel`, where."""
    return page.line(_why(one), one.citations, label=_named(one, travel=travel), tone="danger")


def only_asked(one: DangerFinding) -> bool:
    """Whether nothing of it is sure: it hangs on what the reader did not tell."""
    return one.least is Grade.LOW and bool(one.hangs_on)


def as_told(one: DangerFinding) -> tuple[object, ...]:
    """What makes two dangers the same line for a reader, in whichever place they are."""
    remedies = tuple(answer.remedy for answer in one.answers if not answer.before_going)
    return one.tag, one.level, one.least, one.why, remedies


def staying(dangers: Iterable[DangerFinding]) -> list[DangerFinding]:
    """Dangers of where one is: without what only helps before one goes there."""
    return [
        msgspec.structs.replace(one, answers=tuple(it for it in one.answers if not it.before_going))
        for one in dangers
    ]


def _told_in(page: Writer, one: DangerFinding) -> str:
    """Where this danger was told in full before."""
    return page.told.get(f"danger/{as_told(one)}", "")


def _named(one: DangerFinding, *, travel: bool = False) -> Text:
    values = {"title": Words(one.title), "level": level_text(one.level, one.least)}
    return text("ways.danger-at", place=Country(one.place), **values) if travel else text("danger.named", **values)


def _as_told(page: Writer, dangers: Iterable[DangerFinding]) -> Iterator[Said]:
    """Dangers that are the same as in another part, in one line for each part."""
    held = list(dangers)
    for where in dict.fromkeys(_told_in(page, one) for one in held):
        same = [one for one in held if _told_in(page, one) == where]
        label = text("danger.as-here" if where == page.part else "danger.as-before", where=Words(where))
        words = text("word.list", parts=tuple(_named(one) for one in same))
        yield page.line(words, (it for one in same for it in one.citations), label=label, tone="danger")


def _danger(page: Writer, one: DangerFinding, *, whole: bool, travel: bool) -> Said:
    page.first(f"danger/{as_told(one)}")
    under = [page.line(text("danger.hangs-on", facts=one.hangs_on), tone="question")] if one.hangs_on else []
    return with_under(
        danger_line(page, one, travel=travel), [*under, *(_answers if whole else _answer_names)(page, one)]
    )


def _why(one: DangerFinding) -> Text:
    """The reason. Of what hangs on an answer it speaks as if the answer were yes, so that is said first."""
    if not one.hangs_on:
        return text("word.words", words=Words(one.why))
    return text("danger.if-so", level=level_text(one.level, one.level), why=Words(one.why))


def _answer_names(page: Writer, danger: DangerFinding) -> list[Said]:
    """What to do, by name; not what was named under the same danger before."""
    fresh = [one for one in danger.answers if not page.first(f"danger/{danger.tag}/{one.remedy}")]
    if not fresh:
        return []
    page.remedies.update((one.remedy, one) for one in fresh)
    anchors = ("" if page.elsewhere else f"do-{one.remedy}" for one in fresh)
    links = tuple((page.say.value(Words(one.title)), to) for one, to in zip(fresh, anchors, strict=True))
    cited = page.cite(it for one in fresh for it in one.citations)
    return [Said("", cited, page.say(text("label.do")), links=links)]


def write_remedies(page: Writer) -> None:
    """Everything to do that the page named, in the order in which it was named."""
    if page.remedies:
        page.heading(2, text("page.remedies"), "remedies")
        page.bullets(remedy_line(page, one) for one in page.remedies.values())


def remedy_line(page: Writer, one: Answer) -> Said:
    """What to do in full, as a place one can go to."""
    return msgspec.structs.replace(answer_line(page, one), label="", anchor=f"do-{one.remedy}")


def _answers(page: Writer, danger: DangerFinding) -> list[Said]:
    """What to do; last, in one line, what was told under another danger."""
    told: list[Answer] = []
    lines = []
    for one in danger.answers:
        known = page.first(f"danger/{danger.tag}/{one.remedy}")
        if not page.first(f"remedy/{one.remedy}"):
            lines.append(answer_line(page, one))
        elif not known:
            told.append(one)
    if told:
        titles = tuple(Words(one.title) for one in told)
        cited = (it for one in told for it in one.citations)
        lines.append(page.line(text("word.list", parts=titles), cited, label=text("label.do-too")))
    return lines


def answer_line(page: Writer, one: Answer) -> Said:
    words = text("danger.do", title=Words(one.title), does=Words(one.does))
    line = page.line(words, one.citations, label=text("label.do"))
    return with_under(line, body_names(page, one.by, text("label.ask")))
