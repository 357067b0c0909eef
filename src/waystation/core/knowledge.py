"""All that the registry holds, frozen: what every desk is handed."""

import datetime as dt
import difflib
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from waystation.core.borders import Territory
from waystation.core.conditions import Condition
from waystation.core.facts import FactType, Scalar
from waystation.core.places import Place
from waystation.core.practices import Decision, Entry, Part, Practice
from waystation.core.records import Record
from waystation.core.sources import Publisher, Source
from waystation.core.world import Agreement, Body, Danger, Door, Incident, Need, ParameterValues, Party, Remedy
from waystation.errors import NotFoundError

R = TypeVar("R", bound=Record)
T = TypeVar("T")
MOST_DAYS = 4


class Knowledge(Struct, frozen=True, kw_only=True, dict=True):
    """Records by id. `version` is a hash of all that was read.

    `layers`: the name of the layer of each record that was added, replaced or ended by one, by the record's id.

    `dict` keeps what is looked up again and again: areas, who is bound by what, what happened where.
    """

    facts: Mapping[str, FactType]
    publishers: Mapping[str, Publisher]
    parameters: Mapping[str, ParameterValues]
    practices: Mapping[str, Practice]
    places: Mapping[str, Place]
    agreements: Mapping[str, Agreement]
    incidents: Mapping[str, Incident]
    bodies: Mapping[str, Body]
    dangers: Mapping[str, Danger]
    remedies: Mapping[str, Remedy]
    version: str = ""
    needs: Mapping[str, Need] = msgspec.field(default_factory=dict)
    doors: Mapping[str, Door] = msgspec.field(default_factory=dict)
    territories: Mapping[str, Territory] = msgspec.field(default_factory=dict)
    layers: Mapping[str, str] = msgspec.field(default_factory=dict)

    def records(self) -> Iterator[Record]:
        """Every record with an envelope, kind by kind, in order of id."""
        for kind in (
            self.practices, self.places, self.agreements, self.incidents, self.bodies, self.dangers, self.remedies
        ):  # fmt: skip
            yield from (kind[id] for id in sorted(kind))

    def record(self, id: str) -> Record:
        """The record with this id. Raises NotFoundError."""
        for record in self.records():
            if record.id == id:
                return record
        raise NotFoundError("error.no-record", asked=id)

    def practice(self, id: str) -> Practice:
        """The practice with this id. Raises NotFoundError with the nearest that exists."""
        if id in self.practices:
            return self.practices[id]
        near = difflib.get_close_matches(id, self.practices, n=1)
        if near:
            raise NotFoundError("error.no-practice-near", asked=id, near=near[0])
        raise NotFoundError("error.no-practice", asked=id)

    def title_of(self, id: str) -> str | None:
        """The title of the practice with this id, or of the first that gives a decision of this name."""
        if id in self.practices:
            return self.practices[id].title
        giving = (one for one in self.practices.values() for it in one.effects(Decision) if _named(it) == id)
        return next((one.title for one in giving), None)

    def parameter(self, name: str, day: dt.date) -> Scalar | None:
        """A single dated value; None if nothing states it on that day."""
        found = self.parameters[name].on(day) if name in self.parameters else None
        return None if isinstance(found, list) else found

    def cut_points(self, name: str, day: dt.date) -> list[float]:
        """A dated list of cut points. Raises NotFoundError."""
        found = self.parameters[name].on(day) if name in self.parameters else None
        if not isinstance(found, list):
            raise NotFoundError("error.no-record", asked=name)
        return found

    def official(self, source: Source) -> bool:
        """Whether the source's publisher is an official voice."""
        publisher = self.publishers.get(source.publisher)
        return publisher is not None and publisher.official

    def confidence(self, record: Record) -> str:
        """Derived: high with an official source, medium with a page or two others, else low."""
        sources = list(record.sources.values())
        if any(self.official(source) for source in sources):
            return "high"
        seen = any(source.seen == "page" for source in sources)
        return "medium" if seen or len(sources) > 1 else "low"

    def lets_in_officially(self, practice: str, country: str) -> bool:
        """Whether an official source says that a practice lets its holder enter."""
        record = self.practices[practice]
        named = (one.source for one in record.effects(Entry) if isinstance(one, Entry) and one.to == country)
        return any(name in record.sources and self.official(record.sources[name]) for name in named if name)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What hangs on nothing but this knowledge, made once."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def area_of(self, country: str) -> tuple[Place, ...]:
        """The country's own place and the area without inner borders it belongs to, as far as known."""
        return self.areas.get(country, ())

    def one_area(self, one: str, other: str) -> Place | None:
        """The area without inner borders to which both countries belong, if there is one."""
        return next((area for area in self.area_of(one) if area.zone and {one, other} <= {*area.members}), None)

    @cached_property
    def areas(self) -> Mapping[str, tuple[Place, ...]]:
        """Of each country its own place and the areas without inner borders it belongs to."""
        found: dict[str, tuple[Place, ...]] = {}
        for place in self.places.values():
            if place.country and place.country not in found:
                found[place.country] = (place,)
        for area in self.places.values():
            for member in area.members:
                found[member] = (*found.get(member, ()), area)
        return found

    def admitting(self, kind: str, issuer: str) -> frozenset[str]:
        """Countries with a rule that lets in, without a visa, whoever shows this document (and meets the rule)."""
        key = (kind, issuer)
        if key not in self._admitting:
            self._admitting[key] = frozenset(
                country
                for country, places in self.areas.items()
                if any(rule.admits == "stay" and rule.shows.fits(*key) for place in places for rule in place.entry)
            )
        return self._admitting[key]

    @cached_property
    def _admitting(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    def hosting(self, country: str) -> frozenset[str]:
        """Countries in which a mission of this country stands."""
        return self._hosting.get(country, frozenset())

    @cached_property
    def _hosting(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for place in self.places.values():
            for mission in place.missions if place.country else ():
                found.setdefault(mission.of, set()).add(str(place.country))
        return {country: frozenset(hosts) for country, hosts in found.items()}

    def asked_at_missions(self, country: str) -> tuple[Condition, ...]:
        """From whom the missions of this country take applications, wherever they stand."""
        return self._asked_at_missions.get(country, ())

    @cached_property
    def _asked_at_missions(self) -> Mapping[str, tuple[Condition, ...]]:
        found: dict[str, tuple[Condition, ...]] = {}
        for place in self.places.values():
            for mission in place.missions:
                found[mission.of] = (*found.get(mission.of, ()), mission.from_whom)
        return found

    def excluding(self, practice: str) -> frozenset[str]:
        """The practices that may make this one impossible once they were done."""
        return self._excluding.get(practice, frozenset()) | self._excluding[""]

    @cached_property
    def _excluding(self) -> Mapping[str, frozenset[str]]:
        """By the practice that is named; under no name those that exclude by a decision or status."""
        found: dict[str, set[str]] = {"": set()}
        for id, practice in self.practices.items():
            for one in practice.excludes:
                found.setdefault(one.practice or "", set()).add(id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def bound(self, state: str, day: dt.date) -> frozenset[str]:
        """The agreements that bind a state on a day."""
        key = (state, day)
        if key not in self._bound:
            parties = self._parties.get(state, ())
            self._bound[key] = frozenset(id for id, party in parties if party.bound_on(day))
        return self._bound[key]

    @cached_property
    def _bound(self) -> dict[tuple[str, dt.date], frozenset[str]]:
        return {}

    @cached_property
    def _parties(self) -> Mapping[str, tuple[tuple[str, Party], ...]]:
        """Of each state the agreements it ever joined, and when it is bound."""
        found: dict[str, tuple[tuple[str, Party], ...]] = {}
        for id, agreement in self.agreements.items():
            for party in agreement.parties:
                found[party.state] = (*found.get(party.state, ()), (id, party))
        return found

    @cached_property
    def happenings(self) -> Mapping[str, tuple[tuple[dt.date, Incident], ...]]:
        """Of each place the incidents there with the latest day they can mean, by id."""
        found: dict[str, tuple[tuple[dt.date, Incident], ...]] = {}
        for _, one in sorted(self.incidents.items()):
            found[one.place] = (*found.get(one.place, ()), (one.happened(), one))
        return found

    def as_of(self, day: dt.date) -> "Knowledge":
        """What could be known on `day`: no record that was not public yet, no later source, no level that names one.

        Bodies and remedies stay: whom to ask and what to do are no findings, and most of their pages carry no date or
        describe what could be done long before. Of a remedy no later source is cited.
        The last few days are kept: the same day is asked for again and again.
        """
        if day not in self._days:
            while len(self._days) >= MOST_DAYS:
                self._days.pop(next(iter(self._days)))
            self._days[day] = self._as_of(day)
        return self._days[day]

    @cached_property
    def _days(self) -> dict[dt.date, "Knowledge"]:
        return {}

    def _as_of(self, day: dt.date) -> "Knowledge":
        def known(records: Mapping[str, R]) -> dict[str, R]:
            return {
                id: _as_of(record, day)
                for id, record in records.items()
                if (public := record.first_public()) is None or public <= day
            }

        return msgspec.structs.replace(
            self,
            practices=known(self.practices), places=known(self.places), agreements=known(self.agreements),
            incidents=known(self.incidents), dangers=known(self.dangers),
            remedies={id: _as_of(remedy, day) for id, remedy in self.remedies.items()},
        )  # fmt: skip


def _named(part: Part) -> str:
    return part.name if isinstance(part, Decision) else ""


def _as_of(record: R, day: dt.date) -> R:
    cited = {name: source for name, source in record.sources.items() if source.published_by(day)}
    if len(cited) == len(record.sources):
        return record
    if isinstance(record, Danger):
        levels = tuple(level for level in record.levels if level.source is None or level.source in cited)
        return msgspec.structs.replace(record, sources=cited, levels=levels)
    return msgspec.structs.replace(record, sources=cited)
