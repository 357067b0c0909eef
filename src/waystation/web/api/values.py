"""What the API hands out, as values. Answers of the desks stand as `waystation plan --format json` prints them."""

import datetime as dt

from msgspec import Struct

from waystation.core.cards import Card, Event
from waystation.core.findings import Citation
from waystation.core.plans import Line
from waystation.core.records import Record
from waystation.say import Say


class Problem(Struct, frozen=True):
    """What is wrong, where, and what to do, in one sentence."""

    error: str


class Summary(Struct, frozen=True):
    """A record in short."""

    id: str
    kind: str
    title: str
    summary: str
    state: str
    country: str | None = None


class Records(Struct, frozen=True):
    """Records in order of kind and id."""

    records: tuple[Summary, ...]


class Sentence(Struct, frozen=True):
    """A line in words, and the names of the sources it stands in."""

    text: str
    sources: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A heading and its lines."""

    title: str
    lines: tuple[Sentence, ...]


class Whole(Struct, frozen=True):
    """A record in words, sentence by sentence, with its sources."""

    id: str
    kind: str
    title: str
    summary: str
    state: str
    confidence: str
    checked: dt.date | None
    sections: tuple[Section, ...]
    unconfirmed: tuple[Sentence, ...]
    sources: tuple[Citation, ...]
    named_by: tuple[str, ...]


class Happened(Struct, frozen=True):
    """What happened to a practice on a day."""

    day: dt.date
    how: str
    id: str
    title: str
    country: str
    needs: tuple[str, ...]


class Changes(Struct, frozen=True):
    """What happened, the latest first."""

    changes: tuple[Happened, ...]


class Question(Struct, frozen=True):
    """A fact that a case may tell."""

    id: str
    type: str
    ask: str
    why: str
    section: str
    sensitive: bool
    subject: tuple[str, ...]
    options: tuple[str, ...]


class Questions(Struct, frozen=True):
    """Every fact that may be asked."""

    facts: tuple[Question, ...]


def summary(record: Record) -> Summary:
    """A record in short."""
    kind, country = type(record).__name__.lower(), getattr(record, "country", None)
    return Summary(record.id, kind, record.title, record.summary, record.state, country)


def whole(card: Card, named_by: tuple[str, ...], say: Say) -> Whole:
    """A record in words of one language."""
    return Whole(
        id=card.id, kind=card.kind, title=card.title, summary=card.summary, state=card.state,
        confidence=card.confidence, checked=card.checked, named_by=named_by, sources=card.citations,
        sections=tuple(Section(say(title), _sentences(lines, say)) for title, lines in card.parts),
        unconfirmed=_sentences(card.unconfirmed, say),
    )  # fmt: skip


def _sentences(lines: tuple[Line, ...], say: Say) -> tuple[Sentence, ...]:
    return tuple(Sentence(say(one.text), tuple(cited.name for cited in one.citations)) for one in lines)


def happened(event: Event) -> Happened:
    """An event as it is handed out."""
    return Happened(event.day, event.how, event.id, event.title, event.country, event.needs)
