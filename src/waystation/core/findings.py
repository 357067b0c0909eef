"""What a desk says: dangers, questions, and the sources behind each line."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from waystation.core.measures import Grade
from waystation.core.texts import Text


class Citation(Struct, frozen=True):
    """A source as it is printed behind a line. `layer`: the layer of one's own the record came from, if any."""

    record: str
    name: str
    url: str | None
    title: str | None
    publisher: str
    official: bool
    published: str | None
    checked: dt.date
    seen: Literal["page", "excerpt"]
    says: str
    layer: str = ""


class BodyLine(Struct, frozen=True, kw_only=True):
    """A body as it is printed: what it does, how to reach it, what to be careful about."""

    id: str
    title: str
    does: str
    languages: tuple[str, ...] = ()
    reach: tuple[tuple[str, str, str], ...] = ()
    citations: tuple[Citation, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """A remedy as it is printed under a danger: what to do, and whom to ask.

    `before_going`: only for somebody who is not there yet.
    """

    remedy: str
    title: str
    does: str
    by: tuple[BodyLine, ...] = ()
    practice: str | None = None
    before_going: bool = False
    citations: tuple[Citation, ...] = ()


class DangerFinding(Struct, frozen=True, kw_only=True):
    """A danger to somebody at a place, on a journey or in a step.

    `level` is the worse end; `least` is the level if the unknown facts turn out well. `questions` narrow it,
    `hangs_on` names them.
    """

    id: str
    tag: str
    title: str
    level: Grade
    least: Grade
    place: str
    subject: str
    why: str
    citations: tuple[Citation, ...] = ()
    answers: tuple[Answer, ...] = ()
    questions: tuple[str, ...] = ()
    hangs_on: tuple[Text, ...] = ()


def gravest(dangers: Iterable[DangerFinding]) -> tuple[DangerFinding, ...]:
    """One finding for each danger, the gravest of it, gravest first."""
    kept: dict[str, DangerFinding] = {}
    for one in sorted(dangers, key=lambda one: (-one.level, -one.least, one.tag, one.subject != "lead")):
        kept.setdefault(one.tag, one)
    return tuple(kept.values())


def open_facts(dangers: Iterable[DangerFinding]) -> tuple[str, ...]:
    """The facts on which dangers hang that are not sure, those first that change most."""
    open = sorted(
        (one for one in dangers if one.level > one.least),
        key=lambda one: (one.least - one.level, -one.level, one.tag),
    )
    return tuple(dict.fromkeys(fact for one in open for fact in one.questions))


class Question(Struct, frozen=True, kw_only=True):
    """A fact worth asking: of whom, in which words, why, and how many practices its answer settles at best."""

    fact: str
    of: tuple[str, ...] = ()
    ask: str
    why: str
    options: tuple[str, ...] = ()
    sensitive: bool = False
    settles: float = 0.0


class LawQuestion(Struct, frozen=True, kw_only=True):
    """What the law or its source leaves open, and the bodies that can answer it."""

    practice: str
    says: Text
    bodies: tuple[str, ...] = ()


def stable_id(kind: str, *parts: object) -> str:
    """An id that depends on nothing but its parts: `plan-3f2a9c01d4`."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=5)
    return f"{kind}-{digest.hexdigest()}"
