"""Each schema and its class say the same, and what we ship and answer fits them."""

import datetime as dt
import json
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from tests.registry.contract import ROOT, SCHEMAS, Contract, schema
from waystation.casework.advise import advise
from waystation.casework.assess import assess
from waystation.casework.find_way import find_way
from waystation.core.assessments import Assessment, LegAnswer
from waystation.core.borders import Territory
from waystation.core.casefile import LEVELS, SPREAD
from waystation.core.codec import to_json
from waystation.core.facts import FactType
from waystation.core.measures import Grade
from waystation.core.places import Place
from waystation.core.plans import Advice, Goal, PlanChange, diff
from waystation.core.practices import Practice
from waystation.core.records import Ending
from waystation.core.scenarios import Scenario
from waystation.core.sources import Publisher, Source
from waystation.core.ways import Age, KnownWay, Routes, WayAsked, WaysFound
from waystation.core.world import Agreement, Body, Danger, Door, Incident, Need, ParameterValues, Remedy
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.lands import lands_of
from waystation.desks.journeys.pasted import read_pasted
from waystation.desks.planner import read_case
from waystation.desks.planner.case import Limits
from waystation.desks.planner.caseread import NOT_FACTS
from waystation.registry.borders import read_land
from waystation.registry.read import KINDS, LISTS, NAMES, read_knowledge
from waystation.registry.schemas import validator
from waystation.registry.words import WordsFile
from waystation.registry.yaml import read_yaml
from waystation.say import country_codes

CLASSES = {
    "practice": Practice, "place": Place, "agreement": Agreement, "incident": Incident, "body": Body,
    "danger": Danger, "remedy": Remedy, "fact": FactType, "publisher": Publisher, "parameter": ParameterValues,
    "source": Source, "ending": Ending, "need": Need, "scenario": Scenario, "territory": Territory,
    "door": Door,
    "words": WordsFile,
}  # fmt: skip
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
VALUES = ("words", "language", "code", "amount", "currency", "parts")
"""What stands in the values of a message, each described as a whole."""
ALL = sorted(file.name.removesuffix(".schema.json") for file in SCHEMAS.glob("*.json"))


@pytest.mark.parametrize(("name", "kind"), CLASSES.items())
def test_schema_and_class_say_the_same(name, kind):
    assert Contract(name).differences(kind) == []


def test_the_answer_and_its_class_say_the_same():
    assert Contract("advice", whole=True).differences(Advice) == []


def test_an_assessment_fits_its_schema():
    knowledge = read_knowledge(ROOT / "data")
    lands = lands_of(read_land([ROOT / "data"]), knowledge.territories)
    way = read_pasted("FR4978 ATH-VNO 23MAY", dt.date(2026, 11, 24))
    case = read_case(read_yaml(ROOT / "examples" / "journalist.yaml"), knowledge.facts, country_codes())
    answer = assess(case, knowledge, way, lands)
    assert answer.legs[0].over
    written = json.loads(to_json(answer))
    assert [error.message for error in validator(SCHEMAS, "assessment").iter_errors(written)] == []
    known = set(schema("assessment")["properties"])
    assert known == set(Assessment.__struct_fields__)
    assert set(schema("assessment")["$defs"]["leg"]["properties"]) == set(LegAnswer.__struct_fields__)


def test_ways_that_were_found_fit_their_schema(knowledge, case_of):
    lands = lands_of(read_land([ROOT / "data"]), knowledge.territories)
    onward = {"TBS": ("IST", "MSQ"), "IST": ("PRG",), "PRG": ("VNO",), "MSQ": ("VNO",)}
    routes = Routes(url="x", loaded=None, onward=onward, read=4, left_out=0)
    case = case_of(read_yaml(ROOT / "examples" / "journalist.yaml"))
    found = find_way(case, knowledge, read_asked("TBS", "VNO", case.as_of), routes, lands)
    assert found.ways
    assert found.closed
    written = json.loads(to_json(found))
    assert [error.message for error in validator(SCHEMAS, "ways").iter_errors(written)] == []
    whole = schema("ways")
    for fields, of in (
        (whole, WaysFound), (whole["$defs"]["way"], KnownWay), (whole["properties"]["asked"], WayAsked),
        (whole["properties"]["age"], Age),
    ):  # fmt: skip
        assert set(fields["properties"]) == set(fields["required"]) == set(of.__struct_fields__)


def test_the_changes_and_their_class_say_the_same():
    assert Contract("change", whole=True).differences(PlanChange, ("$defs", "change")) == []


def test_every_folder_has_its_schema():
    assert set(NAMES) == {*KINDS, *LISTS}
    assert {CLASSES[name] for name in NAMES.values()} == {*KINDS.values(), *LISTS.values()}
    assert CLASSES["ending"] is Ending
    assert set(ALL) == {*CLASSES, "record", "condition", "case", "advice", "assessment", "change", "ways"}


