"""Records are found by their words, whatever the accents, best first, in an order that stays."""

import pytest

from tests.registry.folder import small
from waystation.errors import NotFoundError
from waystation.registry.read import read_knowledge
from waystation.registry.search import search, tokens
from waystation.say import Say

NAME = Say().country


def found(knowledge, words):
    return [hit.id for hit in search(knowledge, words, NAME)]


@pytest.fixture
def little(tmp_path):
    folder = small(tmp_path)
    for id, title in (("aa-visas", "Visas and more"), ("bb-advisory", "Advisory"), ("cc-visa", "Żółta viza")):
        words = (folder / "bodies/pl-office.yaml").read_text("utf-8")
        words = (
            words.replace("id: pl-office", f"id: {id}")
            .replace("The office", title)
            .replace("country: PL", "country: GE")
        )
        (folder / f"bodies/{id}.yaml").write_text(words, "utf-8")
    return read_knowledge(folder)


def test_every_word_must_stand_somewhere(little):
    assert found(little, "poland office") == ["pl-office"]
    assert found(little, "poland office nowhere") == []


def test_a_country_is_found_by_its_name_and_by_its_code(little):
    assert "pl-office" in found(little, "POLAND")
    assert "pl-office" in found(little, "pl")
    assert {"aa-visas", "bb-advisory", "cc-visa"} <= set(found(little, "georgia"))


def test_accents_and_case_are_left_aside(little):
    assert found(little, "ZOLTA") == found(little, "żółta") == ["cc-visa"]
    assert tokens("Żółw-2, Łódź: Ærø") == ["zolw", "2", "lodz", "æro"]


def test_a_whole_word_counts_more_than_a_beginning_and_that_more_than_a_middle(little):
    hits = {hit.id: hit.score for hit in search(little, "vis", NAME)}
    assert hits["aa-visas"] > hits["bb-advisory"]
    assert found(little, "visa")[0] == "pl-visa"


def test_equal_scores_stand_in_a_fixed_order(little):
    hits = search(little, "georgia", NAME)
    keys = [(-hit.score, len(tokens(hit.title)), hit.id) for hit in hits]
    assert keys == sorted(keys)
    assert hits == search(little, "georgia", NAME)


@pytest.mark.parametrize("words", ["", "  ", "?!", "___"])
def test_no_word_is_no_question(little, words):
    with pytest.raises(NotFoundError) as caught:
        search(little, words, NAME)
    assert caught.value.id == "error.nothing-asked"


def test_the_knowledge_is_searched_as_people_ask(knowledge):
    assert found(knowledge, "poland humanitarian visa")[0] == "pl-humanitarian-visa-d21"
    assert found(knowledge, "czech nomination")[0] == "cz-civil-society-nomination"
    assert search(knowledge, "lithuania passport", NAME)[0].kind == "practice"
