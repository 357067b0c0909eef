"""From the plain values of a case file to a Case."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, cast, get_args

from waystation.core.casefile import Countries, impossible, read_fact, read_facts, read_value
from waystation.core.facts import FieldType, Listing, Vocabulary
from waystation.core.measures import Grade
from waystation.core.plans import Goal
from waystation.desks.planner.case import LEAD, Case, Limits, Person
from waystation.errors import CaseError, ShapeError

WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOT_FACTS = ("as_of", "goal", "accepts", "household")


def read_case(plain: Any, vocabulary: Vocabulary, countries: frozenset[str]) -> Case:
    """The case. `countries` are the codes that exist. Raises ShapeError, CaseError if there is nothing."""
    if not isinstance(plain, Mapping) or not plain:
        raise CaseError("error.empty-case")
    as_of = _as_of(plain)
    goal = plain.get("goal", "settle")
    if goal not in get_args(Goal):
        raise ShapeError("error.bad-option", path=("goal",), found=repr(goal), options=", ".join(get_args(Goal)))
    told = {name: value for name, value in plain.items() if name not in NOT_FACTS}
    lead = read_facts(told, vocabulary, "person", countries)
    members, complete = _household(plain.get("household"), vocabulary, countries)
    if "household" in plain:
        listing = Listing(tuple({"id": one.id} for one in members), complete)
        household = read_fact("household", None, vocabulary, "person")
        lead = lead.learn(type(household)(name="household", value=listing))
    case = Case(
        as_of=as_of,
        goal=cast(Goal, goal),
        lead=Person(id=LEAD, facts=lead),
        members=members,
        limits=_limits(plain),
    )
    _check(case)
    return case


def _as_of(plain: Mapping[str, Any]) -> dt.date:
    if "as_of" not in plain:
        raise ShapeError("error.missing-key", key="as_of")
    try:
        day = read_value(plain["as_of"], FieldType(type="date"))
    except ShapeError as fault:
        raise fault.under("as_of") from None
    return cast(dt.date, day)


def _limits(plain: Mapping[str, Any]) -> Limits:
    spelled = plain.get("accepts", {})
    if not isinstance(spelled, Mapping):
        raise ShapeError("error.expected-mapping", path=("accepts",), found=repr(spelled)[:40])
    for key in spelled:
        if key not in ("danger", "apart_days"):
            raise ShapeError("error.unknown-key", path=("accepts", key), key=key, known="danger, apart_days")
    danger = str(spelled.get("danger", "guarded"))
    if danger.upper() not in Grade.__members__:
        options = ", ".join(name.lower() for name in Grade.__members__)
        raise ShapeError("error.bad-option", path=("accepts", "danger"), found=repr(danger), options=options)
    apart = spelled.get("apart_days", 0)
    if not isinstance(apart, int) or isinstance(apart, bool) or apart < 0:
        raise ShapeError("error.expected-whole-number", path=("accepts", "apart_days"), found=repr(apart)[:40])
    return Limits(danger=Grade.named(danger), apart_days=apart)


def _household(spelled: Any, vocabulary: Vocabulary, countries: Countries) -> tuple[tuple[Person, ...], bool]:
    """`{complete, members: [...]}`; each member needs an id that is a word, not a name."""
    if spelled is None or spelled == "unknown":
        return (), False
    if not isinstance(spelled, Mapping) or not set(spelled) <= {"complete", "members"}:
        raise ShapeError("error.household-shape", path=("household",))
    complete, told = spelled.get("complete", False), spelled.get("members", [])
    if not isinstance(complete, bool):
        raise ShapeError("error.bad-bool", path=("household", "complete"), found=repr(complete)[:40])
    if not isinstance(told, list):
        raise ShapeError("error.expected-list", path=("household", "members"), found=repr(told)[:40])
    members: list[Person] = []
    for place, plain in enumerate(told):
        try:
            members.append(_member(plain, members, vocabulary, countries))
        except ShapeError as fault:
            raise fault.under("household", "members", place) from None
    return tuple(members), complete


def _member(plain: Any, before: list[Person], vocabulary: Vocabulary, countries: Countries) -> Person:
    id = plain.get("id") if isinstance(plain, Mapping) else None
    if not isinstance(id, str) or not WORD.fullmatch(id):
        raise ShapeError("error.member-needs-id", path=() if id is None else ("id",))
    if id in (LEAD, *(one.id for one in before)):
        raise ShapeError("error.id-twice-here", path=("id",), twice=id)
    told = {name: value for name, value in plain.items() if name != "id"}
    return Person(id=id, facts=read_facts(told, vocabulary, "member", countries))


def _check(case: Case) -> None:
    """Dates that can be, and no number twice in the family."""
    numbers: list[object] = []
    for person in (case.lead, *case.members):
        base = () if person is case.lead else ("household", "members", case.members.index(person))
        fault = impossible(person.facts, case.as_of)
        if fault is not None:
            raise fault.under(*base)
        documents = person.view().get("travel_documents")
        things = documents.items if isinstance(documents, Listing) else ()
        told = [thing["number"] for thing in things if "number" in thing]
        if set(told) & set(numbers):
            raise ShapeError("error.number-twice", path=(*base, "travel_documents"))
        numbers += told
