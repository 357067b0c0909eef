"""Countries and areas: who may cross the border by which document, and which missions stand there."""

import re
from typing import Literal

import msgspec
from msgspec import Struct

from waystation.core.conditions import YES_ALWAYS, Condition
from waystation.core.measures import Length
from waystation.core.records import Record, Statement

CODE = re.compile(r"[A-Z]{2}")


class Shows(Struct, frozen=True, forbid_unknown_fields=True):
    """The travel document shown at the border; no issuers: whoever issued it."""

    kind: tuple[str, ...]
    issuer: tuple[str, ...] = ()

    def fits(self, kind: str, issuer: str) -> bool:
        """Whether a document of this kind and issuer is meant."""
        return kind in self.kind and (not self.issuer or issuer in self.issuer)


class Stay(Struct, frozen=True, forbid_unknown_fields=True):
    """How long one may stay without a visa; no length: no source states it."""

    length: Length | None = None
    rule: Literal["per-entry", "90/180", "180-a-year"] = "per-entry"


class EntryRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the border does with one kind of document: a stay, a visa needed, or not accepted at all.

    `unconfirmed`: what is told to whoever comes by this rule.
    """

    shows: Shows
    admits: Literal["stay", "visa", "none"]
    stay: Stay | None = None
    who: Condition = YES_ALWAYS
    document_valid_for: Length | None = None
    unconfirmed: tuple[str | Statement, ...] = ()
    source: str | None = None


class TransitRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether changing planes without entering needs a visa."""

    shows: Shows
    needs: Literal["visa", "nothing"]
    who: Condition = YES_ALWAYS
    source: str | None = None


class BlankPages(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many empty pages a passport must have: where it is shown at the border, or where a visa is asked for."""

    count: int
    for_: Literal["entry", "visa"] = msgspec.field(name="for")
    source: str | None = None


class ExitRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody needs to be let out."""

    who: Condition = YES_ALWAYS
    needs: tuple[str, ...]
    source: str | None = None


class Mission(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An embassy or consulate that stands here. `takes` None: what it takes is not stated."""

    of: str
    city: str
    body: str | None = None
    takes: tuple[str, ...] | None = None
    refuses: tuple[str, ...] = ()
    from_whom: Condition = YES_ALWAYS
    source: str | None = None


class Place(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One country, or one area without inner borders (`members`). `airport`: the code of its main one."""

    country: str | None
    zone: str | None = None
    airport: str | None = None
    members: tuple[str, ...] = ()
    members_source: str | None = None
    entry: tuple[EntryRule, ...] = ()
    airport_transit: tuple[TransitRule, ...] = ()
    exit: tuple[ExitRule, ...] = ()
    blank_pages: tuple[BlankPages, ...] = ()
    missions: tuple[Mission, ...] = ()
    stay_ends_with_document: bool | None = None
