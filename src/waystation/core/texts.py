"""A message that is not yet in any language. Only `say` turns it into a sentence.

Every kind of value carries its own name (`is`) in JSON, so that a saved answer can be read again.
"""

import datetime as dt
from typing import Union

from msgspec import Struct


class Country(Struct, frozen=True, tag_field="is", tag="country"):
    """A country by its ISO code; said as its name."""

    code: str


class Amount(Struct, frozen=True, tag_field="is", tag="amount"):
    """Money; said as the language writes it."""

    amount: float
    currency: str


class Day(Struct, frozen=True, tag_field="is", tag="day"):
    """A day; said as the language writes it."""

    day: dt.date


class Words(Struct, frozen=True, tag_field="is", tag="words"):
    """Words that stand in the knowledge, in the language of the knowledge, with the language's code."""

    words: str
    language: str = "en"


class Series(Struct, frozen=True, tag_field="is", tag="series"):
    """Several values; said as a list: *a, b and c*."""

    values: tuple["Value", ...]


class Text(Struct, frozen=True, tag_field="is", tag="text"):
    """A message id of the catalogue and the values it is filled with. Hashable and comparable."""

    id: str
    values: tuple[tuple[str, "Value"], ...] = ()

    def get(self, name: str) -> "Value":
        """The value called `name`. Raises KeyError."""
        return dict(self.values)[name]


Value = Union[str, int, float, Text, Words, Country, Amount, Day, Series]
Plain = Union[Value, dt.date, tuple["Plain", ...]]
"""What `text` takes: days and tuples become values of their own."""


def text(id: str, /, **values: Plain) -> Text:
    """`text('plan.step', n=1)` → Text."""
    return Text(id, tuple((name, value_of(values[name])) for name in sorted(values)))


def value_of(plain: Plain) -> Value:
    """A day and a tuple in a form that keeps its kind in JSON."""
    if isinstance(plain, dt.date):
        return Day(plain)
    return Series(tuple(value_of(one) for one in plain)) if isinstance(plain, tuple) else plain
