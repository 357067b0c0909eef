"""Plans as they are handed out: steps with days, needs, what they reveal, sources; and what stands beside them."""

import datetime as dt
from typing import Literal

from msgspec import Struct

from waystation.core.findings import BodyLine, Citation, DangerFinding, LawQuestion, Question, stable_id
from waystation.core.measures import Grade, Money
from waystation.core.texts import Text
from waystation.core.truth import Truth

Goal = Literal["rest", "arrive", "settle", "work"]
Sureness = Literal[1, 2, 3, 4, 5]


class Days(Struct, frozen=True, order=True):
    """Days that are known to pass, and the steps whose wait no source states. Never read as a plain number.

    `longest`: of some of these days only the longest is stated, so that it may be fewer.
    """

    known: int
    waits: tuple[str, ...] = ()
    longest: bool = False


class Cost(Struct, frozen=True):
    """What a plan costs as far as stated, by currency; `unknown` names the steps with unstated costs."""

    stated: tuple[Money, ...] = ()
    unknown: tuple[str, ...] = ()


class Need(Struct, frozen=True, kw_only=True):
    """A paper to bring: what may stand in for it, whether one has it, and what if it cannot be had.

    `who`: whose it is, where several people each show one. `given`: an earlier step of the plan gives it.
    """

    document: str
    or_: tuple[str, ...] = ()
    have: bool | None = None
    until: dt.date | None = None
    cannot_obtain: str | None = None
    why: str | None = None
    who: Text | None = None
    given: bool = False
    citations: tuple[Citation, ...] = ()


class Reveals(Struct, frozen=True, kw_only=True):
    """What a step tells, to whom."""

    to: str
    tells: tuple[str, ...]
    dangers: tuple[DangerFinding, ...] = ()
    citations: tuple[Citation, ...] = ()


class Line(Struct, frozen=True):
    """One statement with the sources it stands in."""

    text: Text
    citations: tuple[Citation, ...] = ()


def is_advice(line: Line) -> bool:
    """Whether an effect is something to do, rather than something one gets. Advice of our own names no source."""
    return line.text.id.startswith("gives.advice")


class Member(Struct, frozen=True, kw_only=True):
    """Somebody of the party in a step: covered by it, not covered, or the law does not say."""

    id: str
    relation: str
    covered: Literal["yes", "no", "unknown", "own"]
    citations: tuple[Citation, ...] = ()


class Stretch(Struct, frozen=True, kw_only=True):
    """A country that a flight would cross, or a named `part` of it (its title), and who rules there (None: authorities
    of its own). `level`: of the gravest danger of flying over it."""

    country: str
    part: str | None = None
    rules: str | None
    km: float
    level: Grade


