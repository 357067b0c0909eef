"""Where changing planes on the way may need a visa, by the passport that is shown: it decides which flight to book."""

from collections.abc import Iterable

from waystation.core.citing import cite_or_all
from waystation.core.facts import View
from waystation.core.judge import judge
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Line
from waystation.core.texts import Words, text
from waystation.core.truth import NO
from waystation.desks.planner.held import Paper


def layovers(papers: Iterable[Paper], view: View, to: str, knowledge: Knowledge) -> tuple[Line, ...]:
    """One line with every place where it is so, besides the area one goes to; nothing if none is on record."""
    shown, goal = list(papers), knowledge.area_of(to)
    found = {
        place.title: cite_or_all(place, rule.source, knowledge)
        for place in knowledge.places.values()
        for rule in place.airport_transit
        if place not in goal and rule.needs == "visa"
        if any(rule.shows.fits(one.kind, one.issuer) for one in shown)
        if judge(rule.who, view, knowledge.parameter).truth is not NO
    }
    if not found:
        return ()
    places = sorted(found)
    cited = tuple(dict.fromkeys(it for place in places for it in found[place]))
    return (Line(text("crossing.layovers", places=tuple(map(Words, places))), cited),)
