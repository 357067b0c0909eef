"""From a record and the name of its source to a citation, and from body ids to printed bodies."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from waystation.core.conditions import Leaf, Node, Silent, walk
from waystation.core.facts import View
from waystation.core.findings import BodyLine, Citation
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line
from waystation.core.practices import Practice
from waystation.core.records import Record, Statement
from waystation.core.texts import Words, text
from waystation.core.truth import NO
from waystation.core.world import Body, Remedy

GONE = ("ended", "suspended", "draft")
"""States of a body or remedy to which nobody is sent."""


def cite(record: Record, name: str | None, knowledge: Knowledge) -> tuple[Citation, ...]:
    """The source of `record` called `name`; nothing if there is none (or it was not yet public)."""
    source = record.sources.get(name) if name else None
    if source is None or name is None:
        return ()
    publisher = knowledge.publishers.get(source.publisher)
    return (
        Citation(
            record=record.id,
            name=name,
            url=source.url,
            title=source.title,
            publisher=publisher.name if publisher else source.publisher,
            official=knowledge.official(source),
            published=str(source.published) if source.published is not None else None,
            checked=source.checked,
            seen=source.seen,
            says=source.says,
            layer=knowledge.layers.get(record.id, ""),
        ),
    )


def cite_or_all(record: Record, name: str | None, knowledge: Knowledge) -> tuple[Citation, ...]:
    """The source called `name`; every source of the record where a statement names none."""
    return cite(record, name, knowledge) or cite_all(record, knowledge)


def cite_node(record: Record, node: Node, knowledge: Knowledge) -> tuple[Citation, ...]:
    """The sources that the tests in a condition name, each once."""
    named = (one.source for one in walk(node) if isinstance(one, (Leaf, Silent)) and one.source)
    return tuple(cited for name in dict.fromkeys(named) for cited in cite(record, name, knowledge))


def cite_all(record: Record, knowledge: Knowledge) -> tuple[Citation, ...]:
    """Every source of the record, in order."""
    return tuple(one for name in record.sources for one in cite(record, name, knowledge))


def cite_fitting(practice: Practice, knowledge: Knowledge) -> tuple[Citation, ...]:
    """Every source of the practice but those that only its other versions name: they say nothing of this one."""
    fields = {name: getattr(practice, name) for name in practice.__struct_fields__ if name != "versions"}
    others = set(_named(practice.versions)) - set(_named(tuple(fields.values())))
    return tuple(one for name in practice.sources if name not in others for one in cite(practice, name, knowledge))


def _named(value: object) -> Iterator[str]:
    """Names of sources inside a value."""
    if isinstance(value, (tuple, list)):
        for one in value:
            yield from _named(one)
    elif isinstance(value, Struct):
        if isinstance(name := getattr(value, "source", None), str):
            yield name
        for field in value.__struct_fields__:
            yield from _named(getattr(value, field))


def stated(record: Record, said: Statement, knowledge: Knowledge) -> Line:
    """A sentence of the record with its source."""
    return Line(text("word.words", words=Words(said.says)), cite(record, said.source, knowledge))


def unconfirmed(
    record: Record, knowledge: Knowledge, told: Iterable[str | Statement] | None = None
) -> tuple[Line, ...]:
    """What the record leaves open (or only what is `told` of it), and what a source says without settling it."""
    every = record.unconfirmed if told is None else told
    said = (one if isinstance(one, Statement) else Statement(says=one) for one in every)
    return tuple(stated(record, one, knowledge) for one in said)


def is_for(record: Body | Remedy, view: View, knowledge: Knowledge) -> bool:
    """Whether it is still there, and may be for somebody of whom `view` is known."""
    return record.state not in GONE and judge(record.who, view, knowledge.parameter).truth is not NO


def practice_bodies(
    practice: Practice, knowledge: Knowledge, view: View, more: Iterable[str] = ()
) -> tuple[BodyLine, ...]:
    """Who decides on a practice or may check it, for somebody who stands where they are, or in its country."""
    there = {**view, "here": practice.country}
    bodies = [body for id in (*practice.by, *more) if (body := knowledge.bodies.get(id))]
    some = (one.id for one in bodies if is_for(one, view, knowledge) or is_for(one, there, knowledge))
    return body_lines(some, knowledge)


def body_lines(ids: Iterable[str], knowledge: Knowledge) -> tuple[BodyLine, ...]:
    """The bodies with these ids, each once, as far as the knowledge has them."""
    return tuple(
        BodyLine(
            id=body.id,
            title=body.title,
            does=body.does,
            languages=body.languages,
            reach=tuple((way.how, way.at, way.careful) for way in body.reach),
            citations=cite_all(body, knowledge),
        )
        for body in (knowledge.bodies.get(id) for id in dict.fromkeys(ids))
        if body is not None
    )
