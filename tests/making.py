"""Made-up vocabularies, conditions and people, from a seed: for laws that must hold whatever is asked."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from waystation.core.codec import from_plain
from waystation.core.conditions import Condition
from waystation.core.facts import Among, FactType, Known, Listing, Members, Range
from waystation.core.reading import read_condition

TODAY = dt.date(2026, 11, 24)
DAYS = [TODAY + dt.timedelta(days=days) for days in (-800, -200, -91, -30, 0, 45, 400)]
LEVELS = ["A1", "A2", "B1", "B2"]
COUNTRIES = ["QA", "QB", "QC", "QD"]
THING = {
    "kind": {"type": "choice", "options": ["study", "work", "other"]}, "n": {"type": "number"},
    "day": {"type": "date"}, "from": {"type": "date"}, "until": {"type": "date"}, "flag": {"type": "bool"},
}  # fmt: skip
PLAIN: list[dict[str, Any]] = [
    {"id": "flag", "type": "bool"}, {"id": "sure", "type": "bool"},
    {"id": "word", "type": "choice", "options": ["a", "b", "c", "d"]},
    {"id": "level", "type": "ordered", "options": LEVELS}, {"id": "count_of", "type": "number"},
    {"id": "began", "type": "date"}, {"id": "ends", "type": "date"}, {"id": "home", "type": "country"},
    {"id": "homes_of", "type": "countries"}, {"id": "tags", "type": "set", "options": ["x", "y", "z"]},
    {"id": "things", "type": "list", "fields": THING},
]  # fmt: skip
VOCABULARY = {
    one["id"]: from_plain({"section": "test", **one}, FactType, {}) for one in PLAIN
}  # fmt: skip


def condition(chance: random.Random, depth: int = 3) -> Condition:
    """Any condition: every kind of node, nested."""
    return read_condition(spelled(chance, depth), VOCABULARY)


def spelled(chance: random.Random, depth: int) -> dict[str, Any]:
    """A condition as one writes it."""
    parts = [part(chance, depth) for _ in range(chance.choice([1, 1, 2, 3]))]
    whole: dict[str, Any] = {}
    for one in parts:
        whole |= one
    if chance.random() < 0.05:
        whole["presume"] = {"flag": chance.random() < 0.5}
    return whole


def part(chance: random.Random, depth: int) -> dict[str, Any]:
    if depth == 0 or chance.random() < 0.45:
        return leaf(chance)
    below = [spelled(chance, depth - 1) for _ in range(chance.randint(1, 3))]
    kind = chance.choice(
        ["all", "any", "not", "unless", "at_least", "some", "every", "count", "weigh", "clock", "silent"]
    )
    match kind:
        case "all" | "any":
            return {kind: below}
        case "not" | "unless":
            return {kind: below[0]}
        case "at_least":
            return {kind: {"count": chance.randint(1, len(below)), "of": below}}
        case "some" | "every":
            return {kind: {"of": "things", "where": thing_leaf(chance)}}
        case "count":
            bound = chance.choice(["at_least", "at_most"])
            within = {"within": {"months": 3, "before": "today"}, "by": "day"} if chance.random() < 0.5 else {}
            return {kind: {"of": "things", "where": thing_leaf(chance), bound: chance.randint(0, 2), **within}}
        case "weigh":
            weights = {"study": 0.5, "work": 1}
            return {
                kind: {"of": "things", "by": {"kind": weights}, "at_least": {"days": chance.choice([30, 300])}}
            }
        case "clock":
            stop = {"stopped_by": leaf(chance)} if chance.random() < 0.3 else {}
            unit = (
                {"length": {"days": 20}, "unit": "working"} if chance.random() < 0.3 else {"length": {"months": 6}}
            )
            return {kind: {"from": "began", "still": chance.choice(["running", "over"]), **unit, **stop}}
    return {"silent": "what nobody says"} if chance.random() < 0.3 else leaf(chance)


def leaf(chance: random.Random) -> dict[str, Any]:
    makers: list[Callable[[], dict[str, Any]]] = [
        lambda: {"flag": chance.random() < 0.5},
        lambda: {"sure": {"is_not": True}},
        lambda: {"word": {chance.choice(["in", "not_in"]): chance.sample(["a", "b", "c", "d"], 2)}},
        lambda: {"level": {chance.choice(["at_least", "below"]): chance.choice(LEVELS)}},
        lambda: {"count_of": {"at_least": chance.randint(0, 4), "below": chance.randint(3, 8)}},
        lambda: {"began": {chance.choice(["before", "on_or_after"]): chance.choice(DAYS).isoformat()}},
        lambda: {
            "ends": {"on_or_after": {"months": chance.choice([1, 6]), "after": chance.choice(["today", "began"])}}
        },
        lambda: {"home": {"in": chance.sample(COUNTRIES, 2)}},
        lambda: {"homes_of": {chance.choice(["has_any", "has_all", "has_none"]): chance.sample(COUNTRIES, 2)}},
        lambda: {"tags": {chance.choice(["has_any", "has_all", "has_none"]): chance.sample(["x", "y", "z"], 2)}},
        lambda: {"word": {"is": "a", "unconfirmed": True}},
    ]
    return chance.choice(makers)()


def thing_leaf(chance: random.Random) -> dict[str, Any]:
    makers: list[Callable[[], dict[str, Any]]] = [
        lambda: {"kind": chance.choice(["study", "work"])},
        lambda: {"n": {"at_least": chance.randint(0, 5)}},
        lambda: {"flag": True, "kind": {"not_in": ["other"]}},
        lambda: {"day": {"after": chance.choice(DAYS).isoformat()}},
    ]
    return chance.choice(makers)()


def person(chance: random.Random) -> dict[str, Known]:
    """Somebody of whom everything is known."""
    return {
        "today": TODAY, "flag": chance.random() < 0.5, "sure": chance.random() < 0.5,
        "word": chance.choice(["a", "b", "c", "d"]), "level": chance.choice(LEVELS), "count_of": chance.randint(0, 8),
        "began": chance.choice(DAYS), "ends": chance.choice(DAYS), "home": chance.choice(COUNTRIES),
        "homes_of": Members(frozenset(chance.sample(COUNTRIES, chance.randint(0, 3))), complete=True),
        "tags": Members(frozenset(chance.sample(["x", "y", "z"], chance.randint(0, 3))), complete=True),
        "things": Listing(tuple(thing(chance) for _ in range(chance.randint(0, 3))), complete=True),
    }  # fmt: skip


def thing(chance: random.Random) -> dict[str, Known]:
    start, end = sorted(chance.sample(DAYS, 2))
    return {
        "kind": chance.choice(["study", "work", "other"]), "n": chance.randint(0, 6), "day": chance.choice(DAYS),
        "from": start, "until": end, "flag": chance.random() < 0.5,
    }  # fmt: skip


def forget(
    view: dict[str, Known], chance: random.Random, options: dict[str, list[Any]] | None = None
) -> dict[str, Known]:
    """The same person, of whom less is known: a fact dropped or widened, a list opened or shortened."""
    less: dict[str, Known] = {}
    for name, known in view.items():
        if name in ("today", "here") or chance.random() < 0.45:
            less[name] = known
        elif chance.random() < 0.5:
            widened = widen(known, chance, (options or {}).get(name, []))
            if widened is not None:
                less[name] = widened
    return less


def widen(known: Known, chance: random.Random, others: list[Any]) -> Known | None:
    match known:
        case Members(have, lack, complete):
            kept = frozenset(one for one in have if chance.random() < 0.6)
            lacks = (
                lack
                if not complete
                else frozenset(one for one in {"x", "y", "QA", "QB"} - have if chance.random() < 0.5)
            )
            return Members(kept, lacks, complete=False)
        case Listing(items, _):
            kept_items = tuple(forget(dict(one), chance) for one in items if chance.random() < 0.7)
            return Listing(kept_items, complete=False)
        case bool():
            return None
        case dt.date():
            return Range(
                known - dt.timedelta(days=chance.randint(0, 99)), None if chance.random() < 0.5 else known
            )
        case int() | float():
            return Range(known - chance.randint(0, 2), known + chance.randint(0, 2))
        case str():
            return Among(frozenset({known, *chance.sample(others, min(1, len(others)))})) if others else None
    return known


OTHERS = {"word": ["a", "b", "c", "d"], "level": LEVELS, "home": COUNTRIES}