def test_the_schema_of_a_case_knows_the_keys_of_a_case():
    case = schema("case")
    assert set(case["properties"]) - {"here"} == set(NOT_FACTS)
    assert set(case["$defs"]["here"]["anyOf"][0]["properties"]) == set(SPREAD)
    assert set(case["properties"]["accepts"]["properties"]) == {*Limits.__struct_fields__}
    assert set(case["properties"]["accepts"]["properties"]["danger"]["enum"]) == {
        one.name.lower() for one in Grade
    }
    assert set(case["properties"]["goal"]["enum"]) == set(get_args(Goal))
    assert set(case["$defs"]["answer"]["anyOf"][0]["properties"]["level"]["enum"]) == set(LEVELS)


@pytest.mark.parametrize("name", ALL)
def test_a_schema_is_a_schema_and_its_examples_fit(name):
    whole = schema(name)
    Draft202012Validator.check_schema(whole)
    assert whole["description"]
    checker = validator(SCHEMAS, name)
    for example in whole.get("examples", ()):
        assert [error.message for error in checker.iter_errors(example)] == []


@pytest.mark.parametrize("name", ALL)
def test_every_field_of_a_schema_is_described(name):
    assert list(undescribed(schema(name), name)) == []


def undescribed(node, path):
    """Fields without a description of their own or of what they refer to."""
    if isinstance(node, list):
        for place, one in enumerate(node):
            yield from undescribed(one, f"{path}/{place}")
    if not isinstance(node, dict):
        return
    for key, one in node.get("properties", {}).items() if isinstance(node.get("properties"), dict) else ():
        if "const" not in one and "if" not in path.split("/") and "then" not in path.split("/"):
            whole = {**Contract(path.split("/")[0]).resolve(one, (path, schema(path.split("/")[0])))[0], **one}
            if "description" not in whole and key not in VALUES:
                yield f"{path}.{key}"
    for key, one in node.items():
        yield from undescribed(one, f"{path}/{key}")


@pytest.mark.slow
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_fits_the_schema_and_its_answer_too(file, case_of, knowledge):
    plain = read_yaml(file)
    assert list(validator(SCHEMAS, "case").iter_errors(plain)) == []
    answer = advise(case_of(plain), knowledge)
    written = json.loads(to_json(answer))
    assert [error.message for error in validator(SCHEMAS, "advice").iter_errors(written)] == []
    changed = json.loads(to_json(diff(answer, advise(case_of({**plain, "goal": "arrive"}), knowledge))))
    assert changed
    assert [error.message for error in validator(SCHEMAS, "change").iter_errors(changed)] == []


# The comparison sees what differs.


@pytest.mark.parametrize(
    ("name", "kind", "spoil", "says"),
    [
        ("body", Body, lambda whole: whole["properties"].pop("does"), "Body: fields differ: ['does']"),
        ("body", Body, lambda whole: whole["required"].remove("does"), "Body: required differ: ['does']"),
        ("body", Body, lambda whole: whole.pop("additionalProperties"), "Body: other keys must be refused"),
        ("body", Body, lambda whole: whole["properties"]["role"]["enum"].pop(), "Body.role: choices differ: ['care']"),
        ("body", Body, lambda whole: whole["properties"]["reach"]["items"]["properties"].pop("at"),
         "Body.reach[]: fields differ: ['at']"),
        ("danger", Danger, lambda whole: whole["properties"]["levels"]["items"]["properties"]["when"].pop("$ref"),
         "Danger.levels[].when: must be condition.schema.json"),
        ("practice", Practice, lambda whole: whole["$defs"]["effect"]["properties"].pop("ends"),
         "Practice.gives[]: fields differ: ['ends']"),
        ("practice", Practice, lambda whole: whole["$defs"]["takes"]["properties"]["low"].update(type=["string"]),
         "Practice.takes.low: nothing fits <class 'int'>"),
    ],
)  # fmt: skip
def test_a_difference_is_seen(name, kind, spoil, says):
    contract = Contract(name)
    spoil(contract.root[1])
    assert says in contract.differences(kind)


def test_a_file_that_does_not_fit_is_seen():
    errors = validator(SCHEMAS, "practice").iter_errors({"id": "a b", "title": "x", "country": "pl"})
    assert {error.json_path for error in errors} == {"$", "$.id", "$.country"}


@pytest.mark.parametrize(
    "condition",
    [
        {"all": []}, {"age": {"at_last": 18}}, {"some": {"of": "household"}}, {"Age": 3}, {"presume": {}},
        {"count": {"of": "trips", "at_most": 1, "at_least": 1}}, {"clock": {"from": "here_since"}}, {"age": {}},
    ],
)  # fmt: skip
def test_a_condition_of_the_wrong_shape_does_not_fit(condition):
    assert list(validator(SCHEMAS, "condition").iter_errors(condition))
