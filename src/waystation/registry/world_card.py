"""Dangers, agreements, incidents, bodies and remedies in words."""

from waystation.core.citing import cite
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import condition_text, option
from waystation.core.world import Agreement, Body, Danger, DangerLevel, Incident, Party, Remedy

Part = tuple[Text, tuple[Line, ...]]


def danger_parts(record: Danger, knowledge: Knowledge) -> tuple[Part, ...]:
    """When it has which level, and what can be done about it."""
    levels = tuple(Line(_level(one, knowledge), cite(record, one.source, knowledge)) for one in record.levels)
    answers = tuple(
        Line(text("word.words", words=Words(knowledge.remedies[one].title)))
        for one in record.answered_by
        if one in knowledge.remedies
    )
    return (text("card.levels"), levels), (text("card.answers"), answers)


def _level(level: DangerLevel, knowledge: Knowledge) -> Text:
    when = condition_text(level.when.node, knowledge.facts, knowledge.title_of)
    return text("card.level", level=text(f"level.{level.level}"), why=Words(level.why), when=when)


def agreement_parts(record: Agreement, knowledge: Knowledge) -> tuple[Part, ...]:
    """What it carries from state to state, and which states are bound."""
    carries = Line(text("word.list", parts=tuple(option(one) for one in record.carries)))
    parties = tuple(Line(_party(one), cite(record, one.source, knowledge)) for one in record.parties)
    return (text("card.carries"), (carries,)), (text("card.parties"), parties)


def _party(party: Party) -> Text:
    said = text("card.party", state=Country(party.state))
    if party.from_:
        said = text("card.party-from", party=said, day=party.from_)
    return text("card.party-until", party=said, day=party.until) if party.until else said


def incident_parts(record: Incident) -> tuple[Part, ...]:
    """What was done, to a person of which state, where and when."""
    said = text(
        "card.incident", kind=option(record.kind), home=Country(record.home), place=Country(record.place),
        day=Words(str(record.day)),
    )  # fmt: skip
    return ((text("card.what"), (Line(said),)),)


def body_parts(record: Body, knowledge: Knowledge) -> tuple[Part, ...]:
    """What it does, for whom, and how to reach it."""
    does = [Line(text("word.words", words=Words(record.does)))]
    if record.for_whom:
        does.append(Line(text("card.for-whom", who=Words(record.for_whom))))
    reach = []
    for way in record.reach:
        values = {"how": option(way.how), "at": Words(way.at), "careful": Words(way.careful)}
        said = text("card.reach-careful" if way.careful else "card.reach", **values)
        reach.append(Line(said, cite(record, way.source, knowledge)))
    return (text("card.does"), tuple(does)), (text("card.reach-how"), tuple(reach))


def remedy_parts(record: Remedy, knowledge: Knowledge) -> tuple[Part, ...]:
    """What to do, and the procedure behind it."""
    lines = [Line(text("word.words", words=Words(record.does)))]
    if record.practice:
        title = Words(knowledge.title_of(record.practice) or record.practice)
        lines.append(Line(text("card.procedure", practice=title)))
    return ((text("card.do"), tuple(lines)),)
