"""A message that is not yet in any language. Only `say` turns it into a sentence."""

import datetime as dt
from typing import Any, Union

from msgspec import Struct

Value = Union[str, int, float, "Text", "Words", "Country", "Amount", "Day", "Many", "TongueName"]


class Country(Struct, frozen=True, tag="country"):
    """A country by its ISO code; said as its name."""

    code: str


class Amount(Struct, frozen=True, tag="amount"):
    """Money; said as the language writes it."""

    amount: float
    currency: str


class Day(Struct, frozen=True, tag="day"):
    """A day; said as the language writes it."""

    day: dt.date


class TongueName(Struct, frozen=True, tag="language"):
    """A language by its code; said as its name."""

    language: str


class Many(Struct, frozen=True, tag="many"):
    """Several values; said as a list."""

    parts: tuple["Value", ...]


class Text(Struct, frozen=True, tag="text"):
    """A message id of the catalogue and the values it is filled with. Hashable and comparable."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()

    def get(self, name: str) -> Value:
        """The value called `name`. Raises KeyError."""
        return dict(self.values)[name]


class Words(Struct, frozen=True, tag="words"):
    """Words that stand in the knowledge, in the language of the knowledge, with the language's code."""

    words: str
    language: str = "en"


def text(id: str, /, **values: Any) -> Text:
    """`text('plan.step', n=1)` → Text. Takes values, days, and tuples of values."""
    held = ((name, _held(value)) for name, value in values.items())
    return Text(id, tuple(sorted(held, key=lambda pair: pair[0])))


def _held(value: Any) -> Value:
    if isinstance(value, dt.date):
        return Day(value)
    return Many(value) if isinstance(value, tuple) else value
