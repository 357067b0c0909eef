"""One person, fifty rules, three facts of ten unknown: verdicts, one more answer, explanations (goals 1 to 5)."""

from collections.abc import Mapping
from typing import Any

from benchmarks.contest import Measured, Row, against, median_of
from benchmarks.spelled import conditions, view
from benchmarks.synthetic import FACTS, make_people, make_rules, reference
from waystation.core.closures import compile_condition
from waystation.core.conditions import facts_read
from waystation.core.judge import judge
from waystation.core.truth import Truth

PEOPLE, FEW = 300, 20
SAYS = {Truth.NO: False, Truth.UNKNOWN: None, Truth.YES: True}


def ours(small: bool) -> Measured:
    """Closures, the judge, and closures of the rules that mention one fact."""
    rules, people = make_rules(), make_people(FEW if small else PEOPLE)
    read = conditions(rules)
    tests = [compile_condition(one) for one in read]
    views = [view(person) for person in people]
    mention = {
        fact: [test for test, one in zip(tests, read, strict=True) if fact in facts_read(one.node)]
        for fact in FACTS
    }
    answers = [
        (mention[fact], told)
        for person, told in zip(people, views, strict=True)
        for fact in FACTS
        if person[fact] is None
    ]
    return Measured(
        seconds={
            "verdicts": median_of(lambda told: [test(told) for test in tests], views),
            "reasons": median_of(lambda told: [judge(one, told) for one in read], views),
            "one more": median_of(lambda case: [test(case[1]) for test in case[0]], answers),
        },
        counts={
            "wrong": sum(
                SAYS[test(told)] is not reference(rule, person)
                or SAYS[judge(one, told).truth] is not reference(rule, person)
                for person, told in zip(people, views, strict=True)
                for rule, test, one in zip(rules, tests, read, strict=True)
            ),
            "verdicts": len(people) * len(rules),
        },
    )


def anchor(module: Any, small: bool) -> Measured:
    """An anchor's verdicts on the same people."""
    rules, people = make_rules(), make_people(FEW if small else PEOPLE)
    verdicts = module.engine(rules)
    cases = [module.prepared(person) for person in people]
    wrong = sum(
        said is not reference(rule, person)
        for person, case in zip(people, cases, strict=True)
        for rule, said in zip(rules, verdicts(case), strict=True)
    )
    seconds = median_of(verdicts, cases[:100], rounds=3)
    return Measured({"verdicts": seconds}, {"wrong": wrong})


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goals 1 to 5."""
    mine, cel, openfisca = found["one case"], found.get("CEL"), found.get("OpenFisca")
    verdicts = mine.seconds["verdicts"]
    lines = []
    if cel and openfisca:
        lines = [
            against("1", "verdicts on one person / CEL in C++", verdicts, cel.seconds["verdicts"], 0.20),
            against("2", "verdicts on one person / OpenFisca-Core", verdicts, openfisca.seconds["verdicts"], 0.01),
        ]
    errors = [f"CEL {cel.counts['wrong']:.0f}"] if cel else []
    errors += [f"OpenFisca {openfisca.counts['wrong']:.0f}"] if openfisca else []
    wrong = mine.counts["wrong"]
    what = f"wrong verdicts of {mine.counts['verdicts']:,.0f} (closures and judge)"
    return [
        *lines,
        Row("3", what, f"{wrong:.0f}", ", ".join(errors), None, None, wrong == 0),
        against("4", "one more answer / all verdicts", mine.seconds["one more"], verdicts, 0.25),
        against("5", "verdicts with reasons / verdicts", mine.seconds["reasons"], verdicts, 10),
    ]
