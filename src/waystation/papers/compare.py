"""The plans side by side, in one short table."""

from waystation.core.plans import Advice, Counts, Plan, Start
from waystation.core.texts import Country, Text, text
from waystation.papers.days import Names, cost_text, days_text, family_text, level_text, sureness_text
from waystation.papers.document import Column, Table, Writer


def write_compare(page: Writer, answer: Advice, names: Names) -> None:
    """The table with what is to be said about all plans at once; or that there is none."""
    page.heading(2, text("page.plans"), "plans")
    if not answer.plans:
        page.paragraph(text("page.no-plan"), tone="danger")
        return
    if answer.verdict == "open":
        page.paragraph(text("page.all-open"), tone="question")
    if any(plan.counts.danger > answer.accepts for plan in answer.plans):
        level = level_text(answer.accepts, answer.accepts)
        page.paragraph(text("page.graver", level=level), tone="danger")
    page.blocks.append(_table(page, answer, names))
    if answer.more:
        page.paragraph(text("page.more", n=answer.more), tone="muted")


def _table(page: Writer, answer: Advice, names: Names) -> Table:
    say = page.say
    columns = [_column(plan, names, answer.start) for plan in answer.plans]
    rows = tuple((say(text(row)), *(say(column[row]) for column in columns)) for row in columns[0])
    head = tuple(Column(say(text("plan.name", letter=names.plan(plan.id))), plan.id) for plan in answer.plans)
    return Table(say(text("page.plans")), head, rows)


def _danger_text(counts: Counts, start: Start) -> Text:
    """The worst on the way and there; and the worse danger where one waits until one leaves."""
    level = level_text(counts.danger, counts.least_danger)
    if start.danger <= counts.danger:
        return level
    return text("level.until-you-leave", level=level, here=level_text(start.danger, start.danger))


def _goal_text(plan: Plan, names: Names) -> Text:
    """Days until the goal, and whether it is sure that it is the goal."""
    days = days_text(plan.counts.goal, names.waits(plan, plan.counts.goal.waits))
    return text("days.if-goal", days=days) if plan.goal_open else days


def _as_far(best: str, plan: Plan) -> str:
    """Whether what a plan is best at is only so as far as it is known."""
    counts = plan.counts
    open = {
        "surest": plan.open, "fastest": counts.goal.waits, "soonest-settled": counts.safe_last.waits,
        "cheapest": counts.cost.unknown, "least-danger": counts.danger is not counts.least_danger,
    }  # fmt: skip
    return "-known" if open[best] else ""


def _column(plan: Plan, names: Names, start: Start) -> dict[str, Text]:
    """What plans are compared on, in the order of the rows."""
    counts = plan.counts
    where = "plan.to" if plan.kind == "move" else "plan.stay"
    best = tuple(text(f"best.{one}{_as_far(one, plan)}") for one in plan.best_for) or (text("best.other"),)
    return {
        "row.where": text(where, place=Country(plan.place)),
        "row.best": text("word.list", parts=best),
        "row.settled": days_text(counts.safe_last, names.waits(plan, counts.safe_last.waits)),
        "row.goal": _goal_text(plan, names),
        "row.cost": cost_text(counts.cost, names.waits(plan, counts.cost.unknown)),
        "row.danger": _danger_text(counts, start),
        "row.sure": sureness_text(counts),
        "row.family": family_text(plan),
    }
