"""From the search's moves to steps a reader can act on: days, needs, reasons, sources, dangers."""

import datetime as dt
from itertools import pairwise

from waystation.core.asking import questions_for
from waystation.core.citing import (
    cite,
    cite_all,
    cite_fitting,
    cite_node,
    cite_or_all,
    practice_bodies,
    stated,
    unconfirmed,
)
from waystation.core.conditions import facts_read
from waystation.core.facts import Listing, Members, View
from waystation.core.findings import Citation, DangerFinding, LawQuestion, gravest, stable_id
from waystation.core.judge import Gap, Verdict, judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Days, Flight, Line, Member, Need, Reveals, Step
from waystation.core.practices import Advice, Covers, Ends, Entry, Exclusion, Loss, Part, Practice, Right, Status
from waystation.core.stating import cost_lines, excluded_text, gap_text, time_lines
from waystation.core.texts import Country, Text, Words, text
from waystation.core.truth import NO, YES
from waystation.core.wording import condition_text, effect_text, length_text, option
from waystation.desks.planner.entry import EntryRight
from waystation.desks.planner.label import Label, Move
from waystation.desks.planner.layovers import layovers
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.rules import MOVED, version_of


def steps_of(label: Label, moves: Moves) -> tuple[Step, ...]:
    """The steps of a plan, in order."""
    labels = list(label.back())[::-1]
    return tuple(_step(before, after, moves) for before, after in pairwise(labels))


def _step(before: Label, after: Label, moves: Moves) -> Step:
    move = after.move
    assert move is not None
    return _travel(before, after, move, moves) if move.kind == "travel" else _asked(before, after, move, moves)


def days_of(label: Label, likely: int, waits: frozenset[str], moves: Moves) -> Days:
    """Days until something on the way to `label`: whether some of them are the longest that is stated, too."""
    practices = moves.knowledge.practices
    before = (practices[move.practice].takes for move in label.moves() if move.practice and move.starts < likely)
    return Days(likely, tuple(sorted(waits)), any(one.only_longest for one in before))


def law_lines(practice: Practice, gaps: tuple[Gap, ...], knowledge: Knowledge) -> tuple[LawQuestion, ...]:
    """What the law leaves open, each once, with whom to ask."""
    found = dict.fromkeys(gap_text(gap, knowledge) for gap in gaps)
    return tuple(LawQuestion(practice=practice.id, says=one, bodies=practice.by) for one in found)


def reasons(
    verdict: Verdict, practice: Practice, knowledge: Knowledge, *, begun: bool = False
) -> tuple[Line, ...]:
    """The leaves that decided, each with the source it names; with all sources if it names none.

    Once a plan has `begun`, what its own earlier steps brought about is no reason for the reader; nor is, for what
    is open to them, what is not so with them.
    """
    lines = []
    for reason in verdict.because:
        if begun and reason.truth is YES and facts_read(reason.node) <= MOVED:
            continue
        if verdict.truth is not NO and reason.truth is NO:
            continue
        words = condition_text(reason.node, knowledge.facts, knowledge.title_of)
        kind = ("reason.no", "reason.unknown", "reason.yes")[reason.truth]
        cited = cite_node(practice, reason.node, knowledge) or cite_all(practice, knowledge)
        lines.append(Line(text(kind, condition=words), cited))
    return tuple(dict.fromkeys(lines))


# ── a crossing ──


