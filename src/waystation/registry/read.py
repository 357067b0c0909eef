"""Folders of YAML files → one frozen Knowledge. Every fault names file, line and field."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waystation.core.codec import from_plain
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.practices import Practice
from waystation.core.sources import Publisher
from waystation.core.world import Agreement, Body, Danger, Incident, ParameterValues, Remedy
from waystation.errors import ShapeError
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml, read_text

KINDS: dict[str, type] = {
    "practices": Practice, "places": Place, "agreements": Agreement, "incidents": Incident,
    "bodies": Body, "dangers": Danger, "remedies": Remedy,
}  # fmt: skip
"""Folder → what each of its files is."""
LISTS: dict[str, type] = {
    "facts": FactType, "publishers": Publisher, "parameters": ParameterValues,
}  # fmt: skip
"""Folder → what the lists in its files hold."""
NAMES = {
    "practices": "practice", "places": "place", "agreements": "agreement", "incidents": "incident",
    "bodies": "body", "dangers": "danger", "remedies": "remedy", "facts": "fact", "publishers": "publisher",
    "parameters": "parameter",
}  # fmt: skip
"""Folder → what one record in it is called, and its schema."""


def read_knowledge(*folders: Path) -> Knowledge:
    """All knowledge of these folders. Raises ShapeError at the first fault."""
    knowledge, faults = read_all(folders)
    if faults:
        raise faults[0]
    return knowledge


def read_all(folders: Sequence[Path]) -> tuple[Knowledge, list[ShapeError]]:
    """All that can be read, and every fault on the way. Raises ShapeError if a folder is not there."""
    for folder in folders:
        if not folder.is_dir():
            raise ShapeError("error.no-folder", where=str(folder))
    reading = _Reading(folders)
    facts = reading.items("facts", {})
    kinds = {name: reading.items(name, facts) for name in ("publishers", "parameters")}
    kinds |= {name: reading.records(name, facts) for name in KINDS}
    return Knowledge(facts=facts, version=reading.version(), **kinds), reading.faults


class _Reading:
    """One pass over the folders: each file is read once, and what was read makes the version."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.faults: list[ShapeError] = []
        self._folders = folders
        self._digest = hashlib.blake2b(digest_size=8)

    def version(self) -> str:
        """A hash of the names and texts of all files that were read."""
        return self._digest.hexdigest()

    def records(self, name: str, facts: Mapping[str, FactType]) -> dict[str, Any]:
        """The records of one folder by id: one in each file."""
        found: dict[str, Any] = {}
        seen: dict[str, Path] = {}
        for file, words, plain in self._files(name):
            with self._noting():
                record = _convert(plain, KINDS[name], facts, file, words)
                if record.id in seen:
                    raise ShapeError(
                        "error.id-twice", where=str(file), twice=record.id, first=str(seen[record.id])
                    )
                if record.id != file.stem:
                    fault = ShapeError("error.id-is-name", path=("id",), found=record.id)
                    raise located(fault, file, words)
                seen[record.id] = file
                found[record.id] = record
        return found

    def items(self, name: str, facts: Mapping[str, FactType]) -> dict[str, Any]:
        """The items of one folder by id: a list in each file."""
        found: dict[str, Any] = {}
        seen: dict[str, Path] = {}
        for file, words, plain in self._files(name):
            if not isinstance(plain, list):
                shown = type(plain).__name__
                self.faults.append(ShapeError("error.expected-list", where=f"{file}:1", found=shown))
                continue
            for place, item in enumerate(plain):
                with self._noting():
                    value = _convert(item, LISTS[name], facts, file, words, place)
                    if value.id in seen:
                        fault = ShapeError(
                            "error.id-twice", path=(place, "id"), twice=value.id, first=str(seen[value.id])
                        )
                        raise located(fault, file, words)
                    seen[value.id] = file
                    found[value.id] = value
        return found

    def _files(self, name: str) -> Iterator[tuple[Path, str, Any]]:
        """Each file of a folder with its text and plain values, as far as it can be read."""
        for folder in self._folders:
            for file in sorted((folder / name).rglob("*.yaml")):
                with self._noting():
                    words = read_text(file)
                    self._digest.update(f"{name}/{file.name}\0{words}\0".encode())
                    plain = parse_yaml(words, str(file))
                    if plain is None:
                        raise ShapeError("error.empty-file", where=f"{file}:1")
                    yield file, words, plain

    @contextmanager
    def _noting(self) -> Iterator[None]:
        try:
            yield
        except ShapeError as fault:
            self.faults.append(fault)


def _convert(
    plain: Any, kind: type[Any], facts: Mapping[str, FactType], file: Path, words: str, place: int | None = None
) -> Any:
    try:
        return from_plain(plain, kind, facts)
    except ShapeError as fault:
        whole = fault if place is None else fault.under(place)
        raise located(whole, file, words) from None
