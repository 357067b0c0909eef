"""The description of the API (OpenAPI 3.1), made from the values it hands out and the schemas of the knowledge."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from waystation.registry.shipped import knowledge_folder
from waystation.web.api.values import Changes, Problem, Questions, Records, Whole

HANDED_OUT = (Changes, Problem, Questions, Records, Whole)
FROM_FILES = ("case", "advice", "assessment", "record", "condition")
ROOT = "#/components/schemas/"
SCHEMA = "schema.json"


@cache
def description(version: str) -> dict[str, Any]:
    """The whole description. `version`: of the knowledge."""
    _, components = msgspec.json.schema_components(HANDED_OUT, ref_template=ROOT + "{name}")
    schemas = {**components, **{name: _from_file(name) for name in FROM_FILES}, "look": LOOK, "words": WORDS}
    about = json.loads((Path(__file__).parent / "openapi.json").read_text("utf-8"))
    about["info"]["version"] = version
    return {**about, "components": {**about["components"], "schemas": schemas}}


LOOK = {
    "type": "object",
    "properties": {
        "case": {"$ref": ROOT + "case"},
        "journey": {"type": "string", "maxLength": 4000},
    },
    "required": ["case"],
    "additionalProperties": False,
}
WORDS = {
    "type": "object",
    "properties": {"words": {"type": "string", "minLength": 1, "maxLength": 200}},
    "required": ["words"],
    "additionalProperties": False,
}


def _from_file(name: str) -> Any:
    """A schema of the knowledge, its references led to the place where it stands in the description."""
    whole = json.loads((knowledge_folder() / "schema" / f"{name}.{SCHEMA}").read_text("utf-8"))
    whole.pop("$schema", None)
    return _led(whole, name)


def _led(part: Any, name: str) -> Any:
    if isinstance(part, Mapping):
        return {key: _reference(one, name) if key == "$ref" else _led(one, name) for key, one in part.items()}
    return [_led(one, name) for one in part] if isinstance(part, list) else part


def _reference(to: str, name: str) -> str:
    """`record.schema.json#/$defs/day` → `#/components/schemas/record/$defs/day`."""
    file, _, path = to.partition("#")
    return ROOT + (file.removesuffix(f".{SCHEMA}") or name) + path
