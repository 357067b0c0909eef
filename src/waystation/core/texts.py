"""A message that is not yet in any language. Only `say` turns it into a sentence."""

import datetime as dt
from typing import Union

from msgspec import Struct

Value = Union[str, int, float, dt.date, "Text", "Words", "Country", "Amount", tuple["Value", ...]]


class Country(Struct, frozen=True):
    """A country by its ISO code; said as its name."""

    code: str


class Amount(Struct, frozen=True):
    """Money; said as the language writes it."""

    amount: float
    currency: str


class Text(Struct, frozen=True):
    """A message id of the catalogue and the values it is filled with. Hashable and comparable."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()

    def get(self, name: str) -> Value:
        """The value called `name`. Raises KeyError."""
        return dict(self.values)[name]


class Words(Struct, frozen=True):
    """Words that stand in the knowledge, in the language of the knowledge, with the language's code."""

    words: str
    language: str = "en"


def text(id: str, /, **values: Value) -> Text:
    """`text('plan.step', n=1)` → Text."""
    return Text(id, tuple(sorted(values.items())))
