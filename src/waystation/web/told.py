"""What was told so far, in words, fact by fact."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from waystation.core.facts import FactType, FieldType
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Country, Text, Value, Words, text
from waystation.core.wording import word
from waystation.web.answers import Answers
from waystation.web.questions import GOAL, kind_of


class Told(Struct, frozen=True):
    """A fact, its question, and the answer in words."""

    fact: str
    ask: Text | Words
    answer: Text


def told_lines(answers: Answers, knowledge: Knowledge) -> list[Told]:
    """Every question that was shown, in the order of the pages."""
    order = list(dict.fromkeys(fact for page in answers.pages for fact in page))
    rest = [fact for fact in (*answers.told, *answers.passed) if fact not in order]
    return [_line(fact, answers, knowledge) for fact in (*order, *rest)]


def _line(fact: str, answers: Answers, knowledge: Knowledge) -> Told:
    ask = text("web.goal") if fact == GOAL else Words(knowledge.facts[fact].ask)
    if fact not in answers.told:
        return Told(fact, ask, text(f"web.passed-{answers.passed.get(fact, 'later')}"))
    if fact == GOAL:
        return Told(fact, ask, text(f"goal.{answers.told[fact]}"))
    return Told(fact, ask, text("web.told", words=_said(answers.told[fact], kind_of(fact, knowledge))))


def _said(spelled: Any, kind: FactType | FieldType) -> Value:
    if isinstance(spelled, Mapping) and "values" in spelled:
        values = tuple(_said(one, kind) for one in spelled["values"])
        listed = text("word.list", parts=values) if values else text("web.list-none")
        return text("web.told-all", words=listed) if values and spelled.get("complete") else listed
    if isinstance(spelled, Mapping) and isinstance(kind, FactType) and kind.fields:
        fields = kind.fields
        return text("word.list", parts=tuple(_field(key, value, fields[key]) for key, value in spelled.items()))
    if isinstance(spelled, Mapping):
        return text("web.told-between", start=word(spelled.get("from", "")), end=word(spelled.get("to", "")))
    return _word(spelled, kind)


def _word(spelled: Any, kind: FactType | FieldType) -> Value:
    if kind.type in ("country", "countries"):
        return Country(str(spelled))
    if kind.type == "date":
        return _day(spelled)
    return word(spelled)


def _day(spelled: Any) -> Value:
    try:
        return text("web.told", words=dt.date.fromisoformat(spelled))
    except ValueError:
        return Words(str(spelled))


def _field(key: str, value: Any, kind: FieldType) -> Text:
    return text("web.told-field", field=text(f"field.{key}"), words=_said(value, kind))
