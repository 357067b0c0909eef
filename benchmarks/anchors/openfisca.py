"""OpenFisca-Core, as it is meant to be used: a variable for each fact and rule. What is not told counts as zero.

Sets are bit masks, since it has no sets. One case is built with SimulationBuilder and asked for every rule.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.synthetic import CHOICES, DAYS, FLAGS, NUMBERS, SETS, Person, Tree

MONTH = "2026-11"
BITS = {fact: {value: 1 << at for at, value in enumerate(options)} for fact, options in SETS.items()}
PLACES = {fact: {value: at for at, value in enumerate(options)} for fact, options in CHOICES.items()}
Formula = Callable[[Any, Any], Any]


def engine(rules: list[Tree]) -> Callable[[dict[str, Any]], list[bool]]:
    """All verdicts on a prepared person, each yes or no."""
    person_entity = build_entity(key="person", plural="persons", label="person", is_person=True)
    system = TaxBenefitSystem([person_entity])

    def variable(name: str, type_: type, **more: Any) -> None:
        fields = {"value_type": type_, "entity": person_entity, "definition_period": DateUnit.MONTH, "label": name}
        system.add_variable(type(name, (Variable,), {**fields, **more}))

    for fact, options in CHOICES.items():
        values = Enum(f"{fact}_values", {f"v{at}": value for at, value in enumerate(options)})
        variable(fact, Enum, possible_values=values, default_value=next(iter(values)))
    for facts, type_ in ((NUMBERS, int), (FLAGS, bool), (DAYS, dt.date), (SETS, int)):
        for fact in facts:
            variable(fact, type_)
    names = [f"rule_{at}" for at in range(len(rules))]
    for name, rule in zip(names, rules, strict=True):
        variable(name, bool, formula=_formula(rule))

    def verdicts(person: dict[str, Any]) -> list[bool]:
        simulation = SimulationBuilder().build_from_entities(system, {"persons": {"one": person}})
        return [bool(simulation.calculate(name, MONTH)[0]) for name in names]

    return verdicts


def prepared(person: Person) -> dict[str, Any]:
    """A person as the engine takes it."""
    return {fact: {MONTH: _plain(fact, value)} for fact, value in person.items() if value is not None}


def _plain(fact: str, value: Any) -> Any:
    if fact in CHOICES:
        return f"v{PLACES[fact][value]}"
    if fact in SETS:
        return sum(BITS[fact][one] for one in value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _formula(rule: Tree) -> Callable[..., Any]:
    compute = _compiled(rule)

    def formula(person: Any, period: Any, _parameters: Any) -> Any:
        return compute(person, period)

    return formula


def _compiled(tree: Tree) -> Formula:
    if tree[0] == "not":
        inner = _compiled(tree[1])
        return lambda person, period: np.logical_not(inner(person, period))
    if tree[0] in ("all", "any"):
        parts = [_compiled(part) for part in tree[1]]
        join = np.logical_and if tree[0] == "all" else np.logical_or
        return lambda person, period: join.reduce([part(person, period) for part in parts])
    return _leaf(*tree)


def _leaf(test: str, fact: str, than: Any) -> Formula:
    if fact in CHOICES:
        inside = np.zeros(len(CHOICES[fact]), bool)
        inside[[PLACES[fact][value] for value in ([than] if test == "eq" else than)]] = True
        table = ~inside if test == "not_in" else inside
        return lambda person, period: table[np.asarray(person(fact, period))]
    if fact in FLAGS:
        return lambda person, period: person(fact, period) == (test == "is_true")
    if fact in SETS:
        mask = sum(BITS[fact][one] for one in than)
        wanted = mask if test == "has_all" else 0
        return lambda person, period: ((person(fact, period) & mask) == wanted) != (test == "has_any")
    if test == "between":
        low, high = than
        return lambda person, period: (person(fact, period) >= low) & (person(fact, period) <= high)
    bound = np.datetime64(than) if fact in DAYS else than
    if test == "ge":
        return lambda person, period: person(fact, period) >= bound
    return lambda person, period: person(fact, period) <= bound
