"""Check all knowledge: shapes, references, sources, numbers, dates, conditions that can never hold."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from waystation.core.cards import Checked, Remark
from waystation.core.knowledge import Knowledge
from waystation.core.texts import Text, Words
from waystation.errors import Key, ShapeError
from waystation.registry import references, sources
from waystation.registry.possible import impossible_conditions
from waystation.registry.read import read_all
from waystation.registry.remarks import Found
from waystation.registry.schemas import shape_remarks
from waystation.registry.yaml import line_of

CHECKS = (
    references.unknown_references, sources.missing_sources, sources.numbers_without_source,
    sources.contradictory_dates, sources.numbers_not_in_words, sources.overdue, impossible_conditions,
)  # fmt: skip


def check(folders: Sequence[Path], day: dt.date) -> Checked:
    """Everything that is wrong in these folders, on a day (for what is overdue). Raises if a folder is missing."""
    knowledge, broken = read_all(folders)
    unreadable = {
        _file(one) for one in broken if one.id in ("error.not-yaml", "error.not-text", "error.file-too-large")
    }
    shapes = list(shape_remarks(folders, unreadable))
    told = {one.where.split(":")[0] for one in shapes}
    faults = [_from_error(one) for one in broken if one.id != "error.shape" or _file(one) not in told]
    faults.extend(shapes)
    warnings: list[Remark] = []
    where = _Places(folders)
    for found in _all(knowledge, day):
        remark = Remark(where=where.of(found.record, found.path), text=found.text)
        (faults if found.fault else warnings).append(remark)
    return Checked(
        faults=tuple(faults), warnings=tuple(warnings),
        records=sum(1 for _ in knowledge.records()),
        sources=sum(len(one.sources) for one in knowledge.records()),
    )  # fmt: skip


def _all(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    for one in CHECKS:
        yield from one(knowledge, day)


def _file(error: ShapeError) -> str:
    """The file of a fault, without its line."""
    return error.where.split(":")[0]


def _from_error(error: ShapeError) -> Remark:
    values = {name: value if isinstance(value, int) else Words(str(value)) for name, value in error.values.items()}
    where = ", ".join(part for part in (error.where, error.field) if part)
    return Remark(where=where, text=Text(error.id, tuple(sorted(values.items()))))


class _Places:
    """File and line of a record's field. Files are read again only where something is wrong."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._files = {file.stem: file for folder in folders for file in sorted(folder.rglob("*.yaml"))}

    def of(self, record: str, path: tuple[Key, ...]) -> str:
        """`data/practices/pl/x.yaml:12, gives[0].status`."""
        file = self._files.get(record)
        field = ShapeError("", path=path).field
        if file is None:
            return ", ".join(part for part in (record, field) if part)
        line = line_of(file.read_text("utf-8"), path)
        return f"{file}:{line}, {field}" if line and field else str(file)
