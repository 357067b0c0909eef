"""An itinerary from text that somebody pasted, one leg a line.

Understood, in any order within the line: the flight (`FR4978`, `TK 316`), the airports (`ATH-VNO`, `ATHVNO`,
`ATH VNO`, `IST 08:15 ALA 15:40`), the day (`23MAY`, `23MAY21`, `23 May 2021`, `2021-05-23`, `23.05.2021`), the times
(`0815`, `08:15`, `815A`, `0815-1540`) and `+1` for a day later. So are lines of a booking system,
`1 TK 316 Y 23NOV 1 ISTALA HK1 0815 1540+1`, with the number of the line, class, day of the week and status passed
over. A day without a year is the first such day from a given day on. Empty lines and lines that begin with # count
for nothing. Anything else is an error that names the line: names of cities, two legs in one line, 05/06/2026.
"""

import datetime as dt

from waystation.core.itineraries import Itinerary, Leg
from waystation.desks.journeys.itinerary import MOST_LEGS
from waystation.desks.journeys.order import check_order
from waystation.desks.journeys.ticket_line import read_line
from waystation.errors import Key, ShapeError

LARGEST = 20_000
"""Characters."""
PASTED = "pasted"


def read_pasted(text: str, on_or_after: dt.date, name: str = PASTED) -> Itinerary:
    """The legs of pasted text, in its order. Days without a year lie on or after `on_or_after`.

    Raises ShapeError whose `where` is `name` and the line, its path the field (`from`, `departs`).
    """
    if len(text) > LARGEST:
        raise ShapeError("error.text-too-long", where=name, most=LARGEST)
    legs: list[Leg] = []
    lines: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                legs.append(read_line(line, on_or_after))
            except ShapeError as fault:
                raise _at(fault, name, number, fault.path) from None
            lines.append(number)
    if not legs:
        raise ShapeError("error.no-legs", where=name)
    if len(legs) > MOST_LEGS:
        raise ShapeError("error.too-many-legs", where=name, most=MOST_LEGS)
    try:
        check_order(legs)
    except ShapeError as fault:
        raise _at(fault, name, lines[int(fault.path[0])], fault.path[1:]) from None
    return Itinerary(tuple(legs))


def _at(fault: ShapeError, name: str, line: int, path: tuple[Key, ...]) -> ShapeError:
    return ShapeError(fault.id, path=path, where=f"{name}:{line}", **fault.values)
