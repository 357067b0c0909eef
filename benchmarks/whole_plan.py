"""A whole answer, from a case to its plans, with the registry in memory; and on ten times the registry."""

from collections.abc import Mapping
from itertools import product
from string import ascii_uppercase

from benchmarks.contest import ROOT, Measured, Row, shown, times_of
from benchmarks.tenfold import tenfold
from waystation.casework.advise import advise
from waystation.desks.planner import Case, read_case
from waystation.registry.read import read_knowledge
from waystation.registry.yaml import read_yaml

CASES = ("journalist", "defender", "stateless")
TIMES, MOST, MOST_TENFOLD = 10, 0.1, 0.5


def ours(small: bool) -> Measured:
    """Seconds for each example; for the first also with the larger registry."""
    knowledge = read_knowledge(ROOT / "data")
    countries = frozenset("".join(pair) for pair in product(ascii_uppercase, repeat=2))
    cases = {
        name: read_case(read_yaml(ROOT / "examples" / f"{name}.yaml"), knowledge.facts, countries)
        for name in CASES[: 1 if small else None]
    }
    rounds = 1 if small else 5
    seconds = {
        name: min(times_of(lambda one: advise(one, knowledge), [case] * rounds)) for name, case in cases.items()
    }
    case = cases[CASES[0]]
    larger = tenfold(knowledge, _kept(case), 2 if small else TIMES)
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


def _kept(case: Case) -> frozenset[str]:
    """Countries that are not copied: home states and where the person stands."""
    view = case.lead_view()
    nationalities = getattr(view.get("nationalities"), "have", frozenset())
    return frozenset({str(view.get("here")), *nationalities})


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Whole plans, in seconds."""
    mine = found["whole plan"]
    lines = [
        Row(
            "plan",
            f"examples/{name}.yaml, {mine.counts['practices']:.0f} practices, warm",
            shown(mine.seconds[name]),
            f"≤ {shown(MOST)}" if name == CASES[0] else "",
            None,
            None,
            mine.seconds[name] <= MOST if name == CASES[0] else None,
        )
        for name in CASES
        if name in mine.seconds
    ]
    what = f"the journalist, {mine.counts['tenfold']:.0f} practices, within a factor of {mine.counts['factor']:g}"
    tenfold_seconds = mine.seconds["tenfold"]
    return [
        *lines,
        Row(
            "plan",
            what,
            shown(tenfold_seconds),
            f"≤ {shown(MOST_TENFOLD)}",
            None,
            None,
            tenfold_seconds <= MOST_TENFOLD,
        ),
    ]
