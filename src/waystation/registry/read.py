"""Folders of YAML files → one frozen Knowledge. Every fault names file, line and field."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from waystation.core.codec import from_plain
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.practices import Practice
from waystation.core.sources import Publisher
from waystation.core.world import Agreement, Body, Danger, Incident, ParameterValues, Remedy
from waystation.errors import ShapeError
from waystation.registry.yaml import located, read_yaml

T = TypeVar("T")

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
    """All that can be read, and every fault on the way."""
    faults: list[ShapeError] = []
    digest = hashlib.blake2b(digest_size=8)
    for folder in folders:
        if not folder.is_dir():
            raise ShapeError("error.no-folder", where=str(folder))
    facts = _by_id(_items(folders, "facts", faults, {}))
    kinds = {name: _by_id(_items(folders, name, faults, facts)) for name in ("publishers", "parameters")}
    kinds |= {name: _by_id(_records(folders, name, faults, facts)) for name in KINDS}
    for file in sorted(file for folder in folders for file in folder.rglob("*.yaml")):
        digest.update(file.name.encode() + file.read_bytes())
    return Knowledge(facts=facts, version=digest.hexdigest(), **kinds), faults


def _by_id(values: Iterator[Any]) -> dict[str, Any]:
    return {value.id: value for value in values}


def _files(folders: Sequence[Path], name: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((folder / name).rglob("*.yaml"))


def _records(
    folders: Sequence[Path], name: str, faults: list[ShapeError], facts: Mapping[str, FactType]
) -> Iterator[Any]:
    seen: dict[str, Path] = {}
    for file in _files(folders, name):
        try:
            record: Any = _convert(read_yaml(file), KINDS[name], facts, file)
            if record.id in seen:
                first = seen[record.id]
                raise ShapeError("error.id-twice", where=str(file), twice=record.id, first=str(first))
            if record.id != file.stem:
                raise ShapeError("error.id-is-name", path=("id",), where=str(file), found=record.id)
            seen[record.id] = file
            yield record
        except ShapeError as fault:
            faults.append(fault)


def _items(
    folders: Sequence[Path], name: str, faults: list[ShapeError], facts: Mapping[str, FactType]
) -> Iterator[Any]:
    seen: dict[str, Path] = {}
    for file in _files(folders, name):
        try:
            plain = read_yaml(file)
            if not isinstance(plain, list):
                raise ShapeError("error.expected-list", where=str(file), found=type(plain).__name__)
        except ShapeError as fault:
            faults.append(fault)
            continue
        for place, item in enumerate(plain):
            try:
                value: Any = _convert(item, LISTS[name], facts, file, place)
                if value.id in seen:
                    first = seen[value.id]
                    raise ShapeError("error.id-twice", where=str(file), twice=value.id, first=str(first))
                seen[value.id] = file
                yield value
            except ShapeError as fault:
                faults.append(fault)


def _convert(plain: Any, kind: type[T], facts: Mapping[str, FactType], file: Path, place: int | None = None) -> T:
    try:
        return from_plain(plain, kind, facts)
    except ShapeError as fault:
        whole = fault if place is None else fault.under(place)
        raise located(whole, file, file.read_text("utf-8")) from None
