"""Holds a schema against a class: the same fields, the same choices, the same fields that must be there."""

import datetime as dt
import json
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec.structs import fields

from waystation.core.conditions import Condition, StandingIn
from waystation.core.practices import Effect

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "data" / "schema"
NAMES = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


class Contract:
    """Differences between `<name>.schema.json` and a class. `whole`: every field is always written."""

    def __init__(self, name, *, whole=False):
        self.whole, self.seen = whole, set()
        self.root = (name, schema(name))

    def differences(self, kind, at=()):
        """Each difference as `path: what`; nothing if both say the same."""
        node = self.root[1]
        for key in at:
            node = node[key]
        return list(self.of(node, kind, self.root, kind.__name__))

    def resolve(self, node, home):
        """What a reference points to, and the file it stands in."""
        while "$ref" in node:
            file, _, pointer = node["$ref"].partition("#")
            if file:
                name = file.removesuffix(".schema.json")
                home = (name, schema(name))
            node = home[1]
            for key in pointer.strip("/").split("/") if pointer.strip("/") else ():
                node = node[key]
        return node, home

    def of(self, node, kind, home, path):
        if kind in (Condition, StandingIn):
            wanted = {Condition: "condition.schema.json", StandingIn: "condition.schema.json#/$defs/test"}[kind]
            if node.get("$ref") != wanted:
                yield f"{path}: must be {wanted}"
            return
        if kind is Any:
            return
        node, home = self.resolve(node, home)
        origin = get_origin(kind)
        if origin in (Union, UnionType):
            yield from self.union(node, get_args(kind), home, path)
        elif origin is Literal:
            yield from self.choice(node, set(get_args(kind)), path)
        elif origin in (tuple, list, frozenset):
            yield from self.several(node, get_args(kind), home, path)
        elif origin is dict:
            yield from self.of(node["additionalProperties"], get_args(kind)[1], home, f"{path}.*")
        elif issubclass(kind, Enum):
            yield from self.choice(node, {one.value for one in kind}, path)
        elif issubclass(kind, msgspec.Struct):
            yield from self.struct(node, kind, home, path)
        else:
            yield from self.scalar(node, kind, path)

    def struct(self, node, kind, home, path):
        key = (kind, json.dumps(node, sort_keys=True))
        if key in self.seen:
            return
        self.seen.add(key)
        config = kind.__struct_config__
        tag = {config.tag_field} if config.tag_field else set()
        held = {one.encode_name: one for one in fields(kind)}
        if set(node.get("properties", {})) != set(held) | tag:
            yield f"{path}: fields differ: {sorted(set(node.get('properties', {})) ^ (set(held) | tag))}"
            return
        must = set(held) if self.whole else {name for name, one in held.items() if one.required}
        if self.named(node) != must | tag:
            yield f"{path}: required differ: {sorted(self.named(node) ^ (must | tag))}"
        if node.get("additionalProperties") is not False:
            yield f"{path}: other keys must be refused"
        hints = get_type_hints(kind)
        if kind is Effect:  # an effect that is not there is left out, never null
            hints = {
                name: Union[tuple(one for one in get_args(hint) if one is not NoneType)]
                for name, hint in hints.items()
            }
        for name, one in held.items():
            yield from self.of(node["properties"][name], hints[one.name], home, f"{path}.{name}")

    def named(self, node):
        return set(node.get("required", ()))

    def union(self, node, kinds, home, path):
        """Each kind of the union fits a branch of the schema, and no branch is left over."""
        branches = list(self.branches(node, home))
        taken = set()
        for kind in kinds:
            fits = [n for n, (one, where) in enumerate(branches) if not self.quietly(one, kind, where, path)]
            taken |= set(fits)
            if not fits:
                yield f"{path}: nothing fits {kind}"
        if len(taken) < len(branches):
            yield f"{path}: a branch fits no kind"

    def quietly(self, node, kind, home, path):
        """Differences of one branch; what was seen on a wrong way is forgotten."""
        seen = set(self.seen)
        found = list(self.of(node, kind, home, path))
        if found:
            self.seen = seen
        return found

    def branches(self, node, home):
        """The ways in which a value may fit, each with the file it stands in."""
        node, home = self.resolve(node, home)
        if "anyOf" in node:
            for one in node["anyOf"]:
                yield from self.branches(one, home)
        elif isinstance(node.get("type"), list):
            yield from (({**node, "type": one}, home) for one in node["type"])
        elif None in node.get("enum", ()):
            yield {"type": "null"}, home
            yield {**node, "enum": [one for one in node["enum"] if one is not None]}, home
        else:
            yield node, home

    def choice(self, node, options, path):
        found = set(node.get("enum", [node["const"]] if "const" in node else ()))
        if found != options:
            yield f"{path}: choices differ: {sorted(map(str, found ^ options))}"

    def several(self, node, kinds, home, path):
        if node.get("type") != "array":
            yield f"{path}: must be a list"
        elif kinds[-1] is Ellipsis or len(kinds) == 1:
            yield from self.of(node["items"], kinds[0], home, f"{path}[]")

    def scalar(self, node, kind, path):
        wanted = "string" if kind is dt.date else NAMES[kind]
        words = "enum" in node and {type(one) for one in node["enum"]} == {kind}
        if not words and node.get("type") != wanted and (node.get("type"), kind) != ("number", int):
            yield f"{path}: must be {wanted}, not {node.get('type')}"
        if kind is dt.date and node.get("format") != "date":
            yield f"{path}: must be a day"
