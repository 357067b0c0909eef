"""What is known of somebody in each part one can play at a place of a journey: dangers hang on which it is."""

import datetime as dt
from collections.abc import Iterator

from waystation.core.borders import Nearby, Overflight, Passage
from waystation.core.facts import Known, View
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.core.standing import held, homes, place_of, stand, visiting

Stands = dict[str, Known]


def travelling(view: View, itinerary: Itinerary) -> dict[str, Known]:
    """The view of somebody who is about to make this journey: that they travel, and whether it ends in a home state."""
    end = itinerary.legs[-1].end.country if itinerary.legs else ""
    home = homes(view).holds(end) if end else None
    return {**view, "travels": True, **({} if home is None else {"bound_home": home})}


def leaving(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """At the border, on the way out: of the place where one stands, else of one that was only visited."""
    status = {} if place_of(view) == place else {"status_here": visiting(view, place, day)}
    return stand({**view, **status, "passing": "leaving"}, place, day, knowledge)


def entering(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """At the border, on the way in."""
    return stand({**view, "status_here": visiting(view, place, day), "passing": "entering"}, place, day, knowledge)


def arrived(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """Behind the border, where the journey ends."""
    before = {fact: known for fact, known in view.items() if fact != "passing"}
    return stand({**before, "status_here": visiting(view, place, day)}, place, day, knowledge)


def airside(view: View, place: str, day: dt.date, knowledge: Knowledge) -> Stands:
    """Between two flights, behind the border."""
    status = held(view, place, day) or "none"
    return stand({**view, "status_here": status, "passing": "airside"}, place, day, knowledge)


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
