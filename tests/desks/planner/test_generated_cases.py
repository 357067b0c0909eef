"""Two hundred made-up people go through the whole planner: no error, and nothing said without a source."""

import datetime as dt
import random

import pytest

from waystation.casework.advise import advise

PEOPLE = 200
HOMES = ["BY", "RU", "NI", "UA", "CN", "IR", "AF", "CU", "VE", "TR"]


def somebody(seed, knowledge):
    """A plausible case, known in parts."""
    chance = random.Random(seed)
    here = chance.choice(sorted(one.country for one in knowledge.places.values() if one.country))
    day = dt.date(2026, 11, 24) - dt.timedelta(days=chance.choice([0, 0, 0, 200, 700]))
    home = chance.choice(HOMES)
    case = {
        "as_of": day.isoformat(), "goal": chance.choice(["rest", "arrive", "settle", "work"]),
        "accepts": {"danger": chance.choice(["guarded", "high"]), "apart_days": chance.choice([0, 0, 300])},
        "here": {"place": here, "status": chance.choice(["visa-free", "none", "visa", "residence", "pending"])},
        "nationalities": {"complete": chance.random() < 0.8, "values": [home]},
    }  # fmt: skip
    for name, kind in knowledge.facts.items():
        if (
            kind.asked
            and "person" in kind.subject
            and name not in ("here", "status_here", "nationalities")
            and chance.random() < 0.6
        ):
            value = answer(kind, chance, day, home)
            if value is not None:
                case[name] = value
    if chance.random() < 0.4:
        kids = [
            {"id": f"child-{n}", "relation": "child", "age": chance.randint(1, 20)}
            for n in range(chance.randint(1, 2))
        ]
        case["household"] = {"complete": True, "members": kids}
    return case


def answer(kind, chance, day, home):
    match kind.type:
        case "bool":
            return chance.random() < 0.5
        case "choice" | "ordered":
            return chance.choice(kind.options)
        case "number" | "money":
            return chance.randint(0, 60)
        case "date":
            return (day - dt.timedelta(days=chance.randint(1, 400))).isoformat()
        case "country":
            return home
        case "countries":
            return {"complete": True, "values": chance.sample(HOMES, chance.randint(0, 1))}
        case "set":
            values = chance.sample(list(kind.options), min(len(kind.options), chance.randint(0, 2)))
            return {"complete": chance.random() < 0.5, "values": values}
    if kind.id == "travel_documents":
        until = (day + dt.timedelta(days=chance.randint(-30, 900))).isoformat()
        return {
            "complete": True,
            "values": [{"kind": "passport", "issuer": home, "valid_until": until, "state": "valid"}],
        }
    return {"complete": True, "values": []} if kind.id != "household" else None


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_two_hundred_people_get_an_answer_that_can_be_checked(part, knowledge, case_of):
    with_plans = 0
    for seed in range(part, PEOPLE, 4):
        answered = advise(case_of(somebody(seed, knowledge)), knowledge)
        with_plans += bool(answered.plans)
        for plan in answered.plans:
            for step in plan.steps:
                assert step.citations or step.because or step.law or step.questions, (seed, step.id)
                assert step.kind == "travel" or step.by, (seed, step.practice)
            assert all(danger.citations for danger in plan.dangers), seed
            assert all(opening.citations for opening in plan.opens), seed
        assert answered.plans or answered.hand_over, seed
    assert with_plans > 5
