"""Made-up but plausible case files over the facts of the knowledge, known in parts and in every way of half-knowing."""

import datetime as dt
import random
from typing import Any

from waystation.core.facts import FactType, FieldType
from waystation.core.knowledge import Knowledge

HOMES = ("BY", "RU", "NI", "UA", "CN", "IR", "AF", "CU", "VE", "TR")
DAYS = (dt.date(2026, 11, 24), dt.date(2026, 11, 24), dt.date(2026, 5, 8), dt.date(2025, 2, 1))
GIVEN = (
    "here",
    "status_here",
    "here_since",
    "lawful_until",
    "nationalities",
    "household",
    "travel_documents",
    "relation",
)
Plain = dict[str, Any]


class Made:
    """Draws one case."""

    def __init__(self, seed: int, knowledge: Knowledge) -> None:
        self.chance, self.knowledge = random.Random(seed), knowledge
        self.day = self.chance.choice(DAYS)
        self.places = sorted(one.country for one in knowledge.places.values() if one.country)
        self.home = self.chance.choice(HOMES[:3] if seed % 2 else HOMES)

    def case(self) -> Plain:
        """A case file: who, where, on what papers, wanting what; the rest of the facts by chance."""
        chance = self.chance
        apart = chance.choice([0, 0, 300])
        case: Plain = {
            "as_of": self.day.isoformat(), "goal": chance.choice(["rest", "arrive", "settle", "work"]),
            "accepts": {"danger": chance.choice(["low", "guarded", "high"]), "apart_days": apart},
            "here": self.here(), "nationalities": {"complete": chance.random() < 0.8, "values": self.homes()},
            **self.told("person", 0.55),
        }  # fmt: skip
        if chance.random() < 0.85:
            case["travel_documents"] = self.papers()
        if chance.random() < 0.45:
            members = [self.member(number) for number in range(chance.randint(0, 3))]
            case["household"] = {"complete": chance.random() < 0.8, "members": members}
        return case

    def homes(self) -> list[str]:
        return sorted({self.home, *self.chance.sample(HOMES, self.chance.choice([0, 0, 1]))})

    def here(self) -> Any:
        kinds = ["visa-free", "none", "visa", "residence", "pending", "protection", "permanent"]
        spelled: Plain = {"place": self.chance.choice(self.places)}
        if self.chance.random() < 0.1:
            spelled["place"] = {"among": self.chance.sample(self.places, 2)}
        if self.chance.random() < 0.9:
            spelled["status"] = self.chance.choice(kinds)
        if self.chance.random() < 0.7:
            spelled["lawful_until"] = self.after(-20, 700)
        if self.chance.random() < 0.7:
            spelled["since"] = self.after(-900, 0)
        return spelled

    def after(self, low: int, high: int) -> str:
        return (self.day + dt.timedelta(days=self.chance.randint(low, high))).isoformat()

    def papers(self) -> Plain:
        paper: Plain = {
            "kind": "passport",
            "issuer": self.home,
            "state": self.chance.choice(["valid"] * 4 + ["lost", "cancelled"]),
        }
        if self.chance.random() < 0.9:
            paper["valid_until"] = self.after(-60, 1500)
        return {"complete": self.chance.random() < 0.8, "values": [paper][: self.chance.choice([0, 1, 1, 1, 1])]}

    def member(self, number: int) -> Plain:
        relation = self.chance.choice(["child", "child", "spouse", "parent"])
        age = self.chance.randint(0, 17) if relation == "child" else self.chance.randint(18, 80)
        member: Plain = {"id": f"{relation}-{number}", "relation": relation, **self.told("member", 0.3)}
        if self.chance.random() < 0.85:
            member["age"] = age
        if self.chance.random() < 0.7:
            member |= {
                "nationalities": {"complete": True, "values": [self.home]},
                "travel_documents": self.papers(),
            }
        if self.chance.random() < 0.2:
            member["here"] = {"place": self.chance.choice([*self.places, self.home])}
        return member

    def told(self, subject: str, share: float) -> Plain:
        """Answers to a share of all questions; some of them `unknown`, some only half known."""
        kinds = [
            kind
            for kind in self.knowledge.facts.values()
            if kind.asked and subject in kind.subject and kind.id not in GIVEN
        ]
        return {kind.id: self.answer(kind) for kind in kinds if self.chance.random() < share}

    def answer(self, kind: FactType | FieldType) -> Any:
        draw = self.chance.random()
        if kind.type in ("countries", "set"):
            values = sorted({self.value(kind) for _ in range(self.chance.randint(0, 2))})
            return values if draw < 0.3 else {"complete": draw < 0.8, "values": values}
        if kind.type == "list":
            fields = kind.fields if isinstance(kind, FactType) else {}
            things = [
                {name: self.answer(one) for name, one in fields.items() if name != "number"}
                for _ in range(self.chance.randint(0, 2))
            ]
            return things if draw < 0.3 else {"complete": draw < 0.85, "values": things}
        if draw < 0.05:
            return "unknown"
        if draw < 0.12:
            return {"among": [self.value(kind), self.value(kind)]}
        if draw < 0.2 and kind.type in ("number", "money", "date"):
            low, high = sorted([self.value(kind), self.value(kind)])
            return self.chance.choice([{"from": low}, {"to": high}, {"from": low, "to": high}])
        return self.value(kind)

    def value(self, kind: FactType | FieldType) -> Any:
        match kind.type:
            case "bool":
                return self.chance.random() < 0.5
            case "number" | "money":
                return self.chance.randint(0, 60)
            case "date":
                return self.after(-700, -1)
            case "country" | "countries":
                return self.chance.choice([self.home, *self.places])
        return self.chance.choice(kind.options or ("d21", "some-decision", "unhcr"))


def case_file(seed: int, knowledge: Knowledge) -> Plain:
    """One case file, from a seed."""
    return Made(seed, knowledge).case()
