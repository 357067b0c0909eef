"""What went wrong, where, and what to do about it.

An error carries a message id of the catalogue and its values; `say.fault` makes it one sentence.
Its values never hold what a person wrote about their own case, except the word at fault.
"""

Key = str | int


class WaystationError(Exception):
    """Any fault that a person can understand and mend. `where` is a file, or file and line."""

    def __init__(self, id: str, /, *, path: tuple[Key, ...] = (), where: str = "", **values: object) -> None:
        super().__init__(id)
        self.id, self.path, self.where, self.values = id, path, where, values

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return " ".join(part for part in (self.where, self.field, self.id, told) if part)

    @property
    def field(self) -> str:
        """The path to the fault as one reads it: `gives[0].status.kind`."""
        keys = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in self.path)
        return "".join(keys).removeprefix(".")


class ShapeError(WaystationError, ValueError):
    """A value does not have the shape it should have. `path` leads to it, key by key."""

    def under(self, *keys: Key) -> "ShapeError":
        """The same fault, seen from `keys` further out."""
        return ShapeError(self.id, path=(*keys, *self.path), where=self.where, **self.values)


class KnowledgeError(WaystationError):
    """A file of the knowledge cannot be used."""


class CaseError(WaystationError):
    """A case file cannot be used."""


class NotFoundError(WaystationError):
    """Nothing has this id."""


class NetworkError(WaystationError):
    """Something could not be fetched. Its values name the host, never the whole address."""
