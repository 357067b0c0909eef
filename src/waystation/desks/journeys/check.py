"""Check a journey leg by leg: may one enter with what one shows, what lies below, what endangers one on the way."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from waystation.core.assessments import LegAnswer, Verdict
from waystation.core.borders import Overflight
from waystation.core.citing import cite_all
from waystation.core.facts import Listing, View
from waystation.core.findings import DangerFinding, gravest, stable_id
from waystation.core.itineraries import Connection, Itinerary, Leg
from waystation.core.knowledge import Knowledge
from waystation.core.measures import Grade
from waystation.core.plans import Line
from waystation.core.standing import homes
from waystation.core.texts import Country, Words, text
from waystation.core.travel import Entering, MayEnter
from waystation.core.world import Scope
from waystation.desks.journeys import roles
from waystation.desks.journeys.crossing import exit_conditions
from waystation.desks.journeys.order import said
from waystation.desks.journeys.times import layover_of, minutes_of
from waystation.desks.journeys.transit import transit

FindIn = Callable[[View, Scope, str], tuple[DangerFinding, ...]]
"""(view at the place that is touched, scope of dangers, whose name) → the dangers there."""
Person = tuple[str, View]
"""The id of somebody who travels, and what is known of them."""


class Way(Struct, frozen=True):
    """A journey, of each leg what lies below it (None: it is no flight, or not known), and what lies between legs."""

    itinerary: Itinerary
    overflights: tuple[Overflight | None, ...]
    connections: tuple[Connection, ...]


class Meets(Struct, frozen=True, kw_only=True):
    """What one person meets at one place of a leg."""

    border: Entering = Entering()
    dangers: tuple[DangerFinding, ...] = ()


class Checks(Struct, frozen=True):
    """What checking needs: the knowledge, and the answers of other desks as functions."""

    knowledge: Knowledge
    may_enter: MayEnter
    find: FindIn

    def check(self, way: Way, people: Sequence[Person], day: dt.date) -> tuple[LegAnswer, ...]:
        """What each leg meets. A leg without a day is judged on `day`."""
        return tuple(self._leg(way, at, people, day) for at in range(len(way.itinerary.legs)))

    def _leg(self, way: Way, at: int, people: Sequence[Person], day: dt.date) -> LegAnswer:
        leg, above = way.itinerary.legs[at], way.overflights[at]
        on = leg.departs.day if leg.departs else day
        before = way.connections[at - 1] if at else None
        after = way.connections[at] if at < len(way.connections) else None
        ground = [one for person in people for one in self._meets(person, leg, before, after, on)]
        ground += [one for person in people for one in self._aboard(person, leg, on)]
        met = [*ground, *(one for person in people for one in self._above(person, above, leg, on))]
        borders, dangers = [one.border for one in met], gravest(it for one in met for it in one.dangers)
        sure = gravest(it for one in ground for it in one.dangers)
        not_known = [*(line for one in borders for line in one.not_known), *_between(after)]
        only_if = _once(line for one in borders for line in one.only_if)
        closed = any(one.closed for one in borders)
        return LegAnswer(
            id=stable_id("leg", at, said(leg.start), said(leg.end), on),
            start=said(leg.start), end=said(leg.end), from_place=leg.start.country, to_place=leg.end.country,
            day=leg.departs.day if leg.departs else None, mode=leg.mode, number=f"{leg.carrier}{leg.number}",
            departs=leg.departs, arrives=leg.arrives, minutes=minutes_of(leg), after=layover_of(after),
            verdict=_verdict(sure, closed=closed, only_if=bool(only_if), open=bool(not_known)),
            why=_once(line for one in borders if one.closed for line in one.lines),
            only_if=only_if, not_known=_once(not_known),
            entry=_once(line for one in borders if not one.closed for line in one.lines),
            happened=self._happened(leg, people, on), over=above, dangers=dangers,
            areas=self._areas(above),
        )  # fmt: skip

    def _areas(self, above: Overflight | None) -> tuple[tuple[str, str], ...]:
        named = {one.territory for one, _ in roles.below(above) if one.territory}
        return tuple((id, self.knowledge.territories[id].title) for id in sorted(named))

    def _meets(
        self, person: Person, leg: Leg, before: Connection | None, after: Connection | None, day: dt.date
    ) -> Iterator[Meets]:
        """At both ends: leaving, unless one is still airside; then entering, staying airside, or perhaps either."""
        whose, view = person
        start, end = leg.start.country, leg.end.country
        if before is None or before.through != "airside":
            leaving = roles.leaving(view, start, day, self.knowledge)
            conditions = exit_conditions(leaving, start, self.knowledge)
            papers = tuple(Line(words, cited) for words, cited in conditions)
            yield Meets(border=Entering(only_if=papers), dangers=self.find(leaving, "journey", whose))
        shown = showing(view, leg.document_shown)
        if after is None or after.through != "airside":
            arriving = roles.entering(view, end, day, self.knowledge)
            border = self.may_enter(shown, start, end, day) if start != end else Entering()
            sure = after is None or after.through == "border"
            yield Meets(border=border if sure else _perhaps(border), dangers=self.find(arriving, "journey", whose))
        if after is not None and after.through != "border":
            inside = roles.airside(shown, end, day, self.knowledge)
            border = transit(inside, end, self.knowledge)
            yield Meets(border=border, dangers=self.find(inside, "journey", whose))

    def _aboard(self, person: Person, leg: Leg, day: dt.date) -> Iterator[Meets]:
        """On a plane of somebody's airline, where it is told whose."""
        whose, view = person
        if leg.mode == "air" and leg.carrier_state:
            aboard = roles.above(view, leg.carrier_state, "aboard", day, self.knowledge)
            yield Meets(dangers=self.find(aboard, "airspace", whose))

    def _above(self, person: Person, above: Overflight | None, leg: Leg, day: dt.date) -> Iterator[Meets]:
        """Over the countries between both ends, and close to others: whoever rules there by law or in fact.

        Planes often fly another way, so a grave danger there is asked about before it forbids anything.
        """
        whose, view = person
        for place, passing in roles.judged_above(above, {leg.start.country, leg.end.country}):
            over = roles.above(view, place, passing, day, self.knowledge)
            found = self.find(over, "airspace", whose)
            grave = any(one.level >= Grade.HIGH for one in found)
            ask = (Line(text("leg.ask-route", place=Country(place))),) if grave else ()
            yield Meets(border=Entering(not_known=ask), dangers=found)

    def _happened(self, leg: Leg, people: Sequence[Person], day: dt.date) -> tuple[Line, ...]:
        """What the home states of these people did to others at both ends, newest first."""
        states = frozenset().union(*(homes(view).have for _, view in people))
        found = [
            (on, one)
            for place in dict.fromkeys((leg.start.country, leg.end.country))
            for on, one in self.knowledge.happenings.get(place, ())
            if one.home in states and on <= day
        ]
        found.sort(key=lambda one: (-one[0].toordinal(), one[1].id))
        return tuple(
            Line(
                text("leg.happened-line", title=Words(one.title), day=Words(str(one.day))),
                cite_all(one, self.knowledge),
            )
            for _, one in found
        )


