"""A public list of visa rules, for pairs of states on which no record of ours says anything. It never permits: ask.

The list says, for a passport and a destination, how many days one may stay without a visa, or what is asked.
"""

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from waystation.core.conditions import Condition, Silent
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Length
from waystation.core.places import EntryRule, Place, Shows, Stay
from waystation.core.sources import Source
from waystation.errors import ShapeError

VISAS = "visas.json"
HEAD = ["Passport", "Destination", "Requirement"]
FREE, ASKED = "visa free", frozenset({"visa required", "e-visa", "visa on arrival", "eta"})
NOTHING_SAID = frozenset({"-1", "no admission"})
"""One's own state; and what nobody is told on such a list's word alone."""
PUBLISHER, PAPER, GAP = "passport-index", "passport", "visa-list"
MOST_ROWS, MOST_DAYS = 100_000, 3_650


class VisaList(Struct, frozen=True):
    """Of each destination, of each requirement, the states whose passports it is asked of."""

    url: str
    checked: dt.date
    rules: dict[str, dict[str, tuple[str, ...]]]


def read_list(raw: bytes, url: str, day: dt.date) -> VisaList:
    """The list as it is published (CSV, UTF-8). Raises ShapeError with the line of what does not fit."""
    try:
        lines = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline="")))
    except (UnicodeDecodeError, csv.Error):
        raise ShapeError("error.visas-no-list", where=url) from None
    if not lines or lines[0] != HEAD or len(lines) > MOST_ROWS:
        raise ShapeError("error.visas-no-list", where=url)
    rules: dict[str, dict[str, list[str]]] = {}
    for number, line in enumerate(lines[1:], start=2):
        if len(line) != len(HEAD) or not _fits(*line):
            raise ShapeError("error.visas-line", where=f"{url}:{number}", found=",".join(line)[:60])
        issuer, to, requirement = line
        if requirement not in NOTHING_SAID:
            rules.setdefault(to, {}).setdefault(requirement, []).append(issuer)
    return VisaList(
        url, day,
        {to: {what: tuple(sorted(some)) for what, some in sorted(of.items())} for to, of in sorted(rules.items())},
    )  # fmt: skip


def _fits(issuer: str, to: str, requirement: str) -> bool:
    codes = all(len(one) == len("XX") and one.isascii() and one.isupper() for one in (issuer, to))
    days = requirement.isdigit() and 0 < int(requirement) <= MOST_DAYS
    return codes and (days or requirement in {FREE, *ASKED, *NOTHING_SAID})


def kept_list(file: Path) -> VisaList | None:
    """The list that was loaded before; None: none was, or the file is damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=VisaList)
    except (OSError, msgspec.DecodeError):
        return None


def with_visas(knowledge: Knowledge, visas: VisaList) -> Knowledge:
    """The knowledge with what the list says of passports on which it says nothing itself."""
    places: Mapping[str, Place] = {
        id: _filled(place, knowledge, visas) if place.country in visas.rules else place
        for id, place in knowledge.places.items()
    }
    mark = hashlib.blake2b(msgspec.json.encode(visas.rules), digest_size=3).hexdigest()
    return msgspec.structs.replace(knowledge, places=places, version=f"{knowledge.version}+{mark}")


def _filled(place: Place, knowledge: Knowledge, visas: VisaList) -> Place:
    country = place.country or ""
    told = [rule.shows for area in knowledge.area_of(country) for rule in area.entry]
    rules, sources = [], {}
    for requirement, issuers in visas.rules[country].items():
        left = tuple(one for one in issuers if not any(shows.fits(PAPER, one) for shows in told))
        if not left:
            continue
        name = f"{PUBLISHER}-{requirement.replace(' ', '-')}"
        sources[name] = _source(country, requirement, left, visas)
        rules.append(_rule(requirement, left, name))
    return msgspec.structs.replace(place, entry=(*place.entry, *rules), sources={**place.sources, **sources})


def _rule(requirement: str, issuers: tuple[str, ...], source: str) -> EntryRule:
    length = Length(days=int(requirement)) if requirement.isdigit() else None
    return EntryRule(
        shows=Shows((PAPER,), issuers), admits="visa" if requirement in ASKED else "stay",
        stay=Stay(length), who=Condition(Silent(GAP), {"silent": GAP}), source=source,
    )  # fmt: skip


def _source(country: str, requirement: str, issuers: tuple[str, ...], visas: VisaList) -> Source:
    says = "; ".join(f"{issuer},{country},{requirement}" for issuer in issuers)
    return Source(
        url=visas.url, publisher=PUBLISHER, checked=visas.checked, seen="excerpt",
        says=f"{','.join(HEAD)}: {says}",
    )  # fmt: skip