def _travel(before: Label, after: Label, move: Move, moves: Moves) -> Step:
    knowledge, party = moves.knowledge, moves.party
    lines: list[Line] = []
    citations: dict[Citation, None] = {}
    for index, right in enumerate(move.rights):
        cited = right.citations or _pass_citations(right, move.to, before, knowledge)
        lines.append(Line(_entry_text(index, right, move, before, moves), cited))
        citations |= dict.fromkeys(cited)
    crossings = moves.crossings(before, move.to)
    notes = dict.fromkeys(Line(words, cited) for one in crossings for words, cited in (*one.only_if, *one.why))
    shown = [right.paper for right in move.rights if right.paper]
    notes |= dict.fromkeys(layovers(shown, moves.views(before)[0], move.to, knowledge))
    dangers: dict[str, DangerFinding] = {one.id: one for crossing in crossings for one in crossing.dangers}
    for index, held in enumerate(after.held):
        dangers |= {one.id: one for one in party.dangers(index, held, move.to)}
    return Step(
        id=stable_id("step", "travel", move.place, move.to),
        kind="travel", title="", from_place=move.place, place=move.to,
        starts=days_of(before, before.likely, before.waits, moves),
        ends=days_of(after, after.likely, after.waits, moves),
        latest=days_of(after, after.latest, after.waits, moves), sureness=move.sureness,  # type: ignore[arg-type]
        because=tuple(lines), notes=tuple(notes), needs=_shown(move, moves),
        questions=questions_for(move.asks, knowledge),
        law=tuple(LawQuestion(practice="", says=gap_text(gap, knowledge)) for gap in dict.fromkeys(move.law)),
        members=tuple(_member(index, "yes", moves) for index in range(1, len(party.ids))),
        unconfirmed=_of_borders(move, knowledge),
        dangers=gravest(dangers.values()), flight=_flight(before, move, moves), citations=tuple(citations),
    )  # fmt: skip


def _of_borders(move: Move, knowledge: Knowledge) -> tuple[Line, ...]:
    """What is not confirmed of the rules by which somebody comes in."""
    rules = {right.rule for right in move.rights if right.by is None and right.rule is not None}
    lines = [
        line
        for place in knowledge.area_of(move.to)
        for rule in place.entry
        if rule in rules
        for line in unconfirmed(place, knowledge, rule.unconfirmed)
    ]
    return tuple(dict.fromkeys(lines))


def _flight(before: Label, move: Move, moves: Moves) -> Flight | None:
    """What a straight flight would cross, and what that means for everybody who travels."""
    if moves.flight_over is None:
        return None
    people = list(zip(moves.party.ids, moves.views(before), strict=True))
    return moves.flight_over(people, move.place, move.to, moves.day(before.latest))


def _shown(move: Move, moves: Moves) -> tuple[Need, ...]:
    """The papers shown at the border with a visa or permit, and those that an earlier step gives; of several
    people each with whose it is."""
    papers = ((index, right.paper) for index, right in enumerate(move.rights) if right.paper and _told(right))
    several = len(move.rights) > 1
    shown = (
        Need(
            document=one.kind, have=not one.given, until=one.until, given=one.given,
            who=_who(index, moves) if several else None,
        )
        for index, one in papers
    )  # fmt: skip
    return tuple(dict.fromkeys(shown))


def _told(right: EntryRight) -> bool:
    return right.by is not None or (right.paper is not None and right.paper.given)


def _entry_text(index: int, right: EntryRight, move: Move, before: Label, moves: Moves) -> Text:
    paper = right.paper
    shown = option(paper.kind) if paper else text("word.no-document")
    issuer = Country(paper.issuer) if paper and paper.issuer else text("word.nothing")
    values = {"who": _who(index, moves), "paper": shown, "issuer": issuer, "to": Country(move.to)}
    if right.by is not None:
        practice = moves.knowledge.practices[right.by.practice]
        id = "entry.by-pass" if _surely_covered(index, practice, before) else "entry.by-pass-if-included"
        return text(id, **values, practice=Words(practice.title))
    rule = right.rule
    if rule is not None:
        if rule.stay is None or rule.stay.length is None:
            return text("entry.by-rule", **values)
        return text("entry.by-rule-for", **values, length=length_text(rule.stay.length))
    return text("entry.returns" if right.returns else "entry.not-known", **values)


def _surely_covered(index: int, practice: Practice, before: Label) -> bool:
    """Whether it is known that this member was included where the pass was asked for."""
    asked = (move for move in before.moves() if move.practice == practice.id)
    return not index or all(move.covered[index - 1 : index] != ("unknown",) for move in asked)


