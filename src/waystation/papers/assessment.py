"""The answer to "what endangers me?" as one page: the verdict and the gravest danger first, then leg by leg."""

from collections.abc import Iterable

from waystation.core.assessments import Assessment, LegAnswer, Verdict
from waystation.core.charts import Chart
from waystation.core.findings import DangerFinding
from waystation.core.measures import Grade
from waystation.core.plans import Line
from waystation.core.texts import Country, Text, Words, text
from waystation.core.tongues import Language
from waystation.core.wording import option
from waystation.papers.bodies import write_bodies
from waystation.papers.dangers import danger_lines, staying
from waystation.papers.document import Document, Picture, Said, Tone, Writer
from waystation.papers.journey_picture import journey_picture
from waystation.papers.legs import land_text, wait_text, when_text


def assessment_document(answer: Assessment, language: Language, chart: Chart | None = None) -> Document:
    """The page of an assessment; with a picture of the journey where its chart is given."""
    page = Writer(language)
    page.heading(1, text("assess.heading"))
    page.paragraph(text("assess.about", day=answer.as_of, version=Words(answer.knowledge)))
    page.paragraph(text("assess.limits"), tone="muted")
    if answer.verdict:
        page.heading(2, text("assess.journey"), "journey")
        page.paragraph(text(f"verdict.{answer.verdict}"), tone=verdict_tone(answer.verdict))
        if chart:
            page.blocks.append(Picture(journey_picture(answer, chart, language)))
        for number, leg in enumerate(answer.legs, start=1):
            write_leg(page, leg, number, answer.homes)
    where = text("page.where-you-are", place=Country(answer.place)) if answer.place else text("page.where-unknown")
    if answer.here or not answer.legs:
        write_place(page, where, answer.place, answer.here, "here")
    if answer.legs:
        end = answer.legs[-1].to_place
        write_place(page, text("assess.there", place=Country(end)), end, answer.there, "there")
    if answer.questions:
        page.heading(2, text("assess.questions"), "questions")
        page.bullets(
            page.line(text("question.line", ask=Words(one.ask), why=Words(one.why)), tone="question")
            for one in answer.questions
        )
    page.heading(2, text("assess.not-checked-title"), "not-checked")
    page.bullets(page.line(one, tone="unknown") for one in answer.not_checked)
    page.bullets(page.group(text("assess.left-out"), [page.line(one) for one in answer.left_out], "unknown"))
    write_bodies(page)
    return page.document(text("assess.title"))


def write_place(page: Writer, title: Text, place: str, dangers: Iterable[DangerFinding], anchor: str) -> None:
    """The dangers of a place: grave ones first, the lesser ones under a line of their own."""
    found = staying(dangers) if anchor == "here" else list(dangers)
    page.heading(2, title, anchor)
    if not found:
        nothing = text("danger.nothing-known", place=Country(place)) if place else text("danger.nowhere")
        page.bullets([page.line(nothing, tone="plain" if place else "question")])
        return
    grave = [one for one in found if one.level >= Grade.HIGH]
    page.bullets(danger_lines(page, grave, whole=True))
    if lesser := [one for one in found if one.level < Grade.HIGH]:
        page.paragraph(text("assess.lesser"), tone="muted")
        page.bullets(danger_lines(page, lesser, whole=True))


def write_leg(page: Writer, leg: LegAnswer, number: int, homes: tuple[str, ...], way: str = "") -> None:
    """One leg: its verdict, why, what must be so first, what is not known, what lies under it, its dangers."""
    page.heading(
        3, text("leg.title", n=number, start=leg.start, end=leg.end, mode=option(leg.mode)), f"leg-{way}{number}"
    )
    page.paragraph(
        text("leg.verdict", when=when_text(leg), verdict=text(f"verdict.{leg.verdict}")),
        tone=verdict_tone(leg.verdict),
    )
    page.bullets(
        [
            *_lines(page, leg.why, text("leg.why"), "danger"),
            *_lines(page, leg.only_if, text("leg.only-if"), "deadline"),
            *_lines(page, leg.not_known, text("leg.not-known"), "unknown"),
            *_lines(page, leg.entry, text("leg.entry"), "plain"),
            *_below(page, leg, homes),
            *_lines(page, leg.happened, text("leg.happened"), "danger"),
            *_after(page, leg),
        ]
    )
    page.bullets(danger_lines(page, leg.dangers, whole=True))


def _lines(page: Writer, lines: Iterable[Line], label: Text, tone: Tone) -> list[Said]:
    return page.group(label, [page.line(one.text, one.citations, tone=tone) for one in lines], tone)


def verdict_tone(verdict: Verdict) -> Tone:
    return "danger" if verdict == "do-not-go" else "plain"


def _after(page: Writer, leg: LegAnswer) -> list[Said]:
    """The wait before the next leg; what is not known of it stands among the questions."""
    if leg.after is None:
        return []
    known = [leg.after.why] if leg.after.through != "unknown" else []
    return page.group(text("leg.after"), [page.line(one) for one in (wait_text(leg.after), *known)])


def _below(page: Writer, leg: LegAnswer, homes: tuple[str, ...]) -> list[Said]:
    """What the shortest way crosses between both ends, and what it passes close by."""
    above, areas = leg.over, dict(leg.areas)
    if above is None:
        return []
    crossed = [
        text("over.line", place=land_text(one, areas, homes), km=round(one.km), minutes=one.minutes)
        for one in above.crossed
    ]
    close = [text("over.near", place=land_text(one, areas, homes), km=round(one.km)) for one in above.close]
    lines = page.group(text("leg.over"), [page.line(one) for one in crossed])
    return [*lines, *page.group(text("leg.close"), [page.line(one) for one in close])]
