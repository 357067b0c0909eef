"""The nearest ways that are not offered, each with what speaks against it."""

from collections.abc import Iterable

from waystation.core.findings import DangerFinding
from waystation.core.measures import Grade
from waystation.core.texts import Country, Text, Words, text
from waystation.core.ways import KnownWay, WaysFound
from waystation.papers.days import level_text
from waystation.papers.document import Writer


def write_not_offered(page: Writer, answer: WaysFound) -> None:
    """The way on which nobody should go, and the one that is graver than need be."""
    for name, way in (("closed", answer.closed), ("graver", answer.graver)):
        if way is None:
            continue
        page.heading(2, text(f"ways.{name}", airports=Words(way_name(way))), name)
        page.paragraph(text(f"ways.{name}-why", places=way_countries(way)), tone="danger")
        shut = dict.fromkeys(line for leg in way.checked.legs for line in leg.why)
        against = _surely(way) if name == "closed" else _gravest(way, answer.ways)
        page.bullets(page.line(line.text, line.citations, tone="danger") for line in shut)
        page.bullets(page.line(one.why, one.citations, label=_named(one), tone="danger") for one in against)


def way_name(way: KnownWay) -> str:
    """Its airports, from the first to the last."""
    return " – ".join(way.airports)  # noqa: RUF001 - a dash between places


def way_countries(way: KnownWay) -> tuple[Country, ...]:
    """The countries where it touches the ground."""
    return tuple(Country(code) for code in dict.fromkeys(way.countries))


def _surely(way: KnownWay) -> list[DangerFinding]:
    """What is surely extreme."""
    return _ordered(one for one in way.checked.dangers if one.least is Grade.EXTREME)


def _gravest(way: KnownWay, offered: tuple[KnownWay, ...]) -> list[DangerFinding]:
    """As grave as the gravest of the way, and not met as grave on the ways that are offered; else all as grave."""
    most = [one for one in way.checked.dangers if (one.level, one.least) >= (way.danger, way.least)]
    met = {(one.tag, one.level, one.least) for it in offered for one in it.checked.dangers}
    return _ordered([one for one in most if (one.tag, one.level, one.least) not in met] or most)


def _ordered(dangers: Iterable[DangerFinding]) -> list[DangerFinding]:
    """Each once, the gravest first."""
    every = {one.id: one for one in dangers}.values()
    return sorted(every, key=lambda one: (-one.level, -one.least, one.tag, one.place))


def _named(one: DangerFinding) -> Text:
    level = level_text(one.level, one.least)
    return text("ways.danger-at", title=Words(one.title), place=Country(one.place), level=level)
