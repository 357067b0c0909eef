"""Changing planes without crossing the border: whether a visa is needed even for that, by the document one shows."""

from waystation.core.citing import cite_or_all
from waystation.core.facts import Listing, View
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.places import Place, TransitRule
from waystation.core.plans import Line
from waystation.core.texts import Country, text
from waystation.core.travel import Entering
from waystation.core.truth import NO
from waystation.core.wording import option

Document = tuple[str, str]
"""Kind and issuer."""


def transit(view: View, place: str, knowledge: Knowledge) -> Entering:
    """What the state of the airport asks of those who stay behind its border. Nothing on record: ask, and whom."""
    papers = documents(view)
    rules = [(area, rule) for area in knowledge.area_of(place) for rule in area.airport_transit]
    told = [(paper, area, rule) for paper in papers for area, rule in rules if rule.shows.fits(*paper)]
    held = [one for one in told if judge(one[2].who, view, knowledge.parameter).truth is not NO]
    free = [one for one in held if one[2].needs == "nothing"] or (told if not held else [])
    if free:
        return Entering(lines=(_line("transit.nothing", place, *free[0], knowledge),))
    if held:
        return Entering(only_if=(_line("transit.visa", place, *held[0], knowledge),))
    shown = tuple(option(kind) for kind, _ in papers) or (text("word.no-document"),)
    return Entering(not_known=(Line(text("transit.not-known", place=Country(place), papers=shown)),))


def documents(view: View) -> list[Document]:
    """The travel documents that somebody told of and still has."""
    known = view.get("travel_documents")
    things = known.items if isinstance(known, Listing) else ()
    return [
        (str(one["kind"]), str(one.get("issuer", "")))
        for one in things
        if "kind" in one and one.get("state", "valid") == "valid"
    ]


def _line(id: str, place: str, paper: Document, area: Place, rule: TransitRule, knowledge: Knowledge) -> Line:
    kind, issuer = paper
    words = text(id, place=Country(place), paper=option(kind), issuer=Country(issuer) if issuer else "")
    return Line(words, cite_or_all(area, rule.source, knowledge))
