"""What one check found: in which record, at which field, and whether it stops the knowledge from being used."""

from msgspec import Struct

from waystation.core.texts import Text, Words, text
from waystation.errors import Key


class Found(Struct, frozen=True):
    """A fault, or (with `fault` false) a warning."""

    record: str
    path: tuple[Key, ...]
    text: Text
    fault: bool = True


def found(record: str, path: tuple[Key, ...], id: str, /, *, fault: bool = True, **values: object) -> Found:
    """`found('pl-x', ('by',), 'check.no-body', id='y')`."""
    said = {name: value if isinstance(value, int) else Words(str(value)) for name, value in values.items()}
    return Found(record, path, text(id, **said), fault)
