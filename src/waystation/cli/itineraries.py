"""What a command reads of a journey: a file (YAML, calendar, pasted lines), or the lines themselves."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from waystation.cli.files import folders
from waystation.cli.told import told
from waystation.core.itineraries import Itinerary
from waystation.core.knowledge import Knowledge
from waystation.desks.journeys.calendar_file import read_calendar
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.desks.journeys.lands import Lands, lands_of
from waystation.desks.journeys.pasted import read_pasted
from waystation.errors import CaseError, WaystationError
from waystation.registry.borders import read_land
from waystation.registry.marks import located
from waystation.registry.yaml import parse_yaml, read_text

ItineraryTold = Annotated[str, typer.Argument(help=told("itinerary"), metavar="ITINERARY")]
YAML, CALENDAR, STANDARD_INPUT = (".yaml", ".yml"), ".ics", "-"


def load_itinerary(given: str, day: dt.date) -> Itinerary:
    """The journey of a file, of `-` (standard input), or of pasted lines. Raises WaystationError with file and line.

    Days without a year lie on or after `day`.
    """
    if given == STANDARD_INPUT:
        return read_pasted(sys.stdin.read(), day, STANDARD_INPUT)
    file = Path(given)
    if "\n" not in given and file.suffix.lower() in (*YAML, CALENDAR, ".txt"):
        return _from_file(file, day)
    return read_pasted(given, day)


def _from_file(file: Path, day: dt.date) -> Itinerary:
    if file.suffix.lower() == CALENDAR:
        try:
            return read_calendar(file.read_bytes(), str(file))
        except OSError as fault:
            raise CaseError("error.cannot-read", where=str(file), why=fault.strerror) from None
    words = read_text(file)
    if file.suffix.lower() not in YAML:
        return read_pasted(words, day, str(file))
    try:
        return read_itinerary(parse_yaml(words, str(file)))
    except WaystationError as fault:
        raise located(fault, file, words) from None


def load_lands(public: Path | None, layers: list[Path] | None, knowledge: Knowledge) -> Lands:
    """The land of all countries, with the named parts that the knowledge tells of."""
    return lands_of(read_land(folders(public, layers)), knowledge.territories)
