"""What is worked out about somebody in a place."""

import datetime as dt

from waystation.core.facts import Members
from waystation.core.standing import stand

DAY = dt.date(2026, 11, 24)


def test_an_agreement_with_a_hub_binds_its_parties_with_the_hub_alone(knowledge):
    hubs = [one for one in knowledge.agreements.values() if one.hub]
    assert hubs
    for one in hubs:
        spokes = [party.state for party in one.parties if party.state != one.hub][:2]
        for home, place, shared in ((one.hub, spokes[0], True), (spokes[0], one.hub, True), (*spokes, False)):
            view = {"nationalities": Members(frozenset({home}), complete=True)}
            standing = stand({**view, "former_nationalities": Members(complete=True)}, place, DAY, knowledge)
            assert (one.id in standing["shares_agreement"].have) is shared
