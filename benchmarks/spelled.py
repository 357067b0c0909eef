"""The synthetic rules and people in our own shape: conditions as a file of knowledge spells them, and views."""

import datetime as dt
from typing import Any

from benchmarks.synthetic import CHOICES, COUNTRIES, DAYS, FLAGS, NUMBERS, SETS, TODAY, Person, Tree, make_rules
from waystation.core.conditions import Condition
from waystation.core.facts import FactType, Known, Members, View
from waystation.core.reading import read_condition

TESTS = {
    "eq": "is", "in": "in", "not_in": "not_in", "ge": "at_least", "le": "at_most",
    "has_any": "has_any", "has_all": "has_all", "has_none": "has_none",
}  # fmt: skip
CHANGING = frozenset({"nationality", "age", "criminal_record", "prior_refusal", "last_entry"})
"""Facts about which a person can do nothing."""


def vocabulary() -> dict[str, FactType]:
    """The synthetic facts as questions we may ask."""
    types: dict[str, Any] = {fact: "country" if CHOICES[fact] is COUNTRIES else "choice" for fact in CHOICES}
    types |= dict.fromkeys(NUMBERS, "number") | dict.fromkeys(FLAGS, "bool")
    types |= dict.fromkeys(DAYS, "date") | dict.fromkeys(SETS, "set")
    options = {**{fact: CHOICES[fact] for fact in CHOICES if types[fact] == "choice"}, **SETS}
    return {
        fact: FactType(
            id=fact, type=kind, options=options.get(fact, ()), section="legal", changeable=fact not in CHANGING
        )
        for fact, kind in types.items()
    }


def spelled(tree: Tree) -> dict[str, Any]:
    """One rule as its author would write it in YAML."""
    if tree[0] in ("all", "any"):
        return {tree[0]: [spelled(part) for part in tree[1]]}
    if tree[0] == "not":
        return {"not": spelled(tree[1])}
    test, fact, than = tree
    if test in ("is_true", "is_false"):
        return {fact: test == "is_true"}
    if test == "between":
        return {fact: {"at_least": than[0], "at_most": than[1]}}
    plain = than.isoformat() if isinstance(than, dt.date) else list(than) if isinstance(than, tuple) else than
    return {fact: {TESTS[test]: plain}}


def conditions(rules: list[Tree]) -> list[Condition]:
    """The rules, read as knowledge is read."""
    facts = vocabulary()
    return [read_condition(spelled(rule), facts) for rule in rules]


def named() -> dict[str, Condition]:
    """The fifty rules under names."""
    return {f"rule-{at:02}": one for at, one in enumerate(conditions(make_rules()))}


def view(person: Person) -> View:
    """What is known of a person; sets are told completely or not at all."""
    told: dict[str, Known] = {
        fact: Members(value, complete=True) if isinstance(value, frozenset) else value
        for fact, value in person.items()
        if value is not None
    }
    return {**told, "today": TODAY}
