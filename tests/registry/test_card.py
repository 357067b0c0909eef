"""Every record of the knowledge can be shown, with a source behind what has one and no message missing."""

import re

import pytest

from waystation.core.conditions import Leaf, walk
from waystation.core.practices import Practice
from waystation.core.wording import condition_text
from waystation.papers import record_document, to_text
from waystation.registry.card import card
from waystation.say import Say

SAY = Say()
RAW = re.compile(r"\b(card|condition|gives|option|fact|spot|takes|quota|waiting|cost|excludes|level)\.[a-z]")


def shown(knowledge, id):
    return card(knowledge.record(id), knowledge)


def lines(shown_card):
    return {SAY(title): [SAY(line.text) for line in told] for title, told in shown_card.parts}


@pytest.mark.slow
def test_every_record_can_be_shown(knowledge):
    for record in knowledge.records():
        words = to_text(record_document(card(record, knowledge), "en"))
        assert record.title.split()[0] in words
        assert RAW.findall(words) == [], record.id
        assert "{" not in words, record.id


def test_every_part_of_a_practice_is_shown(knowledge):
    """What stands in the file stands on the card: as many lines as entries."""
    for record in knowledge.practices.values():
        told = lines(card(record, knowledge))
        assert len(told.get("What it gives", ())) == len(record.gives), record.id
        assert len(told.get("What to bring", ())) == len(record.needs), record.id
        assert len(told.get("Where to ask", ())) == len(record.where), record.id
        assert len(told.get("Exceptions", ())) == len(record.unless), record.id
        assert len(told.get("What it costs", ())) == len(record.costs), record.id
        assert ("Know this before you do it" in told) == bool(record.warning), record.id


def test_each_line_carries_the_sources_that_its_tests_name(knowledge):
    record = knowledge.practices["pl-humanitarian-visa-d21"]
    named = {node.source for node in walk(record.who.node) if isinstance(node, Leaf) and node.source}
    whom = next(told for title, told in shown(knowledge, record.id).parts if title.id == "card.condition")
    assert named
    assert {one.name for line in whom for one in line.citations} == named


def test_no_source_of_a_statement_is_lost(knowledge):
    """Each source that a part of a practice names stands behind a line of its card."""
    for record in knowledge.practices.values():
        cited = {one.name for _, told in card(record, knowledge).parts for line in told for one in line.citations}
        assert {one.it.source for one in record.gives if one.it.source} <= cited, record.id
        assert {one.source for one in record.where if one.source} <= cited, record.id


def test_a_ban_says_what_it_closes_and_its_exceptions_in_order(knowledge):
    bans = [one for one in knowledge.practices.values() if one.kind == "ban"]
    assert bans
    for ban in bans:
        told = lines(card(ban, knowledge))
        assert told["What is closed"]
        said = [SAY(condition_text(one.node, knowledge.facts, knowledge.title_of)) for one in ban.unless]
        assert [line.removeprefix("not if: ") for line in told.get("Exceptions", [])] == said


def test_a_place_says_who_may_enter_and_how_long(knowledge):
    told = lines(shown(knowledge, "ge"))
    assert "passport of Belarus: without a visa, 365 days from each entry" in told["Who may enter"]
    assert any(line.startswith("Poland, in Tbilisi; takes: ") for line in told["Missions there"])


def test_an_agreement_says_whom_it_binds_and_since_when(knowledge):
    told = lines(shown(knowledge, "cis-wanted-list"))
    assert any("Russia" in line for line in told["Members"])
    assert len(told["Members"]) == len(knowledge.agreements["cis-wanted-list"].parties)


def test_a_danger_says_when_it_has_which_level(knowledge):
    record = knowledge.dangers["consulate-visit-danger"]
    told = lines(shown(knowledge, record.id))
    assert len(told["When it is a danger"]) == len(record.levels)
    assert told["What can be done"] == [knowledge.remedies[one].title for one in record.answered_by]


def test_confidence_state_and_age_are_told(knowledge):
    record = knowledge.record("pl-humanitarian-visa-d21")
    assert isinstance(record, Practice)
    shown_card = card(record, knowledge)
    assert shown_card.confidence == knowledge.confidence(record)
    assert shown_card.checked == min(one.checked for one in record.sources.values())
    assert shown_card.state == record.state


@pytest.mark.parametrize("renewal", ["none", "expected"])
def test_an_end_says_what_follows(knowledge, renewal):
    ends = [one for one in knowledge.records() if one.valid.until and one.valid.renewal == renewal]
    for record in ends:
        said = lines(card(record, knowledge))["Since when"][-1]
        assert said.startswith("Until ")
        assert ("over" in said) == (renewal == "none")
    assert ends
