"""What is known of somebody in each part one can play at a place of a journey: dangers hang on which it is."""

import datetime as dt
from collections.abc import Iterator

from waystation.core.borders import Nearby, Overflight, Passage
from waystation.core.facts import Known, View
from waystation.core.knowledge import Knowledge
from waystation.core.standing import stand

Stands = dict[str, Known]


def leaving(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """At the border, on the way out."""
    return stand({**view, "passing": "leaving"}, place, day, knowledge)


def entering(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """At the border, on the way in."""
    return stand({**view, "status_here": "none", "passing": "entering"}, place, day, knowledge)


def airside(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """Between two flights, behind the border."""
    return stand({**view, "status_here": "none", "passing": "airside"}, place, day, knowledge)


def above(view: View, place: str, passing: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """In the air. `passing`: over the place, near it, or aboard a plane of its airlines."""
    return stand({**view, "status_here": "none", "passing": passing}, place, day, knowledge)


def below(over: Overflight | None) -> Iterator[tuple[Passage | Nearby, str]]:
    """All that lies below and close to the line of a flight, and whether one is over or near it."""
    if over is not None:
        yield from ((one, "over") for one in over.crossed)
        yield from ((one, "near") for one in over.close)


def judged_above(over: Overflight | None, ends: set[str]) -> Iterator[tuple[str, str]]:
    """Countries whose air counts, by law or because they rule there; the two ends only by a named part of theirs."""
    for one, passing in below(over):
        for place in dict.fromkeys((one.country, one.rules or one.country)):
            if place not in ends or one.territory:
                yield place, passing


def no_border(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether one passes no border between two countries: they are one, or in one area."""
    return one == other or knowledge.one_area(one, other) is not None
