"""From the plain values of a case file to a Case."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, cast, get_args

from waystation.core.casefile import impossible, read_fact, read_facts
from waystation.core.facts import Facts, FieldType, Listing, Vocabulary
from waystation.core.measures import Grade
from waystation.core.plans import Goal
from waystation.core.reading import read_scalar
from waystation.desks.planner.case import LEAD, Case, Limits, Person
from waystation.errors import CaseError, ShapeError

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
    lead = read_facts(told, vocabulary, "person")
    members, complete = _household(plain.get("household"), vocabulary)
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
    _check(case, countries)
    return case


def _as_of(plain: Mapping[str, Any]) -> dt.date:
    if "as_of" not in plain:
        raise ShapeError("error.missing-key", key="as_of")
    try:
        day = read_scalar(plain["as_of"], FieldType(type="date"))
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


def _household(spelled: Any, vocabulary: Vocabulary) -> tuple[tuple[Person, ...], bool]:
    """`{complete, members: [...]}`; each member needs an id that is a word, not a name."""
    if spelled is None or spelled == "unknown":
        return (), False
    if not isinstance(spelled, Mapping) or not set(spelled) <= {"complete", "members"}:
        raise ShapeError("error.household-shape", path=("household",))
    members: list[Person] = []
    for place, plain in enumerate(spelled.get("members", [])):
        path = ("household", "members", place)
        if not isinstance(plain, Mapping) or not isinstance(plain.get("id"), str):
            raise ShapeError("error.member-needs-id", path=path)
        if plain["id"] in (LEAD, *(one.id for one in members)):
            raise ShapeError("error.id-twice-here", path=(*path, "id"), twice=plain["id"])
        told = {name: value for name, value in plain.items() if name != "id"}
        try:
            members.append(Person(id=plain["id"], facts=read_facts(told, vocabulary, "member")))
        except ShapeError as fault:
            raise fault.under(*path) from None
    return tuple(members), spelled.get("complete", False) is True


def _check(case: Case, countries: frozenset[str]) -> None:
    """Countries that exist, dates that can be, no number twice in the family."""
    numbers: list[object] = []
    for person in (case.lead, *case.members):
        base = () if person is case.lead else ("household", "members", case.members.index(person))
        fault = impossible(person.facts, case.as_of) or _no_country(person.facts, countries)
        if fault is not None:
            raise fault.under(*base)
        documents = person.view().get("travel_documents")
        things = documents.items if isinstance(documents, Listing) else ()
        numbers += [thing["number"] for thing in things if "number" in thing]
    if len(numbers) != len(set(numbers)):
        raise ShapeError("error.number-twice", path=("travel_documents",))


def _no_country(facts: Facts, countries: frozenset[str]) -> ShapeError | None:
    for fact in facts:
        for code, keys in _codes(fact.value, fact.name):
            if code not in countries:
                return ShapeError("error.no-country", path=keys, code=code)
    return None


def _codes(known: Any, name: str) -> list[tuple[str, tuple[str | int, ...]]]:
    if name in ("nationalities", "former_nationalities"):
        values = [*known.have, *known.lack] if known is not None else []
        return [(code, (name,)) for code in sorted(values)]
    if name == "here" and isinstance(known, str):
        return [(known, ("here",))]
    if isinstance(known, Listing):
        return [
            (code, (name, place, field))
            for place, thing in enumerate(known.items)
            for field in ("issuer", "in", "to")
            if isinstance(code := thing.get(field), str)
        ]
    return []
