"""Reading one answer from a terminal, by the type of the fact."""

import datetime as dt
from typing import Any, Final

from rich.console import Console

from waystation.core.facts import FactType, FieldType
from waystation.core.texts import text
from waystation.core.wording import option
from waystation.say import Say

SKIP: Final = object()
"""Not now: asked again another time."""
LEAVE: Final = object()
"""Stop asking."""
UNKNOWN = "unknown"
WORDS = {"": SKIP, "-": SKIP, "q": LEAVE, "?": UNKNOWN}
YES, NO = ("y", "yes"), ("n", "no")


def read_answer(kind: FactType, say: Say, out: Console) -> Any:
    """The answer as it is spelled in a case file, or SKIP or LEAVE. Raises EOFError when input ends."""
    if kind.type == "list":
        return _read_list(kind, say, out)
    return _read_one(kind, say, out, say(text(f"ask.type-{kind.type}")))


def _read_one(kind: FactType | FieldType, say: Say, out: Console, hint: str) -> Any:
    for place, one in enumerate(kind.options, start=1):
        out.print(f"  {place}. {say(option(one))}", markup=False)
    typed = _line(out, hint)
    if typed.lower() in WORDS:
        return WORDS[typed.lower()]
    if kind.type in ("set", "countries"):
        return _read_set(typed, kind, say, out)
    return _value(typed, kind)


def _line(out: Console, hint: str) -> str:
    return out.input(f"{hint} > ", markup=False).strip()


def _value(typed: str, kind: FactType | FieldType) -> Any:
    """What was typed, as the type wants it; what does not fit is left as text, and refused with a reason."""
    if kind.type == "bool":
        return True if typed.lower() in YES else False if typed.lower() in NO else typed
    if kind.type in ("number", "money"):
        try:
            return float(typed) if "." in typed else int(typed)
        except ValueError:
            return typed
    if kind.type == "date":
        try:
            return dt.date.fromisoformat(typed)
        except ValueError:
            return typed
    if typed.isdigit() and 0 < int(typed) <= len(kind.options):
        return kind.options[int(typed) - 1]
    return typed.upper() if kind.type in ("country", "countries") else typed


def _read_set(typed: str, kind: FactType | FieldType, say: Say, out: Console) -> Any:
    none = typed.lower() in ("0", "none")
    values = [] if none else [_value(one.strip(), kind) for one in typed.split(",") if one.strip()]
    complete = none or _line(out, say(text("ask.is-that-all"))).lower() in YES
    return {"complete": complete, "values": values}


def _read_list(kind: FactType, say: Say, out: Console) -> Any:
    typed = _line(out, say(text("ask.how-many")))
    if typed.lower() in WORDS:
        return WORDS[typed.lower()]
    if not typed.isdigit() or not kind.fields:
        return UNKNOWN if typed != "0" else {"complete": True, "values": []}
    things = []
    for place in range(1, int(typed) + 1):
        thing = {}
        for name, field in kind.fields.items():
            hint = say(text("ask.field", n=place, field=option(name), type=text(f"ask.type-{field.type}")))
            value = _read_one(field, say, out, hint)
            if value is LEAVE:
                return LEAVE
            if value is not SKIP:
                thing[name] = value
        things.append(thing)
    return {"complete": True, "values": things}
