"""From the plain values of a case file to facts. Every fault says where it stands and what to write instead."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from waystation.core.facts import (
    Among,
    Fact,
    Facts,
    FactType,
    FieldType,
    Known,
    Listing,
    Members,
    Range,
    Vocabulary,
)  # fmt: skip
from waystation.core.reading import ORDERED, read_scalar, unknown_fact
from waystation.errors import ShapeError

UNKNOWN = "unknown"
SPREAD = {"place": "here", "since": "here_since", "status": "status_here", "lawful_until": "lawful_until",
          "renewable": "renewable_here"}  # fmt: skip
LEVELS = ("declared", "documented", "verified", "decided")
MEMBER_KEYS = ("id",)


def read_facts(plain: Mapping[str, Any], vocabulary: Vocabulary, subject: str) -> Facts:
    """The facts of one subject. Absent means unknown; `unknown` means asked and not known.

    Raises ShapeError for a fact that does not exist or a value it cannot have.
    """
    answers: list[Fact] = []
    for name, spelled in plain.items():
        try:
            if name == "here" and isinstance(spelled, Mapping):
                answers.extend(_spread(spelled, vocabulary))
            else:
                answers.append(read_fact(name, spelled, vocabulary, subject))
        except ShapeError as fault:
            raise fault.under(name) from None
    return Facts(tuple(answers))


def _spread(spelled: Mapping[str, Any], vocabulary: Vocabulary) -> list[Fact]:
    """`here: {place, since, status, lawful_until}` is four facts."""
    found = []
    for key, value in spelled.items():
        if key not in SPREAD:
            raise ShapeError("error.unknown-key", path=(key,), key=key, known=", ".join(SPREAD))
        try:
            found.append(read_fact(SPREAD[key], value, vocabulary, "person"))
        except ShapeError as fault:
            raise fault.under(key) from None
    return found


def read_fact(name: str, spelled: Any, vocabulary: Vocabulary, subject: str) -> Fact:
    """One answer, bare or as `{value, level, day, by}`. Raises ShapeError."""
    kind = vocabulary.get(name)
    if kind is None or not kind.asked:
        raise unknown_fact(name, [id for id, one in vocabulary.items() if one.asked])
    if subject == "member" and "member" not in kind.subject:
        raise ShapeError("error.not-of-member", fact=name)
    about: dict[str, Any] = {}
    if isinstance(spelled, Mapping) and "value" in spelled:
        about = {key: value for key, value in spelled.items() if key != "value"}
        spelled = spelled["value"]
    if spelled is None or spelled == UNKNOWN:
        return Fact(name=name, value=None, **_about(about))
    return Fact(name=name, value=read_known(spelled, kind), **_about(about))


def _about(about: Mapping[str, Any]) -> dict[str, Any]:
    for key in about:
        if key not in ("level", "day", "by"):
            raise ShapeError("error.unknown-key", path=(key,), key=key, known="value, level, day, by")
    if about.get("level", "declared") not in LEVELS:
        raise ShapeError(
            "error.bad-option", path=("level",), found=repr(about["level"]), options=", ".join(LEVELS)
        )
    if "day" not in about:
        return dict(about)
    day = read_scalar(about["day"], FieldType(type="date"))
    return {**about, "day": day}


def read_known(spelled: Any, kind: FactType | FieldType) -> Known:
    """What is known of a fact: exact, `{among: […]}`, `{from, to}`, a set or a list. Raises ShapeError."""
    if kind.type in ("countries", "set"):
        return _members(spelled, kind)
    if kind.type == "list":
        return _listing(spelled, kind)
    if isinstance(spelled, Mapping) and set(spelled) == {"among"}:
        values = _list(spelled["among"])
        if not values:
            raise ShapeError("error.expected-list", path=("among",), found=repr(values))
        return Among(frozenset(read_scalar(value, kind) for value in values))
    if isinstance(spelled, Mapping) and spelled and set(spelled) <= {"from", "to"} and kind.type in ORDERED:
        return _range(spelled, kind)
    return read_scalar(spelled, kind)


def _range(spelled: Mapping[str, Any], kind: FactType | FieldType) -> Range | Among:
    """`{from, to}`, both included; of an ordered choice the options between them."""
    low, high = (read_scalar(spelled[end], kind) if end in spelled else None for end in ("from", "to"))
    if kind.type == "ordered":
        return Among(frozenset(_between(low, high, kind.options)))
    if low is not None and high is not None and low > high:  # type: ignore[operator]
        raise ShapeError("error.range-backwards")
    return Range(low, high)  # type: ignore[arg-type]


def _between(low: object, high: object, options: tuple[str, ...]) -> tuple[str, ...]:
    first = 0 if low is None else options.index(str(low))
    last = len(options) - 1 if high is None else options.index(str(high))
    if first > last:
        raise ShapeError("error.range-backwards")
    return options[first : last + 1]


def _list(spelled: Any) -> list[Any]:
    if not isinstance(spelled, list):
        raise ShapeError("error.expected-list", found=repr(spelled)[:40])
    return spelled


def _opened(spelled: Any, key: str) -> tuple[list[Any], list[Any], bool]:
    """A bare list is open; `{complete: true, values: […], lacks: […]}` may be complete."""
    if not isinstance(spelled, Mapping):
        return _list(spelled), [], False
    for name in spelled:
        if name not in (key, "complete", "lacks"):
            raise ShapeError("error.unknown-key", path=(name,), key=name, known=f"complete, {key}, lacks")
    complete = spelled.get("complete", False)
    if not isinstance(complete, bool):
        raise ShapeError("error.bad-bool", path=("complete",), found=repr(complete))
    return _list(spelled.get(key, [])), _list(spelled.get("lacks", [])), complete


def _members(spelled: Any, kind: FactType | FieldType) -> Members:
    have, lack, complete = _opened(spelled, "values")
    read = [frozenset(str(read_scalar(value, kind)) for value in values) for values in (have, lack)]
    if read[0] & read[1]:
        raise ShapeError("error.has-and-lacks", found=", ".join(sorted(read[0] & read[1])))
    return Members(read[0], read[1], complete)


def _listing(spelled: Any, kind: FactType | FieldType) -> Listing:
    things, _, complete = _opened(spelled, "values")
    fields: Mapping[str, FieldType] = getattr(kind, "fields", {})
    read = []
    for place, thing in enumerate(things):
        try:
            read.append(_thing(thing, fields))
        except ShapeError as fault:
            raise fault.under("values", place) if isinstance(spelled, Mapping) else fault.under(place) from None
    numbers = [thing["number"] for thing in read if "number" in thing]
    if len(numbers) != len(set(numbers)):
        raise ShapeError("error.number-twice")
    return Listing(tuple(read), complete)


def _thing(thing: Any, fields: Mapping[str, FieldType]) -> Mapping[str, Known]:
    if not isinstance(thing, Mapping):
        raise ShapeError("error.expected-mapping", found=repr(thing)[:40])
    known: dict[str, Known] = {}
    for name, value in thing.items():
        if name not in fields:
            raise unknown_fact(name, fields).under(name)
        if value is None or value == UNKNOWN:
            continue
        try:
            known[name] = read_known(value, fields[name])
        except ShapeError as fault:
            raise fault.under(name) from None
    return known


def impossible(facts: Facts, today: dt.date) -> ShapeError | None:
    """A contradiction between dates: something that began in the future, or left before it began."""
    view = facts.view()
    for name in ("here_since", "left_home_on", "last_threat_on"):
        day = view.get(name)
        if isinstance(day, dt.date) and day > today:
            return ShapeError("error.in-the-future", path=(name,), fact=name, day=day.isoformat())
    return None
