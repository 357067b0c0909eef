"""What somebody holds along a plan: standings, papers, rights to enter, decisions, rights."""

import datetime as dt
from collections.abc import Collection, Iterable
from functools import cached_property

import msgspec
from msgspec import Struct

from waystation.core.facts import Known, Listing, Members, View
from waystation.core.measures import Length
from waystation.core.practices import Decision, Document, Effect, Ends, Entry, Part, Right, Status

STRENGTH = (
    "none", "visa-free", "tolerated", "pending", "visa", "residence", "protection", "permanent", "citizen",
)  # fmt: skip


class Standing(Struct, frozen=True, cache_hash=True, gc=False):
    """A status in a country. `until` None: open-ended if `stated`, else no source states the end.

    With an end, not `stated` means that it may end earlier.
    """

    in_: str
    kind: str
    name: str = ""
    until: dt.date | None = None
    stated: bool = True
    renewable: bool | None = None

    @property
    def named(self) -> tuple[str, str, str]:
        """Which standing it is, its end left aside."""
        return self.in_, self.kind, self.name

    def lasts(self, day: dt.date) -> bool:
        """Whether it holds on `day`; an end that nobody states is taken to be later."""
        return self.until is None or self.until >= day


class Paper(Struct, frozen=True, cache_hash=True, gc=False):
    """A travel document. Not `sure`: its end or state is not known. `given` by a step, so no source says it."""

    kind: str
    issuer: str
    until: dt.date | None = None
    given: bool = False
    sure: bool = True


class Pass(Struct, frozen=True, cache_hash=True, gc=False):
    """A right to enter, and the standings that begin on entry."""

    to: str
    until: dt.date | None
    practice: str
    begins: tuple[Status, ...] = ()


class Held(Struct, frozen=True, cache_hash=True, dict=True):
    """All that one member holds at one moment of a plan. `dict` keeps what is looked up again and again."""

    standings: tuple[Standing, ...] = ()
    papers: tuple[Paper, ...] = ()
    passes: tuple[Pass, ...] = ()
    decisions: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()

    def at(self, place: str) -> Standing | None:
        """The strongest standing in `place`, the longest among equals."""
        return self._strongest.get(place)

    @cached_property
    def _strongest(self) -> dict[str, Standing]:
        return {one.in_: one for one in sorted(self.standings, key=_strength)}

    @cached_property
    def without_end(self) -> tuple[object, ...]:
        """What is held, ends left aside: labels with the same can be compared."""
        return (
            frozenset(one.named for one in self.standings if one.kind != "visa-free"),
            frozenset((one.kind, one.issuer) for one in self.papers),
            frozenset((one.to, one.practice) for one in self.passes),
            self.decisions,
            self.rights,
        )

    @cached_property
    def named(self) -> frozenset[tuple[str, str, str]]:
        """All standings, ends left aside."""
        return frozenset(one.named for one in self.standings)

    @cached_property
    def ends(self) -> dict[tuple[str, ...], dt.date]:
        """The end of everything held; `date.max` where none is stated."""
        things: list[tuple[tuple[str, ...], dt.date | None]] = [
            *((("standing", one.in_, one.kind, one.name), one.until) for one in self.standings),
            *((("paper", one.kind, one.issuer), one.until) for one in self.papers),
            *((("pass", one.to, one.practice), one.until) for one in self.passes),
        ]
        latest: dict[tuple[str, ...], dt.date] = {}
        for key, until in things:
            latest[key] = max(latest.get(key, dt.date.min), until or dt.date.max)
        return latest

    def first_end(self, place: str, *, papers: bool) -> dt.date | None:
        """The first day on which the stay in `place` or the last paper runs out; None if nothing is known to.

        `papers`: whether one still has to travel, so that they count.
        """
        return self._first_end(place, [paper.until for paper in self.papers] if papers else [])

    def _first_end(self, place: str, papers: list[dt.date | None]) -> dt.date | None:
        standing = self.at(place)
        ends = [standing.until] if standing else []
        if papers and None not in papers:
            ends.append(max(day for day in papers if day))
        return min((day for day in ends if day), default=None)


def _strength(one: Standing) -> tuple[int, dt.date]:
    rank = STRENGTH.index(one.kind) if one.kind in STRENGTH else 0
    return rank, one.until or dt.date.max


def held_at_start(view: View) -> Held:
    """What the facts say somebody holds today; papers that are lost, taken or cancelled are not held."""
    standings = [_standing(thing) for thing in _things(view, "statuses")]
    kind, place = view.get("status_here"), view.get("here")
    if isinstance(kind, str) and isinstance(place, str) and kind != "none":
        until = view.get("lawful_until")
        known = until if isinstance(until, dt.date) else None
        endless = kind in ("citizen", "permanent")
        renewable = view.get("renewable_here")
        standings.append(Standing(place, kind, "", known, known is not None or endless, renewable is True or None))
    papers = [
        _paper(thing)
        for thing in _things(view, "travel_documents")
        if thing.get("state", "valid") == "valid" and "kind" in thing
    ]
    return Held(
        standings=_once(standings),
        papers=tuple(dict.fromkeys(papers)),
        decisions=_have(view.get("decisions")),
        rights=_have(view.get("rights")),
    )


