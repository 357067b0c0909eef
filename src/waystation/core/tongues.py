"""A language to answer in, and what the sentences of the knowledge are called in it."""

from collections.abc import Mapping

import msgspec
from msgspec import Struct


class Translation(Struct, frozen=True):
    """Words in another language. `signed`: a reader of that language answers for them; else a machine made them."""

    words: str
    signed: bool = False


class Tongue(Struct, frozen=True):
    """A language with its words: English sentence of the knowledge → its translation."""

    language: str
    words: Mapping[str, Translation] = msgspec.field(default_factory=dict)


Language = str | Tongue
"""The code of a language, alone or with words for the knowledge."""
