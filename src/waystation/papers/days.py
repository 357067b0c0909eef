"""How days, levels and grades are said. Unknown waits are the normal case and must read well."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from waystation.core.measures import Grade
from waystation.core.plans import Advice, Cost, Counts, Days, Plan, Step
from waystation.core.texts import Amount, Text, text
from waystation.core.wording import option

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """The name of the plan at this place: A to Z, then A2 …"""
    again, at = divmod(place, len(LETTERS))
    return LETTERS[at] + (str(again + 1) if again else "")


class Names(Struct, frozen=True):
    """How the page calls plans (A, B …) and their steps (A1, A2 …)."""

    plans: dict[str, str]

    def plan(self, id: str) -> str:
        """The letter of the plan with this id; nothing if the page does not show it."""
        return self.plans.get(id, "")

    def step(self, plan: Plan, id: str) -> str:
        """The name of a step of the plan by the step's id."""
        numbers = [number for number, one in enumerate(plan.steps, start=1) if one.id == id]
        return f"{self.plan(plan.id)}{numbers[0]}" if numbers else ""

    def waits(self, plan: Plan, practices: Iterable[str]) -> tuple[str, ...]:
        """Names of the steps in which these practices are waited for, in order."""
        wanted = set(practices)
        steps = [(plan, one) for plan in (plan, *plan.followers) for one in plan.steps]
        return tuple(self.step(of, one.id) for of, one in steps if one.practice in wanted)


def names_of(answer: Advice) -> Names:
    """Letters in the order of the plans: A, B …; those who follow the lead of plan A: Aa, Ab …"""
    found = {}
    for place, plan in enumerate(answer.plans):
        found[plan.id] = letter(place)
        found |= {one.id: letter(place) + letter(at).lower() for at, one in enumerate(plan.followers)}
    return Names(found)


def days_text(days: Days, steps: tuple[str, ...] = ()) -> Text:
    """`at least 1 day, plus the waits of steps A1 and A2 …`; an unknown wait is never zero."""
    known = text("length.days", n=days.known)
    if not days.waits:
        return _up_to(known, days) if days.known else text("days.today")
    waits = text("days.waits-of", n=len(steps), steps=steps) if steps else text("days.waits", n=len(days.waits))
    if not days.known:
        return text("days.only-waits", waits=waits)
    return text("days.up-to-plus" if days.longest else "days.at-least", days=known, waits=waits)


def _up_to(known: Text, days: Days) -> Text:
    return text("days.up-to", days=known) if days.longest else known


def when_text(as_of: dt.date, step: Step) -> Text:
    """From when to when a step runs: calendar days, and days from today."""
    begin = begin_text(as_of, step.starts)
    if step.wait == "unknown":
        return text("when.unknown-end", begin=begin)
    lasts = step.ends.known - step.starts.known
    if step.starts.waits or not lasts:
        known = text("length.days", n=lasts)
        known = known if step.kind == "travel" else _up_to(known, step.ends)
        return text("when.lasts", begin=begin, days=known) if lasts else begin
    id = "when.until-at-most" if step.ends.longest else "when.until"
    return text(id, begin=begin, end=_day(as_of, step.ends.known))


def begin_text(as_of: dt.date, starts: Days) -> Text:
    if starts.waits:
        return text("when.after-waits", n=len(starts.waits))
    day = _day(as_of, starts.known)
    return text("when.by", day=day) if starts.longest else day


def _day(as_of: dt.date, days: int) -> Text:
    day = as_of + dt.timedelta(days=days)
    return text("when.day", day=day, n=days) if days else text("when.today", day=day)


def level_text(worse: Grade, better: Grade) -> Text:
    """One level, or a range if it hangs on something unknown."""
    if worse is better:
        return text(f"level.{worse.name.lower()}")
    return text("level.range", low=text(f"level.{better.name.lower()}"), high=text(f"level.{worse.name.lower()}"))


def cost_text(cost: Cost, steps: tuple[str, ...] = ()) -> Text:
    """What sources state, and the steps with costs that none states."""
    stated = tuple(Amount(one.amount, one.currency) for one in cost.stated if one.amount)
    known = text("word.list", parts=stated) if stated else text("cost.free")
    if not cost.unknown:
        return known
    unknown = (
        text("cost.unknown-of", n=len(steps), steps=steps) if steps else text("cost.unknown", n=len(cost.unknown))
    )
    return text("cost.plus", known=known, unknown=unknown) if cost.stated else unknown


def sureness_text(counts: Counts) -> Text:
    """The worst grade in words, and how many steps stand there."""
    return text("sureness.worst", grade=text(f"sureness.{counts.sureness}"), n=counts.at_sureness)


def family_text(plan: Plan) -> Text:
    """Whether everybody moves together, and who has no way to follow."""
    together = _together(plan)
    if not plan.without:
        return together
    left = text("word.list", parts=tuple(text("who.member", relation=option(one)) for one in plan.without))
    return text("word.list", parts=(together, text("family.without", who=left)))


def _together(plan: Plan) -> Text:
    if len(plan.party) == 1 and not plan.followers:
        return text("family.alone")
    if plan.followers:
        return text("family.apart", n=plan.counts.apart)
    unsure = any(one.covered == "unknown" for step in plan.steps for one in step.members)
    return text("family.together-if" if unsure else "family.together", n=len(plan.party))
