"""A list of routes: as OpenFlights publishes it, or two columns. Each line is looked at; nothing else is believed."""

import datetime as dt
import re
from pathlib import Path

import msgspec

from waystation.core.ways import Routes
from waystation.desks.journeys.airports import FORMER, airports
from waystation.errors import CaseError, ShapeError

ROUTES = "routes.json"
URL = "https://raw.githubusercontent.com/jpatokal/openflights/master/data/routes.dat"
"""The list of OpenFlights. How old it is stands in the parameter `openflights-routes-until`."""
HEAD = "from,to"
PLAIN = re.compile(r"(?P<start>[A-Z]{3}),(?P<end>[A-Z]{3})")
ID = r"(?:\d{1,7}|\\N)"
PUBLISHED = re.compile(
    rf"(?:[A-Z0-9]{{2,3}}|-),{ID},(?P<start>[A-Z]{{3,4}}),{ID},(?P<end>[A-Z]{{3,4}}),{ID},Y?,(?P<stops>\d),[A-Z0-9 ]*"
)
"""Airline, its number, airport, its number, airport, its number, codeshare, stops, planes."""
MOST_LINES, LONGEST, SHOWN = 200_000, 120, 60
MOST_BYTES = 16_000_000


def read_routes(raw: bytes, where: str, loaded: dt.date | None) -> Routes:
    """The routes of a list. Lines of airports that are not known, and of flights with a stop, are counted and left out.

    Raises ShapeError with the line of what does not fit.
    """
    lines = _lines(raw, where)
    head = lines[0].strip().lower() == HEAD
    pattern, first = (PLAIN, 1) if head else (PUBLISHED, 0)
    onward: dict[str, set[str]] = {}
    left_out = 0
    for number, line in enumerate(lines[first:], start=first + 1):
        found = pattern.fullmatch(line) if len(line) <= LONGEST else None
        if found is None:
            raise ShapeError("error.routes-line", where=f"{where}:{number}", found=_shown(line))
        ends = [FORMER.get(code, code) for code in (found["start"], found["end"])]
        direct = head or found["stops"] == "0"
        if not direct or ends[0] == ends[1] or not {*ends} <= airports().keys():
            left_out += 1
        else:
            onward.setdefault(ends[0], set()).add(ends[1])
    return Routes(
        url=where, loaded=loaded, read=len(lines) - first, left_out=left_out,
        onward={start: tuple(sorted(onward[start])) for start in sorted(onward)},
    )  # fmt: skip


def _lines(raw: bytes, where: str) -> list[str]:
    """The lines of a list that may be one. Raises ShapeError."""
    if len(raw) > MOST_BYTES:
        raise ShapeError("error.routes-no-list", where=where)
    try:
        lines = raw.decode("ascii").splitlines()
    except UnicodeDecodeError:
        raise ShapeError("error.routes-no-list", where=where) from None
    if not lines or lines[0].startswith("<") or len(lines) > MOST_LINES:
        raise ShapeError("error.routes-no-list", where=where)
    return lines


def _shown(line: str) -> str:
    return "".join(one if one.isprintable() else " " for one in line[:SHOWN])


def routes_of(file: Path) -> Routes:
    """The routes of a file of the user's own. Raises CaseError, or ShapeError with the line."""
    try:
        return read_routes(file.read_bytes(), str(file), None)
    except OSError as fault:
        raise CaseError("error.cannot-read", where=str(file), why=fault.strerror) from None


def kept_routes(file: Path) -> Routes:
    """The routes that were loaded before. Raises CaseError: none were, or the file is damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Routes)
    except OSError:
        raise CaseError("error.no-routes") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise CaseError("error.routes-damaged", where=str(file)) from None
