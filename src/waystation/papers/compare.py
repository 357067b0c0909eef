"""The plans side by side, in one short table."""

from collections.abc import Iterable

from waystation.core.plans import Advice, Counts, Plan, Start, TooGrave
from waystation.core.texts import Country, Text, Words, text
from waystation.papers.days import Names, cost_text, days_text, family_text, level_text, sureness_text
from waystation.papers.document import Column, Said, Table, Writer

SUMS = ("fastest", "soonest-settled", "cheapest")
"""What a plan that is known in full stands first in, whatever the sum: of the others some is not known."""


def write_compare(page: Writer, answer: Advice, names: Names) -> None:
    """The table with what is to be said about all plans at once; or that there is none."""
    page.heading(2, text("page.plans"), "plans")
    if not answer.plans:
        page.paragraph(text("page.no-plan"), tone="danger")
        _too_grave(page, answer)
        return
    if answer.verdict == "open":
        page.paragraph(text("page.all-open"), tone="question")
    if any(plan.counts.danger > answer.accepts for plan in answer.plans):
        level = level_text(answer.accepts, answer.accepts)
        page.paragraph(text("page.graver", level=level), tone="danger")
    page.blocks.append(_table(page, answer, names))
    if answer.more:
        page.paragraph(text("page.more", n=answer.more), tone="muted")
    _too_grave(page, answer)


def _too_grave(page: Writer, answer: Advice) -> None:
    """Where a plan could end, if the reader accepted the danger."""
    if not answer.too_grave:
        return
    page.paragraph(text("page.too-grave", level=level_text(answer.accepts, answer.accepts)), tone="danger")
    page.bullets(_grave_line(page, one) for one in answer.too_grave)


def _grave_line(page: Writer, one: TooGrave) -> Said:
    """The place, by which steps, and the dangers there."""
    dangers = tuple(
        text("danger.named", title=Words(it.title), level=level_text(it.level, it.least)) for it in one.dangers
    )
    by = tuple(Words(step) for step in one.steps) or (text("grave.no-step"),)
    words = text("grave.line", place=Country(one.place), steps=by, dangers=dangers)
    return page.line(words, (it for danger in one.dangers for it in danger.citations))


def _table(page: Writer, answer: Advice, names: Names) -> Table:
    say = page.say
    columns = [_column(plan, names, answer) for plan in answer.plans]
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


def _unknown(best: str, plan: Plan) -> bool:
    """Whether some of what a plan is compared on is not known."""
    counts = plan.counts
    open: dict[str, object] = {
        "surest": plan.open, "fastest": counts.goal.waits, "soonest-settled": counts.safe_last.waits,
        "cheapest": counts.cost.unknown, "least-danger": counts.danger is not counts.least_danger,
    }  # fmt: skip
    return bool(open[best])


def _as_far(best: str, plan: Plan, plans: Iterable[Plan]) -> str:
    """Whether a plan is best at something only as far as it is known, or only because it is known of this one."""
    if _unknown(best, plan):
        return "-known"
    return "-stated" if best in SUMS and any(_unknown(best, other) for other in plans) else ""


def _stated(best: str, plan: Plan) -> bool:
    """Whether something is known of what it is best at: where no cost is stated, none is called the least."""
    cost = plan.counts.cost
    return best != "cheapest" or bool(cost.stated) or not cost.unknown


def _column(plan: Plan, names: Names, answer: Advice) -> dict[str, Text]:
    """What plans are compared on, in the order of the rows."""
    counts = plan.counts
    where = "plan.to" if plan.kind == "move" else "plan.stay"
    best = tuple(
        text(f"best.{one}{_as_far(one, plan, answer.plans)}") for one in plan.best_for if _stated(one, plan)
    )
    return {
        "row.where": text(where, place=Country(plan.place)),
        "row.best": text("word.list", parts=best or (text("best.other"),)),
        "row.settled": days_text(counts.safe_last, names.waits(plan, counts.safe_last.waits)),
        "row.goal": _goal_text(plan, names),
        "row.cost": cost_text(counts.cost, names.waits(plan, counts.cost.unknown)),
        "row.danger": _danger_text(counts, answer.start),
        "row.sure": sureness_text(counts),
        "row.family": family_text(plan),
    }
