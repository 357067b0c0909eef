"""What a condition surely wants held, and whether the day makes a difference to it."""

from collections.abc import Iterator

from msgspec import Struct

from waystation.core.conditions import (
    All,
    Clock,
    Compare,
    Count,
    Has,
    Leaf,
    Node,
    Parameter,
    Presume,
    Quantified,
    Shift,
    Weigh,
    walk,
)  # fmt: skip

DATED = frozenset({"today", "here_since", "lawful_until"})
"""Facts that may change with each day."""


class Wants(Struct, frozen=True):
    """Of each of these sets of names one must be held or done, and of each test a standing must fit.

    `steady`: neither the day nor a presumption makes a difference, so that a no on less is a no for good.
    """

    decisions: tuple[frozenset[str], ...]
    done: tuple[frozenset[str], ...]
    statuses: tuple[Quantified, ...]
    steady: bool


def wants(node: Node) -> Wants:
    """What a condition wants."""
    parts = list(conjuncts(node))
    return Wants(
        decisions=tuple(name for part in parts for name in _named(part, "decisions")),
        done=tuple(name for part in parts for name in _named(part, "done")),
        statuses=tuple(
            one for one in parts if isinstance(one, Quantified) and (one.how, one.of) == ("some", "statuses")
        ),
        steady=not any(_moves(one) for one in walk(node)),
    )  # fmt: skip


def conjuncts(node: Node) -> Iterator[Node]:
    """What must all be so."""
    if isinstance(node, All):
        for part in node.parts:
            yield from conjuncts(part)
    else:
        yield node


def _named(node: Node, fact: str) -> Iterator[frozenset[str]]:
    """Of which names one must be in this fact."""
    match node:
        case Leaf(fact=name, test=Has(how="any", values=values), unconfirmed=False) if name == fact:
            yield values
        case Leaf(fact=name, test=Has(how="all", values=values), unconfirmed=False) if name == fact:
            yield from (frozenset({one}) for one in values)


def _moves(node: Node) -> bool:
    match node:
        case Clock() | Weigh() | Presume():
            return True
        case Count(within=within):
            return within is not None
        case Leaf(fact=fact, test=Compare(than=than)):
            return fact in DATED or isinstance(than, (Parameter, Shift))
        case Leaf(fact=fact):
            return fact in DATED
    return False
