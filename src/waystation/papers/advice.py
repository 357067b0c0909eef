"""The whole answer to a case as one page: what is urgent, what not to do, the plans, what would change them."""

from collections.abc import Iterable

from waystation.core.findings import DangerFinding
from waystation.core.measures import Grade
from waystation.core.plans import Advice, ForbiddenMove, NearMiss
from waystation.core.texts import Country, Words, text
from waystation.core.tongues import Language
from waystation.core.wording import option
from waystation.papers import dangers, openings
from waystation.papers.bodies import body_line, body_names, write_bodies
from waystation.papers.compare import write_compare
from waystation.papers.dangers import as_told, danger_line, danger_lines, staying, write_remedies
from waystation.papers.days import level_text, names_of
from waystation.papers.document import Document, Said, Writer, with_under
from waystation.papers.openings import opening_lines, people_of
from waystation.papers.plan import write_plan
from waystation.papers.quoted import deciding
from waystation.papers.urgent import write_urgent


def advice_document(answer: Advice, language: Language, *, full: bool = False) -> Document:
    """The page of an answer. Unless `full`, what opens later is named, and only what decides is quoted."""
    page = Writer(language, None if full else deciding(answer))
    names, people = names_of(answer), people_of(answer)
    write_top(page, answer)
    write_urgent(page, answer, names)
    write_do_not(page, answer)
    write_start(page, answer)
    lesser, now = lesser_dangers(answer), {openings.as_told(one) for one in answer.opens_now}
    page.later |= {dangers.as_told(one) for one in lesser} | now
    write_compare(page, answer, names)
    if not answer.plans:
        write_hand_over(page, answer)
    for plan in answer.plans:
        write_plan(page, plan, answer, names, people)
    page.later.clear()
    if lesser:
        page.heading(2, text("page.guard"), "guard")
        page.bullets(danger_lines(page, staying(lesser)))
    write_remedies(page)
    if answer.opens_now:
        page.heading(2, text("page.now"), "now")
        page.bullets(opening_lines(page, answer.opens_now, people))
    _questions(page, answer)
    _near(page, answer)
    if answer.plans:
        write_hand_over(page, answer)
    write_bodies(page)
    return page.document(text("page.title"))


def write_top(page: Writer, answer: Advice) -> None:
    page.heading(1, text("page.heading"))
    goal = text(f"goal.{answer.goal}")
    page.paragraph(text("page.about", day=answer.as_of, goal=goal, version=Words(answer.knowledge)))
    page.paragraph(text("page.limits"), tone="muted")
    if page.short:
        page.paragraph(text("page.short"), tone="muted")
    if answer.assumed:
        told = tuple(Words(one) for one in answer.assumed)
        page.paragraph(text("page.assumed", facts=told), tone="question")
    if answer.within_factor > 1:
        page.paragraph(text("page.within", factor=answer.within_factor), tone="muted")
    if answer.counted:
        page.paragraph(text("page.counted"), tone="muted")
    if answer.overdue:
        page.paragraph(text("page.overdue", n=len(answer.overdue)), tone="unknown")


def write_do_not(page: Writer, answer: Advice) -> None:
    """Crossings that nobody should make, and why."""
    if not answer.forbidden:
        return
    page.heading(2, text("page.do-not"), "do-not")
    page.bullets(_forbidden(page, place, answer.forbidden) for place in _places(answer.forbidden))


def _places(moves: Iterable[ForbiddenMove]) -> list[str]:
    """Where nobody should go, each place once, from wherever one would come."""
    return list(dict.fromkeys(one.to_place for one in moves))


def _forbidden(page: Writer, place: str, moves: Iterable[ForbiddenMove]) -> Said:
    """The country; under it the dangers that forbid it, or why else. What to do is one thing: not to go."""
    here = [one for one in moves if one.to_place == place]
    grave = {as_told(it): it for one in here for it in one.dangers if it.least is Grade.EXTREME}
    why = dict.fromkeys(line for one in here for line in one.why)
    under = [danger_line(page, it) for it in grave.values()] or [
        page.line(line.text, line.citations) for line in why
    ]
    return with_under(page.line(text("forbidden.line", to=Country(place)), tone="danger"), under)


def write_start(page: Writer, answer: Advice) -> None:
    """The baseline: where one stands, and the dangers there."""
    start = answer.start
    where = text("page.where-you-are", place=Country(start.place)) if start.place else text("page.where-unknown")
    page.heading(2, where, "here")
    status = option(start.status) if start.status else text("word.no-status")
    until = text("start.until", day=start.lawful_until) if start.lawful_until else text("word.nothing")
    level = level_text(start.danger, start.danger)
    page.paragraph(text("start.line", level=level, status=status, until=until))
    lines = danger_lines(page, staying(one for one in start.dangers if one.least >= Grade.HIGH))
    page.bullets(lines if start.dangers else [_nothing_known(page, start.place)])
    perhaps = [one for one in lesser_dangers(answer) if one.level >= Grade.HIGH]
    if perhaps:
        titles = tuple(Words(one.title) for one in perhaps)
        page.paragraph(text("start.perhaps-grave", titles=titles), tone="question")
    if lesser := len(lesser_dangers(answer)) - len(perhaps):
        page.paragraph(text("start.lesser", n=lesser))


def lesser_dangers(answer: Advice) -> list[DangerFinding]:
    """Dangers where one stands that are not surely grave: they are many, and are told after the plans."""
    return [one for one in answer.start.dangers if one.least < Grade.HIGH]


def _nothing_known(page: Writer, place: str) -> Said:
    if not place:
        return page.line(text("danger.nowhere"), tone="question")
    return page.line(text("danger.nothing-known", place=Country(place)))


def _questions(page: Writer, answer: Advice) -> None:
    if not answer.questions:
        return
    page.heading(2, text("page.questions"), "questions")
    page.bullets(
        page.line(text("question.line", ask=Words(one.ask), why=Words(one.why)), tone="question")
        for one in answer.questions
    )


def _near(page: Writer, answer: Advice) -> None:
    if not answer.near_misses:
        return
    page.heading(2, text("page.near"), "near")
    for one in answer.near_misses:
        page.heading(4, text("word.words", words=Words(one.title)))
        page.bullets(_near_lines(page, one))


def _near_lines(page: Writer, one: NearMiss) -> list[Said]:
    """Why it is closed, the smallest change that would open it, how, and whom to ask."""
    lines = [
        page.line(line.text, line.citations or one.citations, label=text("label.why-not")) for line in one.why
    ]
    for change in one.changes:
        lines.append(page.line(change.text, label=text("label.would-change")))
        if change.changes:
            lines.append(page.line(change.changes, label=text("label.how")))
    if one.last_day:
        lines.append(page.line(text("near.last-day", day=one.last_day), tone="deadline"))
    return [*lines, *body_names(page, one.by, text("label.check-with"))]


def write_hand_over(page: Writer, answer: Advice) -> None:
    """Whom to turn to where no plan is surely open."""
    if not answer.hand_over:
        return
    page.heading(2, text("page.hand-over"), "whom")
    page.paragraph(text("page.hand-over-why"))
    page.bullets(body_line(page, one) for one in answer.hand_over)
    for one in answer.hand_over:
        page.bodies.pop(one.id, None)
