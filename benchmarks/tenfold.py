"""A registry many times as large: copies of the practices, places and incidents under codes of made-up countries.

Each copy is a world of its own that is reached from the same start: countries, ids of practices and names of
decisions get new names, missions in the start country stand for the copies too, and agreements bind them alike.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from string import ascii_uppercase
from typing import Any

import msgspec

from waystation.core.codec import from_plain, to_plain
from waystation.core.knowledge import Knowledge

Renamed = Mapping[str, str]
PLAIN = ("languages",)
"""Fields whose words look like countries and are none."""


def tenfold(knowledge: Knowledge, keep: frozenset[str], times: int = 10) -> Knowledge:
    """The knowledge and `times - 1` copies of all that does not belong to the countries in `keep`."""
    taken = {place.country for place in knowledge.places.values() if place.country}
    copied = sorted(taken - keep)
    codes = _codes(frozenset(taken))
    whole = {kind: dict(getattr(knowledge, kind)) for kind in ("practices", "places", "agreements", "incidents")}
    for at in range(1, times):
        names = {code: next(codes) for code in copied}
        names |= {id: f"{id}-{at}" for id in _ids(knowledge)}
        names |= {code.lower(): new.lower() for code, new in names.items() if code in copied}
        _add_copies(whole, knowledge, names, frozenset(copied))
    return msgspec.structs.replace(knowledge, **whole)


def _codes(taken: frozenset[str]) -> Iterator[str]:
    """Codes of two letters that no place has."""
    every = ("".join(pair) for pair in product(ascii_uppercase, repeat=2))
    return (code for code in every if code not in taken)


def _ids(knowledge: Knowledge) -> set[str]:
    """What must not be shared between copies: ids of practices and incidents, names of decisions, areas."""
    decisions = {
        effect.decision.name
        for practice in knowledge.practices.values()
        for effect in practice.gives
        if effect.decision is not None
    }
    areas = {id for id, place in knowledge.places.items() if place.country is None}
    return {*knowledge.practices, *knowledge.incidents, *decisions, *areas}


def _add_copies(
    whole: dict[str, dict[str, Any]], knowledge: Knowledge, names: Renamed, copied: frozenset[str]
) -> None:
    for id, practice in knowledge.practices.items():
        if practice.country in copied:
            whole["practices"][names[id]] = _copy(practice, names, knowledge)
    for id, incident in knowledge.incidents.items():
        if incident.place in copied:
            whole["incidents"][names[id]] = _copy(incident, names, knowledge)
    for id, place in knowledge.places.items():
        if place.country is None or place.country in copied:
            whole["places"][names.get(id, id)] = _copy(place, names, knowledge)
        else:
            there = whole["places"][id]
            missions = [_copy(one, names, knowledge) for one in place.missions if one.of in copied]
            whole["places"][id] = msgspec.structs.replace(there, missions=(*there.missions, *missions))
    for id, agreement in knowledge.agreements.items():
        new = [_copy(one, names, knowledge) for one in agreement.parties if one.state in copied]
        bound = whole["agreements"][id]
        whole["agreements"][id] = msgspec.structs.replace(bound, parties=(*bound.parties, *new))


def _copy(record: Any, names: Renamed, knowledge: Knowledge) -> Any:
    plain = {key: value if key == "sources" else _named(value, names) for key, value in to_plain(record).items()}
    return from_plain(plain, type(record), knowledge.facts)


def _named(value: Any, names: Renamed) -> Any:
    """The same plain value with every name changed, as a whole word or after a colon."""
    if isinstance(value, dict):
        return {key: one if key in PLAIN else _named(one, names) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_named(one, names) for one in value]
    if not isinstance(value, str):
        return value
    right, colon, code = value.rpartition(":")
    return right + colon + names.get(code, code)
