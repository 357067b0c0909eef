"""What is known about a person, and how surely.

What is known of one fact is one of
  an exact value (text, number, yes/no, day) · `Among` several · a `Range` · `Members` of a set · a `Listing`.
A fact that is absent is unknown.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal, Union

import msgspec
from msgspec import Struct

Scalar = str | int | float | bool | dt.date
Type = Literal[
    "bool", "choice", "ordered", "number", "money", "date", "country", "text",
    "countries", "set", "list",
]  # fmt: skip
Level = Literal["declared", "documented", "verified", "decided"]
Subject = Literal["person", "member", "organisation"]


class Among(Struct, frozen=True, gc=False):
    """One of these values; nobody knows which."""

    values: frozenset[Scalar]


class Range(Struct, frozen=True, gc=False):
    """A number or day between both ends, ends included. None: open."""

    low: int | float | dt.date | None = None
    high: int | float | dt.date | None = None


class Members(Struct, frozen=True, gc=False):
    """A set of which some is known. Open until `complete`: what is not named is unknown, not absent."""

    have: frozenset[str] = frozenset()
    lack: frozenset[str] = frozenset()
    complete: bool = False

    def holds(self, value: str) -> bool | None:
        """Whether the set has `value`; None: not known."""
        if value in self.have:
            return True
        return False if self.complete or value in self.lack else None


class Listing(Struct, frozen=True, gc=False):
    """A list of things, each described by facts of its own. Open until `complete`."""

    items: tuple[Mapping[str, "Known"], ...] = ()
    complete: bool = False


Known = Union[Scalar, Among, Range, Members, Listing]
View = Mapping[str, Known]
"""All that is known of one subject, by fact: what conditions are judged on. Holds `today`."""


class FactType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question we may ask: its wording, why it is asked, what kind of answer it takes."""

    id: str
    type: Type
    subject: tuple[Subject, ...] = ("person",)
    options: tuple[str, ...] = ()
    fields: dict[str, "FieldType"] = msgspec.field(default_factory=dict)
    unit: str = ""
    label: str = ""
    ask: str = ""
    why: str = ""
    section: str
    sensitivity: Literal["normal", "sensitive"] = "normal"
    changeable: bool = False
    changes: str = ""
    cost: int = 1
    asked: bool = True
    worked_out_from: tuple[str, ...] = ()


class FieldType(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of the things in a list."""

    type: Type
    options: tuple[str, ...] = ()


Vocabulary = Mapping[str, FactType]


class Fact(Struct, frozen=True, kw_only=True):
    """One answer: what, from whom, since when, how well shown.

    `value` None means the person was asked and cannot say: unknown, and not asked again.
    Section and sensitivity stand in the fact's `FactType`.
    """

    name: str
    value: Known | None
    day: dt.date | None = None
    by: str = "self"
    level: Level = "declared"


class Facts(Struct, frozen=True):
    """All answers of one subject. `view` is what conditions read."""

    answers: tuple[Fact, ...] = ()

    def view(self) -> dict[str, Known]:
        """What is known, by fact."""
        return {fact.name: fact.value for fact in self.answers if fact.value is not None}

    def cannot_say(self) -> frozenset[str]:
        """Facts that were asked in vain."""
        return frozenset(fact.name for fact in self.answers if fact.value is None)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.answers)

    def learn(self, *facts: Fact) -> "Facts":
        """These facts in place of earlier ones of the same name."""
        names = {fact.name for fact in facts}
        return Facts((*(old for old in self.answers if old.name not in names), *facts))

    def forget(self, *names: str) -> "Facts":
        """As if these had never been told."""
        return Facts(tuple(fact for fact in self.answers if fact.name not in names))
