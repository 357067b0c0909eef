"""Whether one person may enter a country on a day, with what is held today: for whoever checks a journey."""

import datetime as dt
from typing import Literal

import msgspec

from waystation.core.asking import questions_for
from waystation.core.citing import cite_all, cite_or_all
from waystation.core.facts import View
from waystation.core.knowledge import Knowledge
from waystation.core.places import EntryRule, Place
from waystation.core.plans import Line
from waystation.core.stating import gap_text
from waystation.core.texts import Country, Text, text
from waystation.core.travel import Entering
from waystation.core.truth import NO
from waystation.core.wording import length_text, option
from waystation.desks.planner.entry import EntryRight, entry_right
from waystation.desks.planner.held import Held, held_at_start

OWN = ("residence", "protection", "permanent", "citizen", "visa")
"""Standings that usually let their holder in again; no rule of ours says so, so that it is asked."""


def entering(view: View, start: str, to: str, day: dt.date, knowledge: Knowledge) -> Entering:
    """The best way from `start` into `to`. `view`: what is known of the person today; `day`: of the crossing."""
    held = held_at_start(view)
    area = knowledge.one_area(start, to)
    if area is not None:
        return Entering(lines=(Line(text("entering.no-border", area=area.title), cite_all(area, knowledge)),))
    right = entry_right(view, held, to, day, knowledge)
    if right.truth is not NO:
        pages = () if right.returns else blank_pages("entry", to, knowledge)
        return msgspec.structs.replace(_by_right(right, to, knowledge), only_if=pages)
    standing = held.at(to)
    if standing is not None and standing.kind in OWN and standing.lasts(day):
        told = text("entering.standing", status=option(standing.kind), to=Country(to))
        return Entering(not_known=(Line(told),))
    return _by_rules(held, to, day, knowledge)


def _by_right(right: EntryRight, to: str, knowledge: Knowledge) -> Entering:
    law = tuple(Line(gap_text(gap, knowledge)) for gap in dict.fromkeys(right.law))
    return Entering(
        lines=(Line(_told(right, to), right.citations),), not_known=law,
        questions=questions_for(right.asks, knowledge),
        shown=(right.paper.kind, right.paper.issuer) if right.paper else None,
    )  # fmt: skip


def _told(right: EntryRight, to: str) -> Text:
    values = {"who": text("who.you"), "to": Country(to), **_paper(right)}
    if right.rule is None:
        return text("entry.returns" if right.returns else "entry.not-known", **values)
    if right.rule.stay is None or right.rule.stay.length is None:
        return text("entry.by-rule", **values)
    return text("entry.by-rule-for", **values, length=length_text(right.rule.stay.length))


def _paper(right: EntryRight) -> dict[str, Text | Country]:
    if right.paper is None:
        return {"paper": text("word.no-document"), "issuer": text("word.nothing")}
    return {"paper": option(right.paper.kind), "issuer": Country(right.paper.issuer)}


def _by_rules(held: Held, to: str, day: dt.date, knowledge: Knowledge) -> Entering:
    """No rule lets in: a visa is asked for, no document is accepted, or nothing is on record."""
    papers = [paper for paper in held.papers if paper.until is None or paper.until > day]
    if held.papers and not papers:
        return Entering(closed=True, lines=(Line(text("entering.run-out", day=day)),))
    rules = [
        (place, rule, paper)
        for paper in papers
        for place in knowledge.area_of(to)
        for rule in place.entry
        if rule.shows.fits(paper.kind, paper.issuer)
    ]
    visas = [one for one in rules if one[1].admits == "visa"]
    if visas:
        visa = tuple(_line("entering.visa", *one, to, knowledge) for one in visas[:1])
        return Entering(only_if=(*visa, *blank_pages("visa", to, knowledge)))
    if rules and len({paper for _, _, paper in rules}) == len(papers):
        refused = tuple(_line("entering.not-accepted", *one, to, knowledge) for one in rules)
        return Entering(closed=True, lines=refused)
    shown = tuple(option(paper.kind) for paper in papers) or (text("word.no-document"),)
    return Entering(not_known=(Line(text("entering.nothing", to=Country(to), papers=shown)),))


def blank_pages(use: Literal["entry", "visa"], to: str, knowledge: Knowledge) -> tuple[Line, ...]:
    """How many empty pages the passport must have, where a source says so."""
    return tuple(
        Line(text(f"entering.pages-{use}", n=one.count), cite_or_all(place, one.source, knowledge))
        for place in knowledge.area_of(to)
        for one in place.blank_pages
        if one.for_ == use
    )


def _line(id: str, place: Place, rule: EntryRule, paper: object, to: str, knowledge: Knowledge) -> Line:
    values = {"paper": option(getattr(paper, "kind", "")), "issuer": Country(getattr(paper, "issuer", ""))}
    return Line(text(id, to=Country(to), **values), cite_or_all(place, rule.source, knowledge))
