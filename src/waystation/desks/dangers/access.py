"""Whether a pathway could be used on a day: by anybody who fits, by those whom somebody chooses, or by nobody.

A pathway is no more open than what it asks for: a visa for people whom a ministry confirmed is as open as the way to
be confirmed on that day.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from waystation.core.conditions import All, Has, Leaf, Node
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Decision, Practice
from waystation.core.truth import NO, UNKNOWN

Found = Literal["open", "gated", "not-known", "not-open"]
ORDER: tuple[Found, ...] = ("open", "gated", "not-known", "not-open")
"""The widest first: with several doors one takes the widest, through several in a row the narrowest counts."""
GATED = ("referral", "call")


def access_on(id: str, day: dt.date, knowledge: Knowledge) -> Found:
    """How open the practice was, by what could be known then. Without a record nobody knows."""
    if id not in knowledge.practices:
        return "not-known"
    return _access(id, day, knowledge, frozenset())


def _access(id: str, day: dt.date, knowledge: Knowledge, above: frozenset[str]) -> Found:
    practice = knowledge.as_of(day).practices.get(id)
    holds = practice.holds_on(day) if practice else NO
    if practice is None or holds is NO:
        return "not-open"
    own: Found = "not-known" if holds is UNKNOWN else "gated" if practice.access in GATED else "open"
    before = (_decided(ids, day, knowledge, above | {id}) for ids in _asked_decisions(practice, knowledge))
    return max((own, *before), key=ORDER.index)


def _decided(ids: frozenset[str], day: dt.date, knowledge: Knowledge, above: frozenset[str]) -> Found:
    """The widest of the practices that give a decision. Those one comes from are no way to it."""
    return min((_access(id, day, knowledge, above) for id in ids - above), key=ORDER.index, default="not-open")


def _asked_decisions(practice: Practice, knowledge: Knowledge) -> Iterator[frozenset[str]]:
    """For each decision that is surely asked for: the practices that give it. What no record gives is left out."""
    for test in _sure_tests(practice.who.node):
        wanted = [{name} for name in test.values] if test.how == "all" else [{*test.values}]
        for names in wanted:
            giving = frozenset(id for name in names for id in _giving(name, knowledge))
            if giving:
                yield giving


def _sure_tests(node: Node) -> Iterator[Has]:
    """Tests of decisions without which the condition cannot hold."""
    match node:
        case All(parts):
            for part in parts:
                yield from _sure_tests(part)
        case Leaf("decisions", Has() as test) if test.how != "none":
            yield test


def _giving(name: str, knowledge: Knowledge) -> Iterator[str]:
    for id, practice in knowledge.practices.items():
        if any(isinstance(one, Decision) and one.name == name for one in practice.effects(Decision)):
            yield id
