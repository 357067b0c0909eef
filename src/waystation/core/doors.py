"""The answer of a short door: what is open, what endangers, what can be done, whom to ask."""

import datetime as dt

from msgspec import Struct

from waystation.core.findings import Answer, BodyLine, DangerFinding
from waystation.core.plans import Opening


class DoorAnswer(Struct, frozen=True, kw_only=True):
    """What one door says to one case on one day. `place` is empty where nobody told it."""

    door: str
    title: str
    summary: str
    as_of: dt.date
    place: str
    dangers: tuple[DangerFinding, ...] = ()
    opens: tuple[Opening, ...] = ()
    answers: tuple[Answer, ...] = ()
    bodies: tuple[BodyLine, ...] = ()
