"""One plan: its steps, what can be prepared beside it, the dangers there, and what opens then."""

from waystation.core.plans import Advice, Plan
from waystation.core.texts import Country, Words, text
from waystation.papers import dangers, openings
from waystation.papers.dangers import danger_lines
from waystation.papers.days import Names
from waystation.papers.document import Writer
from waystation.papers.openings import People, named_lines, opening_lines
from waystation.papers.steps import step_title, write_step


def write_plan(page: Writer, plan: Plan, answer: Advice, names: Names, people: People) -> None:
    """The plan with its heading, and the plans of those who follow."""
    title = "plan.title-move" if plan.kind == "move" else "plan.title-stay"
    page.heading(3, text(title, letter=names.plan(plan.id), place=Country(plan.place)), plan.id)
    if not plan.steps:
        page.paragraph(text("plan.already-there"))
    if plan.open and answer.verdict != "open":
        page.paragraph(text("plan.open"), tone="question")
    page.bullets(page.line(text(one), tone="unknown") for one in plan.goal_open)
    for at, step in enumerate(plan.steps):
        name = names.step(plan, step.id)
        told = f"step/{step.id}/{step.sureness}/{step.no_answer_by}/{step.starts}/{step.second_best}"
        before = page.told.setdefault(told, name)
        if before == name:
            write_step(page, step, name, answer.as_of, names, asked_there=_asked_there(plan, at, names))
        else:
            page.heading(4, text("step.title", name=name, title=step_title(step)), name=name)
            page.paragraph(text("step.as-before", where=before), tone="muted")
    _after(page, plan, names, people)
    for follower in plan.followers:
        page.paragraph(text("plan.follower"))
        write_plan(page, follower, answer, names, people)


def _asked_there(plan: Plan, at: int, names: Names) -> str:
    """The step that asks an embassy in the country which this step enters: one can ask it before one travels."""
    here, *later = plan.steps[at : at + 2]
    there = (one for one in later if one.spot == "mission" and one.place == here.place)
    return next((names.step(plan, one.id) for one in there if here.kind == "travel"), "")


def _after(page: Writer, plan: Plan, names: Names, people: People) -> None:
    """What stands beside the steps and after them."""
    if plan.parallel:
        page.paragraph(text("plan.parallel", steps=tuple(Words(one) for one in plan.parallel)))
    place, letter = Country(plan.place), names.plan(plan.id)
    inside = page.inner(text("part.dangers", letter=letter))
    inside.bullets(danger_lines(inside, plan.dangers))
    if any(dangers.as_told(one) in page.later for one in plan.dangers):
        inside.paragraph(text("plan.dangers-still"))
    page.fold(text("plan.dangers-there", place=place), inside)
    inside = page.inner(text("part.opens", letter=letter))
    inside.bullets(named_lines(inside, plan.opens) if page.short else opening_lines(inside, plan.opens, people))
    if any(openings.as_told(one) in page.later for one in plan.opens):
        inside.paragraph(text("plan.opens-still"))
    page.fold(text("plan.opens", place=place), inside)
