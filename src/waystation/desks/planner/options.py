"""What a rule needs and brings, seen from the goal country."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from waystation.core.conditions import (
    Clock,
    Compare,
    Count,
    Has,
    Leaf,
    Node,
    Parameter,
    Quantified,
    Shift,
    Weigh,
    walk,
)  # fmt: skip
from waystation.core.practices import Right, Status
from waystation.desks.planner.ahead import conjuncts
from waystation.desks.planner.rules import DATED, Rule, effects
from waystation.desks.planner.use import Uses


class Option(Struct, frozen=True, kw_only=True, eq=False):
    """One rule: of which decisions, steps and standings it needs one each, and what it brings.

    `standings`: those that do not wait for a crossing. `works`: whether it may bring the right to work in the goal
    country. `serves`: whether a plan that ends there may rest on it. `steady`: the day makes no difference to whom
    it is for.
    """

    rule: Rule
    decisions: tuple[frozenset[str], ...]
    done: tuple[frozenset[str], ...]
    statuses: tuple[Quantified, ...]
    standings: tuple[Status, ...]
    works: bool
    serves: bool
    steady: bool


def option(rule: Rule, place: str, uses: Uses) -> Option:
    """The rule as it is for somebody who wants to end in `place`."""
    needs = list(conjuncts(rule.practice.who.node))
    given = list(effects(rule.practice))
    standings = tuple(one for one in given if isinstance(one, Status) and one.from_ != "entry")
    rights = [one for one in given if isinstance(one, Right) and one.in_ == place]
    return Option(
        rule=rule,
        decisions=tuple(_wanted(needs, "decisions")),
        done=tuple(_wanted(needs, "done")),
        statuses=tuple(
            one for one in needs if isinstance(one, Quantified) and one.how == "some" and one.of == "statuses"
        ),
        standings=standings,
        works=any(one.to == "work" for one in rights),
        serves=bool(rights) or any(one.in_ == place for one in standings) or uses.for_goal(rule.id),
        steady=not rule.presumes and not any(map(_dated, walk(rule.practice.who.node))),
    )


def _wanted(needs: Iterable[Node], fact: str) -> Iterator[frozenset[str]]:
    """Of which names one must be in this fact."""
    for node in needs:
        match node:
            case Leaf(fact=name, test=Has(how="any", values=values), unconfirmed=False) if name == fact:
                yield values
            case Leaf(fact=name, test=Has(how="all", values=values), unconfirmed=False) if name == fact:
                yield from (frozenset({one}) for one in values)


def _dated(node: Node) -> bool:
    """Whether the day makes a difference to it."""
    match node:
        case Clock() | Weigh():
            return True
        case Count(within=within):
            return within is not None
        case Leaf(fact=fact, test=Compare(than=than)):
            return fact in DATED or isinstance(than, (Parameter, Shift))
        case Leaf(fact=fact):
            return fact in DATED
    return False
