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
    Scalar,
    Vocabulary,
)  # fmt: skip
from waystation.core.reading import ORDERED, read_scalar, unknown_fact
from waystation.errors import ShapeError

UNKNOWN = "unknown"
SPREAD = {"place": "here", "since": "here_since", "status": "status_here", "lawful_until": "lawful_until",
          "renewable": "renewable_here"}  # fmt: skip
LEVELS = ("declared", "documented", "verified", "decided")
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""No day in a case lies further away, so that no day worked out from it runs off the calendar."""
ABOUT = {"day": FieldType(type="date"), "by": FieldType(type="text")}
"""What may be said about an answer, besides how well it is shown."""
Countries = frozenset[str] | None
"""The codes that exist; None: not looked at."""


def read_facts(
    plain: Mapping[str, Any], vocabulary: Vocabulary, subject: str, countries: Countries = None
) -> Facts:
    """The facts of one subject. Absent means unknown; `unknown` means asked and not known.

    Raises ShapeError for a fact that does not exist or a value it cannot have.
    """
    answers: list[Fact] = []
    for name, spelled in plain.items():
        try:
            if name == "here" and isinstance(spelled, Mapping):
                answers.extend(_spread(spelled, vocabulary, countries))
            else:
                answers.append(read_fact(name, spelled, vocabulary, subject, countries))
        except ShapeError as fault:
            raise fault.under(name) from None
    return Facts(tuple(answers))


def _spread(spelled: Mapping[str, Any], vocabulary: Vocabulary, countries: Countries) -> list[Fact]:
    """`here: {place, since, status, lawful_until}` is four facts."""
    found = []
    for key, value in spelled.items():
        if key not in SPREAD:
            raise ShapeError("error.unknown-key", path=(key,), key=key, known=", ".join(SPREAD))
        try:
            found.append(read_fact(SPREAD[key], value, vocabulary, "person", countries))
        except ShapeError as fault:
            raise fault.under(key) from None
    return found


def read_fact(name: str, spelled: Any, vocabulary: Vocabulary, subject: str, countries: Countries = None) -> Fact:
    """One answer, bare or as `{value, level, day, by}`. Raises ShapeError."""
    kind = vocabulary.get(name)
    if kind is None or not kind.asked:
        raise unknown_fact(name, [id for id, one in vocabulary.items() if one.asked])
    if subject == "member" and "member" not in kind.subject:
        raise ShapeError("error.not-of-member", fact=name)
    about: dict[str, Any] = {}
    inside: tuple[str, ...] = ()
    if isinstance(spelled, Mapping) and "value" in spelled:
        about = {key: value for key, value in spelled.items() if key != "value"}
        spelled, inside = spelled["value"], ("value",)
    about = _about(about)
    if spelled is None or spelled == UNKNOWN:
        return Fact(name=name, value=None, **about)
    try:
        return Fact(name=name, value=read_known(spelled, kind, countries), **about)
    except ShapeError as fault:
        raise fault.under(*inside) from None


def _about(about: Mapping[str, Any]) -> dict[str, Any]:
    for key in about:
        if key not in ("level", "day", "by"):
            raise ShapeError("error.unknown-key", path=(key,), key=key, known="value, level, day, by")
    if about.get("level", "declared") not in LEVELS:
        raise ShapeError(
            "error.bad-option", path=("level",), found=repr(about["level"]), options=", ".join(LEVELS)
        )
    told = dict(about)
    for key, kind in ABOUT.items():
        if key in about:
            try:
                told[key] = read_value(about[key], kind)
            except ShapeError as fault:
                raise fault.under(key) from None
    return told


def read_value(value: Any, kind: FactType | FieldType, countries: Countries = None) -> Scalar:
    """One value as somebody may have it: a country that exists, a day near ours, no amount below nought."""
    read = read_scalar(value, kind)
    if kind.type in ("country", "countries") and countries is not None and read not in countries:
        raise ShapeError("error.no-country", code=read)
    if isinstance(read, dt.date) and not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise ShapeError("error.far-day", day=read.isoformat(), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if kind.type in ("number", "money") and isinstance(read, (int, float)) and read < 0:
        raise ShapeError("error.below-nought", found=str(read))
    return read


def read_known(spelled: Any, kind: FactType | FieldType, countries: Countries = None) -> Known:
    """What is known of a fact: exact, `{among: […]}`, `{from, to}`, a set or a list. Raises ShapeError."""
    if kind.type in ("countries", "set"):
        return _members(spelled, kind, countries)
    if kind.type == "list":
        return _listing(spelled, kind, countries)
    if isinstance(spelled, Mapping) and set(spelled) == {"among"}:
        values = _each(spelled["among"], kind, countries, ("among",))
        if not values:
            raise ShapeError("error.expected-list", path=("among",), found="[]")
        return Among(frozenset(values))
    if isinstance(spelled, Mapping) and spelled and set(spelled) <= {"from", "to"} and kind.type in ORDERED:
        return _range(spelled, kind)
    return read_value(spelled, kind, countries)


def _each(spelled: Any, kind: FactType | FieldType, countries: Countries, path: tuple[str, ...]) -> list[Scalar]:
    """Every value of a list; a fault names its place in it."""
    read = []
    for place, value in enumerate(_list(spelled, path)):
        try:
            read.append(read_value(value, kind, countries))
        except ShapeError as fault:
            raise fault.under(*path, place) from None
    return read


def _range(spelled: Mapping[str, Any], kind: FactType | FieldType) -> Range | Among:
    """`{from, to}`, both included; of an ordered choice the options between them."""
    ends: dict[str, Scalar] = {}
    for end in spelled:
        try:
            ends[end] = read_value(spelled[end], kind)
        except ShapeError as fault:
            raise fault.under(end) from None
    low, high = ends.get("from"), ends.get("to")
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


def _list(spelled: Any, path: tuple[str, ...] = ()) -> list[Any]:
    if not isinstance(spelled, list):
        raise ShapeError("error.expected-list", path=path, found=repr(spelled)[:40])
    return spelled


def _opened(spelled: Any) -> tuple[dict[str, Any], bool, tuple[str, ...]]:
    """A bare list is open; `{complete: true, values: […], lacks: […]}` may be complete. Last: where values stand."""
    if not isinstance(spelled, Mapping):
        return {"values": spelled}, False, ()
    for name in spelled:
        if name not in ("values", "complete", "lacks"):
            raise ShapeError("error.unknown-key", path=(name,), key=name, known="complete, values, lacks")
    complete = spelled.get("complete", False)
    if not isinstance(complete, bool):
        raise ShapeError("error.bad-bool", path=("complete",), found=repr(complete))
    return dict(spelled), complete, ("values",)


def _members(spelled: Any, kind: FactType | FieldType, countries: Countries) -> Members:
    told, complete, path = _opened(spelled)
    have = frozenset(map(str, _each(told.get("values", []), kind, countries, path)))
    lack = frozenset(map(str, _each(told.get("lacks", []), kind, countries, ("lacks",))))
    if have & lack:
        raise ShapeError("error.has-and-lacks", found=", ".join(sorted(have & lack)))
    return Members(have, lack, complete)


def _listing(spelled: Any, kind: FactType | FieldType, countries: Countries) -> Listing:
    told, complete, path = _opened(spelled)
    fields: Mapping[str, FieldType] = getattr(kind, "fields", {})
    read: list[Mapping[str, Known]] = []
    for place, thing in enumerate(_list(told.get("values", []), path)):
        try:
            read.append(_thing(thing, fields, countries))
        except ShapeError as fault:
            raise fault.under(*path, place) from None
        number = read[-1].get("number")
        if number is not None and number in [one.get("number") for one in read[:-1]]:
            raise ShapeError("error.number-twice", path=(*path, place, "number"))
    return Listing(tuple(read), complete)


def _thing(thing: Any, fields: Mapping[str, FieldType], countries: Countries) -> Mapping[str, Known]:
    if not isinstance(thing, Mapping):
        raise ShapeError("error.expected-mapping", found=repr(thing)[:40])
    known: dict[str, Known] = {}
    for name, value in thing.items():
        if name not in fields:
            raise unknown_fact(name, fields).under(name)
        if value is None or value == UNKNOWN:
            continue
        try:
            known[name] = read_known(value, fields[name], countries)
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
