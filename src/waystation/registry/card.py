"""One record in words, each line with its source."""

from waystation.core.cards import Card
from waystation.core.citing import body_lines, cite_all, unconfirmed
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.plans import Line
from waystation.core.practices import Practice
from waystation.core.records import Record
from waystation.core.texts import Text, text
from waystation.core.world import Agreement, Body, Danger, Incident, Remedy
from waystation.registry.place_card import place_parts
from waystation.registry.practice_card import practice_parts
from waystation.registry.world_card import (
    agreement_parts,
    body_parts,
    danger_parts,
    incident_parts,
    remedy_parts,
)  # fmt: skip

Part = tuple[Text, tuple[Line, ...]]


def card(record: Record, knowledge: Knowledge) -> Card:
    """The record as it is shown."""
    parts = (*_parts(record, knowledge), (text("card.time"), _time(record)))
    return Card(
        id=record.id, kind=type(record).__name__.lower(), title=record.title, summary=record.summary,
        state=record.state, confidence=knowledge.confidence(record), checked=record.last_checked(),
        parts=tuple(part for part in parts if part[1]), unconfirmed=unconfirmed(record, knowledge),
        by=body_lines(getattr(record, "by", ()), knowledge), citations=cite_all(record, knowledge),
    )  # fmt: skip


def _parts(record: Record, knowledge: Knowledge) -> tuple[Part, ...]:
    match record:
        case Practice():
            return practice_parts(record, knowledge)
        case Place():
            return place_parts(record, knowledge)
        case Danger():
            return danger_parts(record, knowledge)
        case Agreement():
            return agreement_parts(record, knowledge)
        case Incident():
            return incident_parts(record)
        case Body():
            return body_parts(record, knowledge)
        case Remedy():
            return remedy_parts(record, knowledge)
    return ()


def _time(record: Record) -> tuple[Line, ...]:
    """Since when and until when it holds, and what follows."""
    valid = record.valid
    lines = [Line(text("card.from", day=valid.from_))] if valid.from_ else []
    if valid.until:
        lines.append(Line(text(f"card.until-{valid.renewal or 'silent'}", day=valid.until)))
    return tuple(lines)
