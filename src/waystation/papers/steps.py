"""One step as lines that somebody can act on."""

import datetime as dt
from collections.abc import Mapping

from waystation.core.findings import BodyLine
from waystation.core.plans import Need, Step
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import option
from waystation.papers.dangers import danger_lines
from waystation.papers.days import when_text
from waystation.papers.document import Said, Writer


def write_step(page: Writer, step: Step, number: int, as_of: dt.date, plans: Mapping[str, str]) -> None:
    """The step with its heading. `plans` gives the letter of each plan, for the second-best."""
    page.heading(4, text("step.title", n=number, title=step_title(step)))
    if step.summary:
        page.paragraph(step.summary, step.citations)
    page.bullets(
        [
            *_marks(page, step),
            *_when(page, step, as_of, plans),
            *_sure(page, step),
            *_gives(page, step),
            *_papers(page, step),
            *_family(page, step),
            *_reveals(page, step),
            *_open(page, step),
            *_bodies(page, step.by),
        ]
    )


def step_title(step: Step) -> Text:
    """The title of the practice, or the crossing."""
    if step.kind == "travel":
        return text("step.travel", start=Country(step.from_place), end=Country(step.place))
    return text("word.words", words=Words(step.title))


def _marks(page: Writer, step: Step) -> list[Said]:
    """What cannot be undone comes first."""
    lines = []
    if step.irreversible:
        lines.append(page.line(text("step.irreversible"), step.citations, tone="irreversible"))
    if step.warning:
        lines.append(page.line(step.warning, step.citations, label=text("label.warning"), tone="irreversible"))
    lines.extend(
        page.line(text("step.excludes", what=one), step.citations, tone="irreversible") for one in step.excludes
    )
    return lines


def _when(page: Writer, step: Step, as_of: dt.date, plans: Mapping[str, str]) -> list[Said]:
    unknown = step.wait == "unknown"
    lines = [page.line(when_text(as_of, step.starts, step.ends, unknown=unknown), label=text("label.when"))]
    if step.kind == "practice":
        where = text(f"spot.{step.spot or 'unknown'}", place=Country(step.place))
        lines.append(page.line(where, label=text("label.where")))
        if step.actor not in ("person", "family"):
            lines.append(page.line(text(f"actor.{step.actor}"), label=text("label.who")))
    if unknown:
        lines.append(page.line(_second_best(step, plans), label=text("label.no-answer"), tone="deadline"))
    lines.extend(page.line(one.text, one.citations, label=text("label.stated")) for one in step.notes)
    return lines


def _second_best(step: Step, plans: Mapping[str, str]) -> Text:
    other = plans.get(step.second_best or "")
    turn = text("second.plan", plan=Words(other)) if other else text("second.nothing")
    if step.no_answer_by is None:
        return text("second.no-day", turn=turn)
    return text("second.by", day=step.no_answer_by, turn=turn)


def _sure(page: Writer, step: Step) -> list[Said]:
    grade = text(f"sureness.{step.sureness}")
    lines = [page.line(grade, label=text("label.sure"))]
    lines.extend(page.line(one.text, one.citations, label=text("label.why")) for one in step.because)
    return lines


def _gives(page: Writer, step: Step) -> list[Said]:
    lines = [page.line(one.text, one.citations, label=text("label.gives")) for one in step.gives]
    lines.extend(
        page.line(one.text, one.citations, label=text("label.lost-if"), tone="irreversible")
        for one in step.lost_if
    )
    return lines


def _papers(page: Writer, step: Step) -> list[Said]:
    lines = [page.line(_need_text(one), one.citations, label=text("label.bring")) for one in step.needs]
    lines.extend(page.line(one.text, one.citations, label=text("label.cost")) for one in step.costs)
    if step.kind == "practice" and not step.costs:
        lines.append(page.line(text("cost.no-source"), label=text("label.cost"), tone="unknown"))
    return lines


def _need_text(need: Need) -> Text:
    state = "have" if need.have else "missing" if need.have is False else "unknown"
    instead = text("need.or", papers=tuple(option(one) for one in need.or_)) if need.or_ else text("word.nothing")
    cannot = text(f"need.cannot-{need.cannot_obtain}") if need.cannot_obtain else text("word.nothing")
    return text(f"need.{state}", paper=option(need.document), instead=instead, cannot=cannot)


def _family(page: Writer, step: Step) -> list[Said]:
    return [
        page.line(
            text(f"covered.{one.covered}", relation=option(one.relation or "other")),
            label=text("label.family"),
            tone="unknown" if one.covered == "unknown" else "plain",
        )
        for one in step.members
        if step.kind == "practice"
    ]


def _reveals(page: Writer, step: Step) -> list[Said]:
    lines: list[Said] = []
    for one in step.reveals:
        told = tuple(option(word) for word in one.tells)
        lines.append(
            page.line(
                text("step.reveals", to=Words(one.to), what=told), step.citations, label=text("label.reveals")
            )
        )
        lines.extend(danger_lines(page, one.dangers))
    lines.extend(danger_lines(page, step.dangers))
    return lines


def _open(page: Writer, step: Step) -> list[Said]:
    lines = [page.line(one.ask, label=text("label.answer-first"), tone="question") for one in step.questions]
    lines.extend(page.line(one.says, label=text("label.not-stated"), tone="unknown") for one in step.law)
    lines.extend(page.line(one, label=text("label.not-confirmed"), tone="unknown") for one in step.unconfirmed)
    return lines


def _bodies(page: Writer, bodies: tuple[BodyLine, ...]) -> list[Said]:
    return [page.line(body_text(one), one.citations, label=text("label.check-with")) for one in bodies]


def body_text(body: BodyLine) -> Text:
    """What a body is, how to reach it, and what to be careful about."""
    ways = tuple(
        text("body.way-careful" if careful else "body.way", at=Words(at), careful=Words(careful))
        for _, at, careful in body.reach
    )
    reach = text("body.reach", ways=ways) if ways else text("word.nothing")
    return text("body.line", title=Words(body.title), does=Words(body.does), reach=reach)
