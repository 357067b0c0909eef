"""What of the things held shows in the facts that are read: where two show the same, the answer is the same."""

from collections.abc import Callable
from functools import cache

from waystation.desks.planner.held import Held

Look = Callable[[Held, str], object]
"""(what is held, where) → what shows."""


def seen(held: Held, place: str, reads: frozenset[str] | None) -> tuple[object, ...]:
    """What shows about somebody in `place`; None: everything is read."""
    return (held,) if reads is None else tuple([look(held, place) for look in _looks(reads)])


@cache
def _looks(reads: frozenset[str]) -> tuple[Look, ...]:
    """At what to look: at ends only where they are read."""
    looks: dict[str, Look] = {
        "status_here": _kind_of_stay,
        "lawful_until": _end_of_stay,
        "statuses": _standings if "statuses.until" in reads else _named_standings,
        "travel_documents": _papers if "travel_documents.valid_until" in reads else _kinds_of_papers,
        "decisions": _decisions,
        "rights": _rights,
    }
    return tuple(look for fact, look in looks.items() if fact in reads)


def _kind_of_stay(held: Held, place: str) -> object:
    standing = held.at(place)
    return standing.kind if standing else let_in(held, place)


def let_in(held: Held, place: str) -> bool:
    """Whether something held lets its holder into `place`, so that a stay there may begin of which nobody says what."""
    return any(one.to == place and not one.begins for one in held.passes)


def _end_of_stay(held: Held, place: str) -> object:
    standing = held.at(place)
    return standing and standing.until


def _standings(held: Held, _: str) -> object:
    return held.standings


def _named_standings(held: Held, _: str) -> object:
    return held.named


def _papers(held: Held, _: str) -> object:
    return held.papers


def _kinds_of_papers(held: Held, _: str) -> object:
    return held.without_end[1]


def _decisions(held: Held, _: str) -> object:
    return held.decisions


def _rights(held: Held, _: str) -> object:
    return held.rights
