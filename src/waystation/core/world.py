"""What stands around the practices: agreements, incidents, bodies, dangers, remedies, parameters."""

import datetime as dt
from typing import Literal

import msgspec
from msgspec import Struct

from waystation.core.conditions import YES_ALWAYS, Condition
from waystation.core.facts import Scalar
from waystation.core.records import Record
from waystation.core.sources import Source, last_day


class Party(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state bound by an agreement, and from when until when."""

    state: str
    from_: dt.date | None = msgspec.field(default=None, name="from")
    until: dt.date | None = None
    source: str | None = None

    def bound_on(self, day: dt.date) -> bool:
        """Whether it was a party on `day`; a party without dates always is."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


class Agreement(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A treaty or body that carries people or data between states. `hub`: it binds each party with this one only."""

    carries: tuple[str, ...]
    parties: tuple[Party, ...]
    hub: str | None = None

    def binds(self, one: str, other: str) -> bool:
        """Whether it stands between these two of its parties."""
        return self.hub is None or self.hub in (one, other)


class Incident(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was done to a person of `home` in `place`. Public, dated, without names."""

    home: str
    place: str
    kind: Literal["surrender", "detention", "expulsion", "refused-entry", "abduction", "attack", "forced-landing"]
    day: str | int

    def happened(self) -> dt.date:
        """The latest day its date can mean."""
        day = last_day(self.day)
        assert day is not None
        return day


class Reach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to reach a body, and what to be careful about."""

    how: Literal["web", "email", "phone", "visit", "form"]
    at: str
    careful: str = ""
    source: str | None = None


class Body(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An authority, nominator, helpline or organisation. `who`: for whom it is at all."""

    who: Condition = YES_ALWAYS
    country: str | None = None
    role: Literal[
        "authority", "mission", "nominator", "shelter", "helpline", "legal-aid", "fund",
        "complaint-office", "care",
    ]  # fmt: skip
    does: str
    for_whom: str = ""
    languages: tuple[str, ...] = ()
    reach: tuple[Reach, ...] = ()


Scope = Literal["place", "journey", "airspace", "step"]
"""Where a danger is met: in a place · at borders and airports · in the air over or near a country · in a step."""


class DangerLevel(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a danger has this level, and why."""

    level: Literal["low", "guarded", "high", "extreme"]
    when: Condition
    why: str
    source: str | None = None


class Danger(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of danger: what it means, what raises it, which remedies answer it."""

    scope: Scope
    levels: tuple[DangerLevel, ...] = ()
    answered_by: tuple[str, ...] = ()


class Remedy(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that can be done about a danger. `who`: for whom it is at all.

    `before_going`: it only helps somebody who is not in that country yet.
    """

    who: Condition = YES_ALWAYS
    does: str
    by: tuple[str, ...] = ()
    practice: str | None = None
    before_going: bool = False


class Need(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody needs in a state, and what marks a practice that answers it: a row of the coverage table."""

    id: str
    title: str
    sub_areas: tuple[str, ...]
    rights: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    documents: bool = False


class Door(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short door: one question of somebody in a hurry, and which part of the knowledge answers it.

    `asks`: facts, in order. `needs`, `dangers`, `remedies`, `roles`: what is shown of each kind. `journey`: a way is
    looked at, too.
    """

    id: str
    title: str
    summary: str
    asks: tuple[str, ...]
    needs: tuple[str, ...] = ()
    dangers: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    journey: bool = False


class DatedValue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value and the day from which it holds."""

    from_: dt.date = msgspec.field(name="from")
    value: str | bool | int | float | list[float]
    source: str | None = None


class ParameterValues(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount, day or set of cut points that changes with time."""

    id: str
    title: str
    unit: str = ""
    values: tuple[DatedValue, ...]
    sources: dict[str, Source] = msgspec.field(default_factory=dict)

    def on(self, day: dt.date) -> Scalar | list[float] | None:
        """The value in force on `day`; None before the first. Its unit `day` means it is one."""
        earlier = [one for one in self.values if one.from_ <= day]
        value = max(earlier, key=lambda one: one.from_).value if earlier else None
        return dt.date.fromisoformat(value) if self.unit == "day" and isinstance(value, str) else value
