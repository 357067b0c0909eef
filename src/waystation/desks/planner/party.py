"""The party that moves together, and what is known of each member at each moment of a plan."""

import datetime as dt

import msgspec

from waystation.core.facts import Known, Listing, Members, View
from waystation.core.findings import DangerFinding
from waystation.core.measures import Grade
from waystation.core.standing import place_of, stand
from waystation.core.travel import Crossing, Risk, risk_of
from waystation.desks.planner.asked import Asked, Grading
from waystation.desks.planner.case import LEAD, Case, closed
from waystation.desks.planner.held import Held, Standing, held_at_start
from waystation.desks.planner.rules import MOVED
from waystation.desks.planner.seen import let_in, seen

ADULT = 18
LISTED = ("statuses", "decisions", "rights")
"""What plans build on as if everything held were told: a plan that needs more is not made."""


class Party:
    """Lead and whoever moves with them. Index 0 is the lead. Views are kept, since the search asks again."""

    def __init__(self, case: Case, with_them: tuple[str, ...], asked: Asked) -> None:
        self.case, self.knowledge, self._asked = case, asked.knowledge, asked
        lead = case.lead_view()
        members = [one for one in case.members if one.id in with_them]
        self.ids = (LEAD, *(one.id for one in members))
        self.views: tuple[View, ...] = (lead, *(_member_view(one.view(), lead) for one in members))
        self.start = tuple(held_at_start(view) for view in self.views)
        self._sets: dict[tuple[int, str, frozenset[str]], Members] = {}
        self._standing: dict[tuple[int, str, dt.date], dict[str, Known]] = {}
        self._views: dict[tuple[object, ...], dict[str, Known]] = {}
        self._shown: dict[tuple[object, ...], tuple[object, ...]] = {}
        self._same: dict[Held, Held] = {}
        self._dangers: dict[tuple[object, ...], tuple[DangerFinding, ...]] = {}
        self._grades: dict[tuple[object, ...], tuple[Grade, Grade]] = {}
        self._crossings: dict[tuple[object, ...], tuple[Crossing, ...]] = {}
        self._risks: dict[tuple[object, ...], tuple[Risk, ...]] = {}
        self._gradings: dict[tuple[int, str], Grading] = {}
        self._ends: dict[tuple[object, ...], tuple[Grade, Grade] | None] = {}

    def relation(self, index: int) -> str:
        """What this member is to the lead; empty for the lead."""
        return str(self.views[index].get("relation", "")) if index else ""

    def works(self, index: int) -> bool:
        """Whether this one must be allowed to work: the lead."""
        return index == 0

    def view(self, index: int, held: Held, place: str, day: dt.date, done: frozenset[str]) -> View:
        """What is known of a member who stands in `place` on `day` holding this."""
        key = (index, held, place, day, done)
        if key not in self._views:
            self._views[key] = self._make(index, held, place, day, done)
        return self._views[key]

    def same(self, held: Held) -> Held:
        """One object for equal things held, so that what is looked up in it is looked up once."""
        return self._same.setdefault(held, held)

    def shown(self, held: Held, place: str, reads: frozenset[str] | None) -> tuple[object, ...]:
        """What of the things held shows in the facts that are read, worked out once."""
        key = (held, place, reads)
        if key not in self._shown:
            self._shown[key] = seen(held, place, reads)
        return self._shown[key]

    def _make(self, index: int, held: Held, place: str, day: dt.date, done: frozenset[str]) -> dict[str, Known]:
        base = self.views[index]
        view = self._stood(index, place, day)
        standing, moved = held.at(place), place != place_of(base)
        if not moved:
            view["passing"] = "staying"
        if standing is not None:
            view["status_here"] = standing.kind
        elif moved and let_in(held, place):
            view.pop("status_here", None)
        elif moved:
            view["status_here"] = "none"
        if moved:
            view.pop("lawful_until", None)
            view["here_since"] = day
        if standing is not None and standing.until is not None:
            view["lawful_until"] = standing.until
        view["statuses"] = Listing(tuple(_thing(one) for one in held.standings), complete=True)
        view["travel_documents"] = _papers(base, held)
        for name, gained in (("decisions", held.decisions), ("rights", held.rights), ("done", done)):
            view[name] = self._grown(index, name, gained)
        return view

    def _stood(self, index: int, place: str, day: dt.date) -> dict[str, Known]:
        """Somebody who stands in a place on a day, whatever they hold: a copy of what is worked out once."""
        key = (index, place, day)
        if key not in self._standing:
            self._standing[key] = stand(self.views[index], place, day, self.knowledge)
        return dict(self._standing[key])

    def _grown(self, index: int, name: str, gained: frozenset[str]) -> Members:
        """A set of what plans give, taken as complete: what nobody gave yet, one does not have yet."""
        key = (index, name, gained)
        if key not in self._sets:
            base = closed(self.views[index].get(name))
            assert isinstance(base, Members)
            self._sets[key] = Members(base.have | gained, frozenset(), complete=True)
        return self._sets[key]

    def without_status(self, index: int, place: str) -> bool:
        """Whether somebody who holds no standing in `place` surely has none there."""
        base = self.views[index]
        return place != place_of(base) or base.get("status_here") == "none"

    def left_open(self, index: int) -> frozenset[str]:
        """Which of these lists this one did not say to be complete."""
        told = ((name, self.views[index].get(name)) for name in LISTED)
        return frozenset(name for name, known in told if not getattr(known, "complete", False))

    def dangers(self, index: int, held: Held, place: str) -> tuple[DangerFinding, ...]:
        """The dangers of `place` for a member who holds this, papers included: a danger may read any of it."""
        key = (index, place, self.shown(held, place, self._asked.place_reads))
        if key not in self._dangers:
            view = self.view(index, held, place, self.case.as_of, frozenset())
            self._dangers[key] = self._asked.find_dangers(view, self.ids[index])
        return self._dangers[key]

    def crossings(
        self, held: tuple[Held, ...], start: str, to: str, day: dt.date, done: frozenset[str]
    ) -> tuple[Crossing, ...]:
        """The verdict on each member's crossing. Asked once for each day and what is held, as far as it is read."""
        key = self._crossed(held, start, to, day, done, self._asked.journey_reads)
        if key not in self._crossings:
            self._crossings[key] = tuple(
                self._asked.may_travel(self.view(index, one, start, day, done), start, to, day, self.ids[index])
                for index, one in enumerate(held)
            )
        return self._crossings[key]

    def risks(
        self, held: tuple[Held, ...], start: str, to: str, day: dt.date, done: frozenset[str]
    ) -> tuple[Risk, ...]:
        """How grave each member's crossing is."""
        weigh = self._asked.risk_of_travel
        if weigh is None:
            return tuple(map(risk_of, self.crossings(held, start, to, day, done)))
        key = self._crossed(held, start, to, day, done, self._asked.risk_reads)
        if key not in self._risks:
            self._risks[key] = tuple(
                weigh(self.view(index, one, start, day, done), start, to, day) for index, one in enumerate(held)
            )
        return self._risks[key]

    def _crossed(
        self,
        held: tuple[Held, ...],
        start: str,
        to: str,
        day: dt.date,
        done: frozenset[str],
        reads: frozenset[str] | None,
    ) -> tuple[object, ...]:
        """All that a crossing hangs on, if this is read."""
        dated = reads is None or "today" in reads
        parts = tuple((self.shown(one, start, reads), self.shown(one, to, reads)) for one in held)
        did = done if reads is None else frozenset(id for id in done if f"done:{id}" in reads)
        return start, to, parts, day if dated else None, did

    def grade(self, held: tuple[Held, ...], place: str) -> tuple[Grade, Grade]:
        """Worse and better end of the gravest danger of `place` to anybody of the party."""
        ends = [self.member_grade(index, one, place) for index, one in enumerate(held)]
        return max(worse for worse, _ in ends), max(better for _, better in ends)

    def member_grade(self, index: int, held: Held, place: str) -> tuple[Grade, Grade]:
        """The same for one member. Nothing on record is guarded."""
        key = (index, held, place)
        if key not in self._grades:
            self._grades[key] = self._graded(index, held, place) or (Grade.GUARDED, Grade.GUARDED)
        return self._grades[key]

    def _graded(self, index: int, held: Held, place: str) -> tuple[Grade, Grade] | None:
        if self._asked.grade_dangers is None:
            found = self.dangers(index, held, place)
            return (max(one.level for one in found), max(one.least for one in found)) if found else None
        key = (index, place, self.shown(held, place, self._asked.grade_reads))
        if key not in self._ends:
            self._ends[key] = self._grading(index, place)(
                self.view(index, held, place, self.case.as_of, frozenset())
            )
        return self._ends[key]

    def _grading(self, index: int, place: str) -> Grading:
        """How to grade the dangers of `place` to this one, whatever they will hold there."""
        key = (index, place)
        if key not in self._gradings:
            assert self._asked.grade_dangers is not None
            stays = {fact: known for fact, known in self.views[index].items() if fact not in MOVED}
            known = stand(stays, place, self.case.as_of, self.knowledge)
            self._gradings[key] = self._asked.grade_dangers(known, MOVED)
        return self._gradings[key]


