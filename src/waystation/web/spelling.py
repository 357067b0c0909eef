"""Between the fields of a form and a fact as a case file spells it. What does not fit is refused further on."""

import calendar
from collections.abc import Mapping, Sequence
from typing import Any, Final

from waystation.core.facts import FactType, FieldType

Typed = Mapping[str, Sequence[str]]
"""The fields of a form by name."""
BLANK: Final = object()
"""Nothing was typed."""
ALL, NONE, ROW = "all", "none", "row"
MOST_ROWS = 6
SKIPPED = ("text",)
"""Kinds of fields that take any words: people would write names into them."""


def first(typed: Typed, name: str) -> str:
    """What stands in a field, without spaces around it."""
    return (typed.get(name) or [""])[0].strip()


def spell(name: str, kind: FactType | FieldType, typed: Typed) -> Any:
    """The answer, or BLANK."""
    match kind.type:
        case "bool":
            return {"yes": True, "no": False}.get(first(typed, name), BLANK)
        case "date":
            return _day(*(first(typed, f"{name}.{part}") for part in ("day", "month", "year")))
        case "number" | "money":
            return _number(first(typed, name))
        case "set" | "countries":
            return _set(name, typed)
        case "list":
            return _list(name, getattr(kind, "fields", {}), typed)
    return first(typed, name) or BLANK


def _number(typed: str) -> Any:
    for read in (int, float):
        try:
            return read(typed)
        except ValueError:
            continue
    return typed or BLANK


def _day(day: str, month: str, year: str) -> Any:
    """A day; only a month or a year is a stretch of time. What is no number is left as it is."""
    if not (day or month or year):
        return BLANK
    try:
        told = [int(one) if one else 0 for one in (year, month, day)]
    except ValueError:
        return f"{year}-{month}-{day}"
    if told[2] or not told[0]:
        return _iso(*told)
    months = (told[1], told[1]) if told[1] else (1, 12)
    if not 0 <= told[1] <= 12 or not 0 < told[0] < 10_000:  # noqa: PLR2004  # months of a year, digits of a year
        return _iso(*told)
    last = calendar.monthrange(told[0], months[1])[1]
    return {"from": _iso(told[0], months[0], 1), "to": _iso(told[0], months[1], last)}


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _set(name: str, typed: Typed) -> Any:
    values = list(dict.fromkeys(one for one in typed.get(name, ()) if one))
    if not values:
        return {"complete": True, "values": []} if first(typed, f"{name}.{NONE}") else BLANK
    return {"complete": bool(first(typed, f"{name}.{ALL}")), "values": values}


def _list(name: str, fields: Mapping[str, FieldType], typed: Typed) -> Any:
    rows = []
    for at in range(rows_of(name, typed)):
        row = {key: spell(f"{name}.{at}.{key}", field, typed) for key, field in shown(fields).items()}
        if told := {key: value for key, value in row.items() if value is not BLANK}:
            rows.append(told)
    if not rows:
        return {"complete": True, "values": []} if first(typed, f"{name}.{NONE}") else BLANK
    return {"complete": bool(first(typed, f"{name}.{ALL}")), "values": rows}


def shown(fields: Mapping[str, FieldType]) -> dict[str, FieldType]:
    """The fields of a thing that are asked."""
    return {name: field for name, field in fields.items() if field.type not in SKIPPED}


def rows_of(name: str, typed: Typed) -> int:
    """How many rows of a list the form shows."""
    told = first(typed, f"{name}.{ROW}")
    return min(int(told), MOST_ROWS) if told.isdecimal() else 1


def typed_of(name: str, kind: FactType | FieldType, spelled: Any) -> dict[str, list[str]]:
    """The fields of the form that say this again."""
    match kind.type:
        case "bool":
            return {name: ["yes" if spelled else "no"]}
        case "date":
            return _typed_day(name, spelled)
        case "set" | "countries":
            return {name: list(spelled["values"]), **_whole(name, spelled)}
        case "list":
            return _typed_list(name, getattr(kind, "fields", {}), spelled)
    return {name: [str(spelled)]}


def _whole(name: str, spelled: Any) -> dict[str, list[str]]:
    if not spelled["values"]:
        return {f"{name}.{NONE}": ["1"]}
    return {f"{name}.{ALL}": ["1"]} if spelled["complete"] else {}


def _typed_day(name: str, spelled: Any) -> dict[str, list[str]]:
    if isinstance(spelled, str):
        parts = [str(int(one)) if one.isdecimal() else one for one in spelled.split("-", 2)]
        return {f"{name}.{key}": [part] for key, part in zip(("year", "month", "day"), parts, strict=False)}
    start, end = spelled["from"], spelled["to"]
    month = [str(int(start[5:7]))] if start[5:7] == end[5:7] else []
    return {f"{name}.year": [str(int(start[:4]))], f"{name}.month": month}


def _typed_list(name: str, fields: Mapping[str, FieldType], spelled: Any) -> dict[str, list[str]]:
    found = _whole(name, spelled)
    found[f"{name}.{ROW}"] = [str(max(1, len(spelled["values"])))]
    for at, thing in enumerate(spelled["values"]):
        for key, value in thing.items():
            if key in shown(fields):
                found |= typed_of(f"{name}.{at}.{key}", fields[key], value)
    return found
