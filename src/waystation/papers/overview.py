"""The answer for a small screen: urgent, do not, the plans side by side, each folded; and one plan whole."""

from waystation.core.plans import Advice, Plan, Step
from waystation.core.texts import Country, Words, text
from waystation.core.tongues import Language
from waystation.papers.advice import lesser_dangers, write_do_not, write_hand_over, write_start, write_top
from waystation.papers.bodies import write_bodies
from waystation.papers.compare import write_compare
from waystation.papers.dangers import danger_lines, staying, write_remedies
from waystation.papers.days import names_of, when_text
from waystation.papers.document import Document, Said, Writer
from waystation.papers.openings import people_of
from waystation.papers.plan import write_plan
from waystation.papers.quoted import deciding
from waystation.papers.steps import step_title, write_papers
from waystation.papers.urgent import write_urgent

GUARD = "guard"
"""Where the page speaks of dangers that `dangers_document` tells of."""


def overview_document(answer: Advice, language: Language) -> Document:
    """Everything that decides, and of each plan its steps in short. `plan_document` tells the rest of one."""
    page, names = Writer(language, deciding(answer)), names_of(answer)
    page.elsewhere = True
    write_top(page, answer)
    write_urgent(page, answer, names)
    write_do_not(page, answer)
    write_start(page, answer)
    write_compare(page, answer, names)
    for plan in answer.plans:
        title = "plan.title-move" if plan.kind == "move" else "plan.title-stay"
        said = text(title, letter=names.plan(plan.id), place=Country(plan.place))
        page.heading(3, said, plan.id)
        inside = page.inner(said)
        for step in plan.steps:
            _short(inside, step, names.step(plan, step.id), answer)
        page.fold(text("overview.steps", n=len(plan.steps)), inside, closed=True)
    if answer.start.dangers:
        page.heading(2, text("page.guard"), GUARD)
        page.paragraph(text("overview.guard"))
    write_hand_over(page, answer)
    return page.document(text("page.title"))


def _short(page: Writer, step: Step, name: str, answer: Advice) -> None:
    """When, with which papers, who decides, from which source."""
    page.heading(4, text("step.title", name=name, title=step_title(step)), name=name)
    when = page.line(when_text(answer.as_of, step), step.citations, label=text("label.when"))
    page.bullets([when, *_marks(page, step), *write_papers(page, step), *_who(page, step)])


def _marks(page: Writer, step: Step) -> list[Said]:
    return [page.line(text("step.irreversible"), tone="irreversible")] if step.irreversible else []


def _who(page: Writer, step: Step) -> list[Said]:
    titles = tuple(Words(one.title) for one in step.by)
    return [page.line(text("word.list", parts=titles), label=text("label.check-with"))] if titles else []


def plan_document(answer: Advice, plan: Plan, language: Language) -> Document:
    """One plan whole: every step, danger and opening, with the sources behind each line."""
    page, names = Writer(language), names_of(answer)
    write_plan(page, plan, answer, names, people_of(answer))
    write_remedies(page)
    write_bodies(page)
    return page.document(text("page.title"))


def dangers_document(answer: Advice, language: Language) -> Document:
    """The dangers where somebody stands, the grave ones first, and what to do about each in full."""
    page = Writer(language)
    write_start(page, answer)
    if lesser := lesser_dangers(answer):
        page.heading(2, text("page.guard"), GUARD)
        page.bullets(danger_lines(page, staying(lesser)))
    write_remedies(page)
    write_bodies(page)
    return page.document(text("page.title"))
