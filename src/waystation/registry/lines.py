"""In which file a record stands, and on which line a field of it. Files are read again only after a fault."""

from collections.abc import Sequence
from pathlib import Path

from waystation.errors import Key, ShapeError
from waystation.registry.marks import Lines
from waystation.registry.parts import Path as FieldPath
from waystation.registry.read import KINDS, LISTS, NAMES
from waystation.registry.remarks import Named
from waystation.registry.yaml import read_yaml


class Places:
    """Finds file and line of what a check found."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._files: dict[tuple[type, str], tuple[Path, FieldPath]] = {}
        self._lines: dict[Path, Lines] = {}

    def of(self, what: Named, path: tuple[Key, ...]) -> str:
        """`data/practices/pl/x.yaml:12, gives[0].status`; the bare id if no file holds it."""
        id = str(getattr(what, "id", ""))
        at = self._all().get((type(what), id))
        if at is None:
            return ", ".join(part for part in (id, ShapeError("", path=path).field) if part)
        file, start = at
        return self.line(file, (*start, *path))

    def holds(self, kind: str, id: str) -> bool:
        """Whether a file or an item of a list has this id, be it readable or not: `('practice', 'pl-x')`."""
        kinds = {schema: {**KINDS, **LISTS}[folder] for folder, schema in NAMES.items()}
        return kind in kinds and (kinds[kind], id) in self._all()

    def line(self, file: Path, path: tuple[Key, ...]) -> str:
        """File, line and field of a path in one file."""
        if file not in self._lines:
            self._lines[file] = Lines(file.read_text("utf-8"))
        line = self._lines[file].of(path)
        field = ShapeError("", path=path).field
        return ", ".join(part for part in (f"{file}:{line}" if line else str(file), field) if part)

    def _all(self) -> dict[tuple[type, str], tuple[Path, FieldPath]]:
        if not self._files:
            for folder in self._folders:
                for name, kind in KINDS.items():
                    for file in sorted((folder / name).rglob("*.yaml")):
                        self._files.setdefault((kind, file.stem), (file, ()))
                for name, kind in LISTS.items():
                    for file in sorted((folder / name).rglob("*.yaml")):
                        self._add_list(file, kind)
        return self._files

    def _add_list(self, file: Path, kind: type) -> None:
        try:
            items = read_yaml(file)
        except ShapeError:
            return
        for place, item in enumerate(items if isinstance(items, list) else ()):
            id = item.get("id") if isinstance(item, dict) else None
            self._files.setdefault((kind, str(id)), (file, (place,)))
