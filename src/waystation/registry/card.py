"""One record in words, each line with its source."""

from waystation.core.cards import Card
from waystation.core.citing import body_lines, cite, cite_all
from waystation.core.conditions import Condition
from waystation.core.knowledge import Knowledge
from waystation.core.places import EntryRule, Place
from waystation.core.plans import Line
from waystation.core.practices import Practice
from waystation.core.records import Record
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import condition_text, conjuncts, effect_text, option
from waystation.core.world import Agreement, Body, Danger, Remedy

Part = tuple[Text, tuple[Line, ...]]


def card(record: Record, knowledge: Knowledge) -> Card:
    """The record as it is shown."""
    return Card(
        id=record.id, kind=type(record).__name__.lower(), title=record.title, summary=record.summary,
        state=record.state, confidence=knowledge.confidence(record), checked=record.last_checked(),
        parts=tuple(part for part in _parts(record, knowledge) if part[1]), unconfirmed=record.unconfirmed,
        by=body_lines(getattr(record, "by", ()), knowledge), citations=cite_all(record, knowledge),
    )  # fmt: skip


def _parts(record: Record, knowledge: Knowledge) -> tuple[Part, ...]:
    match record:
        case Practice():
            return _practice(record, knowledge)
        case Place():
            return _place(record, knowledge)
        case Danger():
            return (_part("card.levels", [_level(record, at, knowledge) for at in range(len(record.levels))]),)
        case Agreement():
            return (
                _part(
                    "card.parties", [Line(text("card.party", state=Country(one.state))) for one in record.parties]
                ),
            )
        case Body() | Remedy():
            return (_part("card.does", [Line(text("word.words", words=Words(record.does)))]),)
    return ()


def _part(title: str, lines: list[Line]) -> Part:
    return text(title), tuple(lines)


def _practice(record: Practice, knowledge: Knowledge) -> tuple[Part, ...]:
    where = [
        Line(text(f"card.at-{one.at}", place=Country(record.country)), cite(record, one.source, knowledge))
        for one in record.where
    ]
    gives = [Line(effect_text(one.it), cite(record, one.it.source, knowledge)) for one in record.gives]
    lost = [
        Line(text("word.words", words=Words(one.says)), cite(record, one.source, knowledge))
        for one in record.lost_if
    ]
    unless = [Line(text("card.unless", what=_said(one, knowledge))) for one in record.unless]
    whom = [Line(one) for one in conjuncts(_said(record.who, knowledge))]
    return (
        _part("card.condition", [*whom, *unless]),
        _part("card.where", where),
        _part("card.gives", gives),
        _part("card.lost", lost),
    )


def _said(condition: Condition, knowledge: Knowledge) -> Text:
    return condition_text(condition.node, knowledge.facts, knowledge.title_of)


def _level(record: Danger, at: int, knowledge: Knowledge) -> Line:
    level = record.levels[at]
    words = text("card.level", level=text(f"level.{level.level}"), why=Words(level.why))
    return Line(words, cite(record, level.source, knowledge))


def _place(record: Place, knowledge: Knowledge) -> tuple[Part, ...]:
    entry = [Line(_entry(one), cite(record, one.source, knowledge)) for one in record.entry]
    missions = [
        Line(text("card.mission", of=Country(one.of), city=Words(one.city)), cite(record, one.source, knowledge))
        for one in record.missions
    ]
    return _part("card.entry", entry), _part("card.missions", missions)


def _entry(rule: EntryRule) -> Text:
    issuers: tuple[Text | Country, ...] = tuple(Country(one) for one in rule.shows.issuer) or (
        text("card.anyone"),
    )
    return text(f"card.entry-{rule.admits}", papers=tuple(option(one) for one in rule.shows.kind), issuers=issuers)
