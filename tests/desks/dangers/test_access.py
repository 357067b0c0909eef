"""How open a pathway was on a day: by its own state, and by whoever must decide before."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from waystation.core.codec import from_plain
from waystation.core.knowledge import Knowledge
from waystation.core.practices import Practice
from waystation.desks.dangers.access import access_on

DAY = dt.date(2024, 6, 1)
SOURCE = {"s1": {"url": None, "publisher": "p", "checked": "2020-01-01", "seen": "page", "says": "x"}}
ASKS = {"who": {"decisions": {"has_any": ["chosen"]}}}
GIVES = {"gives": [{"decision": {"name": "chosen"}}]}


def practices(base: Knowledge, **each: dict[str, Any]) -> Knowledge:
    read = {id: _practice(base, id, more) for id, more in each.items()}
    return msgspec.structs.replace(base, practices=read)


def _practice(base: Knowledge, id: str, more: dict[str, Any]) -> Practice:
    plain = {
        "id": id, "title": id, "country": "QA", "area": "entry", "kind": "visa", "by": ["b"], "sources": SOURCE, **more,
    }  # fmt: skip
    return from_plain(plain, Practice, base.facts)


@pytest.mark.parametrize(
    ("more", "expects"),
    [
        ({}, "open"),
        ({"access": "discretionary"}, "open"),
        ({"access": "referral"}, "gated"),
        ({"state": "suspended"}, "not-open"),
        ({"valid": {"from": "2024-06-02"}}, "not-open"),
        ({"valid": {"until": "2024-05-31", "renewal": "none"}}, "not-open"),
        ({"valid": {"until": "2024-06-01", "renewal": "none"}}, "open"),
        ({"valid": {"until": "2024-05-31", "renewal": "expected"}}, "not-known"),
        ({"public_since": "2024-06-02"}, "not-open"),
    ],
)
def test_a_pathway_is_as_open_as_its_own_record(knowledge: Knowledge, more: dict[str, Any], expects: str) -> None:
    assert access_on("visa", DAY, practices(knowledge, visa=more)) == expects


@pytest.mark.parametrize(
    ("nomination", "expects"),
    [
        ({"access": "referral"}, "gated"),
        ({}, "open"),
        ({"access": "referral", "state": "ended"}, "not-open"),
        ({"access": "referral", "public_since": "2025-01-01"}, "not-open"),
        ({"valid": {"until": "2024-05-31", "renewal": "expected"}}, "not-known"),
    ],
)
def test_a_pathway_is_no_more_open_than_the_decision_it_asks_for(
    knowledge: Knowledge, nomination: dict[str, Any], expects: str
) -> None:
    known = practices(knowledge, visa=ASKS, nomination={**GIVES, **nomination})
    assert access_on("visa", DAY, known) == expects


def test_of_several_who_may_decide_the_most_open_counts(knowledge: Knowledge) -> None:
    known = practices(knowledge, visa=ASKS, closed={**GIVES, "state": "ended"}, chosen={**GIVES, "access": "call"})
    assert access_on("visa", DAY, known) == "gated"


def test_a_decision_is_asked_for_only_where_nothing_else_would_do(knowledge: Knowledge) -> None:
    either = {"who": {"any": [{"decisions": {"has_any": ["chosen"]}}, {"threat_at_home": True}]}}
    known = practices(knowledge, visa=either, nomination={**GIVES, "access": "referral"})
    assert access_on("visa", DAY, known) == "open"


def test_decisions_that_ask_for_one_another_end(knowledge: Knowledge) -> None:
    known = practices(knowledge, one={**ASKS, **GIVES}, other={**ASKS, **GIVES})
    assert access_on("one", DAY, known) == "not-open"


def test_a_decision_that_no_record_gives_closes_nothing(knowledge: Knowledge) -> None:
    assert access_on("visa", DAY, practices(knowledge, visa=ASKS)) == "open"
