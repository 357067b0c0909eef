"""The recorded incidents that a danger's level speaks of: they are its sources where it names none."""

from waystation.core.conditions import Count, Quantified, walk
from waystation.core.facts import Listing, View
from waystation.core.judge import judge
from waystation.core.meaning import thing_view
from waystation.core.truth import YES
from waystation.core.world import DangerLevel

INCIDENTS = "incidents_here"


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
