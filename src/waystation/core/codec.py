"""Values from and to plain JSON values; conditions are kept as they were spelled."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from waystation.core.conditions import ANYWHERE, Condition, StandingIn
from waystation.core.facts import Vocabulary
from waystation.core.reading import read_condition
from waystation.errors import Key, ShapeError

VERSION = 1
"""Of the JSON that leaves the house. Raised when a field changes its meaning or goes."""

T = TypeVar("T")
PATH = re.compile(r"(.*) - at `\$(.*)`", re.DOTALL)
STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")


def from_plain(plain: Any, kind: type[T], vocabulary: Vocabulary) -> T:
    """A value of `kind`. Raises ShapeError with the path to the fault."""
    try:
        return msgspec.convert(plain, kind, dec_hook=_reader(vocabulary))
    except msgspec.ValidationError as fault:
        raise _shape_error(fault) from None


def _reader(vocabulary: Vocabulary) -> Callable[[type, Any], Any]:
    def read(kind: type, spelled: Any) -> Any:
        if kind is StandingIn:
            if not spelled:
                return ANYWHERE
            return StandingIn(read_condition({"here": spelled}, vocabulary).node, spelled)
        if kind is Condition:
            return read_condition(spelled, vocabulary)
        raise TypeError(kind)

    return read


def _shape_error(fault: msgspec.ValidationError) -> ShapeError:
    found = PATH.fullmatch(str(fault))
    says, path = (found[1], found[2]) if found else (str(fault), "")
    keys: list[Key] = [name or (int(place) if place.isdigit() else place) for name, place in STEP.findall(path)]
    cause = fault.__cause__
    if isinstance(cause, ShapeError):
        return cause.under(*keys)
    return ShapeError("error.shape", path=tuple(keys), says=says)


def to_plain(value: Any) -> Any:
    """Plain JSON values, fields in their order: ISO days, grades as numbers, conditions as spelled."""
    return msgspec.to_builtins(value, enc_hook=_spell, str_keys=True)


def to_json(value: Any) -> bytes:
    """Canonical JSON: same value, same bytes."""
    plain = msgspec.to_builtins(value, enc_hook=_spell, str_keys=True)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def _spell(value: Any) -> Any:
    if isinstance(value, Condition):
        return value.spelled
    raise TypeError(value)
