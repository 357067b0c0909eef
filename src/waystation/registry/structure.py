"""What belongs together in a record, and between records: who may check it, warnings, bans, borders."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from waystation.core.facts import FactType
from waystation.core.knowledge import Knowledge
from waystation.core.places import CODE, EntryRule, Mission, Place, Shows
from waystation.core.practices import (
    Document,
    Ends,
    Entry,
    Exclusion,
    Forbids,
    Need,
    Practice,
    Right,
    Service,
    Shields,
    Status,
)  # fmt: skip
from waystation.core.texts import Country
from waystation.core.world import Body, Incident, Party
from waystation.registry.parts import Path, parts
from waystation.registry.remarks import Found, found
from waystation.say import country_codes

COUNTRIES: dict[type[Struct], tuple[str, ...]] = {
    Practice: ("country",), Place: ("country", "members"), Body: ("country",), Incident: ("home", "place"),
    Party: ("state",), Mission: ("of",), Shows: ("issuer",), Entry: ("to",), Status: ("in_",), Right: ("in_",),
    Document: ("issuer",), Service: ("in_",), Ends: ("in_",), Shields: ("in_",), Exclusion: ("in_",),
    Forbids: ("country",),
}  # fmt: skip
"""The fields that hold countries."""


def practices_alone(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """What a practice needs besides its conditions."""
    for one in knowledge.practices.values():
        if not one.by:
            yield found(one, ("by",), "check.nobody-to-ask")
        if one.irreversible and not one.warning:
            yield found(one, ("irreversible",), "check.no-warning")
        if (one.kind == "ban") != (one.forbids is not None):
            yield found(one, ("kind",), "check.ban-forbids")
        if one.unless and one.kind != "ban":
            yield found(one, ("unless",), "check.unless-only-in-ban")


def cohort_apart(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Nothing for members only stands in the public folder."""
    for record in knowledge.records():
        if record.audience == "cohort" and record.id not in knowledge.layers:
            yield found(record, ("audience",), "check.cohort-in-public")


def one_id_one_record(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """No id stands for two records of different kinds; no country has two files."""
    seen: dict[str, str] = {}
    for record in knowledge.records():
        if record.id in seen:
            yield found(record, ("id",), "check.id-of-two-kinds", twice=record.id, first=seen[record.id])
        seen[record.id] = type(record).__name__.lower()
    countries: dict[str, str] = {}
    for place in knowledge.places.values():
        if place.country is None:
            continue
        if place.country in countries:
            first = countries[place.country]
            yield found(place, ("country",), "check.country-twice", country=Country(place.country), first=first)
        countries[place.country] = place.id


def countries_exist(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """Every code stands for a country."""
    codes = country_codes()
    for record in knowledge.records():
        for path, part in parts(record):
            for name in COUNTRIES.get(type(part), ()):
                value = getattr(part, name)
                for code in value if isinstance(value, tuple) else (value,):
                    if code is not None and CODE.fullmatch(code) and code not in codes:
                        yield found(record, (*path, name.removesuffix("_")), "check.no-country", code=code)


def papers_known(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A paper at a border is a travel document; one to bring or to get is a paper that we can ask for."""
    travel = _options(knowledge.facts.get("travel_documents"), "kind")
    every = travel | _options(knowledge.facts.get("documents"))
    for record in (*knowledge.places.values(), *knowledge.practices.values()):
        for path, part in parts(record):
            for at, named, known in _papers(path, part, travel, every):
                for paper in named:
                    if paper not in known:
                        yield found(record, at, "check.no-paper", asked=paper)


def _options(fact: FactType | None, field: str = "") -> frozenset[str]:
    if fact is None:
        return frozenset()
    return frozenset(fact.fields[field].options if field else fact.options)


def _papers(
    path: Path, part: object, travel: frozenset[str], every: frozenset[str]
) -> Iterator[tuple[Path, tuple[str, ...], frozenset[str]]]:
    if isinstance(part, Shows):
        yield (*path, "kind"), part.kind, travel
    elif isinstance(part, Document):
        yield (*path, "kind"), (part.kind,), every
    elif isinstance(part, Need):
        yield (*path, "document"), (part.document,), every
        yield (*path, "or"), part.or_, every


def entry_rules_agree(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """No two rules of a border say different things about one paper of one issuer, for the same people."""
    for place in knowledge.places.values():
        numbered = list(enumerate(place.entry))
        for (first, one), (second, other) in combinations(numbered, 2):
            if one.admits != other.admits and one.who == other.who and _overlap(one, other):
                yield found(place, ("entry", second), "check.entry-rules-differ", n=first + 1)


def _overlap(one: EntryRule, other: EntryRule) -> bool:
    issuers = set(one.shows.issuer) & set(other.shows.issuer)
    anyone = not one.shows.issuer or not other.shows.issuer
    return bool(set(one.shows.kind) & set(other.shows.kind)) and bool(issuers or anyone)


def missions_take_their_own(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """A mission takes applications of its own country."""
    for place in knowledge.places.values():
        for at, mission in enumerate(place.missions):
            for id in mission.takes or ():
                practice = knowledge.practices.get(id)
                if practice is not None and CODE.fullmatch(practice.country) and practice.country != mission.of:
                    path = ("missions", at, "takes")
                    yield found(place, path, "check.mission-of-another", fault=False, asked=id)


def practices_have_places(knowledge: Knowledge, day: dt.date) -> Iterator[Found]:
    """The country of a practice has a file of its own; without it no plan ever comes there."""
    known = {place.country or place.id.upper() for place in knowledge.places.values()}
    for practice in knowledge.practices.values():
        if CODE.fullmatch(practice.country) and practice.country not in known:
            country = Country(practice.country)
            yield found(practice, ("country",), "check.no-place-file", fault=False, country=country)
