"""The cast speaks only of facts that the knowledge asks for."""

import re

import pytest

from tests.architecture.tree import DATA
from tests.people import ALESIA, CAST, MALLORY, changed, without

OF_THE_CASE = {"as_of", "goal", "accepts", "household", "id"}


def asked() -> set[str]:
    texts = [path.read_text("utf-8") for path in (DATA / "facts").glob("*.yaml")]
    return {name for text in texts for name in re.findall(r"^- (?:\{)?id: ([a-z_]+)", text, re.MULTILINE)}


@pytest.mark.parametrize("name", CAST)
def test_everyone_speaks_of_facts_that_exist(name):
    case = CAST[name]
    members = case.get("household", {}).get("members", [])
    assert {fact for one in (case, *members) for fact in one} - OF_THE_CASE <= asked()


@pytest.mark.parametrize("fault", MALLORY)
def test_mallory_differs_from_alesia_in_one_field(fault):
    case, field = MALLORY[fault]
    assert [name for name in case if case[name] != ALESIA.get(name)] == [field]


def test_changing_a_copy_leaves_the_person_as_she_is():
    younger = changed(ALESIA, age=17, carers=None)
    assert (younger["age"], ALESIA["age"], "carers" in younger) == (17, 37, False)
    younger["household"]["members"].clear()
    assert ALESIA["household"]["members"]
    assert "age" not in without(ALESIA, "age")
