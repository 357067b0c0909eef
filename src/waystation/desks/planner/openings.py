"""What a status opens, once it is held: services, accounts, registrations, funds, safeguards, in order."""

from waystation.core.asking import questions_for
from waystation.core.citing import cite, cite_fitting, practice_bodies, unconfirmed
from waystation.core.facts import View
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line, Opening
from waystation.core.practices import Practice
from waystation.core.truth import NO, YES
from waystation.core.wording import effect_text
from waystation.desks.planner.apply import unique, within
from waystation.desks.planner.describe import law_lines
from waystation.desks.planner.rules import moving, who_test

ORDER = ("safety", "services", "status", "work", "funding", "remedy", "entry", "origin")


def openings(
    views: tuple[View, ...], ids: tuple[str, ...], place: str, knowledge: Knowledge
) -> tuple[Opening, ...]:
    """Practices besides the plan that these people can use in `place`, surest first within each area."""
    found = []
    for practice in knowledge.once(("openings", place), lambda: _in(place, knowledge)):
        if practice.holds_on(views[0]["today"]) is NO:  # type: ignore[arg-type]
            continue
        opening = _opening(practice, views, ids, place, knowledge)
        if opening is not None:
            found.append(opening)
    return tuple(sorted(found, key=lambda one: (ORDER.index(one.area), not one.sure, one.kind, one.practice)))


def _in(place: str, knowledge: Knowledge) -> tuple[Practice, ...]:
    """What can be used in a place and carries no plan."""
    return tuple(
        one
        for one in knowledge.practices.values()
        if one.kind != "ban" and not moving(one) and within(one.country, place, knowledge)
    )


def _opening(
    practice: Practice, views: tuple[View, ...], ids: tuple[str, ...], place: str, knowledge: Knowledge
) -> Opening | None:
    """For whom it is surely, and nobody else beside them; if for nobody surely, for whom it may be."""
    found = []
    for view, id in zip(views, ids, strict=True):
        if who_test(practice, knowledge)(view) is not NO and _reachable(practice, view, knowledge):
            found.append((id, judge(practice.who, view, knowledge.parameter)))
    surely = [(id, verdict) for id, verdict in found if verdict.truth is YES]
    found = surely or found
    if not found:
        return None
    asks = unique(ask for _, verdict in found for ask in verdict.missing)
    gaps = tuple(gap for _, verdict in found for gap in verdict.law)
    return Opening(
        practice=practice.id, title=practice.title, summary=practice.summary, area=practice.area,
        kind=practice.kind, place=place, members=tuple(id for id, _ in found), sure=bool(surely),
        access=practice.access,
        questions=questions_for(asks, knowledge), law=law_lines(practice, gaps, knowledge),
        gives=tuple(
            Line(effect_text(one.it), cite(practice, one.it.source, knowledge)) for one in practice.gives
        ),
        unconfirmed=unconfirmed(practice, knowledge),
        by=practice_bodies(practice, knowledge, views[0]), citations=cite_fitting(practice, knowledge),
    )  # fmt: skip


def _reachable(practice: Practice, view: View, knowledge: Knowledge) -> bool:
    """Whether it can be asked for from where one stands (online counts; a mission elsewhere does not)."""
    spots = [spot for spot in practice.where if spot.at in ("inside", "online", "border")]
    if not practice.where:
        return True
    return any(judge(spot.standing_in, view, knowledge.parameter).truth is not NO for spot in spots)