class Flight(Struct, frozen=True, kw_only=True):
    """What a straight flight between two airports would cross, the countries of its ends left out.

    A possibility: planes fly other ways, and one may go over land. So its `dangers` (high and extreme ones) warn,
    and count for nothing where plans are compared.
    """

    start: str
    end: str
    crossed: tuple[Stretch, ...] = ()
    dangers: tuple[DangerFinding, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """One step: a crossing, or a practice asked for and decided."""

    id: str
    kind: Literal["travel", "practice", "wait"]
    practice: str | None = None
    title: str
    summary: str = ""
    from_place: str
    place: str
    spot: str = ""
    spot_citations: tuple[Citation, ...] = ()
    starts: Days
    ends: Days
    latest: Days
    wait: Literal["known", "unknown"] = "known"
    no_answer_by: dt.date | None = None
    second_best: str | None = None
    access: str = "open"
    actor: str = "person"
    sureness: Sureness = 1
    because: tuple[Line, ...] = ()
    law: tuple[LawQuestion, ...] = ()
    questions: tuple[Question, ...] = ()
    gives: tuple[Line, ...] = ()
    needs: tuple[Need, ...] = ()
    costs: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    unconfirmed: tuple[Line, ...] = ()
    members: tuple[Member, ...] = ()
    reveals: tuple[Reveals, ...] = ()
    dangers: tuple[DangerFinding, ...] = ()
    flight: Flight | None = None
    irreversible: bool = False
    warning: Line | None = None
    excludes: tuple[Line, ...] = ()
    lost_if: tuple[Line, ...] = ()
    by: tuple[BodyLine, ...] = ()
    citations: tuple[Citation, ...] = ()


class Deadline(Struct, frozen=True, kw_only=True):
    """A day that matters, and why. `before`: act before it, not on it."""

    id: str
    day: dt.date
    text: Text
    step: str | None = None


class Opening(Struct, frozen=True, kw_only=True):
    """What the reached status opens: for whom, and whether surely."""

    practice: str
    title: str
    summary: str
    area: str
    kind: str
    place: str
    members: tuple[str, ...]
    sure: bool
    access: str
    questions: tuple[Question, ...] = ()
    law: tuple[LawQuestion, ...] = ()
    gives: tuple[Line, ...] = ()
    unconfirmed: tuple[Line, ...] = ()
    by: tuple[BodyLine, ...] = ()
    citations: tuple[Citation, ...] = ()


class Counts(Struct, frozen=True, kw_only=True):
    """What plans are compared on. Less is better in each."""

    safe_first: Days
    safe_last: Days
    goal: Days
    cost: Cost
    danger: Grade
    least_danger: Grade
    sureness: Sureness
    at_sureness: int
    apart: int


class Plan(Struct, frozen=True, kw_only=True):
    """A few steps from where the person stands to the goal.

    `without`: what those are to the lead who are elsewhere and for whom no way to follow is known.
    """

    id: str
    goal: Goal
    place: str
    kind: Literal["move", "stay"]
    best_for: tuple[str, ...] = ()
    party: tuple[str, ...] = ("lead",)
    steps: tuple[Step, ...]
    counts: Counts
    open: bool = False
    goal_open: tuple[str, ...] = ()
    dangers: tuple[DangerFinding, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    parallel: tuple[str, ...] = ()
    opens: tuple[Opening, ...] = ()
    followers: tuple["Plan", ...] = ()
    without: tuple[str, ...] = ()


class Change(Struct, frozen=True, kw_only=True):
    """One thing that would have to be different: a fact, a day, or a rule."""

    fact: str
    text: Text
    changes: str = ""


class NearMiss(Struct, frozen=True, kw_only=True):
    """A practice that is closed, and the smallest change that would open it."""

    practice: str
    title: str
    why: tuple[Line, ...]
    changes: tuple[Change, ...] = ()
    last_day: dt.date | None = None
    by: tuple[BodyLine, ...] = ()
    citations: tuple[Citation, ...] = ()


class Explanation(Struct, frozen=True, kw_only=True):
    """Why a practice is open, closed or unknown to one person: the leaves that decide, with sources.

    Of a ban, `truth` says whether it strikes.
    """

    practice: str
    title: str
    kind: str
    truth: Truth
    access: str
    condition: Text
    because: tuple[Line, ...]
    bans: tuple[Line, ...] = ()
    questions: tuple[Question, ...] = ()
    law: tuple[LawQuestion, ...] = ()
    near: NearMiss | None = None
    unconfirmed: tuple[Line, ...] = ()
    by: tuple[BodyLine, ...] = ()
    citations: tuple[Citation, ...] = ()


class ForbiddenMove(Struct, frozen=True, kw_only=True):
    """A crossing that no plan uses, and why."""

    id: str
    from_place: str
    to_place: str
    why: tuple[Line, ...]
    dangers: tuple[DangerFinding, ...] = ()


class TooGrave(Struct, frozen=True, kw_only=True):
    """A place where a plan could end, if its danger were accepted: titles of the steps, and what is so grave."""

    place: str
    steps: tuple[str, ...]
    dangers: tuple[DangerFinding, ...]


class Start(Struct, frozen=True, kw_only=True):
    """Where the person stands today: the baseline."""

    place: str
    status: str | None
    lawful_until: dt.date | None
    danger: Grade
    dangers: tuple[DangerFinding, ...] = ()


class Advice(Struct, frozen=True, kw_only=True):
    """The whole answer to one case on one day.

    `counted`: unknown waits and costs were compared by how many there are, so that of plans that differ only in
    whom one waits for not all were tried.
    """

    schema: int = 1
    as_of: dt.date
    goal: Goal
    accepts: Grade
    knowledge: str
    within_factor: float = 1.0
    counted: bool = False
    start: Start
    plans: tuple[Plan, ...] = ()
    more: int = 0
    deadlines: tuple[Deadline, ...] = ()
    questions: tuple[Question, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    forbidden: tuple[ForbiddenMove, ...] = ()
    too_grave: tuple[TooGrave, ...] = ()
    hand_over: tuple[BodyLine, ...] = ()
    opens_now: tuple[Opening, ...] = ()
    overdue: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """`plans`, `open` (only if more is true), or `hand-over` (no plan)."""
        if not self.plans:
            return "hand-over"
        return "open" if all(plan.open for plan in self.plans) else "plans"


class PlanChange(Struct, frozen=True, kw_only=True):
    """How one plan, step or danger differs between two answers."""

    id: str
    what: Literal["plan", "step", "danger", "question"]
    how: Literal["new", "gone", "changed"]
    title: str
    fields: tuple[str, ...] = ()


def plan_id(goal: str, party: tuple[str, ...], steps: tuple[str, ...]) -> str:
    """Same goal, same people, same steps: same id."""
    return stable_id("plan", goal, *party, *steps)


def diff(old: Advice, new: Advice) -> tuple[PlanChange, ...]:
    """What is new, gone or changed from `old` to `new`, by stable ids, in a fixed order."""
    changes: list[PlanChange] = []
    pairs = (
        ("plan", _by_id(old.plans), _by_id(new.plans)),
        ("step", _steps(old), _steps(new)),
        ("danger", _by_id(old.start.dangers), _by_id(new.start.dangers)),
        ("question", _questions(old), _questions(new)),
    )
    for what, before, after in pairs:
        for id in sorted(before.keys() | after.keys()):
            change = _changed(what, id, before.get(id), after.get(id))
            if change is not None:
                changes.append(change)
    return tuple(changes)


def _by_id(values: tuple[Struct, ...]) -> dict[str, Struct]:
    return {value.id: value for value in values}  # type: ignore[attr-defined]


def _steps(advice: Advice) -> dict[str, Struct]:
    return {f"{plan.id}/{step.id}": step for plan in advice.plans for step in plan.steps}


def _questions(advice: Advice) -> dict[str, Struct]:
    return {"/".join((*one.of, one.fact)): one for one in advice.questions}


def _changed(what: str, id: str, old: Struct | None, new: Struct | None) -> PlanChange | None:
    known = new or old
    title = str(getattr(known, "title", "") or getattr(known, "ask", "") or getattr(known, "place", ""))
    if old is None or new is None:
        how = "new" if old is None else "gone"
        return PlanChange(id=id, what=what, how=how, title=title)  # type: ignore[arg-type]
    fields = tuple(name for name in old.__struct_fields__ if getattr(old, name) != getattr(new, name))
    if not fields or fields == ("steps",):
        return None
    return PlanChange(id=id, what=what, how="changed", title=title, fields=fields)  # type: ignore[arg-type]
