"""A place in words: who may enter and stay, change planes and leave, and which missions stand there."""

from collections.abc import Iterable, Iterator

from waystation.core.citing import cite
from waystation.core.conditions import ALWAYS, Condition
from waystation.core.knowledge import Knowledge
from waystation.core.places import EntryRule, ExitRule, Mission, Place, Shows, TransitRule
from waystation.core.plans import Line
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import condition_text, length_text, option

Part = tuple[Text, tuple[Line, ...]]


def place_parts(record: Place, knowledge: Knowledge) -> tuple[Part, ...]:
    """Heading and lines of each part of a place."""
    parts: tuple[tuple[str, Iterable[Line]], ...] = (
        ("card.members", _members(record, knowledge)),
        (
            "card.entry",
            (Line(_entry(one, knowledge), cite(record, one.source, knowledge)) for one in record.entry),
        ),
        (
            "card.transit",
            (
                Line(_transit(one, knowledge), cite(record, one.source, knowledge))
                for one in record.airport_transit
            ),
        ),
        ("card.exit", (Line(_exit(one, knowledge), cite(record, one.source, knowledge)) for one in record.exit)),
        (
            "card.pages",
            (
                Line(text(f"entering.pages-{one.for_}", n=one.count), cite(record, one.source, knowledge))
                for one in record.blank_pages
            ),
        ),
        ("card.missions", (line for one in record.missions for line in _mission(one, record, knowledge))),
    )
    return tuple((text(title), tuple(lines)) for title, lines in parts)


def _members(record: Place, knowledge: Knowledge) -> Iterator[Line]:
    if record.members:
        members = tuple(Country(one) for one in record.members)
        yield Line(text("card.parties-all", states=members), cite(record, record.members_source, knowledge))


def _shown(shows: Shows) -> dict[str, tuple[Text | Country, ...]]:
    issuers: tuple[Text | Country, ...] = tuple(Country(one) for one in shows.issuer) or (text("card.anyone"),)
    return {"papers": tuple(option(one) for one in shows.kind), "issuers": issuers}


def _only_if(said: Text, who: Condition, knowledge: Knowledge) -> Text:
    if who.node == ALWAYS:
        return said
    return text("card.only-if", what=said, who=condition_text(who.node, knowledge.facts, knowledge.title_of))


def _entry(rule: EntryRule, knowledge: Knowledge) -> Text:
    said = text(f"card.entry-{rule.admits}", **_shown(rule.shows))
    if rule.stay and rule.stay.length:
        said = text(f"card.stay-{rule.stay.rule}", what=said, length=length_text(rule.stay.length))
    if rule.document_valid_for:
        said = text("card.valid-for", what=said, length=length_text(rule.document_valid_for))
    return _only_if(said, rule.who, knowledge)


def _transit(rule: TransitRule, knowledge: Knowledge) -> Text:
    return _only_if(text(f"card.transit-{rule.needs}", **_shown(rule.shows)), rule.who, knowledge)


def _exit(rule: ExitRule, knowledge: Knowledge) -> Text:
    said = text("card.exit-needs", papers=tuple(option(one) for one in rule.needs))
    return _only_if(said, rule.who, knowledge)


def _mission(mission: Mission, record: Place, knowledge: Knowledge) -> Iterator[Line]:
    said = text("card.mission", of=Country(mission.of), city=Words(mission.city))
    for how, named in (("takes", mission.takes or ()), ("refuses", mission.refuses)):
        if named:
            titles = tuple(Words(knowledge.title_of(one) or one) for one in named)
            said = text(f"card.mission-{how}", mission=said, practices=titles)
    yield Line(_only_if(said, mission.from_whom, knowledge), cite(record, mission.source, knowledge))