def _pass_citations(right: EntryRight, to: str, before: Label, knowledge: Knowledge) -> tuple[Citation, ...]:
    """Where it stands that the practice behind a pass, or an earlier step, lets its holder in."""
    ids = [right.by.practice] if right.by else [move.practice for move in before.moves() if move.practice]
    found = (
        it
        for practice in (knowledge.practices[id] for id in ids)
        for effect in practice.gives
        if _lets_in(effect.it, to)
        for it in cite_or_all(practice, effect.it.source, knowledge)
    )
    return tuple(dict.fromkeys(found))


def _lets_in(effect: Part, to: str) -> bool:
    """Whether the effect is an entry, a way back, or a citizenship."""
    if isinstance(effect, Entry):
        return effect.to == to
    if isinstance(effect, Right):
        return effect.to == "return" and effect.in_ == to
    return isinstance(effect, Status) and effect.in_ == to and effect.kind == "citizen"


def _who(index: int, moves: Moves) -> Text:
    if index == 0:
        return text("who.you")
    return text("who.member", relation=option(moves.party.relation(index) or "other"))


def _member(index: int, covered: str, moves: Moves, citations: tuple[Citation, ...] = ()) -> Member:
    return Member(
        id=moves.party.ids[index],
        relation=moves.party.relation(index),
        covered=covered,  # type: ignore[arg-type]
        citations=citations,
    )


def _coverage(practice: Practice, knowledge: Knowledge) -> tuple[Citation, ...]:
    """Where it stands who is included; nothing if that is not stated, or each asks in their own right."""
    covers = practice.covers
    return cite_or_all(practice, covers.source, knowledge) if isinstance(covers, Covers) else ()


# ── an application ──


def _asked(before: Label, after: Label, move: Move, moves: Moves) -> Step:
    knowledge = moves.knowledge
    view = moves.views(before)[0]
    practice, _ = version_of(knowledge.practices[move.practice], view, knowledge)
    verdict = judge(practice.who, view, knowledge.parameter)
    return Step(
        id=stable_id("step", practice.id, move.place, move.spot),
        kind="practice", practice=practice.id, title=practice.title, summary=practice.summary,
        from_place=move.place, place=move.place, spot=move.spot,
        spot_citations=_spot_citations(practice, move, moves),
        starts=days_of(before, before.likely, before.waits, moves),
        ends=days_of(after, after.likely, after.waits, moves),
        latest=days_of(after, after.latest, after.waits, moves),
        wait="unknown" if move.unknown_wait else "known", no_answer_by=move.guard,
        access=practice.access, actor=practice.actor, sureness=move.sureness,  # type: ignore[arg-type]
        because=reasons(verdict, practice, knowledge, begun=before.length > 0),
        law=law_lines(practice, move.law, knowledge),
        questions=questions_for(move.asks, knowledge),
        gives=_gives(practice, knowledge),
        needs=_needs(practice, view, knowledge), costs=cost_lines(practice, knowledge),
        notes=time_lines(practice, knowledge), unconfirmed=(*unconfirmed(practice, knowledge), *_from_filing(practice)),
        members=tuple(
            _member(index + 1, how, moves, _coverage(practice, knowledge))
            for index, how in enumerate(move.covered)
        ),
        reveals=_reveals(practice, view, moves),
        dangers=(), irreversible=practice.irreversible,
        warning=stated(practice, practice.warning, knowledge) if practice.warning else None,
        excludes=tuple(_exclusion(one, practice, knowledge) for one in practice.excludes),
        lost_if=tuple(_loss(one, practice, knowledge) for one in practice.lost_if),
        by=practice_bodies(practice, knowledge, view, (move.mission,) if move.mission else ()),
        citations=cite_fitting(practice, knowledge),
    )  # fmt: skip


