"""What is worked out about somebody at a place: whether it is home, agreements that bind both, recorded incidents."""

import datetime as dt
from collections.abc import Mapping

from waystation.core.facts import Among, Known, Listing, Members, View
from waystation.core.knowledge import Knowledge

VISITING = Among(frozenset({"none", "visa-free", "visa"}))
"""How somebody may stand in a place where they arrive and of which they told no permit: a guest, or not even that."""


OF_A_PLACE = frozenset({"at_home", "shares_agreement", "incidents_here"})
"""What is worked out for one place and must not be carried to the next, where it may not be known."""


def homes(view: View) -> Members:
    """Home states: nationalities and former nationalities, and states that pursue somebody as their own would.

    Complete only if both lists of nationalities are; who else may pursue somebody is not asked of everybody.
    """
    now, before, others = (
        view.get(name, Members()) for name in ("nationalities", "former_nationalities", "pursued_by")
    )
    assert isinstance(now, Members)
    assert isinstance(before, Members)
    assert isinstance(others, Members)
    return Members(
        now.have | before.have | others.have,
        (now.lack & before.lack) - others.have,
        now.complete and before.complete,
    )


def place_of(view: View) -> str:
    """The country where somebody stands; empty if it is not known, or known to be one of several."""
    here = view.get("here")
    return here if isinstance(here, str) else ""


def stand(view: View, place: str, day: dt.date, knowledge: Knowledge) -> dict[str, Known]:
    """The view of somebody who stands in `place` on `day`, with all that is worked out from it.

    Where the place is not known (empty), what hangs on it stays unknown.
    """
    states = homes(view)
    told = {name: known for name, known in view.items() if name not in OF_A_PLACE}
    known: dict[str, Known] = {**told, "today": day, "homes": states, **_pursued(view), **_other_nationality(view)}
    if not place:
        return known
    return {
        **known,
        "here": place,
        **_standing(view, place, day),
        **_at_home(states, place),
        "shares_agreement": _shared(states, place, day, knowledge),
        "incidents_here": _incidents(states, place, day, knowledge),
    }


def _at_home(states: Members, place: str) -> dict[str, Known]:
    """Whether the place is a home state, if that is known."""
    held = states.holds(place)
    return {} if held is None else {"at_home": held}


def _shared(states: Members, place: str, day: dt.date, knowledge: Knowledge) -> Members:
    """Agreements that bind `place` and a home state. What a state not named might share is unknown."""
    here = knowledge.bound(place, day)
    shared = {
        id
        for home in states.have
        for id in knowledge.bound(home, day) & here
        if knowledge.agreements[id].binds(home, place)
    }
    return Members(frozenset(shared), frozenset(knowledge.agreements) - here, states.complete)


def _incidents(states: Members, place: str, day: dt.date, knowledge: Knowledge) -> Listing:
    things: list[Mapping[str, Known]] = [
        {"id": one.id, "kind": one.kind, "home": one.home, "day": happened}
        for happened, one in knowledge.happenings.get(place, ())
        if one.home in states.have and happened <= day
    ]
    return Listing(tuple(things), states.complete)


def held(view: View, place: str, day: dt.date) -> str:
    """The status that somebody told of in `place` and that still runs; the last one told. Empty: none was told."""
    told = view.get("statuses")
    kinds = [
        str(one["kind"])
        for one in (told.items if isinstance(told, Listing) else ())
        if one.get("in") == place and "kind" in one and not _over(one.get("until"), day)
    ]
    return kinds[-1] if kinds else ""


def visiting(view: View, place: str, day: dt.date) -> Known:
    """On what ground somebody is in a place where they arrive: what they hold there, else as a visitor."""
    return held(view, place, day) or VISITING


def _over(until: Known | None, day: dt.date) -> bool:
    return isinstance(until, dt.date) and until < day


def _standing(view: View, place: str, day: dt.date) -> dict[str, Known]:
    """A status that is told of in the list of statuses alone."""
    kind = "" if "status_here" in view else held(view, place, day)
    return {"status_here": kind} if kind else {}


def _pursued(view: View) -> dict[str, Known]:
    """Whom another state pursues, a home state searches for: that state counts as one."""
    others = view.get("pursued_by")
    return {"wanted_at_home": True} if isinstance(others, Members) and others.have else {}


def _other_nationality(view: View) -> dict[str, Known]:
    """Whether somebody has a nationality besides that of a state which may pursue them.

    Whoever is pursued by a state that is not their own has another, if they have any.
    """
    now, others = view.get("nationalities"), view.get("pursued_by")
    pursued = isinstance(others, Members) and bool(others.have) and view.get("stateless") != "by-law"
    if pursued or (isinstance(now, Members) and now.have and len(homes(view).have) > 1):
        return {"other_nationality": True}
    known = isinstance(now, Members) and homes(view).complete
    return {"other_nationality": False} if known else {}
