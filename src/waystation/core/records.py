"""The envelope of every record: what it is, since when it holds, and where that was read."""

import datetime as dt
from typing import Literal, Self

import msgspec
from msgspec import Struct

from waystation.core.sources import Source
from waystation.core.truth import NO, UNKNOWN, YES, Truth

State = Literal["announced", "active", "suspended", "ended", "draft"]
CLOSED = ("suspended", "ended")
"""States in which a record no longer holds, from the day after its last day on."""


class Valid(Struct, frozen=True, forbid_unknown_fields=True):
    """The days a record holds, both included. `renewal` says what follows after the end."""

    from_: dt.date | None = msgspec.field(default=None, name="from")
    until: dt.date | None = None
    renewal: Literal["none", "expected"] | None = None


class Statement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence for the reader, and the source that says it."""

    says: str
    source: str | None = None


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What practices, places, agreements, bodies, dangers and remedies have in common.

    `replaces`: in a layer, that it stands in the place of the record with the same id below.
    """

    id: str
    title: str
    summary: str = ""
    state: State = "active"
    valid: Valid = Valid()
    public_since: dt.date | None = None
    check_every: int = 180
    audience: Literal["public", "cohort"] = "public"
    unconfirmed: tuple[str | Statement, ...] = ()
    replaces: bool = False
    sources: dict[str, Source] = msgspec.field(default_factory=dict)

    def first_public(self) -> dt.date | None:
        """The first day somebody outside could know it. None: no date at all."""
        published = [source.public_by() for source in self.sources.values()]
        dated = [day for day in published if day is not None]
        checked = [source.checked for source in self.sources.values()]
        fallback = self.valid.from_ or min(checked, default=None)
        return self.public_since or min(dated, default=fallback)

    def ended(self, ending: "Ending") -> Self:
        """The same once somebody says that it ended. What they say is its first source."""
        until = Valid(self.valid.from_, ending.on, "none")
        sources = {**{f"ended-{name}": one for name, one in ending.sources.items()}, **self.sources}
        return msgspec.structs.replace(self, state="ended", valid=until, sources=sources)

    def holds_on(self, day: dt.date) -> Truth:
        """Whether it is in force on `day`: after a lapsed end, unknown unless nobody expects a renewal."""
        if self.state == "draft" or (self.valid.from_ and day < self.valid.from_):
            return NO
        if self.valid.until and day > self.valid.until:
            return NO if self.valid.renewal == "none" or self.state in CLOSED else UNKNOWN
        if self.state in CLOSED and not self.valid.until:
            return NO
        return UNKNOWN if self.state == "announced" else YES

    def last_checked(self) -> dt.date | None:
        """The oldest day on which one of its sources was last seen."""
        return min((source.checked for source in self.sources.values()), default=None)


class Ending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """In a layer: that the record with this id ended `on` a day, and where that was seen."""

    id: str
    on: dt.date
    sources: dict[str, Source]
