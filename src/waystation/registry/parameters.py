"""A parameter fits the fact it is held against: a day is compared with a day, a number with a number."""

import datetime as dt
from collections.abc import Iterator, Mapping

from waystation.core.conditions import Condition
from waystation.core.facts import Vocabulary
from waystation.core.knowledge import Knowledge
from waystation.registry.parts import parts, tests_of
from waystation.registry.remarks import Found, everything, found

DAY = "day"
"""The unit of a parameter that is a day, and how it is said."""


def parameters_fit(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """No day is compared with an amount: judging it would fail."""
    for what in everything(knowledge):
        for path, part in parts(what):
            if not isinstance(part, Condition):
                continue
            for inside, fact, tests in tests_of(part):
                for name in _named(tests):
                    parameter = knowledge.parameters.get(name)
                    if parameter and (parameter.unit == DAY) != _is_day(fact, knowledge.facts):
                        yield found(what, (*path, *inside), "check.parameter-kind", asked=name, fact=fact)


def _named(tests: Mapping[str, object]) -> Iterator[str]:
    for value in tests.values():
        if isinstance(value, Mapping) and "param" in value:
            yield str(value["param"])


def _is_day(fact: str, facts: Vocabulary) -> bool:
    """Whether the fact, or the field of a list (`trips.from`), is a date."""
    name, _, field = fact.partition(".")
    kind = facts.get(name)
    inside = kind.fields.get(field) if kind and field else None
    told = inside or kind
    return told is not None and told.type == "date"
