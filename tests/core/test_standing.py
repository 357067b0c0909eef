"""What is worked out about somebody in a place."""

import datetime as dt

import pytest

from waystation.core.facts import Listing, Members
from waystation.core.standing import VISITING, stand, visiting

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


def members(*values, complete=True):
    return Members(frozenset(values), complete=complete)


def test_a_status_told_in_the_list_alone_counts_in_its_country_until_it_ends(knowledge):
    told = {"statuses": Listing(({"in": "QC", "kind": "residence", "until": DAY},), complete=True)}
    assert stand(told, "QC", DAY, knowledge)["status_here"] == "residence"
    assert "status_here" not in stand(told, "QD", DAY, knowledge)
    assert "status_here" not in stand(told, "QC", DAY + dt.timedelta(days=1), knowledge)
    assert stand({**told, "status_here": "visa"}, "QC", DAY, knowledge)["status_here"] == "visa"


def test_that_one_place_is_home_says_nothing_of_the_next(knowledge):
    view = {"nationalities": members("QC")}
    home = stand(view, "QC", DAY, knowledge)
    assert home["at_home"] is True
    assert "at_home" not in stand(home, "QD", DAY, knowledge)
    assert stand(home, "QC", DAY, knowledge)["at_home"] is True


def test_whoever_arrives_is_a_visitor_unless_they_hold_more(knowledge):
    assert visiting({}, "QC", DAY) == VISITING
    held = {"statuses": Listing(({"in": "QC", "kind": "protection"},))}
    assert visiting(held, "QC", DAY) == "protection"
    assert visiting(held, "QD", DAY) == VISITING


def test_whom_another_state_pursues_a_home_state_searches_for(knowledge):
    pursued = {"pursued_by": members("QD", complete=False), "wanted_at_home": False}
    assert stand(pursued, "QC", DAY, knowledge)["wanted_at_home"] is True
    assert stand({"wanted_at_home": False}, "QC", DAY, knowledge)["wanted_at_home"] is False


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ({"nationalities": members("QC", "QD")}, True),
        ({"nationalities": members("QC"), "former_nationalities": members("QD")}, True),
        ({"nationalities": members("QC"), "former_nationalities": members()}, False),
        ({"nationalities": members("QC")}, None),
        ({"pursued_by": members("QD", complete=False)}, True),
        ({"pursued_by": members("QD", complete=False), "stateless": "by-law"}, None),
        ({}, None),
    ],
)
def test_another_nationality_is_known_only_as_far_as_states_are(told, other, knowledge):
    assert stand(told, "QE", DAY, knowledge).get("other_nationality") is other
