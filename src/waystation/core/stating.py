"""What a practice states besides its conditions, as Lines with their sources: time, costs, places, waiting."""

from waystation.core.citing import cite_or_all
from waystation.core.conditions import Leaf
from waystation.core.judge import Gap
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line
from waystation.core.practices import Cost, Exclusion, Practice, Quota, Span
from waystation.core.texts import Amount, Country, Text, Words, text
from waystation.core.wording import condition_text, option

GAPS = {
    "visa-list",
    "clock",
    "where",
    "mission",
    "mission-unrecorded",
    "covers",
    "lapsed",
    "paper-length",
    "stay-length",
}
"""Gaps that the catalogue says; any other is said in the words of the knowledge."""


def time_lines(practice: Practice, knowledge: Knowledge) -> tuple[Line, ...]:
    """How long, how many, where one waits: what is stated, each with its source."""
    lines: list[Line] = []
    if practice.takes.known:
        lines.append(Line(_takes_text(practice.takes), cite_or_all(practice, practice.takes.source, knowledge)))
    if practice.quota is not None:
        lines.append(Line(_quota_text(practice.quota), cite_or_all(practice, practice.quota.source, knowledge)))
    waiting = practice.waiting
    cited = cite_or_all(practice, waiting.source, knowledge)
    if waiting.where == "anywhere":
        lines.append(Line(text("waiting.anywhere"), cited))
    if waiting.lawful:
        lines.append(Line(text("waiting.lawful"), cited))
    if waiting.keeps_passport is False:
        lines.append(Line(text("waiting.passport-kept"), cited))
    return tuple(lines)


def cost_lines(practice: Practice, knowledge: Knowledge) -> tuple[Line, ...]:
    """What one pays, as far as stated."""
    return tuple(Line(_cost_text(one), cite_or_all(practice, one.source, knowledge)) for one in practice.costs)


def excluded_text(one: Exclusion, knowledge: Knowledge) -> Text:
    """A practice or a decision by its title, or a kind of stay in a country."""
    id = one.practice or one.decision
    if id:
        return text("excludes.practice", title=Words(knowledge.title_of(id) or id))
    place = Country(one.in_) if one.in_ else text("word.nothing")
    return text("excludes.status", kind=option(one.status or ""), place=place)


def _takes_text(span: Span) -> Text:
    shortest, longest = span.low if span.low is not None else span.likely(), span.latest()
    if shortest < longest:
        return text("takes.between", low=shortest, high=longest)
    if span.low is None and span.only_longest:
        return text("takes.at-most", n=longest)
    if not span.ends:
        return text("takes.at-least", n=longest)
    return text("takes.about", n=longest)


def _cost_text(one: Cost) -> Text:
    what = option(one.for_)
    if one.amount == 0:
        return text("cost.nothing", what=what)
    if one.amount is None or one.currency is None:
        return text("cost.not-stated", what=what)
    return text("cost.amount", what=what, amount=Amount(one.amount, one.currency))


def _quota_text(quota: Quota) -> Text:
    if quota.amount is None:
        return text("quota.limited")
    unit = option(quota.unit)
    if quota.remaining is None:
        return text(f"quota.per-{quota.period or 'once'}", n=quota.amount, unit=unit)
    return text("quota.remaining", n=quota.amount, unit=unit, left=quota.remaining)


def gap_text(gap: Gap, knowledge: Knowledge) -> Text:
    """What the law or its source leaves open, as a sentence."""
    if isinstance(gap.leaf, Leaf) and not gap.says:
        return text("law.not-confirmed", condition=condition_text(gap.leaf, knowledge.facts, knowledge.title_of))
    if gap.leaf is not None:
        return text("law.no-amount", name=option(gap.says))
    if gap.says in GAPS:
        return text(f"law.{gap.says}")
    return text("law.silent", words=Words(gap.says))
