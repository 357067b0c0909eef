"""What is worked out about somebody at a place: whether it is home, agreements that bind both, recorded incidents."""

import datetime as dt
from collections.abc import Mapping

from waystation.core.facts import Known, Listing, Members, View
from waystation.core.knowledge import Knowledge


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
    known: dict[str, Known] = {**view, "today": day, "homes": states}
    if not place:
        return known
    return {
        **known,
        "here": place,
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
