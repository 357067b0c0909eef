"""Experts' tests of the knowledge: what is known of somebody, and what the answer must be."""

import datetime as dt
from typing import Any, Literal

import msgspec
from msgspec import Struct

from waystation.core.assessments import Verdict
from waystation.core.sources import Source
from waystation.core.texts import Text

Answer = Literal["yes", "no", "unknown"]
Level = Literal["none", "low", "guarded", "high", "extreme"]


class Expected(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must come out; what is not named is not tested.

    `verdicts`: of practices, where the person stands. `dangers`: of the place where they stand, the worse end.
    `plans_to` and `no_plans_to`: countries in which some plan ends, or none. `do_not_go`: countries named so.
    `journey`: of the scenario's itinerary.
    """

    verdicts: dict[str, Answer] = msgspec.field(default_factory=dict)
    dangers: dict[str, Level] = msgspec.field(default_factory=dict)
    plans_to: tuple[str, ...] = ()
    no_plans_to: tuple[str, ...] = ()
    do_not_go: tuple[str, ...] = ()
    journey: Verdict | None = None


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One test, written from its sources.

    `itinerary`: legs of a journey. `example`: which of the twenty structures of rules it shows.
    """

    id: str
    title: str
    day: dt.date
    case: dict[str, Any]
    itinerary: tuple[Any, ...] = ()
    expects: Expected
    example: int | None = None
    sources: dict[str, Source]


class Disagreement(Struct, frozen=True, kw_only=True):
    """Where the knowledge does not say what a scenario wants."""

    scenario: str
    title: str
    text: Text
