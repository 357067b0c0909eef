"""Every part of a record, with the path that leads to it in its file."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from waystation.core.conditions import Condition, StandingIn
from waystation.errors import Key

Path = tuple[Key, ...]
HOLDING = (Struct, Condition, dict, tuple)
WORDS = frozenset(
    ("all", "any", "not", "unless", "at_least", "some", "every", "count", "weigh", "clock", "presume", "silent")
)  # fmt: skip
"""Keys of a condition that are no facts."""
INSIDE = {
    "some": ("where",), "every": ("where",), "count": ("where",), "at_least": ("of",),
    "clock": ("stopped_by", "extended_if"),
}  # fmt: skip
"""Keys whose conditions stand one level deeper; `where` speaks of the things in a list."""


def parts(value: object, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The value itself and every struct and condition inside it, outer ones first."""
    if isinstance(value, (Struct, Condition)):
        yield path, value
    for key, one in _inside(value):
        yield from parts(one, (*path, key))


def _inside(value: object) -> Iterator[tuple[Key, Any]]:
    """What may hold parts; a condition is whole."""
    inner: Iterable[tuple[Key, Any]] = ()
    if isinstance(value, Condition):
        return iter(())
    if isinstance(value, Struct):
        inner = ((key, getattr(value, name)) for name, key in _fields(type(value)))
    elif isinstance(value, Mapping):
        inner = value.items()
    elif isinstance(value, tuple):
        inner = enumerate(value)
    return ((key, one) for key, one in inner if isinstance(one, HOLDING))


@cache
def _fields(kind: type[Struct]) -> tuple[tuple[str, str], ...]:
    """Fields as they are called in code, and in a file."""
    return tuple((one.name, one.encode_name) for one in fields(kind))


def tests_of(condition: Condition) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    """Every test in a condition as it is spelled: the path to it, its fact, and its operators.

    The field of a thing in a list comes with the list: `statuses.name`.
    """
    if isinstance(condition, StandingIn):
        yield (), "here", _tests(condition.spelled)
    else:
        yield from _tests_in(condition.spelled, (), "")


def _tests_in(spelled: object, path: Path, of: str) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    if isinstance(spelled, list):
        for place, one in enumerate(spelled):
            yield from _tests_in(one, (*path, place), of)
    if not isinstance(spelled, Mapping):
        return
    for key, one in spelled.items():
        at = (*path, key)
        if key not in WORDS:
            yield at, f"{of}{key}", _tests(one)
        elif key in INSIDE:
            thing = f"{of}{one.get('of')}." if INSIDE[key] == ("where",) else of
            for inner in INSIDE[key]:
                yield from _tests_in(one.get(inner), (*at, inner), thing)
        else:
            yield from _tests_in(one if key not in ("presume", "weigh") else None, at, of)


def _tests(spelled: object) -> Mapping[str, Any]:
    return spelled if isinstance(spelled, Mapping) else {"is": spelled}
