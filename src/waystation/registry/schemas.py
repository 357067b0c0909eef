"""The contract: each file held against its JSON Schema, with the line of what does not fit."""

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource

from waystation.core.cards import Remark
from waystation.core.texts import Text, Words, text
from waystation.registry.lines import Places
from waystation.registry.read import KINDS, LISTS, NAMES
from waystation.registry.yaml import read_yaml

LONGEST = 60
"""Characters of what somebody wrote that are repeated to them."""


@cache
def validator(folder: Path, name: str) -> Draft202012Validator:
    """The validator of `<name>.schema.json`; schemas may refer to each other by file name."""
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.schema.json"))}
    registry: Registry[Any] = Registry().with_resources(
        (id, Resource.from_contents(schema)) for id, schema in schemas.items()
    )
    return Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry, format_checker=FormatChecker())


def shape_remarks(folders: Sequence[Path], already: set[str], where: Places) -> Iterator[Remark]:
    """What does not fit its schema, files with a fault that is `already` known left out."""
    contract = folders[0] / "schema"
    for kind in (*KINDS, *LISTS):
        for folder in folders:
            for file in sorted((folder / kind).rglob("*.yaml")):
                if str(file) not in already:
                    yield from _file(file, kind, contract, where)


def _file(file: Path, kind: str, contract: Path, where: Places) -> Iterator[Remark]:
    plain = read_yaml(file)
    checker = validator(contract, NAMES[kind])
    items = enumerate(plain) if kind in LISTS and isinstance(plain, list) else [(None, plain)]
    for at, item in items:
        error = best_match(checker.iter_errors(item))
        if error is not None:
            path = (*(() if at is None else (at,)), *error.absolute_path)
            yield Remark(where=where.line(file, path), text=_said(error))


def _said(error: ValidationError) -> Text:
    """What does not fit, and what to write instead, in the words of the schema."""
    instance: Any = error.instance
    if error.validator == "additionalProperties" and isinstance(error.schema, dict):
        known = sorted(error.schema.get("properties", {}))
        extra = next(str(key) for key in instance if key not in known)
        near = get_close_matches(extra, known, n=1)
        if near:
            return text("check.unknown-key-near", key=Words(extra), near=Words(near[0]))
        return text("check.unknown-key", key=Words(extra), known=Words(", ".join(known)))
    needed: Any = error.validator_value
    if error.validator == "required":
        missing = next(key for key in needed if key not in instance)
        return text("check.missing-key", key=Words(missing))
    if error.validator == "enum":
        options = [str(one) for one in needed if one is not None]
        near = get_close_matches(str(error.instance), options, n=1)
        id = "check.no-option-near" if near else "check.no-option"
        said = {"near": Words(near[0])} if near else {}
        return text(id, found=_shown(error.instance), options=Words(", ".join(options)), **said)
    return _in_words(error)


def _in_words(error: ValidationError) -> Text:
    """By the description and the example that stand nearest."""
    outer: ValidationError | None = error
    while outer is not None:
        schema = outer.schema if isinstance(outer.schema, dict) else {}
        if means := schema.get("description"):
            example = json.dumps(schema["examples"][0], ensure_ascii=False) if schema.get("examples") else ""
            id = "check.shape-example" if example else "check.shape"
            return text(id, found=_shown(error.instance), means=Words(means), example=Words(example))
        outer = cast("ValidationError | None", outer.parent)
    return text("check.schema", says=Words(error.message[:LONGEST]))


def _shown(value: object) -> Words:
    return Words(json.dumps(value, ensure_ascii=False, default=str)[:LONGEST])
