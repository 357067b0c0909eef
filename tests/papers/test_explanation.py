"""Why a practice is open, closed or unknown, as a page."""

import pytest

from tests.papers.answers import ROOT, knowledge, strings
from waystation.casework.advise import explain_practice
from waystation.core.texts import text
from waystation.core.truth import UNKNOWN
from waystation.desks.planner import read_case
from waystation.papers import explanation_document, to_html, to_text
from waystation.papers.document import Bullets
from waystation.registry.yaml import read_yaml
from waystation.say import PSEUDO, Say, country_codes


def case():
    plain = read_yaml(ROOT / "examples" / "journalist.yaml")
    return read_case(plain, knowledge().facts, country_codes())


def explained(practice):
    return explain_practice(case(), practice, knowledge())


@pytest.fixture(scope="module")
def every():
    return [explained(id) for id in sorted(knowledge().as_of(case().as_of).practices)]


def test_every_practice_can_be_explained_and_says_who_can_check_it(every):
    for one in every:
        told = list(strings(explanation_document(one, "en").blocks))
        assert told[0] == one.title or one.title in told
        assert all(body.title in "\n".join(told) for body in one.by)


@pytest.mark.slow
def test_every_page_has_a_text_and_an_html(every):
    for one in every:
        page = explanation_document(one, "en")
        assert to_text(page)
        assert to_html(page).startswith(b"<!doctype html>")


def test_the_verdict_is_one_of_the_sentences_made_for_it(every):
    say = Say()
    ids = ("no", "unknown", "yes-plain", "yes-may-be-asked", "yes-by-others", "ban-here", "ban-not-here")
    sentences = {say(text(f"explain.{id}")) for id in ids}
    for one in every:
        told = set(strings(explanation_document(one, "en").blocks))
        assert len(told & sentences) == 1


def test_what_is_not_known_is_named(every):
    unknown = [one for one in every if one.truth is UNKNOWN]
    assert unknown
    assert [one.practice for one in unknown if not one.questions and not one.law] == []


def test_what_must_all_be_so_stands_line_by_line():
    one = explained("pl-humanitarian-visa-d21")
    lists = [block for block in explanation_document(one, "en").blocks if isinstance(block, Bullets)]
    assert len(lists[1].lines) == len(dict(one.condition.values)["parts"].parts)


def test_it_speaks_another_language_as_a_whole(every):
    say = Say(PSEUDO)
    for one in every[:5]:
        assert say(text("explain.because")) in set(strings(explanation_document(one, PSEUDO).blocks))
