"""What page and picture say of one leg of a journey: when, how long, what lies below, what comes after."""

from collections.abc import Collection

from waystation.core.assessments import Layover, LegAnswer
from waystation.core.borders import Nearby, Passage
from waystation.core.itineraries import Moment
from waystation.core.texts import Country, Text, Words, text

HOUR = 60


def when_text(leg: LegAnswer) -> Text:
    """The day, and the times as far as they are told."""
    if leg.departs is None or (leg.departs.time is None and leg.arrives is None):
        return text("leg.when", day=leg.day) if leg.day else text("leg.no-day")
    if leg.arrives is None:
        return text("leg.departs", departs=moment_text(leg.departs))
    when = _between(leg.departs, leg.arrives)
    return when if leg.minutes is None else text("leg.took", when=when, took=took_text(leg.minutes))


def _between(departs: Moment, arrives: Moment) -> Text:
    first = moment_text(departs)
    if arrives.time and arrives.day == departs.day:
        return text("leg.one-day", departs=first, time=f"{arrives.time:%H:%M}")
    return text("leg.departs-arrives", departs=first, arrives=moment_text(arrives))


def moment_text(moment: Moment) -> Text:
    """`23 May 2027, 08:15`."""
    if moment.time is None:
        return text("moment.day", day=moment.day)
    return text("moment.time", day=moment.day, time=f"{moment.time:%H:%M}")


def took_text(minutes: int) -> Text:
    """`3 h 25 min`."""
    hours, left = divmod(minutes, HOUR)
    if not hours:
        return text("took.minutes", minutes=left)
    return text("took.hours", hours=hours, minutes=left) if left else text("took.whole-hours", hours=hours)


def wait_text(after: Layover) -> Text:
    """Where one waits, and how long."""
    took = text("layover.unknown") if after.minutes is None else took_text(after.minutes)
    if after.start == after.end:
        return text("layover.at", stop=after.start, took=took)
    return text("layover.between", start=after.start, end=after.end, took=took)


def land_text(one: Passage | Nearby, areas: dict[str, str], homes: Collection[str]) -> Text:
    """A country; or a named part of it, and who rules there if it is another. Home states are called so."""
    named = _named(one, areas)
    return text("over.home", place=named) if {one.country, one.rules} & {*homes} else named


def _named(one: Passage | Nearby, areas: dict[str, str]) -> Text:
    if one.territory is None:
        return text("over.country", place=Country(one.country))
    return part_text(areas[one.territory], one.country, one.rules)


def part_text(title: str, country: str, rules: str | None) -> Text:
    """A part of a country with a name of its own."""
    values = {"area": Words(title), "place": Country(country)}
    if rules == country:
        return text("over.area", **values)
    return text("over.area-ruled", **values, rules=Country(rules) if rules else text("over.own-authorities"))
