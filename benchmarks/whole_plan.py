"""A whole answer, from a case to its plans, with the registry in memory (goal 17); and on ten times the registry."""

from collections.abc import Mapping
from itertools import product
from string import ascii_uppercase

from benchmarks.contest import ROOT, Measured, Row, against, share, shown, times_of
from benchmarks.tenfold import tenfold
from waystation.casework.advise import advise
from waystation.core.knowledge import Knowledge
from waystation.desks.planner import Case, read_case
from waystation.registry.memory import settle
from waystation.registry.read import read_knowledge
from waystation.registry.yaml import read_yaml

CASES = ("journalist", "afghan", "defender", "hongkong", "stateless")
TIMES, MOST, MOST_TENFOLD = 10, 0.1, 0.5


def ours(small: bool) -> Measured:
    """Seconds for each example; for the first also with the larger registry."""
    knowledge = read_knowledge(ROOT / "data")
    cases = read_cases(knowledge, 1 if small else None)
    settle()
    cold, rounds = (0, 1) if small else (1, 6)
    times = {
        name: times_of(lambda one: advise(one, knowledge), [case] * rounds)[cold:] for name, case in cases.items()
    }
    seconds = {name: min(some) for name, some in times.items()}
    seconds["p95"] = share([one for some in times.values() for one in some], 0.95)
    case = cases[CASES[0]]
    larger = tenfold(knowledge, kept(case), 2 if small else TIMES)
    settle()
    answers = []
    (seconds["tenfold"],) = times_of(lambda one: answers.append(advise(one, larger)), [case])
    return Measured(
        seconds,
        {
            "practices": len(knowledge.practices),
            "tenfold": len(larger.practices),
            "factor": answers[0].within_factor,
        },
    )


def read_cases(knowledge: Knowledge, most: int | None = None) -> dict[str, Case]:
    """The examples, or the first of them, by name."""
    countries = frozenset("".join(pair) for pair in product(ascii_uppercase, repeat=2))
    return {
        name: read_case(read_yaml(ROOT / "examples" / f"{name}.yaml"), knowledge.facts, countries)
        for name in CASES[:most]
    }


def kept(case: Case) -> frozenset[str]:
    """Countries that are not copied: home states and where the person stands."""
    view = case.lead_view()
    nationalities = getattr(view.get("nationalities"), "have", frozenset())
    return frozenset({str(view.get("here")), *nationalities})


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goal 17, and whole plans in seconds."""
    mine, scipy = found["whole plan"], found.get("SciPy")
    lines = []
    if scipy:
        what = "whole plans of the examples, p95 / SciPy, 35 mixtures, p50, in the made-up world: another graph"
        lines = [against("17", what, mine.seconds["p95"], scipy.seconds["plans"], 0.05)]
    practices = f"{mine.counts['practices']:.0f} practices, warm"
    for name in CASES:
        if name in mine.seconds:
            lines.append(
                _line(f"examples/{name}.yaml, {practices}", mine, name, MOST if name == CASES[0] else None)
            )
    what = f"the journalist, {mine.counts['tenfold']:.0f} practices, within a factor of {mine.counts['factor']:g}"
    return [*lines, _line(what, mine, "tenfold", MOST_TENFOLD)]


def _line(what: str, mine: Measured, name: str, most: float | None) -> Row:
    """One time beside what it must keep, if anything."""
    seconds = mine.seconds[name]
    must = f"≤ {shown(most)}" if most else ""
    return Row("plan", what, shown(seconds), must, None, None, seconds <= most if most else None)
