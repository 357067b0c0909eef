"""Records as they are shown, found and checked: values that the registry makes and papers lay out."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from waystation.core.findings import BodyLine, Citation
from waystation.core.plans import Line
from waystation.core.texts import Text


class Card(Struct, frozen=True, kw_only=True):
    """One record in words: `parts` are headings with lines, each line with its source."""

    id: str
    kind: str
    title: str
    summary: str
    state: str
    confidence: str
    checked: dt.date | None
    parts: tuple[tuple[Text, tuple[Line, ...]], ...] = ()
    unconfirmed: tuple[Line, ...] = ()
    by: tuple[BodyLine, ...] = ()
    citations: tuple[Citation, ...] = ()


class Hit(Struct, frozen=True, kw_only=True):
    """A record found by its words; a higher score fits better."""

    id: str
    title: str
    kind: str
    score: int


class Remark(Struct, frozen=True, kw_only=True):
    """One thing wrong in a file: where (file, line, field), and what to write instead."""

    where: str
    text: Text


class Checked(Struct, frozen=True, kw_only=True):
    """What a check found: faults stop the knowledge from being used, warnings ask for a look.

    `kinds` and `confidence` say how many records there are of each kind, and how sure they are.
    """

    faults: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    records: int = 0
    sources: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    confidence: tuple[tuple[str, int], ...] = ()


class Due(Struct, frozen=True, kw_only=True):
    """A record that must be looked at again: since when, and how many times its term has passed.

    `lapsed`: its last day has passed and nobody knows whether it was renewed.
    """

    id: str
    kind: str
    title: str
    checked: dt.date
    due: dt.date
    terms: float
    lapsed: bool = False


class Cell(Struct, frozen=True, kw_only=True):
    """What is known of one need in one country: the records, how sure the surest is, the oldest look at one."""

    need: str
    country: str
    records: tuple[str, ...] = ()
    confidence: str = ""
    checked: dt.date | None = None


class Coverage(Struct, frozen=True, kw_only=True):
    """Needs by country, on a day."""

    day: dt.date
    needs: tuple[tuple[str, str], ...]
    countries: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> tuple[Cell, ...]:
        """Cells of which nothing is known."""
        return tuple(one for one in self.cells if not one.records)


class RecordChange(Struct, frozen=True, kw_only=True):
    """A record that is new, gone or changed, and in words what it no longer says and what it says now."""

    id: str
    kind: str
    how: str
    title: str
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()


class Event(Struct, frozen=True, kw_only=True):
    """Something that happened to a practice on a day: it opened, it closed, or its sources were looked at again."""

    day: dt.date
    how: Literal["opened", "closed", "checked"]
    id: str
    title: str
    country: str
    needs: tuple[str, ...] = ()


class Untranslated(Struct, frozen=True, kw_only=True):
    """What a language lacks of one kind of record or one catalogue: never translated, or changed since (stale).

    `words`: how many English words that is.
    """

    kind: str
    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    words: int = 0
