"""What members of a party hold after a practice, and would hold without it, each worked out once."""

import datetime as dt

from waystation.core.practices import Document, Effect, Entry, Part, Status
from waystation.desks.planner.held import Held, carried, receive, without
from waystation.desks.planner.party import Party
from waystation.desks.planner.rules import effects

Effects = tuple[Effect, ...]
Days = tuple[dt.date, dt.date]


class Gains:
    """For one party. Partial plans hold the same things again and again, by whatever way they came."""

    def __init__(self, party: Party) -> None:
        self._party = party
        self._received: dict[tuple[Held, str, int, Days | None], Held] = {}
        self._without: dict[tuple[Held, str], Held] = {}
        self._effects: dict[int, tuple[tuple[Part, ...], bool]] = {}

    def received(self, held: Held, gives: Effects, practice: str, filed: dt.date, decided: dt.date) -> Held:
        """`held` once the practice was filed and decided on these days. `gives` is a part of the knowledge, which
        outlives the party: it may be named by its identity."""
        effects, dated = self._carried(gives)
        key = (held, practice, id(gives), (filed, decided) if dated else None)
        if key not in self._received:
            self._received[key] = self._party.same(receive(held, effects, practice, filed, decided))
        return self._received[key]

    def without(self, held: Held, practice: str) -> Held:
        """`held` without anything that the practice gave."""
        key = (held, practice)
        if key not in self._without:
            given = tuple(effects(self._party.knowledge.practices[practice]))
            self._without[key] = self._party.same(without(held, given, practice))
        return self._without[key]

    def _carried(self, gives: Effects) -> tuple[tuple[Part, ...], bool]:
        """What changes what is held, and whether any of it ends a stated time after the decision."""
        if id(gives) not in self._effects:
            effects = carried(gives)
            self._effects[id(gives)] = effects, any(map(_ends, effects))
        return self._effects[id(gives)]


def _ends(effect: Part) -> bool:
    match effect:
        case Status(length=length) | Document(length=length):
            return length is not None
        case Entry(within=within):
            return within is not None
    return False
