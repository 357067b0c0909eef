"""Hold the knowledge against the experts' tests: each scenario is a case, and the answers it wants."""

from collections.abc import Iterator

from waystation.casework.advise import advise, explain_practice
from waystation.casework.assess import assess
from waystation.core.knowledge import Knowledge
from waystation.core.plans import Advice
from waystation.core.scenarios import Disagreement, Scenario
from waystation.core.texts import Country, Words, text
from waystation.desks.journeys.itinerary import read_itinerary
from waystation.desks.planner import Case, read_case
from waystation.errors import NotFoundError, ShapeError


def examine(scenario: Scenario, knowledge: Knowledge, countries: frozenset[str]) -> tuple[Disagreement, ...]:
    """Everything in which the answer differs from what the scenario wants. Raises ShapeError for a bad case."""
    try:
        case = read_case({"as_of": scenario.day.isoformat(), **scenario.case}, knowledge.facts, countries)
    except ShapeError as fault:
        raise fault.under("case") from None
    found = [*_verdicts(scenario, case, knowledge)]
    wants = scenario.expects
    if wants.dangers or wants.plans_to or wants.no_plans_to or wants.do_not_go:
        found.extend(_answer(scenario, advise(case, knowledge, show_all=True)))
    if wants.journey:
        found.extend(_journey(scenario, case, knowledge))
    return tuple(found)


def _journey(scenario: Scenario, case: Case, knowledge: Knowledge) -> Iterator[Disagreement]:
    try:
        way = read_itinerary({"legs": list(scenario.itinerary)})
    except ShapeError as fault:
        raise fault.under("itinerary") from None
    got, wanted = assess(case, knowledge, way).verdict, scenario.expects.journey
    if got != wanted:
        yield _told(scenario, "examine.verdict", what="itinerary", wanted=str(wanted), got=str(got))


def _verdicts(scenario: Scenario, case: Case, knowledge: Knowledge) -> Iterator[Disagreement]:
    for id, wanted in sorted(scenario.expects.verdicts.items()):
        try:
            got = explain_practice(case, id, knowledge).truth.name.lower()
        except NotFoundError:
            yield _told(scenario, "examine.verdict", what=id, wanted=wanted, got="missing")
            continue
        if got != wanted:
            yield _told(scenario, "examine.verdict", what=id, wanted=wanted, got=got)


def _answer(scenario: Scenario, answer: Advice) -> Iterator[Disagreement]:
    wants = scenario.expects
    levels = {one.tag: one.level.name.lower() for one in answer.start.dangers}
    for tag, wanted in sorted(wants.dangers.items()):
        got = levels.get(tag, "none")
        if got != wanted:
            yield _told(scenario, "examine.danger", what=tag, wanted=wanted, got=got)
    ends = {plan.place for plan in answer.plans}
    dead = {one.to_place for one in answer.forbidden}
    for id, countries in (
        ("examine.no-plan", [one for one in wants.plans_to if one not in ends]),
        ("examine.plan", [one for one in wants.no_plans_to if one in ends]),
        ("examine.may-go", [one for one in wants.do_not_go if one not in dead]),
    ):
        yield from (
            Disagreement(scenario=scenario.id, title=scenario.title, text=text(id, place=Country(one)))
            for one in countries
        )


def _told(scenario: Scenario, id: str, *, what: str, wanted: str, got: str) -> Disagreement:
    words = text(id, what=Words(what), wanted=text(f"examine.{wanted}"), got=text(f"examine.{got}"))
    return Disagreement(scenario=scenario.id, title=scenario.title, text=words)
