"""Whether one practice can be asked for at one moment of a plan, from where, and for whom."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from waystation.core.facts import Listing, View
from waystation.core.judge import Ask, Gap, Verdict, judge
from waystation.core.knowledge import Knowledge
from waystation.core.places import Mission
from waystation.core.practices import Covers, Decision, Exclusion, Practice
from waystation.core.truth import NO, UNKNOWN, YES, Truth
from waystation.desks.planner.held import Held
from waystation.desks.planner.label import ASKED, CHOSEN, OPEN, RIGHT, RULE
from waystation.desks.planner.rules import Rule, Spot, version_of


class Spotted(Struct, frozen=True, kw_only=True, gc=False):
    """The best place of application from where one stands."""

    truth: Truth
    at: str = ""
    mission: Mission | None = None
    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()


class Application(Struct, frozen=True, kw_only=True, gc=False):
    """Everything the search needs of one application; `truth` no: it cannot be made."""

    truth: Truth
    practice: Practice
    spot: Spotted
    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()


NOWHERE = Spotted(truth=NO)


def within(country: str, place: str, knowledge: Knowledge) -> bool:
    """Whether `place` is that country, or belongs to the area of that code; `INT` is everywhere."""
    if country in (place, "INT"):
        return True
    area = knowledge.places.get(country.lower())
    return area is not None and place in area.members


def can_ask(rule: Rule, place: str, knowledge: Knowledge) -> bool:
    """Whether any place of application may be in reach of somebody in `place`; a quick look before the rest."""
    if not rule.spots:
        return True
    country = rule.practice.country
    for spot in rule.spots:
        if spot.where.at == "online" or (spot.where.at != "mission" and within(country, place, knowledge)):
            return True
        if spot.where.at == "mission" and any(
            mission.of == country for one in knowledge.area_of(place) for mission in one.missions
        ):
            return True
    return False


def spotted(rule: Rule, view: View, place: str, knowledge: Knowledge) -> Spotted:
    """The best spot from which the practice can be asked for by somebody who stands in `place`."""
    if not rule.spots:
        return Spotted(truth=UNKNOWN, law=(Gap("where"),))
    found = [_at(rule, spot, view, place, knowledge) for spot in rule.spots]
    return max(found, key=lambda one: one.truth)


def _at(rule: Rule, spot: Spot, view: View, place: str, knowledge: Knowledge) -> Spotted:
    at, country = spot.where.at, rule.practice.country
    inside = within(country, place, knowledge)
    mission = None
    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()
    truth = YES
    if at in ("inside", "border") and not inside:
        return NOWHERE
    if at == "mission":
        mission, truth, asks, law = _mission(rule, view, place, knowledge)
    standing = spot.standing(view)
    banned = [(ban, ban.strikes(view)) for ban in rule.bans if _closes(ban.practice, at)]
    strongest = max((strikes for _, strikes in banned), default=NO)
    truth = min(truth, standing, Truth(YES - strongest))
    if strongest is UNKNOWN:
        more = [_ban_asks(ban.practice, view, knowledge) for ban, strikes in banned if strikes is UNKNOWN]
        asks = (*asks, *(ask for one in more for ask in one.missing))
        law = (*law, *(gap for one in more for gap in one.law))
    return Spotted(truth=truth, at=at, mission=mission, asks=asks, law=law)


def _closes(ban: Practice, at: str) -> bool:
    return ban.forbids is not None and (not ban.forbids.at or at in ban.forbids.at)


def _ban_asks(ban: Practice, view: View, knowledge: Knowledge) -> Verdict:
    verdicts = [judge(one, view, knowledge.parameter) for one in (ban.who, *ban.unless)]
    return Verdict(
        UNKNOWN,
        missing=tuple(ask for one in verdicts if one.truth is UNKNOWN for ask in one.missing),
        law=tuple(gap for one in verdicts if one.truth is UNKNOWN for gap in one.law),
    )


def _mission(
    rule: Rule, view: View, place: str, knowledge: Knowledge
) -> tuple[Mission | None, Truth, tuple[Ask, ...], tuple[Gap, ...]]:
    """The mission here that takes the application; unknown of law if what it takes is not stated."""
    found: list[tuple[Mission | None, Truth, tuple[Ask, ...], tuple[Gap, ...]]] = []
    for one in knowledge.area_of(place):
        for mission in one.missions:
            if mission.of != rule.practice.country or rule.id in mission.refuses:
                continue
            verdict = judge(mission.from_whom, view, knowledge.parameter)
            stated = mission.takes is not None and rule.id in mission.takes
            truth = min(verdict.truth, YES if stated else UNKNOWN)
            gap = () if stated else (Gap("mission"),)
            found.append((mission, truth, verdict.missing, (*verdict.law, *gap)))
    return max(found, key=lambda one: one[1], default=(None, NO, (), ()))


def apply(
    rule: Rule, view: View, place: str, day: dt.date, held: Held, done: frozenset[str], knowledge: Knowledge
) -> Application | None:  # fmt: skip
    """The application by somebody of whom `view` is known. None: it cannot be made."""
    practice = rule.practice
    if practice.quota is not None and practice.quota.remaining == 0:
        return None
    if excluded(practice, held, done, knowledge):
        return None
    truth = rule.who(view)
    holds = YES if _later(practice, day) else practice.holds_on(day)
    if NO in (truth, holds):
        return None
    spot = spotted(rule, view, place, knowledge)
    chosen, versioned = version_of(practice, view, knowledge)
    shown = _shown(chosen, view, held, knowledge)
    if NO in (spot.truth, shown):
        return None
    asks, law = spot.asks, spot.law
    if shown is UNKNOWN:
        asks = (*asks, Ask("travel_documents"))
    if truth is UNKNOWN:
        verdict = judge(practice.who, view, knowledge.parameter)
        asks, law = (*asks, *verdict.missing), (*law, *verdict.law)
    if holds is UNKNOWN:
        law = (*law, Gap("lapsed"))
    if versioned is UNKNOWN:
        asks = (*asks, *(ask for one in practice.versions for ask in _asks(one.when, view, knowledge)))
    whole = min(truth, spot.truth, holds, versioned, shown)
    return Application(truth=whole, practice=chosen, spot=spot, asks=asks, law=law)


def _shown(practice: Practice, view: View, held: Held, knowledge: Knowledge) -> Truth:
    """Whether the travel documents without which nobody may ask are held, or one that may stand in for them."""
    travel = knowledge.facts["travel_documents"].fields["kind"].options
    asked = [one for one in practice.needs if one.cannot_obtain == "blocks" and one.document in travel]
    kinds = {paper.kind for paper in held.papers}
    if all(kinds & {one.document, *one.or_} for one in asked):
        return YES
    told = view.get("travel_documents")
    return NO if isinstance(told, Listing) and told.complete else UNKNOWN


def _asks(condition: object, view: View, knowledge: Knowledge) -> tuple[Ask, ...]:
    return judge(condition, view, knowledge.parameter).missing  # type: ignore[arg-type]


def _later(practice: Practice, day: dt.date) -> bool:
    """In force from a later day: a stated event one may wait for."""
    begins = practice.valid.from_
    return practice.state in ("active", "announced") and begins is not None and begins > day


def excluded(practice: Practice, held: Held, done: frozenset[str], knowledge: Knowledge) -> bool:
    """Whether something done before made this impossible."""
    for id in done:
        before = knowledge.practices.get(id)
        if before is None:
            continue
        if any(_excludes(one, practice) for one in before.excludes):
            return True
    return False


def _excludes(one: Exclusion, practice: Practice) -> bool:
    if one.practice:
        return one.practice == practice.id
    if one.decision:
        return any(isinstance(it, Decision) and it.name == one.decision for it in practice.effects(Decision))
    return any(
        getattr(effect.it, "kind", None) == one.status and getattr(effect.it, "in_", None) == one.in_
        for effect in practice.gives
    )


Coverage = tuple[str, tuple[Ask, ...], tuple[Gap, ...]]
"""Whether a family member is included: yes, no, own (asks in own right), unknown; and what is open."""


def coverage(
    practice: Practice, rule: Rule, view: View, member: str, knowledge: Knowledge, at: str
) -> Coverage:  # fmt: skip
    """The coverage of a member where it is asked for `at` this kind of spot: a ban on them closes it for them."""
    how, asks, law = _included(practice, rule, view, member, knowledge)
    bans = [(ban.practice, ban.strikes(view)) for ban in rule.bans if _closes(ban.practice, at)]
    strongest = max((strikes for _, strikes in bans), default=NO)
    if how == "no" or strongest is YES:
        return "no", (), ()
    if strongest is NO:
        return how, asks, law
    more = [_ban_asks(ban, view, knowledge) for ban, strikes in bans if strikes is UNKNOWN]
    asks = (*asks, *(ask for one in more for ask in _of(member, one.missing)))
    return "unknown", asks, (*law, *(gap for one in more for gap in one.law))


def _included(practice: Practice, rule: Rule, view: View, member: str, knowledge: Knowledge) -> Coverage:
    covers = practice.covers
    if isinstance(covers, Covers):
        verdict = judge(covers.members, view, knowledge.parameter)
        if verdict.truth is YES:
            return "yes", (), ()
        if verdict.truth is UNKNOWN:
            return "unknown", _of(member, verdict.missing), verdict.law
    own = rule.who(view)
    if own is YES:
        return "own", (), ()
    if covers is None:
        return "unknown", (), (Gap("covers"),)
    if own is UNKNOWN:
        verdict = judge(practice.who, view, knowledge.parameter)
        return "unknown", _of(member, verdict.missing), verdict.law
    return "no", (), ()


def _of(member: str, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    """The same questions, asked about a member of the household."""
    return tuple(Ask(ask.fact, ("household", member, *ask.of)) for ask in asks)


def grade(rule: Rule, *, sure: bool) -> int:
    """How sure the step is: the first of the grades that fits."""
    practice = rule.practice
    if not sure:
        return OPEN
    if practice.access in ("referral", "call") or practice.quota is not None:
        return CHOSEN
    if practice.access == "discretionary":
        return ASKED
    return RIGHT if rule.official and not rule.presumes else RULE


def unique(things: Iterable[Ask]) -> tuple[Ask, ...]:
    """Each once, in order."""
    return tuple(dict.fromkeys(things))
