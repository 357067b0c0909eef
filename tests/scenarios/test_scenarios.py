"""Every expert's test of the knowledge agrees; a wrong one is seen."""

from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from waystation.casework.examine import examine
from waystation.core.scenarios import Expected
from waystation.registry.scenarios import read_scenarios
from waystation.registry.schemas import validator
from waystation.registry.yaml import read_yaml
from waystation.say import Say, country_codes

DATA = Path(__file__).parents[2] / "data"
FILES = sorted((DATA / "scenarios").rglob("*.yaml"))
SOME = [
    pytest.param(file, id=file.stem, marks=() if at % 20 == 0 else pytest.mark.slow)
    for at, file in enumerate(FILES)
]
"""Every twentieth is tried by `make quick` too."""


@pytest.fixture(scope="session")
def scenarios(knowledge):
    return dict(read_scenarios(DATA / "scenarios", knowledge.facts))


@pytest.mark.parametrize("file", SOME)
def test_the_knowledge_agrees_with_the_expert(file, scenarios, knowledge):
    assert [Say()(one.text) for one in examine(scenarios[file], knowledge, country_codes())] == []


def test_each_fits_its_schema_and_names_its_source(scenarios):
    checker: Draft202012Validator = validator(DATA / "schema", "scenario")
    faults = [f"{file.stem}: {one.message}" for file in FILES for one in checker.iter_errors(read_yaml(file))]
    assert faults == []
    assert [file.stem for file in FILES if not scenarios[file].sources] == []


def test_a_wrong_answer_is_seen(scenarios, knowledge):
    """Each kind of expectation, turned round, is told."""
    one = next(one for one in scenarios.values() if one.id.startswith("am-") and one.expects.verdicts)
    (practice, wanted), *_ = [
        pair for each in scenarios.values() for pair in each.expects.verdicts.items() if each.id == one.id
    ] or [("pl-asylum-claim", "yes")]
    other = "no" if wanted != "no" else "yes"
    wrong = Expected(
        verdicts={practice: other}, dangers={"refoulement": "low"}, plans_to=("RU",), do_not_go=("NO",)
    )  # fmt: skip
    found = examine(msgspec.structs.replace(one, expects=wrong), knowledge, country_codes())
    assert [each.text.id for each in found] == [
        "examine.verdict", "examine.danger", "examine.no-plan", "examine.may-go",
    ]  # fmt: skip
