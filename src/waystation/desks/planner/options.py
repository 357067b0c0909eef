"""What a rule brings, seen from the goal country."""

from msgspec import Struct

from waystation.core.practices import Right, Status
from waystation.desks.planner.rules import Rule, effects
from waystation.desks.planner.use import Uses


class Option(Struct, frozen=True, kw_only=True, eq=False):
    """One rule, and what it would bring in the goal country.

    `standings`: those that do not wait for a crossing, anywhere. `works`: whether it may bring the right to work
    there. `serves`: whether a plan that ends there may rest on it.
    """

    rule: Rule
    standings: tuple[Status, ...]
    works: bool
    serves: bool


def option(rule: Rule, place: str, uses: Uses) -> Option:
    """The rule as it is for somebody who wants to end in `place`."""
    given = list(effects(rule.practice))
    standings = tuple(one for one in given if isinstance(one, Status) and one.from_ != "entry")
    rights = [one for one in given if isinstance(one, Right) and one.in_ == place]
    return Option(
        rule=rule, standings=standings, works=any(one.to == "work" for one in rights),
        serves=bool(rights) or any(one.in_ == place for one in standings) or uses.for_goal(rule.id),
    )  # fmt: skip
