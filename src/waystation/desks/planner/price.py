"""What a way costs in euros, as far as sources state it and a rate is known."""

import datetime as dt

from waystation.core.knowledge import Knowledge
from waystation.core.practices import Cost
from waystation.desks.planner.label import Label, Move


def priced(label: Label, move: Move, knowledge: Knowledge, day: dt.date) -> tuple[float, frozenset[str]]:
    """Cost so far in euros where stated and a rate is known; else the step is named as unpriced."""
    practice = knowledge.practices.get(move.practice)
    if practice is None:
        return label.cost, label.unpriced
    amounts = [euros(one, knowledge, day) for one in practice.costs]
    known = sum(amount for amount in amounts if amount is not None)
    if practice.costs and None not in amounts:
        return label.cost + known, label.unpriced
    return label.cost + known, label.unpriced | {practice.id}


def euros(cost: Cost, knowledge: Knowledge, day: dt.date) -> float | None:
    """The cost in euros; None if no source states it, or no rate is known."""
    if not cost.amount:
        return cost.amount
    name = f"eur-per-{cost.currency}".lower()
    rate = 1.0 if name == "eur-per-eur" else knowledge.parameter(name, day)
    return cost.amount * rate if isinstance(rate, (int, float)) else None
