"""The sentences of a record that a reader sees, each with the path that leads to it in its file."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import fields

from waystation.core.conditions import Condition
from waystation.core.sources import Source
from waystation.errors import Key

Path = tuple[Key, ...]
SPOKEN = frozenset(
    ("title", "summary", "label", "ask", "why", "changes", "does", "for_whom", "careful", "says", "text", "silent",
     "unconfirmed")
)  # fmt: skip
"""Keys behind which words for the reader stand. What a source says is a quotation, and stays in its language."""


def sentences(record: Struct) -> Iterator[tuple[str, str]]:
    """`('levels.0.why', 'A Red Notice is …')`, outer ones first."""
    for path, words in _sentences(record, (), spoken=False):
        yield ".".join(map(str, path)), words


def _sentences(value: object, path: Path, *, spoken: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if spoken and value:
            yield path, value
    elif isinstance(value, Condition):
        yield from _sentences(value.spelled, path, spoken=False)
    elif isinstance(value, Struct) and not isinstance(value, Source):
        for one in fields(value):
            key = one.encode_name
            yield from _sentences(getattr(value, one.name), (*path, key), spoken=key in SPOKEN)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            inside = isinstance(one, str) and key in SPOKEN
            yield from _sentences(one, (*path, key), spoken=inside)
    elif isinstance(value, (tuple, list)):
        for at, one in enumerate(value):
            yield from _sentences(one, (*path, at), spoken=spoken)