def _spot_citations(practice: Practice, move: Move, moves: Moves) -> tuple[Citation, ...]:
    """Where it stands that one may ask there, and that the mission there takes it."""
    knowledge = moves.knowledge
    spots = (it for one in practice.where if one.at == move.spot for it in cite(practice, one.source, knowledge))
    missions = (
        it
        for place in knowledge.area_of(move.place)
        for one in place.missions
        if move.mission and (one.body or one.city) == move.mission and one.of == practice.country
        if practice.id in (one.takes or (practice.id,))
        for it in cite(place, one.source, knowledge)
    )
    return tuple(dict.fromkeys((*spots, *missions)))


def _from_filing(practice: Practice) -> tuple[Line, ...]:
    """A stay that begins on asking: from which day it counts is for the office to say."""
    begun = any(isinstance(one, Status) and one.from_ == "filing" for one in practice.effects(Status))
    return (Line(text("note.from-filing")),) if begun else ()


def _gives(practice: Practice, knowledge: Knowledge) -> tuple[Line, ...]:
    effects = (one.it for one in practice.gives if not isinstance(one.it, Ends))
    return tuple(Line(effect_text(it), _cited(it, practice, knowledge)) for it in effects)


def _cited(effect: Part, practice: Practice, knowledge: Knowledge) -> tuple[Citation, ...]:
    """The source of an effect; all of the record's if it names none, but none for advice of our own."""
    ours = isinstance(effect, Advice)
    return cite(practice, effect.source, knowledge) if ours else cite_or_all(practice, effect.source, knowledge)


def _exclusion(one: Exclusion, practice: Practice, knowledge: Knowledge) -> Line:
    return Line(excluded_text(one, knowledge), cite_or_all(practice, one.source, knowledge))


def _loss(loss: Loss, practice: Practice, knowledge: Knowledge) -> Line:
    return Line(text("word.words", words=Words(loss.says)), cite_or_all(practice, loss.source, knowledge))


def _needs(practice: Practice, view: View, knowledge: Knowledge) -> tuple[Need, ...]:
    papers, held = view.get("documents"), _valid_papers(view)
    return tuple(
        Need(
            document=one.document,
            or_=one.or_,
            cannot_obtain=one.cannot_obtain,
            why=one.why,
            have=True if held.keys() & {one.document, *one.or_} else _has(papers, (one.document, *one.or_)),
            until=max((held[kind] for kind in (one.document, *one.or_) if kind in held), default=None),
            citations=cite_or_all(practice, one.source, knowledge),
        )
        for one in practice.needs
    )


def _valid_papers(view: View) -> dict[str, dt.date]:
    """Kinds of travel documents that are held and not said to be lost, taken or cancelled, and their last day."""
    told = view.get("travel_documents")
    found: dict[str, dt.date] = {}
    for thing in told.items if isinstance(told, Listing) else ():
        until = thing.get("valid_until")
        if thing.get("state", "valid") == "valid":
            last = until if isinstance(until, dt.date) else dt.date.max
            found[str(thing.get("kind"))] = max(last, found.get(str(thing.get("kind")), dt.date.min))
    return found


def _has(papers: object, wanted: tuple[str, ...]) -> bool | None:
    if not isinstance(papers, Members):
        return None
    held = [papers.holds(name) for name in wanted]
    return True if True in held else None if None in held else False


def _reveals(practice: Practice, view: View, moves: Moves) -> tuple[Reveals, ...]:
    found = []
    for one in practice.exposes:
        body = moves.knowledge.bodies.get(one.to)
        dangers = moves.step_dangers(view, one.raises, moves.party.ids[0]) if one.raises else ()
        cited = cite(practice, one.source, moves.knowledge)
        found.append(Reveals(to=body.title if body else one.to, tells=one.tells, dangers=dangers, citations=cited))
    return tuple(found)


def first_day(as_of: dt.date, days: Days) -> dt.date:
    """The calendar day after the known days."""
    return as_of + dt.timedelta(days=days.known)
