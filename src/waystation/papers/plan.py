"""One plan: its steps, what can be prepared beside it, the dangers there, and what opens then."""

from waystation.core.plans import Advice, Plan
from waystation.core.texts import Country, Words, text
from waystation.papers.dangers import danger_lines
from waystation.papers.days import Names
from waystation.papers.document import Writer
from waystation.papers.openings import People, as_told, opening_lines
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
    for step in plan.steps:
        name = names.step(plan, step.id)
        told = f"step/{step.id}/{step.sureness}/{step.no_answer_by}/{step.starts}/{step.second_best}"
        before = page.told.setdefault(told, name)
        if before == name:
            write_step(page, step, name, answer.as_of, names)
        else:
            page.heading(4, text("step.title", name=name, title=step_title(step)), name=name)
            page.paragraph(text("step.as-before", where=before), tone="muted")
    _after(page, plan, answer, names, people)
    for follower in plan.followers:
        page.paragraph(text("plan.follower"))
        write_plan(page, follower, answer, names, people)


def _after(page: Writer, plan: Plan, answer: Advice, names: Names, people: People) -> None:
    """What stands beside the steps and after them."""
    if plan.parallel:
        page.paragraph(text("plan.parallel", steps=tuple(Words(one) for one in plan.parallel)))
    place, letter = Country(plan.place), names.plan(plan.id)
    inside = page.inner(text("part.dangers", letter=letter))
    inside.bullets(danger_lines(inside, plan.dangers))
    page.fold(text("plan.dangers-there", place=place), inside)
    inside = page.inner(text("part.opens", letter=letter))
    now = {as_told(one) for one in answer.opens_now}
    inside.bullets(opening_lines(inside, (one for one in plan.opens if as_told(one) not in now), people))
    if any(as_told(one) in now for one in plan.opens):
        inside.paragraph(text("plan.opens-still"))
    page.fold(text("plan.opens", place=place), inside)
