"""What one check found: in which record, at which field, and whether it stops the knowledge from being used."""

from msgspec import Struct

from waystation.core.knowledge import Knowledge
from waystation.core.records import Record
from waystation.core.texts import Country, Text, Words, text
from waystation.errors import Key

Named = Record | Struct
"""A record, or an item of a list (a fact, a parameter, a publisher)."""


SAID = (int, Text, Country)


class Found(Struct, frozen=True):
    """A fault, or (with `fault` false) a warning, at `path` in the file of `what`."""

    what: Named
    path: tuple[Key, ...]
    text: Text
    fault: bool = True


def found(what: Named, path: tuple[Key, ...], id: str, /, *, fault: bool = True, **values: object) -> Found:
    """`found(practice, ('by',), 'check.no-body', asked='y')`."""
    said = {name: value if isinstance(value, SAID) else Words(str(value)) for name, value in values.items()}
    return Found(what, path, text(id, **said), fault)


def everything(knowledge: Knowledge) -> list[Named]:
    """All records, and the items of lists: facts, parameters, publishers, territories, doors."""
    lists = (
        knowledge.facts, knowledge.parameters, knowledge.publishers, knowledge.territories, knowledge.doors
    )  # fmt: skip
    return [*knowledge.records(), *(one for items in lists for one in items.values())]
