"""Layers: folders of one's own on top of the public knowledge. A record there adds, replaces or ends one."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from waystation.core.records import Ending, Record
from waystation.errors import ShapeError
from waystation.registry.yaml import read_yaml

ENDED = "ended"
"""The folder of a layer in which it says what has ended."""
NAMED = "layer.yaml"
LONGEST = 60


class Layered(Struct, frozen=True):
    """A folder and the name of its layer; empty for the public one."""

    name: str
    folder: Path


def layer_name(folder: Path) -> str:
    """What `layer.yaml` calls the layer (`name: Our desk`), else the folder's own name. Raises ShapeError."""
    file = folder / NAMED
    if not file.is_file():
        return folder.resolve().name
    told = read_yaml(file)
    name = told.get("name") if isinstance(told, dict) and set(told) == {"name"} else None
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST:
        raise ShapeError("error.layer-name", where=f"{file}:1", most=LONGEST)
    return name


def misplaced(record: Record, file: Path, below: Mapping[str, Path], own: set[str]) -> ShapeError | None:
    """Why this record may not stand here, if so. `below`: files of what was read; `own`: ids of this layer."""
    if record.id != file.stem:
        return ShapeError("error.id-is-name", path=("id",), found=record.id)
    if record.id in own:
        return ShapeError("error.id-twice", path=("id",), twice=record.id, first=str(below[record.id]))
    if record.id in below and not record.replaces:
        return ShapeError("error.layer-replaces", path=("id",), twice=record.id, first=str(below[record.id]))
    if record.replaces and record.id not in below:
        return ShapeError("error.nothing-to-replace", path=("replaces",), asked=record.id)
    return None


def unended(
    ending: Ending, file: Path, layer: Layered, records: Mapping[str, Record], layers: Mapping[str, str]
) -> ShapeError | None:
    """Why this cannot end what it names, if so. `layers`: the layer of each record that one touched."""
    if ending.id != file.stem:
        return ShapeError("error.id-is-name", path=("id",), found=ending.id)
    if not layer.name:
        return ShapeError("error.ended-in-public", path=("id",), asked=ending.id)
    if ending.id not in records:
        return ShapeError("error.nothing-to-end", path=("id",), asked=ending.id)
    if layers.get(ending.id) == layer.name:
        return ShapeError("error.layer-contradicts", path=("id",), asked=ending.id)
    return None
