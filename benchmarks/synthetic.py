"""Rules, people and a slow reference, all made from a seed: what our engine and its anchors are compared on.

25 facts (8 choices, 7 numbers, 6 yes/no, 2 days, 2 sets).
50 rules of 4 to 8 leaves in trees of *and*, *or*, *not*.
A rule is a tuple: `("all" | "any", [rule, …])`, `("not", rule)` or a leaf `(test, fact, argument)`.
A person is a mapping from fact to value; None is unknown. Everything is spelled for our engine in `spelled`.
"""

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from typing import Any

Tree = tuple[Any, ...]
Person = dict[str, Any]

TODAY = dt.date(2026, 11, 23)
COUNTRIES = tuple(f"{chr(65 + at // 20)}{chr(65 + at % 20)}" for at in range(200))
CHOICES: Mapping[str, tuple[str, ...]] = {
    "nationality": COUNTRIES,
    "residence": COUNTRIES,
    "status": tuple(f"status_{at}" for at in range(12)),
    "marital": ("single", "married", "divorced", "widowed", "partner"),
    "education": ("none", "primary", "secondary", "vocational", "bachelor", "master"),
    "occupation": tuple(f"occ_{at}" for at in range(40)),
    "passport_type": ("ordinary", "service", "diplomatic", "travel_document"),
    "purpose": tuple(f"purpose_{at}" for at in range(10)),
}
NUMBERS: Mapping[str, tuple[int, int]] = {
    "age": (0, 90), "income_eur": (0, 120_000), "savings_eur": (0, 200_000), "work_years": (0, 40),
    "children": (0, 6), "language_level": (0, 6), "stay_days": (0, 400),
}  # fmt: skip
FLAGS = ("has_job_offer", "criminal_record", "has_insurance", "prior_refusal", "is_refugee", "has_sponsor")
DAYS: Mapping[str, tuple[int, int]] = {"passport_expiry": (-400, 3600), "last_entry": (-2000, 0)}
SETS: Mapping[str, tuple[str, ...]] = {
    "documents": tuple(f"doc_{at}" for at in range(20)),
    "languages": tuple(f"lang_{at}" for at in range(30)),
}
FACTS = (*CHOICES, *NUMBERS, *FLAGS, *DAYS, *SETS)
RARE = ("criminal_record", "is_refugee")
COMMON = (
    ("ge", "passport_expiry", TODAY + dt.timedelta(days=180)), ("is_false", "criminal_record", None),
    ("ge", "age", 18), ("is_true", "has_insurance", None), ("le", "stay_days", 90),
)  # fmt: skip
"""Leaves that many rules share."""


def make_rules(count: int = 50, seed: int = 7) -> list[Tree]:
    """`count` rules."""
    chance = random.Random(seed)
    pool = [*COMMON, *(_leaf(chance) for _ in range(9))]
    return [_rule(chance, pool) for _ in range(count)]


def _rule(chance: random.Random, pool: list[Tree]) -> Tree:
    size = chance.randint(4, 8)
    leaves = [chance.choice(pool) if chance.random() < 0.35 else _leaf(chance) for _ in range(size)]
    parts: list[Tree] = []
    while leaves:
        luck = chance.random()
        if luck < 0.22 and len(leaves) >= 2:
            parts.append(("any", [leaves.pop(), leaves.pop()]))
        elif luck < 0.32 and len(leaves) >= 3:
            parts.append(("any", [leaves.pop(), ("all", [leaves.pop(), leaves.pop()])]))
        elif luck < 0.40:
            parts.append(("not", leaves.pop()))
        else:
            parts.append(leaves.pop())
    return ("all", parts) if chance.random() < 0.85 or len(parts) == 1 else ("any", parts)


def _leaf(chance: random.Random) -> Tree:
    luck = chance.random()
    if luck < 0.34:
        return _choice_leaf(chance)
    if luck < 0.62:
        return _number_leaf(chance)
    if luck < 0.78:
        return (chance.choice(["is_true", "is_false"]), chance.choice(FLAGS), None)
    if luck < 0.87:
        fact = chance.choice(list(DAYS))
        day = TODAY + dt.timedelta(days=chance.randint(*DAYS[fact]))
        return (chance.choice(["ge", "le"]), fact, day)
    fact = chance.choice(list(SETS))
    test = chance.choice(["has_any", "has_all", "has_none"])
    return (test, fact, tuple(sorted(chance.sample(SETS[fact], chance.randint(1, 3)))))


def _choice_leaf(chance: random.Random) -> Tree:
    fact = chance.choice(list(CHOICES))
    options = CHOICES[fact]
    if len(options) <= 6 or chance.random() < 0.2:
        return ("eq", fact, chance.choice(options))
    many = len(options) == len(COUNTRIES)
    size = chance.choice([3, 8, 27, 60]) if many else chance.randint(2, max(2, len(options) // 3))
    return (chance.choice(["in", "in", "not_in"]), fact, tuple(sorted(chance.sample(options, size))))


def _number_leaf(chance: random.Random) -> Tree:
    fact = chance.choice(list(NUMBERS))
    low, high = NUMBERS[fact]
    bound = chance.randint(low, high)
    test = chance.choice(["ge", "le", "between"])
    return (test, fact, (bound, chance.randint(bound, high)) if test == "between" else bound)


def leaves_of(tree: Tree) -> Iterator[Tree]:
    """The leaves of a rule, in order, repeats included."""
    if tree[0] in ("all", "any"):
        for part in tree[1]:
            yield from leaves_of(part)
    elif tree[0] == "not":
        yield from leaves_of(tree[1])
    else:
        yield tree


def make_people(count: int, seed: int = 11, unknown: float = 0.3) -> list[Person]:
    """`count` people, each fact unknown with this chance."""
    chance = random.Random(seed)
    return [_person(chance, unknown) for _ in range(count)]


def _person(chance: random.Random, unknown: float) -> Person:
    person: Person = {fact: chance.choice(options) for fact, options in CHOICES.items()}
    person |= {fact: chance.randint(*ends) for fact, ends in NUMBERS.items()}
    person |= {fact: chance.random() < (0.1 if fact in RARE else 0.5) for fact in FLAGS}
    person |= {fact: TODAY + dt.timedelta(days=chance.randint(*ends)) for fact, ends in DAYS.items()}
    for fact, options in SETS.items():
        person[fact] = frozenset(chance.sample(options, chance.randint(0, len(options) // 2)))
    return {fact: None if chance.random() < unknown else person[fact] for fact in FACTS}


TESTS = {
    "eq": lambda value, than: value == than,
    "in": lambda value, than: value in than,
    "not_in": lambda value, than: value not in than,
    "ge": lambda value, than: value >= than,
    "le": lambda value, than: value <= than,
    "between": lambda value, than: than[0] <= value <= than[1],
    "is_true": lambda value, than: value,
    "is_false": lambda value, than: not value,
    "has_any": lambda value, than: any(one in value for one in than),
    "has_all": lambda value, than: all(one in value for one in than),
    "has_none": lambda value, than: not any(one in value for one in than),
}
"""What each test of a leaf means where the fact is known."""


def reference(tree: Tree, person: Person) -> bool | None:
    """Kleene's strong logic, slow and plainly right. None is unknown."""
    if tree[0] == "not":
        truth = reference(tree[1], person)
        return None if truth is None else not truth
    if tree[0] in ("all", "any"):
        truths = [reference(part, person) for part in tree[1]]
        stops = tree[0] == "any"
        return stops if stops in truths else None if None in truths else not stops
    value = person[tree[1]]
    return None if value is None else TESTS[tree[0]](value, tree[2])