def _paper(thing: View) -> Paper:
    until = _day(thing.get("valid_until"))
    return Paper(
        str(thing["kind"]), str(thing.get("issuer", "")), until, sure=until is not None and "state" in thing
    )


def _standing(thing: View) -> Standing:
    until = _day(thing.get("until"))
    return Standing(
        str(thing.get("in", "")), str(thing.get("kind", "")), str(thing.get("name", "")), until, until is not None
    )


def _once(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """One standing of each name in a country; the later end counts."""
    kept: dict[tuple[str, str, str], Standing] = {}
    for one in standings:
        old = kept.get(one.named)
        if old is None or _strength(one) > _strength(old):
            kept[one.named] = one
    return tuple(kept.values())


def _things(view: View, name: str) -> tuple[View, ...]:
    known = view.get(name)
    return known.items if isinstance(known, Listing) else ()


def _have(known: Known | None) -> frozenset[str]:
    return known.have if isinstance(known, Members) else frozenset()


def _day(known: Known | None) -> dt.date | None:
    return known if isinstance(known, dt.date) else None


def carried(gives: Iterable[Effect]) -> tuple[Part, ...]:
    """Those effects that change what is held, in the order in which they do.

    With a standing that ends, the rights in that country end, unless the practice gives them anew.
    """
    changing = (Status, Entry, Document, Decision, Right, Ends)
    some = (effect.it for effect in gives if isinstance(effect.it, changing))
    return tuple(sorted(some, key=lambda one: not isinstance(one, Ends)))


def receive(held: Held, effects: tuple[Part, ...], practice: str, filed: dt.date, decided: dt.date) -> Held:
    """`held` after a practice with these effects (`carried`), filed and decided on these (latest) days."""
    begins = tuple(one for one in effects if isinstance(one, Status) and one.from_ == "entry")
    for one in effects:
        held = _receive_one(held, one, practice, filed, decided, begins)
    return held


def _receive_one(
    held: Held, one: object, practice: str, filed: dt.date, decided: dt.date, begins: tuple[Status, ...]
) -> Held:
    replace = msgspec.structs.replace
    match one:
        case Status(from_="entry"):
            return held
        case Status():
            start = filed if one.from_ == "filing" else decided
            return replace(held, standings=_once((*held.standings, granted(one, start))))
        case Entry():
            until = one.within.after(decided) if one.within else None
            own = tuple(status for status in begins if status.in_ == one.to)
            return replace(held, passes=(*held.passes, Pass(one.to, until, practice, own)))
        case Document():
            until = one.length.after(decided) if one.length else None
            sure = until is not None and not one.at_most
            return replace(held, papers=(*held.papers, Paper(one.kind, one.issuer, until, given=True, sure=sure)))
        case Decision():
            return replace(held, decisions=held.decisions | {one.name})
        case Right():
            return replace(held, rights=held.rights | {f"{one.to}:{one.in_}"})
        case Ends():
            left = tuple(old for old in held.standings if (old.kind, old.in_) != (one.status, one.in_))
            rights = frozenset(right for right in held.rights if not right.endswith(f":{one.in_}"))
            return replace(held, standings=left, rights=rights)
    return held


def granted(one: Status, start: dt.date) -> Standing:
    """The standing that begins on this day."""
    until = one.length.after(start) if isinstance(one.length, Length) else None
    endless = one.kind in ("permanent", "citizen") or one.length == "unlimited"
    renewable = True if endless else one.renewable
    stated = endless or (until is not None and not one.at_most)
    return Standing(one.in_, one.kind, one.name, until, stated, renewable)


def lose(held: Held, gives: Iterable[object]) -> Held:
    """`held` without the standings that these effects gave."""
    gone = {one.named for one in gives if isinstance(one, Status)}
    left = tuple(one for one in held.standings if one.named not in gone)
    return msgspec.structs.replace(held, standings=left)


def without(held: Held, gives: Collection[object], practice: str) -> Held:
    """`held` without anything that these effects of a practice gave."""
    papers = {(one.kind, one.issuer) for one in gives if isinstance(one, Document)}
    return msgspec.structs.replace(
        lose(held, gives),
        papers=tuple(one for one in held.papers if not (one.given and (one.kind, one.issuer) in papers)),
        passes=tuple(one for one in held.passes if one.practice != practice),
        decisions=held.decisions - {one.name for one in gives if isinstance(one, Decision)},
        rights=held.rights - {f"{one.to}:{one.in_}" for one in gives if isinstance(one, Right)},
    )


def enter(held: Held, used: Pass, day: dt.date) -> Held:
    """`held` after entering on a pass: what begins on entry, begins."""
    begun = (granted(one, day) for one in used.begins)
    return msgspec.structs.replace(held, standings=_once((*held.standings, *begun)))


def stay(held: Held, place: str, until: dt.date | None, day: dt.date) -> Held:
    """`held` after entering without a visa: the stay there, and no earlier stay of that kind anywhere."""
    old = (one for one in held.standings if one.kind != "visa-free" and one.lasts(day))
    new = Standing(place, "visa-free", "", until, until is not None)
    return msgspec.structs.replace(held, standings=_once((*old, new)))
