"""Google's Common Expression Language in C++ (`cel-expr-python`): the fastest engine that knows *unknown*.

A fact that is left out makes an expression an error; `&&` and `||` absorb errors, which is Kleene's logic.
Days are numbers there and sets are lists, as its users would write them.
"""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from cel_expr_python import cel

from benchmarks.synthetic import CHOICES, DAYS, FLAGS, NUMBERS, SETS, Person, Tree

WORDS = {
    "eq": "{fact} == {than}", "in": "{fact} in [{than}]", "not_in": "!({fact} in [{than}])",
    "ge": "{fact} >= {than}", "le": "{fact} <= {than}", "is_true": "{fact}", "is_false": "!{fact}",
}  # fmt: skip


def expression(tree: Tree) -> str:
    """A rule as CEL text."""
    if tree[0] in ("all", "any"):
        return "(" + (" && " if tree[0] == "all" else " || ").join(map(expression, tree[1])) + ")"
    if tree[0] == "not":
        return f"!({expression(tree[1])})"
    test, fact, than = tree
    if test == "between":
        return f"({fact} >= {than[0]} && {fact} <= {than[1]})"
    if test in WORDS:
        shown = ", ".join(map(_shown, than)) if isinstance(than, tuple) else _shown(than)
        return WORDS[test].format(fact=fact, than=shown)
    joined = (" && " if test == "has_all" else " || ").join(f"{_shown(one)} in {fact}" for one in than)
    return f"!({joined})" if test == "has_none" else f"({joined})"


def _shown(value: Any) -> str:
    return str(value.toordinal()) if isinstance(value, dt.date) else json.dumps(value)


def prepared(person: Person) -> dict[str, Any]:
    """A person as the engine takes it."""
    return {fact: _plain(value) for fact, value in person.items() if value is not None}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.toordinal()
    return sorted(value) if isinstance(value, frozenset) else value


def engine(rules: list[Tree]) -> Callable[[dict[str, Any]], list[bool | None]]:
    """All verdicts on a prepared person."""
    types = dict.fromkeys(CHOICES, cel.Type.STRING) | dict.fromkeys([*NUMBERS, *DAYS], cel.Type.INT)
    types |= dict.fromkeys(FLAGS, cel.Type.BOOL) | dict.fromkeys(SETS, cel.Type.List(cel.Type.STRING))
    env = cel.NewEnv(variables=types)
    programs = [env.compile(expression(rule)) for rule in rules]

    def verdicts(person: dict[str, Any]) -> list[bool | None]:
        activation = env.Activation(person)
        found = [program.eval(activation) for program in programs]
        return [one.value() if one.type() == cel.Type.BOOL else None for one in found]

    return verdicts
