"""Whether somebody may cross into a country: a document still valid, and a visa or a rule that admits them."""

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from waystation.core.citing import cite_or_all
from waystation.core.facts import Listing, View
from waystation.core.findings import Citation
from waystation.core.judge import Ask, Gap, judge
from waystation.core.knowledge import Knowledge
from waystation.core.places import EntryRule, Place
from waystation.core.truth import NO, UNKNOWN, YES, Truth
from waystation.desks.planner.held import Held, Paper, Pass


class EntryRight(Struct, frozen=True, kw_only=True, gc=False):
    """The best way in: which paper is shown, and the pass or rule that lets its holder in."""

    truth: Truth
    paper: Paper | None = None
    by: Pass | None = None
    rule: EntryRule | None = None
    stay_until: dt.date | None = None
    returns: bool = False
    asks: tuple[Ask, ...] = ()
    law: tuple[Gap, ...] = ()
    citations: tuple[Citation, ...] = ()
    official: bool = False


CLOSED = EntryRight(truth=NO)
RETURN = "return:"


def open_to(held: Held, knowledge: Knowledge) -> frozenset[str]:
    """Countries outside which `entry_right` is no, looked up by what is held: a quick look before the rest."""
    passed = {one.to for one in held.passes} | {paper.issuer for paper in held.papers}
    returns = {right.removeprefix(RETURN) for right in held.rights if right.startswith(RETURN)}
    return frozenset(passed | returns).union(
        *(knowledge.admitting(paper.kind, paper.issuer) for paper in held.papers)
    )


def entry_right(view: View, held: Held, to: str, day: dt.date, knowledge: Knowledge) -> EntryRight:
    """How the holder may enter `to` on `day` (the latest it can be). The document must outlast that day."""
    places = knowledge.area_of(to)
    found = [
        right
        for paper in held.papers
        if paper.until is None or paper.until > day
        for right in _with_paper(paper, view, held, to, day, places, knowledge)
    ]
    best = max(found, key=lambda one: (one.truth, one.by is not None, one.returns), default=CLOSED)
    documents = view.get("travel_documents")
    if best.truth is NO and not (isinstance(documents, Listing) and documents.complete):
        has_way = any(one.to == to for one in held.passes)
        return EntryRight(truth=UNKNOWN, asks=(Ask("travel_documents"),)) if has_way else CLOSED
    return best


def _with_paper(
    paper: Paper, view: View, held: Held, to: str, day: dt.date, places: tuple[Place, ...], knowledge: Knowledge
) -> Iterator[EntryRight]:  # fmt: skip
    rules = [
        (place, rule) for place in places for rule in place.entry if rule.shows.fits(paper.kind, paper.issuer)
    ]
    if any(rule.admits == "none" for _, rule in rules):
        return
    unsure = () if paper.sure or paper.given else (Ask("travel_documents"),)
    gaps = (Gap("paper-length"),) if paper.given and not paper.sure else ()
    truth = YES if paper.sure else UNKNOWN
    for one in held.passes:
        if one.to == to and (one.until is None or one.until >= day):
            official = knowledge.lets_in_officially(one.practice, to)
            yield EntryRight(truth=truth, paper=paper, by=one, asks=unsure, law=gaps, official=official)
    citizen = any(one.in_ == to and one.kind == "citizen" for one in held.standings)
    if f"{RETURN}{to}" in held.rights or (citizen and paper.issuer == to):
        yield EntryRight(truth=truth, paper=paper, returns=True, asks=unsure, law=gaps, official=citizen)
    for place, rule in rules:
        if rule.admits == "stay":
            yield _by_rule(paper, view, day, place, rule, knowledge)


def _by_rule(
    paper: Paper, view: View, day: dt.date, place: Place, rule: EntryRule, knowledge: Knowledge
) -> EntryRight:
    verdict = judge(rule.who, view, knowledge.parameter)
    truth, asks = verdict.truth, verdict.missing
    if rule.document_valid_for and paper.until and paper.until < rule.document_valid_for.after(day):
        truth = NO
    law = verdict.law
    if not paper.sure and truth is YES:
        truth = UNKNOWN
        asks = () if paper.given else (Ask("travel_documents"),)
        law = (*law, Gap("paper-length")) if paper.given else law
    length = rule.stay.length if rule.stay else None
    citations = cite_or_all(place, rule.source, knowledge)
    return EntryRight(
        truth=truth, paper=paper, rule=rule, asks=asks, law=law, citations=citations,
        stay_until=length.after(day) if length else None,
        official=any(one.official for one in citations),
    )  # fmt: skip
