"""Values go to plain JSON and come back the same: all the knowledge, and practices that were made up."""

import random

import msgspec
import pytest

from tests.making import VOCABULARY, Maker, maker
from waystation.core.codec import from_plain, to_json, to_plain
from waystation.core.practices import Practice
from waystation.errors import ShapeError

HERE = {**VOCABULARY, "here": msgspec.structs.replace(VOCABULARY["home"], id="here")}
SOURCE = {"url": None, "publisher": "p", "checked": "2026-11-01", "seen": "page", "says": "Words."}


def test_every_record_of_the_knowledge_comes_back_the_same(knowledge):
    count = 0
    for record in knowledge.records():
        plain = to_plain(record)
        assert from_plain(plain, type(record), knowledge.facts) == record, record.id
        assert from_plain(msgspec.json.decode(to_json(record)), type(record), knowledge.facts) == record, record.id
        count += 1
    assert count > 300


@pytest.mark.parametrize("kind", ["facts", "publishers", "parameters"])
def test_every_line_of_a_list_comes_back_the_same(knowledge, kind):
    for one in getattr(knowledge, kind).values():
        assert from_plain(to_plain(one), type(one), knowledge.facts) == one


def effects(made: Maker, chance: random.Random) -> list[dict]:
    country = chance.choice(["QA", "QB"])
    length = chance.choice([{"years": 1}, {"days": 90}, {"months": 6}])
    every = [
        {"entry": {"to": country, "within": length, "entries": chance.choice(["one", "many"])}},
        {"status": {"in": country, "kind": "visa", "name": "v", "length": chance.choice([length, "unlimited"]),
                    "from": chance.choice(["entry", "grant", "filing"]), "renewable": chance.random() < 0.5}},
        {"right": {"to": "work", "in": country}}, {"document": {"kind": "passport", "issuer": country, "length": length}},
        {"decision": {"name": "n", "by": "b"}}, {"service": {"name": "school", "in": country}},
        {"money": {"amount": chance.randint(1, 9) * 100.5, "currency": "EUR", "per": "month", "for": "rent"}},
        {"cover": {"costs": "travel"}}, {"ends": {"status": "pending", "in": country}},
        {"shields": {"from": ["refoulement"], "in": country}}, {"advice": {"text": "Do this.", "before": "departure"}},
    ]  # fmt: skip
    return chance.sample(every, chance.randint(1, len(every)))


def practice(seed: int) -> dict:
    """A practice as a file holds it, with every field that may stand in one."""
    made = maker(seed)
    chance = made.chance
    when = made.spelled(2)
    return {
        "id": f"made-{seed}", "title": "Made up", "country": "QA", "area": "entry", "kind": "visa", "by": ["b"],
        "state": chance.choice(["active", "suspended", "ended"]), "sources": {"s1": SOURCE},
        "valid": {"from": "2026-01-01", "until": "2027-01-01", "renewal": chance.choice(["none", "expected"])},
        "access": chance.choice(["open", "referral", "court"]), "who": made.spelled(3),
        "where": [{"at": "mission", "standing_in": {"not_in": ["QB"]}, "source": "s1"}, {"at": "inside"}],
        "needs": [{"document": "passport", "or": ["alien-passport"], "cannot_obtain": "ask"}],
        "takes": {"low": 1, "high": chance.randint(2, 90), "source": "s1"}, "waiting": {"where": "here", "lawful": True},
        "costs": [{"for": "fee", "amount": 10.5, "currency": "EUR"}, {"for": "photo"}],
        "quota": {"amount": 5, "period": "year", "holder": "b", "remaining": chance.choice([0, 3])},
        "gives": effects(made, chance), "covers": chance.choice([{"members": when}, "none"]),
        "excludes": [{"practice": "other"}, {"status": "visa", "in": "QA"}, {"decision": "n"}],
        "lost_if": [{"when": when, "says": "You leave."}],
        "exposes": [{"to": "b", "tells": ["identity"], "raises": ["d"]}],
        "versions": [{"when": made.spelled(1), "gives": effects(made, chance), "takes": {"high": 3}}],
        "unless": [made.spelled(1)], "forbids": {"country": "QA", "kind": ["visa"], "at": ["mission"]},
        "irreversible": True, "warning": {"says": "For ever.", "source": "s1"}, "leads_to": ["other"],
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_a_made_up_practice_comes_back_the_same(seed):
    record = from_plain(practice(seed), Practice, HERE)
    again = from_plain(to_plain(record), Practice, HERE)
    assert again == record
    assert to_json(again) == to_json(record)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"who": {"wrd": 1}}, "who.wrd"),
        ({"kind": "visum"}, "kind"),
        ({"whom": {}}, ""),
        ({"takes": {"low": "soon"}}, "takes.low"),
        ({"where": [{"at": "moon"}]}, "where[0].at"),
        ({"where": [{"at": "online", "standing_in": {"within": ["QA"]}}]}, "where[0].standing_in.here.within"),
        ({"gives": [{"entry": {"to": "QA"}, "decision": {"name": "n"}}]}, "gives[0]"),
        ({"gives": [{}]}, "gives[0]"),
        ({"versions": [{"when": {"flag": 3}}]}, "versions[0].when.flag.is"),
        ({"sources": {"s1": {**SOURCE, "checked": "2026-02-30"}}}, "sources.....checked"),
    ],
)
def test_what_does_not_fit_names_its_field(change, field):
    with pytest.raises(ShapeError) as caught:
        from_plain({**practice(1), **change}, Practice, HERE)
    assert caught.value.field == field
