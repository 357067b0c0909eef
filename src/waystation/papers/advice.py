"""The whole answer to a case as one page: what is urgent, what not to do, the plans, what would change them."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from waystation.core.plans import Advice, Deadline, Opening, Plan
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import option
from waystation.papers.dangers import danger_lines
from waystation.papers.days import (
    cost_text,
    days_text,
    family_text,
    letter,
    level_text,
    sureness_text,
)  # fmt: skip
from waystation.papers.document import Document, Said, Table, Writer
from waystation.papers.steps import body_text, step_title, write_step


def advice_document(answer: Advice, language: str) -> Document:
    """The page of an answer."""
    page = Writer(language)
    names = {plan.id: letter(place) for place, plan in enumerate(answer.plans)}
    _top(page, answer)
    _urgent(page, answer)
    _do_not(page, answer)
    _compare(page, answer)
    told: dict[str, str] = {}
    for plan in answer.plans:
        _plan(page, plan, answer, names, told)
    _now(page, answer)
    _questions(page, answer)
    _near(page, answer)
    _hand_over(page, answer)
    return page.document(text("page.title"))


def _top(page: Writer, answer: Advice) -> None:
    page.heading(1, text("page.heading"))
    goal = text(f"goal.{answer.goal}")
    page.paragraph(text("page.about", day=answer.as_of, goal=goal))
    page.paragraph(text("page.limits"), tone="muted")
    if answer.assumed:
        told = tuple(Words(one) for one in answer.assumed)
        page.paragraph(text("page.assumed", facts=told), tone="question")
    if answer.within_factor > 1:
        page.paragraph(text("page.within", factor=answer.within_factor), tone="muted")
    if answer.overdue:
        page.paragraph(text("page.overdue", n=len(answer.overdue)), tone="unknown")


def _urgent(page: Writer, answer: Advice) -> None:
    days = {(one.day, one.id): one for one in answer.deadlines}
    for plan in answer.plans:
        days |= {(one.day, one.id): one for one in plan.deadlines}
    if not days:
        return
    page.heading(2, text("page.urgent"))
    for (day, id), some in groupby(sorted(days.values(), key=_when), key=_when):
        page.bullets([page.line(text("deadline.line", day=day, what=_together(id, list(some))), tone="deadline")])


def _when(one: Deadline) -> tuple[dt.date, str]:
    return one.day, one.text.id


def _together(id: str, some: list[Deadline]) -> Text:
    """Deadlines of one kind on one day in one line."""
    if len(some) == 1:
        return some[0].text
    parts = tuple(value for one in some for name, value in one.text.values if name == "title")
    return text(f"{id}-many", titles=parts) if parts else text("word.list", parts=tuple(one.text for one in some))


def _do_not(page: Writer, answer: Advice) -> None:
    if answer.forbidden:
        page.heading(2, text("page.do-not"))
        page.bullets(
            page.line(
                text("forbidden.line", to=Country(one.to_place), why=tuple(line.text for line in one.why)),
                (cited for line in one.why for cited in line.citations),
                tone="danger",
            )
            for one in answer.forbidden
        )
    start = answer.start
    page.heading(2, text("page.where-you-are", place=Country(start.place)))
    status = option(start.status) if start.status else text("word.no-status")
    page.paragraph(text("start.line", level=level_text(start.danger, start.danger), status=status))
    lines = danger_lines(page, start.dangers)
    page.bullets(lines or [page.line(text("danger.nothing-known", place=Country(start.place)))])


def _compare(page: Writer, answer: Advice) -> None:
    page.heading(2, text("page.plans"))
    if not answer.plans:
        page.paragraph(text("page.no-plan"), tone="danger")
        return
    if answer.verdict == "open":
        page.paragraph(text("page.all-open"), tone="question")
    say = page.say
    head = ("", *(say(text("plan.name", letter=Words(letter(at)))) for at in range(len(answer.plans))))
    rows = {
        "row.where": lambda plan: text(
            "plan.to" if plan.kind == "move" else "plan.stay", place=Country(plan.place)
        ),
        "row.best": lambda plan: text("word.list", parts=tuple(text(f"best.{one}") for one in plan.best_for)),
        "row.settled": lambda plan: days_text(plan.counts.safe_last),
        "row.goal": lambda plan: days_text(plan.counts.goal),
        "row.cost": lambda plan: cost_text(plan.counts.cost),
        "row.danger": lambda plan: level_text(plan.counts.danger, plan.counts.least_danger),
        "row.sure": lambda plan: sureness_text(plan.counts),
        "row.family": family_text,
    }
    table = tuple((say(text(row)), *(say(make(plan)) for plan in answer.plans)) for row, make in rows.items())
    page.blocks.append(Table(head, table))
    if answer.more:
        page.paragraph(text("page.more", n=answer.more), tone="muted")
    if any(plan.counts.danger > answer.accepts for plan in answer.plans):
        level = level_text(answer.accepts, answer.accepts)
        page.paragraph(text("page.graver", level=level), tone="danger")


def _plan(page: Writer, plan: Plan, answer: Advice, names: dict[str, str], told: dict[str, str]) -> None:
    name = Words(names.get(plan.id, ""))
    title = "plan.title-move" if plan.kind == "move" else "plan.title-stay"
    page.heading(3, text(title, letter=name, place=Country(plan.place)), plan.id)
    if not plan.steps:
        page.paragraph(text("plan.already-there"))
    if plan.open:
        page.paragraph(text("plan.open"), tone="question")
    page.bullets(page.line(text(one), tone="unknown") for one in plan.goal_open)
    for number, step in enumerate(plan.steps, start=1):
        key = f"{step.id}/{step.sureness}/{step.no_answer_by}"
        if key in told:
            page.heading(4, text("step.title", n=number, title=step_title(step)))
            page.paragraph(text("step.as-before", where=Words(told[key])), tone="muted")
            continue
        told[key] = f"{names.get(plan.id, '')}{number}"
        write_step(page, step, number, answer.as_of, names)
    _after(page, plan)
    for follower in plan.followers:
        page.paragraph(text("plan.follower"))
        _plan(page, follower, answer, names, told)


def _after(page: Writer, plan: Plan) -> None:
    if plan.parallel:
        titles = tuple(Words(one) for one in plan.parallel)
        page.paragraph(text("plan.parallel", steps=titles))
    inside = page.inner()
    inside.bullets(danger_lines(inside, plan.dangers))
    page.fold(text("plan.dangers-there", place=Country(plan.place)), inside)
    inside = page.inner()
    inside.bullets(_opening_lines(inside, plan.opens))
    page.fold(text("plan.opens", place=Country(plan.place)), inside)


def _opening_lines(page: Writer, opens: Iterable[Opening]) -> list[Said]:
    lines: list[Said] = []
    for one in opens:
        id = "opening.sure" if one.sure and not one.law else "opening.maybe"
        values = {"title": Words(one.title), "summary": Words(one.summary)}
        lines.append(page.line(text(id, **values), one.citations, label=text(f"area.{one.area}")))
        lines.extend(
            page.line(it.text, it.citations, label=text("label.gives"))
            for it in one.gives
            if it.text.id.startswith("gives.advice")
        )
        lines.extend(page.line(it.says, label=text("label.not-stated"), tone="unknown") for it in one.law)
    return lines


def _now(page: Writer, answer: Advice) -> None:
    lines = _opening_lines(page, answer.opens_now)
    if lines:
        page.heading(2, text("page.now"))
        page.bullets(lines)


def _questions(page: Writer, answer: Advice) -> None:
    if not answer.questions:
        return
    page.heading(2, text("page.questions"))
    page.bullets(
        page.line(text("question.line", ask=Words(one.ask), why=Words(one.why)), tone="question")
        for one in answer.questions
    )


def _near(page: Writer, answer: Advice) -> None:
    if not answer.near_misses:
        return
    page.heading(2, text("page.near"))
    for one in answer.near_misses:
        lines = [page.line(line.text, line.citations) for line in one.why]
        lines.extend(page.line(change.text, label=text("label.would-change")) for change in one.changes)
        lines.extend(
            page.line(change.changes, label=text("label.how")) for change in one.changes if change.changes
        )
        if one.last_day:
            lines.append(page.line(text("near.last-day", day=one.last_day), tone="deadline"))
        page.paragraph(one.title, one.citations)
        page.bullets(lines)


def _hand_over(page: Writer, answer: Advice) -> None:
    if not answer.hand_over:
        return
    page.heading(2, text("page.hand-over"))
    page.bullets(page.line(body_text(one), one.citations) for one in answer.hand_over)
