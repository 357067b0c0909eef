"""The API: as it is described, and the same answers as the command line."""

import json

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.architecture.tree import ROOT
from waystation.casework.advise import advise
from waystation.core.codec import to_json
from waystation.desks.planner import read_case
from waystation.registry.schemas import validator
from waystation.registry.yaml import read_yaml
from waystation.say import country_codes
from waystation.web import known

CASE = {"as_of": "2026-11-24", "here": "GE", "nationalities": {"complete": True, "values": ["BY"]}}


@pytest.fixture
def send(ask):
    return lambda where, plain: ask.post(f"/api/v1/{where}", json.dumps(plain), content_type="application/json")


def test_a_plan_is_what_the_command_line_prints(send, knowledge):
    plain = read_yaml(ROOT / "examples" / "stateless.yaml")
    case = read_case(plain, knowledge.facts, country_codes())
    answer = send("plan", plain)
    assert answer.status_code == 200
    assert answer.content == to_json(advise(case, knowledge, between=known.lines()))


def test_answers_fit_the_schemas_of_the_knowledge(send):
    for where, plain, schema in (
        ("plan", CASE, "advice"),
        ("assess", {"case": CASE, "journey": "TBS-VNO 23DEC"}, "assessment"),
    ):
        answer = send(where, plain)
        assert answer.status_code == 200
        errors = validator(ROOT / "data" / "schema", schema).iter_errors(json.loads(answer.content))
        assert [one.message for one in errors] == []


@pytest.mark.parametrize(
    ("where", "plain", "says"),
    [
        ("plan", {}, "holds no facts"),
        ("plan", {**CASE, "nationalty": ["BY"]}, "nationalty"),
        ("plan", {**CASE, "here": "ZZ"}, "There is no country"),
        ("assess", {"case": CASE, "journey": 7}, "journey"),
        ("assess", [], "case"),
        ("search", {"words": ""}, "words"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_sentence(send, where, plain, says):
    answer = send(where, plain)
    assert answer.status_code == 400
    problem = json.loads(answer.content)
    assert says in problem["error"]
    assert "\n" not in problem["error"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 50_000])
def test_what_is_no_json_is_refused(ask, body):
    assert ask.post("/api/v1/plan", body, content_type="application/json").status_code == 400


def test_too_much_is_refused(ask):
    assert ask.post("/api/v1/plan", b" " * 200_000, content_type="application/json").status_code == 413


def test_a_misspelt_parameter_is_not_passed_over(ask):
    assert ask.get("/api/v1/records?contry=CZ").status_code == 400


LEFT_OUT = [positive_data_acceptance]
"""A case may fit the schema and still not be: a day too far away, a country that there is not."""
OPERATIONS = ("records", "record", "facts", "changes", "search", "plan", "assess")


@pytest.fixture(scope="module")
def described(pages):
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def test_every_operation_is_looked_at(described):
    assert {found.ok().definition.raw["operationId"] for found in described.get_all_operations()} == {*OPERATIONS}


@pytest.mark.slow
@pytest.mark.parametrize("name", OPERATIONS)
def test_the_api_does_what_its_description_says(described, name):
    operation = described.find_operation_by_id(name)

    @given(case=operation.as_strategy())
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    def look(case):
        case.call_and_validate(excluded_checks=LEFT_OUT, headers={"Accept-Encoding": "identity"})

    look()
