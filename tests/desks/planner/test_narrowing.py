"""What the search leaves out beforehand was never part of a finished plan."""

import pytest

from tests.desks.planner import world, worlds
from tests.desks.planner.generated import case_file
from waystation.casework.advise import advise
from waystation.core.codec import to_json
from waystation.core.conditions import Has, Leaf
from waystation.desks.planner import find_plans, reach
from waystation.desks.planner.ahead import Start, ahead
from waystation.desks.planner.gains import Gains
from waystation.desks.planner.held import carried, receive
from waystation.desks.planner.inside import Inside
from waystation.desks.planner.moves import Moves
from waystation.desks.planner.party import Party
from waystation.desks.planner.passing import Passing, without
from waystation.desks.planner.rules import compile_rules
from waystation.desks.planner.use import Uses
from waystation.desks.planner.wants import wants
from waystation.desks.planner.ways import way_to

ENTRY = {"entry": {"to": "QA"}}
RESETTLED = {"some": {"of": "statuses", "where": {"in": {"is": "QA"}, "name": {"is": "resettled"}}}}


def letting_in(name, **more):
    """A visa whose stay has this name."""
    status = {"in": "QA", "kind": "visa", "name": name, "length": {"days": 200}, "from": "entry"}
    return world.visa("QA", gives=[ENTRY, {"status": status}], **more)


@pytest.fixture
def resettling(knowledge):
    """Two visas to QA: who is resettled may not ask for the permit, and only then was there need of being named."""
    nominated = {"where": [{"at": "online"}], "gives": [{"decision": {"name": "named"}}]}
    practices = {
        "visa-qa": letting_in("visa"),
        "resettle-qa": letting_in("resettled", who={"decisions": {"has_any": ["named"]}}),
        "name-qa": nominated,
        "permit-qa": world.permit("QA", who={"not": RESETTLED}),
    }
    missions = [{"of": "QA", "city": "Town", "takes": ["visa-qa", "resettle-qa"]}]
    return world.world(
        knowledge,
        [world.practice(knowledge, id, "QA", **one) for id, one in practices.items()],
        [world.place(knowledge, "QS", missions=missions), world.place(knowledge, "QA")],
    )


def way(asked):
    """What lies ahead to QA, what may still come there, and which steps rest on which."""
    case = world.case()
    party = Party(case, (), asked)
    rules = compile_rules(party.views[0], asked.knowledge, case.as_of, case.goal)
    lead, uses = Start(world.START, party.start[0], party.views[0], asked.knowledge), Uses(rules, asked.knowledge)
    lies = ahead(way_to("QA", world.START, rules, asked.knowledge).rules, case.goal, "QA", lead)
    return lies, Inside("QA", case.goal, lies.rules, ["permit-qa"], lead, uses), uses


def test_a_way_in_after_which_nobody_may_ask_for_the_permit_is_left_out_with_all_that_leads_to_it(resettling):
    lies, inside, uses = way(resettling.asked)
    assert inside.dead_ends() == {"resettle-qa"}
    assert lies.rules.keys() - without(lies.rules, inside.dead_ends(), uses).keys() == {"resettle-qa", "name-qa"}
    plans = find_plans(world.case(), resettling.asked).plans
    assert [[step.practice or "go" for step in plan.steps] for plan in plans] == [["visa-qa", "go", "permit-qa"]]


def test_of_two_ways_into_one_country_that_both_wait_one_is_never_used(resettling):
    lies, _, uses = way(resettling.asked)
    passing = Passing(lies.rules, uses)
    assert passing.clash("visa-qa", frozenset({"resettle-qa"}))
    assert passing.clash("name-qa", frozenset({"visa-qa"}))
    assert not passing.clash("resettle-qa", frozenset({"name-qa"}))
    assert not passing.clash("permit-qa", frozenset({"visa-qa"}))


@pytest.mark.parametrize("seed", range(40))
def test_the_answer_is_the_same_as_when_nothing_is_left_out_beforehand(seed, knowledge, monkeypatch):
    made, case = worlds.rich_world(knowledge, seed), world.case(lawful_days=(180, 45)[seed % 2])
    told = to_json(find_plans(case, made.asked))
    monkeypatch.setattr(reach, "_narrowed", lambda way, lies, moves, lead: (lies, None))
    monkeypatch.setattr(reach, "_pointed", lambda rules, way, moves: rules)
    monkeypatch.setattr(Passing, "clash", lambda *_: False)
    monkeypatch.setattr(Moves, "_still_shut", lambda *_: False)
    assert to_json(find_plans(case, made.asked)) == told


def test_what_a_step_cannot_open_could_not_be_asked_for_after_it(knowledge, case_of, monkeypatch):
    skipped = []
    still_shut = Moves._still_shut

    def checked(moves, label, rule):
        shut = still_shut(moves, label, rule)
        if shut:
            day = moves.day(label.latest)
            skipped.append(moves.applications.doubted(rule, label.held[0], label.place, day, label.done))
        return shut

    monkeypatch.setattr(Moves, "_still_shut", checked)
    for seed in (3, 8, 20, 33):
        advise(case_of(case_file(seed, knowledge)), knowledge)
    assert len(skipped) > 20
    assert set(skipped) == {None}


def test_what_is_kept_of_a_gain_is_what_receiving_it_gives(knowledge):
    made = worlds.rich_world(knowledge, 4)
    party = Party(world.case(), (), made.asked)
    gains, held = Gains(party), party.start[0]
    for practice in made.knowledge.practices.values():
        for days in ((0, 10), (5, 400)):
            filed, decided = (world.TODAY + day * (world.TODAY.resolution) for day in days)
            told = receive(held, carried(practice.gives), practice.id, filed, decided)
            for _ in range(2):
                assert gains.received(held, practice.gives, practice.id, filed, decided) == told


def test_what_a_condition_wants_is_read_off_all_its_parts(knowledge):
    practices = knowledge.practices.values()
    wanted = [wants(one.who.node) for one in practices]
    assert any(one.statuses for one in wanted)
    assert any(one.decisions for one in wanted)
    assert {one.steady for one in wanted} == {True, False}
    for one, practice in zip(wanted, practices, strict=True):
        match practice.who.node:
            case Leaf(fact="decisions", test=Has(how="any", values=values), unconfirmed=False):
                assert one.decisions == (values,)
