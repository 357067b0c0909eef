"""Small made-up worlds, from a seed: places, visas, permits, decisions, bans, with waits known and unknown."""

import dataclasses
import datetime as dt
import random
from typing import Any

from waystation.core.codec import from_plain
from waystation.core.facts import Fact, Facts, Listing, Members
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place
from waystation.core.practices import Practice
from waystation.core.travel import Crossing
from waystation.desks.planner import Asked, Case, Person
from waystation.desks.planner.apply import grade
from waystation.desks.planner.rules import compile_rule

TODAY = dt.date(2026, 11, 24)
COUNTRIES = ("QA", "QB", "QC")
START = "QS"
SOURCE = {"s1": {"url": None, "publisher": "p", "checked": "2026-11-01", "seen": "page", "says": "x"}}


@dataclasses.dataclass(frozen=True)
class World:
    """Knowledge of a few made-up countries and the desks' functions over it."""

    knowledge: Knowledge
    asked: Asked


def practice(base: Knowledge, id: str, country: str, **more: Any) -> Practice:
    plain = {
        "id": id, "title": f"Practice {id}", "country": country, "area": "entry", "kind": "visa",
        "by": ["b"], "sources": SOURCE, **more,
    }  # fmt: skip
    return from_plain(plain, Practice, base.facts)


def place(base: Knowledge, country: str, **more: Any) -> Place:
    plain = {"id": country.lower(), "country": country, "title": country, "sources": SOURCE, **more}
    return from_plain(plain, Place, base.facts)


def visa(country: str, **more: Any) -> dict[str, Any]:
    return {
        "where": [{"at": "mission"}], "takes": {"low": 10, "high": 20, "source": "s1"}, "covers": {"members": {}},
        "gives": [
            {"entry": {"to": country}},
            {"status": {"in": country, "kind": "visa", "name": f"v-{country}", "length": {"days": 200}, "from": "entry"}},
        ], **more,
    }  # fmt: skip


def permit(country: str, **more: Any) -> dict[str, Any]:
    held = {"some": {"of": "statuses", "where": {"in": {"is": country}}}}
    return {
        "kind": "permit", "where": [{"at": "inside"}], "who": held, "takes": {"high": 30, "source": "s1"},
        "covers": {"members": {}},
        "gives": [
            {"status": {"in": country, "kind": "residence", "name": f"r-{country}", "length": {"years": 1}, "renewable": True}},
            {"right": {"to": "work", "in": country}},
        ], **more,
    }  # fmt: skip


def wait(chance: random.Random) -> dict[str, Any]:
    return {} if chance.random() < 0.4 else {"high": chance.choice([0, 10, 30, 60]), "source": "s1"}


def random_world(base: Knowledge, seed: int) -> World:
    """Three countries, each with some of: a visa, a nomination before it, a permit, another way, a ban."""
    chance = random.Random(seed)
    practices: list[Practice] = []
    for country in COUNTRIES:
        low = country.lower()
        asked = chance.random() < 0.4
        who = {"decisions": {"has_any": [f"n-{low}"]}} if asked else {}
        practices.append(
            practice(
                base,
                f"visa-{low}",
                country,
                **visa(
                    country,
                    who=who,
                    takes=wait(chance),
                    access=chance.choice(["open", "discretionary"]),
                    costs=[
                        {"for": "fee", "amount": chance.choice([0, 90, 900]), "currency": "EUR", "source": "s1"}
                    ],
                ),
            )
        )
        if asked:
            gives = [{"decision": {"name": f"n-{low}"}}]
            practices.append(practice(base, f"nominate-{low}", country, where=[{"at": "online"}], access="referral",
                                      actor="nominator", takes=wait(chance), gives=gives))  # fmt: skip
        if chance.random() < 0.8:
            practices.append(practice(base, f"permit-{low}", country, **permit(country, takes=wait(chance))))
        if chance.random() < 0.4:
            gives = permit(country)["gives"]
            practices.append(practice(base, f"claim-{low}", country, kind="protection", where=[{"at": "inside"}],
                                      waiting={"lawful": True}, takes=wait(chance), gives=gives,
                                      excludes=[{"practice": f"permit-{low}"}]))  # fmt: skip
        if chance.random() < 0.3:
            practices.append(practice(base, f"ban-{low}", country, kind="ban",
                                      forbids={"country": country, "kind": ["visa"], "at": ["mission"]},
                                      who={"convicted": True}))  # fmt: skip
    missions = [{"of": country, "city": "Q", "takes": [f"visa-{country.lower()}"]} for country in COUNTRIES]
    free = {"shows": {"kind": ["passport"]}, "admits": "stay", "stay": {"length": {"days": 90}}}
    places = [place(base, START, missions=chance.sample(missions, 2))]
    places.extend(
        place(base, one, entry=[free] if chance.random() < 0.3 else [], missions=chance.sample(missions, 1))
        for one in COUNTRIES
    )
    return world(base, practices, places)


def world(base: Knowledge, practices: list[Practice], places: list[Place]) -> World:
    knowledge = Knowledge(
        facts=base.facts, publishers=base.publishers, parameters=base.parameters,
        practices={one.id: one for one in practices}, places={one.id: one for one in places}, agreements={},
        incidents={}, bodies={}, dangers={}, remedies={}, version="made-up",
    )  # fmt: skip
    asked = Asked(
        knowledge=knowledge, may_travel=lambda *_: Crossing(verdict="open"), find_dangers=lambda *_: (),
        step_dangers=lambda *_: (),
    )  # fmt: skip
    return World(knowledge, asked)


def case(goal: str = "settle", *, lawful_days: int = 180, passport_days: int = 700, **facts: Any) -> Case:
    """Somebody in QS with a passport of QH, lawful for a while."""
    paper = {
        "kind": "passport",
        "issuer": "QH",
        "valid_until": TODAY + dt.timedelta(days=passport_days),
        "state": "valid",
    }
    told = {
        "here": START, "status_here": "visa-free", "lawful_until": TODAY + dt.timedelta(days=lawful_days),
        "nationalities": Members(frozenset({"QH"}), complete=True), "former_nationalities": Members(complete=True),
        "travel_documents": Listing((paper,), complete=True), "threat_at_home": True, **facts,
    }  # fmt: skip
    lead = Facts(tuple(Fact(name=name, value=value) for name, value in told.items()))
    return Case(as_of=TODAY, goal=goal, lead=Person(id="lead", facts=lead))  # type: ignore[arg-type]


def grade_of(one: Practice, knowledge: Knowledge) -> int:
    """How sure a step of this practice is at best, with everything known."""
    return grade(compile_rule(one, knowledge), sure=True)
