"""A partial plan in the search: where the party stands, what it holds, and what the way there cost."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from waystation.core.judge import Ask, Gap
from waystation.core.measures import Grade
from waystation.core.truth import Truth
from waystation.desks.planner.entry import EntryRight
from waystation.desks.planner.held import Held
from waystation.desks.planner.score import Score

RIGHT, RULE, ASKED, CHOSEN, OPEN = range(1, 6)
"""Sureness: a right · a rule · may be asked · someone must choose you · a leaf or the law is not known."""


class Move(Struct, frozen=True, kw_only=True, gc=False):
    """One step as the search made it: enough to tell it again in words."""

    kind: str
    place: str
    to: str
    practice: str = ""
    spot: str = ""
    mission: str = ""
    starts: int = 0
    takes: int = 0
    takes_latest: int = 0
    unknown_wait: bool = False
    guard: dt.date | None = None
    sureness: int = 1
    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()
    covered: tuple[str, ...] = ()
    rights: tuple[EntryRight, ...] = ()


class Settled(Struct, frozen=True, gc=False):
    """From which day on a member is lawfully where the danger is accepted; the waits before that day."""

    day: int = 0
    waits: frozenset[str] = frozenset()


class Label(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A node of the search. Days count from the day of the case; `latest` is tested, `likely` is ordered.

    Each label is itself only: two of the same content came by different ways, and what follows is kept by label.
    """

    place: str
    likely: int = 0
    latest: int = 0
    waits: frozenset[str] = frozenset()
    held: tuple[Held, ...]
    done: frozenset[str] = frozenset()
    unused: frozenset[str] = frozenset()
    cost: float = 0.0
    unpriced: frozenset[str] = frozenset()
    danger: Grade = Grade.LOW
    least_danger: Grade = Grade.LOW
    sureness: int = 1
    at_sureness: int = 0
    settled: tuple[Settled, ...] = ()
    length: int = 0
    passed: frozenset[str] = frozenset()
    move: Move | None = None
    parent: "Label | None" = None
    goal: Truth | None = None
    goal_open: tuple[str, ...] = ()

    @cached_property
    def score(self) -> Score:
        """What the plan cost so far: exact, so that nothing is lost before the bands."""
        settled = self.settled
        return Score(
            (self.likely, self.latest, self.cost, self.danger, self.unsure, *(one.day for one in settled)),
            (self.waits, self.unpriced, *(one.waits for one in settled)),
        )

    @property
    def order(self) -> tuple[float, ...]:
        """Short plans first, then soon ones."""
        return self.length, self.likely

    def lasts(self, other: "Label") -> bool:
        """Everything `other` holds, this one holds at least as long, and it may go wherever `other` may."""
        return self.passed <= other.passed and self.holds_longer(other)

    def holds_longer(self, other: "Label") -> bool:
        """Everything `other` holds, this one holds at least as long."""
        return all(
            mine.get(key, dt.date.min) >= end
            for held, theirs in zip(self.held, other.held, strict=True)
            for mine in (held.ends,)
            for key, end in theirs.ends.items()
        )

    def moves(self) -> list[Move]:
        """The moves from the start to here."""
        found: list[Move] = []
        label: Label | None = self
        while label is not None and label.move is not None:
            found.append(label.move)
            label = label.parent
        return found[::-1]

    def back(self) -> Iterator["Label"]:
        """This label and its parents."""
        label: Label | None = self
        while label is not None:
            yield label
            label = label.parent

    def key(self) -> tuple[object, ...]:
        """Labels with one key did and hold the same things, and stand in the same place."""
        return (self.place, self.done, *(one.without_end for one in self.held))

    @property
    def unsure(self) -> int:
        """Worst grade first, then how many steps stand there: one number that no further step lowers."""
        return self.sureness * 100 + self.at_sureness

    def surer(self, sureness: int) -> tuple[int, int]:
        """Worst grade and how many steps stand there, with one more step of this grade."""
        if sureness > self.sureness or not self.at_sureness:
            return max(sureness, self.sureness), 1 if sureness >= self.sureness else self.at_sureness
        return self.sureness, self.at_sureness + (sureness == self.sureness)
