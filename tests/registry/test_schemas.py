"""Each schema and its class have the same fields, and what we ship and answer fits them."""

import json
from pathlib import Path

import pytest

from waystation.casework.advise import advise
from waystation.core import plans
from waystation.core.codec import to_json
from waystation.core.facts import FactType
from waystation.core.places import Place
from waystation.core.practices import Effect, Practice
from waystation.core.sources import Publisher, Source
from waystation.core.world import Agreement, Body, Danger, Incident, ParameterValues, Remedy
from waystation.registry.schemas import validator
from waystation.registry.yaml import read_yaml

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "data" / "schema"
CLASSES = {
    "practice": Practice, "place": Place, "agreement": Agreement, "incident": Incident, "body": Body,
    "danger": Danger, "remedy": Remedy, "fact": FactType, "publisher": Publisher, "parameter": ParameterValues,
    "source": Source,
}  # fmt: skip
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def schema(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize(("name", "kind"), CLASSES.items())
def test_schema_and_class_have_the_same_fields(name, kind):
    assert set(schema(name)["properties"]) == set(kind.__struct_encode_fields__)


@pytest.mark.parametrize(("name", "kind"), CLASSES.items())
def test_every_field_of_a_schema_is_described(name, kind):
    undescribed = [field for field, held in schema(name)["properties"].items() if "description" not in held]
    assert [field for field in undescribed if not field.endswith("source")] == []


def test_the_schema_knows_all_eleven_effects():
    held = schema("practice")["properties"]["gives"]["items"]["properties"]
    assert set(held) == set(Effect.__struct_fields__)
    for name, one in held.items():
        kind = type_of(name)
        assert set(one["properties"]) == set(kind.__struct_encode_fields__), name


def type_of(effect):
    return next(one for one in Effect.__annotations__[effect].__args__ if one is not type(None))


def test_the_schema_of_the_answer_has_the_fields_of_its_classes():
    for name, held in schema("advice")["$defs"].items():
        kind = getattr(plans, name, None)
        if kind is not None and hasattr(kind, "__struct_encode_fields__"):
            assert set(held["properties"]) - {"type"} == set(kind.__struct_encode_fields__), name


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_fits_the_schema_and_its_answer_too(file, case_of, knowledge):
    plain = read_yaml(file)
    assert list(validator(SCHEMAS, "case").iter_errors(plain)) == []
    answer = json.loads(to_json(advise(case_of(plain), knowledge)))
    assert [error.message for error in validator(SCHEMAS, "advice").iter_errors(answer)] == []
