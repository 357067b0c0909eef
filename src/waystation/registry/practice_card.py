"""A practice in words: for whom, where, with what, how long, what it gives, tells, costs and closes."""

from collections.abc import Iterable, Iterator

from waystation.core.citing import cite, cite_node, stated
from waystation.core.conditions import ALWAYS, All, Condition, Node
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line
from waystation.core.practices import Covers, Effect, Exposure, Forbids, Need, Practice, Spotting
from waystation.core.records import Record
from waystation.core.stating import cost_lines, excluded_text, time_lines
from waystation.core.texts import Country, Text, Words, text
from waystation.core.wording import condition_text, effect_text, option

Part = tuple[Text, tuple[Line, ...]]


def practice_parts(record: Practice, knowledge: Knowledge) -> tuple[Part, ...]:
    """Heading and lines of each part of a practice."""
    parts: tuple[tuple[str, Iterable[Line]], ...] = (
        ("card.forbids", _forbids(record.forbids)),
        ("card.condition", condition_lines(record.who, record, knowledge)),
        ("card.exceptions", (one for line in record.unless for one in _exception(line, record, knowledge))),
        ("card.where", (_where(one, record, knowledge) for one in record.where)),
        ("card.needs", (Line(_need(one), cite(record, one.source, knowledge)) for one in record.needs)),
        ("card.takes", time_lines(record, knowledge)),
        ("card.costs", cost_lines(record, knowledge)),
        ("card.gives", gives_lines(record.gives, record, knowledge)),
        ("card.versions", _versions(record, knowledge)),
        ("card.covers", _covers(record, knowledge)),
        ("card.tells", (_tells(one, record, knowledge) for one in record.exposes)),
        ("card.excludes", _excludes(record, knowledge)),
        ("card.lost", _lost(record, knowledge)),
        ("card.warning", [stated(record, record.warning, knowledge)] if record.warning else []),
    )
    return tuple((text(title), tuple(lines)) for title, lines in parts)


def condition_lines(condition: Condition, record: Record, knowledge: Knowledge) -> Iterator[Line]:
    """What must all be so, one by one, each with the sources that its tests name."""
    for node in _conjuncts(condition.node):
        yield Line(condition_text(node, knowledge.facts, knowledge.title_of), cite_node(record, node, knowledge))


def _conjuncts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, All) else (node,)


def _exception(condition: Condition, record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    said = condition_text(condition.node, knowledge.facts, knowledge.title_of)
    yield Line(text("card.unless", what=said), cite_node(record, condition.node, knowledge))


def _where(spot: Spotting, record: Practice, knowledge: Knowledge) -> Line:
    place = text(f"card.at-{spot.at}", place=Country(record.country))
    if spot.standing_in.node != ALWAYS:
        standing = condition_text(spot.standing_in.node, knowledge.facts)
        place = text("card.at-if", place=place, standing=standing)
    return Line(place, cite(record, spot.source, knowledge))


def _need(need: Need) -> Text:
    papers = tuple(option(one) for one in (need.document, *need.or_))
    said = text("card.need", papers=papers)
    if need.cannot_obtain:
        said = text(f"card.need-{need.cannot_obtain}", need=said)
    return text("card.need-why", need=said, why=Words(need.why)) if need.why else said


def gives_lines(gives: Iterable[Effect], record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    """What a step gives, each with its source."""
    for one in gives:
        yield Line(effect_text(one.it), cite(record, one.it.source, knowledge))


def _versions(record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    """What is otherwise, and when."""
    for one in record.versions:
        when = condition_text(one.when.node, knowledge.facts, knowledge.title_of)
        given = tuple(line.text for line in gives_lines(one.gives or (), record, knowledge))
        said = text("card.version", when=when, gives=given) if given else text("card.version-other", when=when)
        cited = [cited for line in gives_lines(one.gives or (), record, knowledge) for cited in line.citations]
        yield Line(said, tuple(dict.fromkeys((*cite_node(record, one.when.node, knowledge), *cited))))


def _covers(record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    if record.covers == "none":
        yield Line(text("card.covers-none"))
    elif isinstance(record.covers, Covers):
        who = condition_text(record.covers.members.node, knowledge.facts, knowledge.title_of)
        yield Line(text("card.covers-who", who=who), cite(record, record.covers.source, knowledge))


def _tells(exposure: Exposure, record: Practice, knowledge: Knowledge) -> Line:
    body = knowledge.bodies.get(exposure.to)
    to = Words(body.title) if body else option(exposure.to)
    told = tuple(option(one) for one in exposure.tells)
    raised = tuple(Words(knowledge.dangers[one].title) for one in exposure.raises if one in knowledge.dangers)
    said = (
        text("card.tell-raises", to=to, told=told, dangers=raised)
        if raised
        else text("card.tell", to=to, told=told)
    )
    return Line(said, cite(record, exposure.source, knowledge))


def _excludes(record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    for one in record.excludes:
        yield Line(excluded_text(one, knowledge), cite(record, one.source, knowledge))


def _lost(record: Practice, knowledge: Knowledge) -> Iterator[Line]:
    for one in record.lost_if:
        yield Line(text("word.words", words=Words(one.says)), cite(record, one.source, knowledge))


def _forbids(forbids: Forbids | None) -> Iterator[Line]:
    if forbids is not None:
        kinds = tuple(option(one) for one in forbids.kind) or (text("card.any-kind"),)
        spots = tuple(text(f"card.at-{one}", place=Country(forbids.country)) for one in forbids.at)
        said = (
            text("card.forbids-at", kinds=kinds, spots=spots) if spots else text("card.forbids-all", kinds=kinds)
        )
        yield Line(text("card.forbidden", what=said, country=Country(forbids.country)))
