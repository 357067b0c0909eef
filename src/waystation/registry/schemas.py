"""The contract: each file held against its JSON Schema, with the line of what does not fit."""

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from referencing import Registry, Resource

from waystation.core.cards import Remark
from waystation.core.texts import Text, Words, text
from waystation.errors import ShapeError
from waystation.registry.layers import ENDED
from waystation.registry.lines import Places
from waystation.registry.read import KINDS, LISTS, NAMES
from waystation.registry.words import FOLDER as WORDS
from waystation.registry.yaml import read_yaml

OTHERS = {ENDED: "ending", WORDS: "words"}
"""Folders beside the records → their schema."""
LONGEST = 60
"""Characters of what somebody wrote that are repeated to them."""


@cache
def _schemas(folder: Path) -> dict[str, Any]:
    return {file.name: json.loads(file.read_text("utf-8")) for file in sorted(folder.glob("*.schema.json"))}


@cache
def validator(folder: Path, name: str) -> Draft202012Validator:
    """The validator of `<name>.schema.json`; schemas may refer to each other by file name."""
    registry: Registry[Any] = Registry().with_resources(
        (id, Resource.from_contents(schema)) for id, schema in _schemas(folder).items()
    )
    whole = _schemas(folder)[f"{name}.schema.json"]
    return Draft202012Validator(whole, registry=registry, format_checker=FormatChecker())


@cache
def quick(folder: Path, name: str) -> jsonschema_rs.Draft202012Validator:
    """The same in Rust. It only says whether something fits: what to write instead is said by the other."""
    registry = jsonschema_rs.Registry(list(_schemas(folder).items()))
    whole = _schemas(folder)[f"{name}.schema.json"]
    return jsonschema_rs.Draft202012Validator(whole, registry=registry, validate_formats=True)


def shape_remarks(folders: Sequence[Path], already: set[str], where: Places) -> Iterator[Remark]:
    """What does not fit its schema, files with a fault that is `already` known left out."""
    contract = next((folder / "schema" for folder in folders if (folder / "schema").is_dir()), None)
    if contract is None:
        raise ShapeError("error.no-folder", where=str(folders[0] / "schema"))
    for kind in (*KINDS, *LISTS, *OTHERS):
        for folder in folders:
            for file in sorted((folder / kind).rglob("*.yaml")):
                if str(file) not in already:
                    yield from _file(file, kind, contract, where)


def _file(file: Path, kind: str, contract: Path, where: Places) -> Iterator[Remark]:
    plain = read_yaml(file)
    name = {**NAMES, **OTHERS}[kind]
    items = enumerate(plain) if kind in LISTS and isinstance(plain, list) else [(None, plain)]
    for at, item in items:
        if quick(contract, name).is_valid(item):
            continue
        error = best_match(validator(contract, name).iter_errors(item))
        if error is not None:
            path = (*(() if at is None else (at,)), *error.absolute_path)
            yield Remark(where=where.line(file, path), text=_said(error))


def _said(error: ValidationError) -> Text:
    """What does not fit, and what to write instead, in the words of the schema."""
    schema = error.schema if isinstance(error.schema, dict) else {}
    found: Any = error.instance
    wanted: Any = error.validator_value
    if error.validator in ("additionalProperties", "required") and isinstance(found, dict):
        known = sorted(schema.get("properties", {}))
        extra = [str(key) for key in found if key not in known and schema.get("additionalProperties") is False]
        if extra:
            return _unknown_key(extra[0], known)
        return text("check.missing-key", key=Words(next(key for key in wanted if key not in found)))
    if error.validator == "enum":
        return _no_option(found, [str(one) for one in wanted if one is not None])
    if error.validator == "type":
        kind = wanted[0] if isinstance(wanted, list) else wanted
        return text("check.type", found=_shown(found), kind=text(f"check.type-{kind}"))
    return _in_words(error)


def _unknown_key(key: str, known: list[str]) -> Text:
    near = get_close_matches(key, known, n=1)
    if near:
        return text("check.unknown-key-near", key=Words(key), near=Words(near[0]))
    return text("check.unknown-key", key=Words(key), known=Words(", ".join(known)))


def _no_option(found: object, options: list[str]) -> Text:
    near = get_close_matches(str(found), options, n=1)
    told = Words(", ".join(options))
    if near:
        return text("check.no-option-near", found=_shown(found), options=told, near=Words(near[0]))
    return text("check.no-option", found=_shown(found), options=told)


def _in_words(error: ValidationError) -> Text:
    """By the description and the example that stand nearest; the schema as a whole has one."""
    described = (one for one in _outward(error) if one.get("description"))
    schema: dict[str, Any] = next(described, {"description": error.message})
    means, example = str(schema["description"]), schema.get("examples", [])
    if example:
        shown = Words(json.dumps(example[0], ensure_ascii=False))
        return text("check.shape-example", found=_shown(error.instance), means=Words(means), example=shown)
    return text("check.shape", found=_shown(error.instance), means=Words(means))


def _outward(error: ValidationError | None) -> Iterator[dict[str, Any]]:
    """The schema that was broken, and those around it."""
    while error is not None:
        if isinstance(error.schema, dict):
            yield error.schema
        error = cast("ValidationError | None", error.parent)


def _shown(value: object) -> Words:
    return Words(json.dumps(value, ensure_ascii=False, default=str)[:LONGEST])
