"""What endangers somebody where they are and on a journey, and whether they should go."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from waystation.core.borders import Overflight
from waystation.core.findings import DangerFinding, Question
from waystation.core.itineraries import Itinerary, Moment, Passing
from waystation.core.measures import Grade
from waystation.core.plans import Line
from waystation.core.texts import Text, text

ON_THE_WAY = (text("assess.flown"), text("assess.papers"))
"""What nobody looks at on any journey."""
Verdict = Literal["do-not-go", "only-if", "not-known", "nothing-known"]
"""Nobody should go · only if what is named is so first · ask what is named · nothing is known against it."""
RANK: tuple[Verdict, ...] = ("do-not-go", "not-known", "only-if", "nothing-known")
"""The worst first: of several legs the worst counts."""


class Layover(Struct, frozen=True, kw_only=True):
    """What lies between a leg and the next: where one waits, how long (None: a time is missing), what one passes."""

    start: str
    end: str
    minutes: int | None
    through: Passing
    why: Text


class LegAnswer(Struct, frozen=True, kw_only=True):
    """What one leg meets. Places are countries; `start` and `end` name the airport or town.

    `why`: what closes it. `only_if`: what must be so first. `not_known`: what to ask. `entry`: how one gets in.
    `departs`, `arrives`: as far as told, by the clocks there; `minutes`: between both, if both are known.
    `after`: what lies between this leg and the next. `happened`: what was done there to people of the same
    home states. `over`: what lies below the shortest way; `areas`: the titles of the named parts of countries in it,
    by id.
    """

    id: str
    start: str
    end: str
    from_place: str
    to_place: str
    day: dt.date | None
    mode: str
    number: str = ""
    departs: Moment | None = None
    arrives: Moment | None = None
    minutes: int | None = None
    after: Layover | None = None
    verdict: Verdict
    why: tuple[Line, ...] = ()
    only_if: tuple[Line, ...] = ()
    not_known: tuple[Line, ...] = ()
    entry: tuple[Line, ...] = ()
    happened: tuple[Line, ...] = ()
    over: Overflight | None = None
    areas: tuple[tuple[str, str], ...] = ()
    dangers: tuple[DangerFinding, ...] = ()


class Assessment(Struct, frozen=True, kw_only=True):
    """The answer to a case, with a journey or without (no legs, no verdict).

    `here`: dangers of the place where one stands and of the steps one is about to take; `there`: of the place where
    the journey ends. Each gravest first. `homes`: the home states of the people of the case, as far as told.
    """

    as_of: dt.date
    knowledge: str
    place: str
    homes: tuple[str, ...] = ()
    verdict: Verdict | None = None
    here: tuple[DangerFinding, ...] = ()
    legs: tuple[LegAnswer, ...] = ()
    there: tuple[DangerFinding, ...] = ()
    questions: tuple[Question, ...] = ()
    not_checked: tuple[Text, ...] = ()
    left_out: tuple[Text, ...] = ()

    @property
    def dangers(self) -> tuple[DangerFinding, ...]:
        """Every danger of the answer."""
        return (*self.here, *(one for leg in self.legs for one in leg.dangers), *self.there)

    @property
    def worst(self) -> Grade:
        """The worse end of the gravest; nothing on record is guarded."""
        return max((one.level for one in self.dangers), default=Grade.GUARDED)


def worst_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a whole of which these are the parts."""
    return min(verdicts, key=RANK.index, default="nothing-known")


def verdict_of(legs: Sequence[LegAnswer], there: Iterable[DangerFinding]) -> Verdict | None:
    """The verdict on a journey: its worst leg, or the place where it ends. None: there is no journey."""
    if not legs:
        return None
    if any(one.least is Grade.EXTREME for one in there):
        return "do-not-go"
    return worst_of(leg.verdict for leg in legs)


def not_looked_at(itinerary: Itinerary | None) -> tuple[Text, ...]:
    """What nobody looked at on this journey; nothing without one."""
    if itinerary is None:
        return ()
    return ON_THE_WAY if itinerary.airlines_told else (*ON_THE_WAY, text("assess.airline"))
