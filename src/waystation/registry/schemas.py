"""The contract: each file held against its JSON Schema, with the line of what does not fit."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match
from referencing import Registry, Resource

from waystation.core.cards import Remark
from waystation.core.texts import Words, text
from waystation.errors import ShapeError
from waystation.registry.read import KINDS, LISTS
from waystation.registry.yaml import line_of, read_yaml

NAMES = {
    "practices": "practice", "places": "place", "agreements": "agreement", "incidents": "incident",
    "bodies": "body", "dangers": "danger", "remedies": "remedy", "facts": "fact", "publishers": "publisher",
    "parameters": "parameter",
}  # fmt: skip
"""Folder → the schema of one record in it."""


@cache
def validator(folder: Path, name: str) -> Draft202012Validator:
    """The validator of `<name>.schema.json`; schemas may refer to each other by file name."""
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.schema.json"))}
    registry: Registry[Any] = Registry().with_resources(
        (id, Resource.from_contents(schema)) for id, schema in schemas.items()
    )
    return Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry, format_checker=FormatChecker())


def shape_remarks(folders: Sequence[Path], already: set[str]) -> Iterator[Remark]:
    """What does not fit its schema, files with a fault that is `already` known left out."""
    contract = folders[0] / "schema"
    for kind in (*KINDS, *LISTS):
        for folder in folders:
            for file in sorted((folder / kind).rglob("*.yaml")):
                if str(file) not in already:
                    yield from _file(file, kind, contract)


def _file(file: Path, kind: str, contract: Path) -> Iterator[Remark]:
    plain = read_yaml(file)
    checker = validator(contract, NAMES[kind])
    items = enumerate(plain) if kind in LISTS else [(None, plain)]
    for at, item in items:
        error = best_match(checker.iter_errors(item))
        if error is not None:
            path = (*(() if at is None else (at,)), *error.absolute_path)
            line = line_of(file.read_text("utf-8"), path)
            where = f"{file}:{line}, {ShapeError('', path=path).field}"
            yield Remark(where=where, text=text("check.schema", says=Words(error.message[:200])))
