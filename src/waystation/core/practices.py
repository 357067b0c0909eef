"""Practices: one thing a person or organisation can do somewhere, on what conditions, with what effect."""

from functools import cached_property
from typing import Literal

import msgspec
from msgspec import Struct

from waystation.core.conditions import ANYWHERE, YES_ALWAYS, Condition, StandingIn
from waystation.core.measures import Length
from waystation.core.records import Record, Statement
from waystation.errors import ShapeError

Kind = Literal[
    "visa", "permit", "document", "protection", "service", "registration", "account", "fund", "shelter",
    "safeguard", "remedy", "ban",
]  # fmt: skip
Access = Literal["open", "referral", "call", "court", "discretionary"]
Area = Literal["entry", "status", "services", "work", "origin", "funding", "safety", "remedy"]
StatusKind = Literal[
    "visa-free", "visa", "pending", "tolerated", "protection", "residence", "permanent", "citizen"
]
Spot = Literal["inside", "mission", "border", "online"]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a record that names the source it stands in."""

    source: str | None = None


class Entry(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """May enter `to`, within a time from the decision."""

    to: str
    within: Length | None = None
    entries: Literal["one", "many"] | None = None


class Status(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A standing in a country. No length: no source states it; `at_most`: only its longest is stated.

    `renewable` None: not stated.
    """

    in_: str = msgspec.field(name="in")
    kind: StatusKind
    name: str
    length: Length | Literal["unlimited"] | None = None
    at_most: bool = False
    from_: Literal["entry", "grant", "filing"] = msgspec.field(default="grant", name="from")
    renewable: bool | None = None

    @property
    def named(self) -> tuple[str, str, str]:
        """Which standing it is, its length left aside."""
        return self.in_, self.kind, self.name


