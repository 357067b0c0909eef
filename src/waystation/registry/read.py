"""Folders of YAML files → one frozen Knowledge. Every fault names file, line and field."""

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waystation.core.borders import Territory
from waystation.core.codec import from_plain
from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.practices import Practice
from waystation.core.records import Ending
from waystation.core.sources import Publisher
from waystation.core.world import Agreement, Body, Danger, Door, Incident, Need, ParameterValues, Remedy
from waystation.errors import ShapeError
from waystation.registry.kept import Kept
from waystation.registry.layers import ENDED, Layered, layer_name, misplaced, unended
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml, read_text

KINDS: dict[str, type] = {
    "practices": Practice, "places": Place, "agreements": Agreement, "incidents": Incident,
    "bodies": Body, "dangers": Danger, "remedies": Remedy,
}  # fmt: skip
"""Folder → what each of its files is."""
LISTS: dict[str, type] = {
    "facts": FactType, "publishers": Publisher, "parameters": ParameterValues, "coverage": Need,
    "borders": Territory, "doors": Door,
}  # fmt: skip
"""Folder → what the lists in its files hold."""
NAMES = {
    "practices": "practice", "places": "place", "agreements": "agreement", "incidents": "incident",
    "bodies": "body", "dangers": "danger", "remedies": "remedy", "facts": "fact", "publishers": "publisher",
    "parameters": "parameter", "coverage": "need", "borders": "territory",
    "doors": "door",
}  # fmt: skip
"""Folder → what one record in it is called, and its schema."""


def read_knowledge(*folders: Path, kept: Path | None = None) -> Knowledge:
    """All knowledge of these folders: the public one, then layers on top. Raises ShapeError at the first fault.

    `kept`: a file in which the parsed files of the first folder are kept for the next time.
    """
    knowledge, faults = read_all(folders, kept)
    if faults:
        raise faults[0]
    return knowledge


def read_all(folders: Sequence[Path], kept: Path | None = None) -> tuple[Knowledge, list[ShapeError]]:
    """All that can be read, and every fault on the way. Raises ShapeError if a folder is not there."""
    for folder in folders:
        if not folder.is_dir():
            raise ShapeError("error.no-folder", where=str(folder))
    with _no_collection():
        return _read_all([Layered(layer_name(one) if at else "", one) for at, one in enumerate(folders)], kept)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nothing that is read is garbage: looking for some while it grows takes a third of the time.

    It stays as long as the process. Frozen, it is not looked through again and again while plans are made.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def _read_all(layers: Sequence[Layered], kept: Path | None) -> tuple[Knowledge, list[ShapeError]]:
    reading = _Reading(Kept(kept))
    facts = reading.items("facts", layers, {})
    kinds = {name: reading.items(name, layers, facts) for name in ("publishers", "parameters")}
    needs = reading.items("coverage", layers, facts)
    territories = reading.items("borders", layers, facts)
    doors = reading.items("doors", layers, facts)
    kinds |= {name: reading.records(name, layers, facts) for name in KINDS}
    reading.end(layers, kinds, facts)
    reading.kept.save()
    known = Knowledge(
        facts=facts,
        needs=needs,
        territories=territories,
        doors=doors,
        version=reading.version(),
        layers=reading.layers,
        **kinds,
    )
    return known, reading.faults


class _Reading:
    """One pass over the folders: each file is read once, and what was read makes the version."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        self.faults: list[ShapeError] = []
        self.layers: dict[str, str] = {}
        self._digest = hashlib.blake2b(digest_size=8)

    def version(self) -> str:
        """A hash of the names and texts of all files that were read."""
        return self._digest.hexdigest()

    def records(self, name: str, layers: Sequence[Layered], facts: Mapping[str, FactType]) -> dict[str, Any]:
        """The records of one kind by id: one in each file. A layer adds, or says that it replaces."""
        found: dict[str, Any] = {}
        files: dict[str, Path] = {}
        for layer in layers:
            own: set[str] = set()
            for file, words, plain in self._files(layer, name):
                with self._noting():
                    record = _convert(plain, KINDS[name], facts, file, words)
                    fault = misplaced(record, file, files, own)
                    if fault is not None:
                        raise located(fault, file, words)
                    own.add(record.id)
                    files[record.id], found[record.id] = file, record
                    if layer.name:
                        self.layers[record.id] = layer.name
        return found

    def items(self, name: str, layers: Sequence[Layered], facts: Mapping[str, FactType]) -> dict[str, Any]:
        """The items of one kind by id: a list in each file. A layer may only add."""
        found: dict[str, Any] = {}
        seen: dict[str, Path] = {}
        for file, words, plain in (one for layer in layers for one in self._files(layer, name)):
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

    def end(
        self, layers: Sequence[Layered], kinds: dict[str, dict[str, Any]], facts: Mapping[str, FactType]
    ) -> None:
        """Ends what a layer says has ended: a record below it, which it does not also hold itself."""
        for layer in layers:
            for file, words, plain in self._files(layer, ENDED):
                with self._noting():
                    ending = _convert(plain, Ending, facts, file, words)
                    records = next(
                        (some for name, some in kinds.items() if name in KINDS and ending.id in some), {}
                    )
                    fault = unended(ending, file, layer, records, self.layers)
                    if fault is not None:
                        raise located(fault, file, words)
                    records[ending.id] = records[ending.id].ended(ending)
                    self.layers[ending.id] = layer.name

    def _files(self, layer: Layered, name: str) -> Iterator[tuple[Path, str, Any]]:
        """Each file of one kind in a folder with its text and plain values, as far as it can be read."""
        parse = parse_yaml if layer.name else self.kept.parse
        for file in sorted((layer.folder / name).rglob("*.yaml")):
            with self._noting():
                words = read_text(file)
                self._digest.update(f"{name}/{file.name}\0{words}\0".encode())
                plain = parse(words, str(file))
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
