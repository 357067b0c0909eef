"""Why this, why not that: one practice held against one case, with the leaf and the fact that decide."""

from waystation.core.asking import questions_for
from waystation.core.citing import cite_all, practice_bodies, unconfirmed
from waystation.core.facts import Known, Listing, Members, View
from waystation.core.judge import Gap, judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Change, Explanation, Line, NearMiss
from waystation.core.practices import Practice
from waystation.core.standing import place_of, stand
from waystation.core.texts import Text, Words, text
from waystation.core.truth import NO, UNKNOWN, YES, Truth
from waystation.core.wording import condition_text, label, word
from waystation.desks.planner.apply import Spotted, spotted, within
from waystation.desks.planner.case import Case
from waystation.desks.planner.describe import law_lines, reasons
from waystation.desks.planner.near import Proposal, nearest
from waystation.desks.planner.questions import open_rule
from waystation.desks.planner.rules import bans_on, compile_rule


def explain(practice: Practice, case: Case, knowledge: Knowledge) -> Explanation:
    """The verdict on one practice for the lead of the case where they stand, with every reason for it."""
    place = place_of(case.lead_view())
    known = {"done": Members(complete=True), **case.lead_view()}
    view = stand(known, place, case.as_of, knowledge)
    verdict = judge(practice.who, view, knowledge.parameter)
    holds = practice.holds_on(case.as_of)
    ban = practice.kind == "ban"
    spot = Spotted(truth=YES) if ban else _spotted(practice, view, place, knowledge)
    excepted = [judge(one, view, knowledge.parameter) for one in practice.unless]
    truth = min(verdict.truth, holds, spot.truth, *(Truth(YES - one.truth) for one in excepted))
    lines = list(reasons(verdict, practice, knowledge))
    if holds is NO:
        lines.append(Line(text(f"explain.state-{practice.state}")))
    if spot.truth is NO:
        lines.append(Line(text("explain.not-from-here")))
    exceptions = excepted if verdict.truth is not NO else []
    lines.extend(line for one in exceptions for line in reasons(one, practice, knowledge))
    open = (verdict, *(one for one in exceptions if one.truth is UNKNOWN))
    missing, gaps = [ask for one in open for ask in one.missing], [gap for one in open for gap in one.law]
    lapsed = (Gap("lapsed"),) if holds is UNKNOWN else ()
    return Explanation(
        practice=practice.id, title=practice.title, kind=practice.kind, truth=truth, access=practice.access,
        condition=condition_text(practice.who.node, knowledge.facts, knowledge.title_of),
        because=tuple(lines), bans=tuple(_bans(practice, view, knowledge)),
        questions=questions_for((*missing, *spot.asks), knowledge),
        law=law_lines(practice, (*gaps, *spot.law, *lapsed), knowledge),
        near=near_miss(practice, view, knowledge) if verdict.truth is NO and not ban else None,
        unconfirmed=unconfirmed(practice, knowledge), by=practice_bodies(practice, knowledge, view),
        citations=cite_all(practice, knowledge),
    )  # fmt: skip


def _spotted(practice: Practice, view: View, place: str, knowledge: Knowledge) -> Spotted:
    """The best place of application. No mission on record is not *no mission*: the list of a place is not whole."""
    rule = compile_rule(practice, knowledge)
    found = spotted(rule, view, place, knowledge)
    at_mission = [one for one in rule.spots if one.where.at == "mission" and one.standing(view) is not NO]
    if found.truth is not NO or not at_mission or within(practice.country, place, knowledge):
        return found
    if any(
        within(practice.country, one.of, knowledge) for area in knowledge.area_of(place) for one in area.missions
    ):
        return found
    if any(ban.strikes(view) is YES for ban in rule.bans):
        return found
    return Spotted(truth=UNKNOWN, at="mission", law=(Gap("mission-unrecorded"),))


def _bans(practice: Practice, view: View, knowledge: Knowledge) -> list[Line]:
    """Each ban that names this kind of application: whether it strikes, and why."""
    found = []
    for ban in bans_on(practice, knowledge):
        who = judge(ban.who, view, knowledge.parameter)
        excepted = [judge(one, view, knowledge.parameter).truth for one in ban.unless]
        strikes = min(who.truth, min((2 - one for one in excepted), default=YES))
        kind = ("explain.ban-no", "explain.ban-unknown", "explain.ban-yes")[strikes]
        found.append(Line(text(kind, title=Words(ban.title)), cite_all(ban, knowledge)))
    return found


def near_miss(practice: Practice, view: View, knowledge: Knowledge) -> NearMiss | None:
    """What would open a practice that is closed to this person; None if nothing a person can change would."""
    rule = open_rule(practice.id, practice.who, knowledge.parameter)
    proposal = nearest(rule, view, knowledge.facts, lambda kind: kind.changeable)
    if proposal is None:
        return None
    verdict = judge(practice.who, view, knowledge.parameter)
    return NearMiss(
        practice=practice.id, title=practice.title, why=reasons(verdict, practice, knowledge),
        changes=_changes(proposal, knowledge), by=practice_bodies(practice, knowledge, view),
        citations=cite_all(practice, knowledge),
    )  # fmt: skip


def _changes(proposal: Proposal, knowledge: Knowledge) -> tuple[Change, ...]:
    found = []
    for fact, value in proposal.facts:
        kind = knowledge.facts[fact]
        words = text("change.to", fact=label(fact, knowledge.facts), value=_said(value))
        found.append(Change(fact=fact, text=words, changes=kind.changes))
    return tuple(found)


def _said(value: Known) -> Text:
    if isinstance(value, Members):
        return text("word.list", parts=tuple(word(one) for one in sorted(value.have)))
    if isinstance(value, Listing):
        return text("word.a-fitting-one")
    return text("word.list", parts=(word(value),))


def closed(practice: Practice, view: View, knowledge: Knowledge) -> NearMiss:
    """A practice that would fit and is not open: suspended, so that it may open again, or ended by a layer."""
    cited = cite_all(practice, knowledge)
    ended = practice.state == "ended"
    why = [Line(text(f"explain.state-{practice.state}"), cited)]
    if practice.id in knowledge.layers:
        why.append(Line(text("explain.by-layer", layer=Words(knowledge.layers[practice.id])), cited))
    return NearMiss(
        practice=practice.id, title=practice.title, why=tuple(why),
        changes=() if ended else (Change(fact="", text=text("change.reopens")),),
        by=practice_bodies(practice, knowledge, view), citations=cited,
    )  # fmt: skip
