"""What a danger's level speaks of: recorded incidents and agreements between states. They are its sources too."""

from functools import lru_cache

from waystation.core.conditions import Count, Has, Leaf, Node, Quantified, walk
from waystation.core.facts import Listing, Members, View
from waystation.core.judge import judge
from waystation.core.meaning import thing_view
from waystation.core.truth import YES
from waystation.core.world import DangerLevel

INCIDENTS, AGREEMENTS = "incidents_here", "shares_agreement"


def incidents_behind(level: DangerLevel, view: View) -> tuple[str, ...]:
    """Ids of the incidents here that fit what the level asks of incidents, in order."""
    listing = view.get(INCIDENTS)
    if not isinstance(listing, Listing):
        return ()
    asked = [
        node.where
        for node in walk(level.when.node)
        if isinstance(node, (Quantified, Count)) and node.of == INCIDENTS
    ]
    fitting = (
        str(thing["id"])
        for thing in listing.items
        if any(judge(where, thing_view(thing, view)).truth is YES for where in asked)
    )
    return tuple(dict.fromkeys(fitting))


def agreements_behind(level: DangerLevel, view: View) -> tuple[str, ...]:
    """Ids of the agreements that the level asks for and that bind this place and a home state."""
    shared = view.get(AGREEMENTS)
    if not isinstance(shared, Members):
        return ()
    return tuple(sorted(_asked_for(level.when.node) & shared.have))


@lru_cache(maxsize=4096)
def _asked_for(node: Node) -> frozenset[str]:
    """The agreements that a condition names."""
    tests = (one.test for one in walk(node) if isinstance(one, Leaf) and one.fact == AGREEMENTS)
    return frozenset().union(*(one.values for one in tests if isinstance(one, Has) and one.how != "none"))
