"""What a straight flight from one step to the next would cross, as lines under the step."""

from waystation.core.measures import Grade
from waystation.core.plans import Flight, Step, Stretch
from waystation.core.texts import Country, Text, text
from waystation.papers.dangers import danger_lines
from waystation.papers.document import Said, Writer
from waystation.papers.legs import part_text


def write_flight(page: Writer, step: Step) -> list[Said]:
    """What lies below, what to ask the airline, and the dangers of being there; nothing where it is not known."""
    if step.flight is None:
        return []
    label = text("label.flight")
    if not any(one.level >= Grade.HIGH for one in step.flight.crossed):
        return [page.line(flight_text(step.flight), label=label)]
    return [
        page.line(flight_text(step.flight), label=label, tone="danger"),
        *danger_lines(page, step.flight.dangers),
    ]


def flight_text(flight: Flight) -> Text:
    """One sentence on the way: which grave countries it would cross; else which it crosses at all."""
    ends = {"start": flight.start, "end": flight.end}
    grave = tuple(_long(one) for one in flight.crossed if one.level >= Grade.HIGH)
    if grave:
        return text("flight.avoid", **ends, crossed=grave)
    if not flight.crossed:
        return text("flight.none", **ends)
    return text("flight.calm", **ends, crossed=tuple(_place(one) for one in flight.crossed))


def _long(one: Stretch) -> Text:
    return text("flight.stretch", place=_place(one), km=max(1, round(one.km)))


def _place(one: Stretch) -> Text:
    if one.part is None:
        return text("over.country", place=Country(one.country))
    return part_text(one.part, one.country, one.rules)
