"""What a crossing is, for whoever asks and whoever answers."""

import datetime as dt
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from waystation.core.facts import View
from waystation.core.findings import Citation, DangerFinding
from waystation.core.texts import Text


class Crossing(Struct, frozen=True, kw_only=True):
    """The verdict on one person crossing from one country to another on a day.

    `forbidden`: nobody should go, `why` says so. `only_if`: what must be true or in hand first.
    """

    verdict: Literal["open", "only-if", "forbidden"]
    why: tuple[tuple[Text, tuple[Citation, ...]], ...] = ()
    only_if: tuple[tuple[Text, tuple[Citation, ...]], ...] = ()
    dangers: tuple[DangerFinding, ...] = ()


MayTravel = Callable[[View, str, str, dt.date, str], Crossing]
"""(what is known of the member, from, to, day, whose name) → Crossing."""
