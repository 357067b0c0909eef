"""What a crossing is, for whoever asks and whoever answers."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from waystation.core.borders import Overflight
from waystation.core.facts import View
from waystation.core.findings import Citation, DangerFinding, Question
from waystation.core.measures import Grade
from waystation.core.plans import Flight, Line
from waystation.core.texts import Text


class Crossing(Struct, frozen=True, kw_only=True):
    """The verdict on one person crossing from one country to another on a day.

    `forbidden`: nobody should go, `why` says so. `only_if`: what must be true or in hand first.
    """

    verdict: Literal["open", "only-if", "forbidden"]
    why: tuple[tuple[Text, tuple[Citation, ...]], ...] = ()
    only_if: tuple[tuple[Text, tuple[Citation, ...]], ...] = ()
    dangers: tuple[DangerFinding, ...] = ()


class Risk(Struct, frozen=True, gc=False):
    """How grave a crossing is, without its reasons: worse and better end, None where no danger is known."""

    forbidden: bool
    worse: Grade | None = None
    better: Grade | None = None


def risk_of(crossing: Crossing) -> Risk:
    """The same of a crossing that was told in full."""
    levels = [(one.level, one.least) for one in crossing.dangers]
    forbidden = crossing.verdict == "forbidden"
    if not levels:
        return Risk(forbidden)
    return Risk(forbidden, max(level for level, _ in levels), max(least for _, least in levels))


class Entering(Struct, frozen=True, kw_only=True):
    """Whether somebody may enter a country, as far as known. `only_if`: what must be in hand; `not_known`: what to ask.

    `closed`: no document of theirs is accepted. `shown`: kind and issuer of the document that is shown.
    """

    closed: bool = False
    lines: tuple[Line, ...] = ()
    only_if: tuple[Line, ...] = ()
    not_known: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()
    shown: tuple[str, str] | None = None


class StraightLine(Struct, frozen=True):
    """What lies below the shortest way between the main airports of two countries: `Tbilisi (TBS)`."""

    start: str
    end: str
    over: Overflight


MayEnter = Callable[[View, str, str, dt.date], Entering]
"""(what is known of the person, from, to, day) → Entering."""
RiskOfTravel = Callable[[View, str, str, dt.date], Risk]
"""(what is known of the member, from, to, day) → Risk."""
MayTravel = Callable[[View, str, str, dt.date, str], Crossing]
"""(what is known of the member, from, to, day, whose name) → Crossing."""
LineBetween = Callable[[str, str, dt.date], StraightLine | None]
"""(from, to, day) → what lies below; None: no airport is on record at one end."""
FlightOver = Callable[[Sequence[tuple[str, View]], str, str, dt.date], Flight | None]
"""(everybody who travels, by id, from, to, day) → Flight; None: it is not known what lies below."""