def opened(view: View, names: frozenset[str]) -> View:
    """The view with these lists open again: they may hold more than is told."""
    return {**view, **{name: msgspec.structs.replace(view[name], complete=False) for name in names}}  # type: ignore[type-var]


def _member_view(view: View, lead: View) -> View:
    """A member who is not said to be elsewhere is where the lead is."""
    inherited = {"here": lead["here"]} if "here" in lead else {}
    return {**inherited, **view, "today": lead["today"]}


def _thing(one: Standing) -> dict[str, Known]:
    thing: dict[str, Known] = {"in": one.in_, "kind": one.kind, "name": one.name}
    return {**thing, "until": one.until} if one.until and one.stated else thing


def _papers(base: View, held: Held) -> Listing:
    told = base.get("travel_documents")
    items = list(told.items) if isinstance(told, Listing) else []
    known = {(thing.get("kind"), thing.get("issuer")) for thing in items}
    for paper in held.papers:
        if (paper.kind, paper.issuer) not in known:
            thing: dict[str, Known] = {"kind": paper.kind, "issuer": paper.issuer, "state": "valid"}
            items.append({**thing, "valid_until": paper.until} if paper.until and paper.sure else thing)
    return Listing(tuple(items), isinstance(told, Listing) and told.complete)


def is_minor(view: View) -> bool:
    """A child, or somebody who may be one: age unknown counts as a child where a child would be left."""
    age = view.get("age")
    if isinstance(age, (int, float)):
        return age < ADULT
    return view.get("relation") in ("child", "stepchild", "grandchild", "sibling", None)
