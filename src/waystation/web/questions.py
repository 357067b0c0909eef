"""A page of questions read back: what was told, what was passed over, and what cannot be so."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from msgspec import Struct

from waystation.core.casefile import read_fact
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Goal
from waystation.core.texts import text
from waystation.desks.planner import read_case
from waystation.errors import ShapeError, WaystationError
from waystation.say import country_codes
from waystation.web.answers import Answers, Passed
from waystation.web.controls import PASS, Control, choose, control
from waystation.web.family import HOUSEHOLD, household, with_fields
from waystation.web.spelling import BLANK, Typed, first, spell, typed_of
from waystation.web.tongue import Tongue

GOAL = "goal"
"""Not a fact, but asked like one: what somebody looks for."""
ANY_DAY = "2000-01-01"
"""A family is read as part of a case, and a case has a day."""


class Page(Struct, frozen=True):
    """What one page told."""

    told: dict[str, Any]
    passed: dict[str, Passed]
    faults: dict[str, WaystationError]


def read_page(asked: Iterable[str], typed: Typed, knowledge: Knowledge) -> Page:
    """The answers of the facts that were asked. Faults stand beside their questions."""
    page = Page({}, {}, {})
    for fact in asked:
        passed = first(typed, f"{fact}.{PASS}")
        spelled = first(typed, fact) or BLANK if fact == GOAL else spell(fact, kind_of(fact, knowledge), typed)
        if spelled is BLANK:
            page.passed[fact] = passed if passed in ("unknown", "rather-not") else "later"  # type: ignore[assignment]
            continue
        try:
            _check(fact, spelled, knowledge)
        except ShapeError as fault:
            page.faults[fact] = fault
        else:
            page.told[fact] = spelled
    return page


def kind_of(fact: str, knowledge: Knowledge) -> FactType:
    """The question of a fact. Raises KeyError."""
    return with_fields(knowledge.facts[fact], knowledge.facts)


def askable(names: Iterable[str], knowledge: Knowledge) -> list[str]:
    """Those of these names that a page may ask: a form can be forged."""
    return [one for one in names if one == GOAL or (one in knowledge.facts and knowledge.facts[one].asked)]


def _check(fact: str, spelled: Any, knowledge: Knowledge) -> None:
    """Raises ShapeError if the fact cannot have this value."""
    if fact == GOAL:
        if spelled not in get_args(Goal):
            raise ShapeError("error.bad-option", found=repr(spelled)[:40], options=", ".join(get_args(Goal)))
    elif fact == HOUSEHOLD:
        read_case({"as_of": ANY_DAY, HOUSEHOLD: household(spelled, {})}, knowledge.facts, country_codes())
    else:
        read_fact(fact, spelled, knowledge.facts, "person", country_codes())


def typed_again(asked: Iterable[str], answers: Answers, knowledge: Knowledge) -> dict[str, list[str]]:
    """The fields that say again what was told."""
    typed: dict[str, list[str]] = {}
    for fact in asked:
        if fact in answers.told:
            spelled = answers.told[fact]
            typed |= {GOAL: [spelled]} if fact == GOAL else typed_of(fact, kind_of(fact, knowledge), spelled)
        elif answers.passed.get(fact, "later") != "later":
            typed[f"{fact}.{PASS}"] = [answers.passed[fact]]
    return typed


def controls(
    asked: Iterable[str], typed: Typed, faults: Mapping[str, WaystationError], knowledge: Knowledge, tongue: Tongue
) -> list[Control]:
    """The questions of a page."""
    return [
        _goal(typed) if fact == GOAL else control(kind_of(fact, knowledge), typed, tongue, faults.get(fact))
        for fact in asked
    ]


def _goal(typed: Typed) -> Control:
    options = ((one, text(f"goal.{one}")) for one in get_args(Goal))
    part = choose(GOAL, options, typed)
    return Control(fact=GOAL, ask=text("web.goal"), why=text("web.goal-why"), sensitive=False, parts=(part,))
