"""How days, levels and grades are said. Unknown waits are the normal case and must read well."""

import datetime as dt

from waystation.core.measures import Grade
from waystation.core.plans import Cost, Counts, Days, Plan
from waystation.core.texts import Amount, Text, text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """The name of the plan at this place: A to Z, then A2 …"""
    again, at = divmod(place, len(LETTERS))
    return LETTERS[at] + (str(again + 1) if again else "")


def days_text(days: Days) -> Text:
    """`at least 1 day, plus 2 waits that no source states`; an unknown wait is never zero."""
    known = text("length.days", n=days.known)
    if not days.waits:
        return known
    if not days.known:
        return text("days.only-waits", n=len(days.waits))
    return text("days.at-least", days=known, waits=text("days.waits", n=len(days.waits)))


def when_text(as_of: dt.date, starts: Days, ends: Days, *, unknown: bool) -> Text:
    """From when to when a step runs."""
    first, last = (as_of + dt.timedelta(days=one.known) for one in (starts, ends))
    begin = text("when.day", day=first) if not starts.waits else text("when.after-waits", n=len(starts.waits))
    if unknown:
        return text("when.unknown-end", begin=begin)
    if starts.waits:
        return text("when.lasts", begin=begin, days=text("length.days", n=ends.known - starts.known))
    return text("when.until", begin=begin, end=last)


def level_text(worse: Grade, better: Grade) -> Text:
    """One level, or a range if it hangs on something unknown."""
    if worse is better:
        return text(f"level.{worse.name.lower()}")
    return text("level.range", low=text(f"level.{better.name.lower()}"), high=text(f"level.{worse.name.lower()}"))


def cost_text(cost: Cost) -> Text:
    """What sources state, and how many steps have costs that none states."""
    stated = tuple(Amount(one.amount, one.currency) for one in cost.stated if one.amount)
    free = text("cost.free") if cost.stated and not stated else text("word.nothing")
    known = text("word.list", parts=stated) if stated else free
    if not cost.unknown:
        return known if cost.stated else text("cost.free")
    id = "cost.plus-unknown" if cost.stated else "cost.unknown"
    return text(id, known=known, n=len(cost.unknown))


def sureness_text(counts: Counts) -> Text:
    """The worst grade in words, and how many steps stand there."""
    return text("sureness.worst", grade=text(f"sureness.{counts.sureness}"), n=counts.at_sureness)


def family_text(plan: Plan) -> Text:
    """Whether everybody moves together."""
    if len(plan.party) == 1 and not plan.followers:
        return text("family.alone")
    if plan.followers:
        return text("family.apart", n=plan.counts.apart)
    return text("family.together", n=len(plan.party))