def showing(view: View, document: str) -> View:
    """The view with those documents only that may be meant: by kind (`passport`) or issuer (`BY`); else with all."""
    known = view.get("travel_documents")
    if not document or not isinstance(known, Listing):
        return view
    words = {one.casefold() for one in document.split()}
    meant = tuple(
        one for one in known.items if words & {str(one.get(key)).casefold() for key in ("kind", "issuer")}
    )
    return {**view, "travel_documents": Listing(meant, complete=True)} if meant else view


def _perhaps(border: Entering) -> Entering:
    """The same where nobody knows whether one has to pass the border: what would be needed is asked."""
    if not border.closed and not border.only_if:
        return border
    return msgspec.structs.replace(
        border, closed=False, lines=(), only_if=(), not_known=(*border.not_known, *border.only_if, *border.lines)
    )


def _between(after: Connection | None) -> list[Line]:
    return [Line(after.why)] if after is not None and after.through == "unknown" else []


def _verdict(dangers: Sequence[DangerFinding], *, closed: bool, only_if: bool, open: bool) -> Verdict:
    """Nobody should go where a grave danger is sure, or no document is accepted. What may be grave is asked first."""
    if closed or any(one.least is Grade.EXTREME for one in dangers):
        return "do-not-go"
    if open or any(one.level is Grade.EXTREME for one in dangers):
        return "not-known"
    if only_if or any(one.least is Grade.HIGH for one in dangers):
        return "only-if"
    return "not-known" if any(one.level is Grade.HIGH for one in dangers) else "nothing-known"


def _once(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys(lines))
