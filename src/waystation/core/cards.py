"""Records as they are shown, found and checked: values that the registry makes and papers lay out."""

import datetime as dt

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