class Right(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A right in a country."""

    to: Literal["work", "found-organisation", "study", "return", "travel"]
    in_: str = msgspec.field(name="in")


class Document(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A travel document."""

    kind: str
    issuer: str
    length: Length | None = None
    at_most: bool = False


class Decision(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A referral, nomination, approval or appointment that another practice asks for."""

    name: str
    by: str | None = None


class Service(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something one can use, such as health insurance or school."""

    name: str
    in_: str | None = msgspec.field(default=None, name="in")


class Grant(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Money one receives. No amount: not stated."""

    amount: float | None = None
    currency: str | None = None
    per: Literal["once", "month", "year"] | None = None
    for_: str | None = msgspec.field(default=None, name="for")


class Cover(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Costs that somebody else pays."""

    costs: str
    by: str | None = None


class Ends(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A standing that this act ends."""

    status: str
    in_: str = msgspec.field(name="in")


class Shields(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Dangers that this keeps away, where the law says so."""

    from_: tuple[str, ...] = msgspec.field(name="from")
    in_: str | None = msgspec.field(default=None, name="in")


class Advice(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to do, and before which event."""

    text: str
    before: str | None = None


class Effect(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """Exactly one of the eleven effects, under its name. `dict` keeps `it` once it is found."""

    entry: Entry | None = None
    status: Status | None = None
    right: Right | None = None
    document: Document | None = None
    decision: Decision | None = None
    service: Service | None = None
    money: Grant | None = None
    cover: Cover | None = None
    ends: Ends | None = None
    shields: Shields | None = None
    advice: Advice | None = None

    def __post_init__(self) -> None:
        if sum(getattr(self, field) is not None for field in self.__struct_fields__) != 1:
            raise ShapeError("error.one-effect", effects=", ".join(self.__struct_fields__))

    @cached_property
    def it(self) -> Part:
        """The effect itself."""
        parts: list[Part | None] = [getattr(self, field) for field in self.__struct_fields__]
        return next(part for part in parts if part is not None)


class Spotting(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one must be to ask: `standing_in` tests the country one stands in."""

    at: Spot
    standing_in: StandingIn = ANYWHERE


class Need(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper to bring, with what may stand in for it."""

    document: str
    or_: tuple[str, ...] = msgspec.field(default=(), name="or")
    cannot_obtain: Literal["ask", "blocks", "waived"] | None = None
    why: str | None = None


class Span(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Calendar days from application to decision. None: no source states it."""

    low: int | None = None
    typical: int | None = None
    high: int | None = None

    @property
    def known(self) -> bool:
        """Whether any source states how long it takes."""
        return not self.low is self.typical is self.high is None

    @property
    def ends(self) -> bool:
        """Whether any source states by when it is over: of a shortest time alone nobody knows how much comes on top."""
        return self.typical is not None or self.high is not None

    @property
    def only_longest(self) -> bool:
        """Whether the longest is stated and nothing says what is usual."""
        return self.high is not None and self.typical is None

    def likely(self) -> int:
        """Days for ordering plans: typical, or high, or low; 0 if unknown (and then it is marked so)."""
        return next((days for days in (self.typical, self.high, self.low) if days is not None), 0)

    def latest(self) -> int:
        """Days for testing what may run out; the longest that is stated."""
        return max((days for days in (self.low, self.typical, self.high) if days is not None), default=0)


class Waiting(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one waits for the decision, and whether the stay there holds meanwhile."""

    where: Literal["here", "anywhere"] = "here"
    keeps_passport: bool | None = None
    lawful: bool | None = None


class Cost(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one pays. No amount: not stated."""

    for_: str = msgspec.field(name="for")
    amount: float | None = None
    currency: str | None = None


class Quota(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many are taken, by whom it is held, and how many places are known to be left."""

    amount: int | None = None
    unit: Literal["persons", "cases", "families"] = "persons"
    period: Literal["year", "month", "call", "once"] | None = None
    holder: str | None = None
    remaining: int | None = None


class Covers(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which family members the same application includes."""

    members: Condition


class Exclusion(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this act makes impossible: a practice, a kind of status in a country, or a decision."""

    practice: str | None = None
    status: str | None = None
    in_: str | None = msgspec.field(default=None, name="in")
    decision: str | None = None


class Loss(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When what was given is lost, as a condition and in words."""

    when: Condition
    says: str


class Exposure(Part, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the step tells to whom, and which dangers that raises."""

    to: str
    tells: tuple[str, ...]
    raises: tuple[str, ...] = ()


class Forbids(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which applications a ban closes: in a country, of some kinds, lodged at some places."""

    country: str
    kind: tuple[str, ...] = ()
    at: tuple[Spot, ...] = ()


class Version(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What differs when an event chose another version of the rule. Absent fields stay as they are."""

    when: Condition
    gives: tuple[Effect, ...] | None = None
    takes: Span | None = None
    costs: tuple[Cost, ...] | None = None
    covers: Covers | Literal["none"] | None = None
    needs: tuple[Need, ...] | None = None


class Practice(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One act by one actor that ends in one decision. `covers` None: the law is silent.

    `dict` keeps what is looked up again and again.
    """

    country: str
    area: Area
    sub_area: str = ""
    kind: Kind
    access: Access = "open"
    actor: Literal["person", "family", "organisation", "host", "nominator"] = "person"
    who: Condition = YES_ALWAYS
    where: tuple[Spotting, ...] = ()
    needs: tuple[Need, ...] = ()
    takes: Span = Span()
    waiting: Waiting = Waiting()
    costs: tuple[Cost, ...] = ()
    quota: Quota | None = None
    gives: tuple[Effect, ...] = ()
    covers: Covers | Literal["none"] | None = None
    excludes: tuple[Exclusion, ...] = ()
    lost_if: tuple[Loss, ...] = ()
    exposes: tuple[Exposure, ...] = ()
    irreversible: bool = False
    warning: Statement | None = None
    by: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    forbids: Forbids | None = None
    unless: tuple[Condition, ...] = ()

    @cached_property
    def files(self) -> bool:
        """Whether asking alone gives a standing: that of somebody who has applied."""
        return any(isinstance(one, Status) and one.from_ == "filing" for one in self.effects(Status))

    def effects(self, kind: type[Part]) -> list[Part]:
        """Its effects of one kind, in order."""
        return [effect.it for effect in self.gives if isinstance(effect.it, kind)]
