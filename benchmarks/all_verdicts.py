"""All verdicts on one person, judged at once, beside closures one after the other (goal 6)."""

from collections.abc import Mapping, Sequence

from benchmarks.contest import ROOT, Measured, Row, against, median_of
from benchmarks.shared import Shared
from benchmarks.spelled import conditions, view
from benchmarks.synthetic import make_people, make_rules
from benchmarks.tenfold import tenfold
from benchmarks.whole_plan import TIMES, kept, read_cases
from waystation.core.closures import compile_condition
from waystation.core.conditions import Condition
from waystation.core.facts import View
from waystation.core.judge import Parameters, no_parameters
from waystation.registry.read import read_knowledge

RULES, PEOPLE = 5_000, 40
FEW_RULES, FEW = 200, 4
RULEBOOKS = {"registry": "practices", "tenfold": "practices with copies", "made up": "made-up rules"}


def ours(small: bool) -> Measured:
    """The registry on the people of the examples, ten times the registry too, and made-up rules on made-up people."""
    knowledge = read_knowledge(ROOT / "data")
    cases = read_cases(knowledge)
    views = [case.lead_view() for case in cases.values()]
    home = frozenset[str]().union(*map(kept, cases.values()))
    larger = tenfold(knowledge, home, 2 if small else TIMES)
    every, real = Measured({}, {}), knowledge.parameter
    measure(every, "registry", [one.who for one in knowledge.practices.values()], views, real)
    measure(every, "tenfold", [one.who for one in larger.practices.values()], views, real)
    people = [view(person) for person in make_people(FEW if small else PEOPLE)]
    measure(every, "made up", conditions(make_rules(FEW_RULES if small else RULES)), people)
    return every


def measure(
    found: Measured, name: str, rules: Sequence[Condition], views: Sequence[View],
    parameters: Parameters = no_parameters,
) -> None:  # fmt: skip
    """Both ways on the same people, each person new to both; and on how many verdicts they differ."""
    tests = [compile_condition(rule, parameters) for rule in rules]
    shared = Shared([rule.node for rule in rules], parameters)
    found.seconds[f"{name}, closures"] = median_of(lambda told: [test(told) for test in tests], views)
    found.seconds[f"{name}, at once"] = median_of(shared, views)
    found.counts[name] = len(rules)
    found.counts[f"{name}, other"] = sum(
        mine is not test(told) for told in views for mine, test in zip(shared(told), tests, strict=True)
    )


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goal 6: on the registry and on made-up rules; how it would be on a larger registry is only shown."""
    mine = found["all verdicts"]
    return [
        against(
            "6", f"verdicts on one person, {mine.counts[name]:,.0f} {what}, at once / one after the other",
            mine.seconds[f"{name}, at once"], mine.seconds[f"{name}, closures"], None if name == "tenfold" else 0.4,
        )
        for name, what in RULEBOOKS.items()
    ]  # fmt: skip
