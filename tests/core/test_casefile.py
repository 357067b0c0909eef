"""What somebody half knows: one of several, a range, an open list; and what cannot be an answer."""

import datetime as dt

import pytest

from tests.making import VOCABULARY
from waystation.core.casefile import read_known
from waystation.core.facts import Among, Listing, Members, Range
from waystation.errors import ShapeError


@pytest.mark.parametrize(
    ("fact", "spelled", "known"),
    [
        ("word", "a", "a"), ("word", {"among": ["a", "b"]}, Among(frozenset({"a", "b"}))), ("flag", {"among": [True, False]}, Among(frozenset({True, False}))),
        ("count_of", {"from": 1, "to": 3}, Range(1, 3)), ("count_of", {"from": 1}, Range(1, None)),
        ("began", {"to": "2026-01-01"}, Range(None, dt.date(2026, 1, 1))),
        ("level", {"from": "A2", "to": "B1"}, Among(frozenset({"A2", "B1"}))), ("level", {"from": "B1"}, Among(frozenset({"B1", "B2"}))),
        ("level", {"to": "A1"}, Among(frozenset({"A1"}))),
        ("tags", ["x"], Members(frozenset({"x"}))), ("tags", {"complete": True, "values": []}, Members(complete=True)),
        ("tags", {"values": ["x"], "lacks": ["y"]}, Members(frozenset({"x"}), frozenset({"y"}))),
        ("things", [{"n": {"from": 2}, "flag": "unknown"}], Listing(({"n": Range(2, None)},))),
    ],
)  # fmt: skip
def test_what_is_half_known_is_read(fact, spelled, known):
    assert read_known(spelled, VOCABULARY[fact]) == known


@pytest.mark.parametrize(
    ("fact", "spelled", "id"),
    [
        ("word", {"from": "a", "to": "b"}, "error.bad-option"), ("flag", {"from": False}, "error.bad-bool"), ("home", {"from": "QA"}, "error.bad-country"),
        ("word", {"among": []}, "error.expected-list"), ("word", {"among": "a"}, "error.expected-list"), ("word", {"among": ["z"]}, "error.bad-option"),
        ("count_of", {"from": 3, "to": 1}, "error.range-backwards"), ("level", {"from": "B2", "to": "A1"}, "error.range-backwards"),
        ("level", {"from": "B3"}, "error.bad-option"), ("count_of", {"from": None}, "error.bad-number"), ("count_of", {}, "error.bad-number"),
    ],
)  # fmt: skip
def test_what_cannot_be_an_answer_is_refused(fact, spelled, id):
    with pytest.raises(ShapeError) as caught:
        read_known(spelled, VOCABULARY[fact])
    assert caught.value.id == id
