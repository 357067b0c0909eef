"""The next question: how long it takes to find, and how many rules a fixed form leaves open (goals 14 and 15)."""

from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.contest import Measured, Row, against, median_of, share, times_of
from benchmarks.spelled import named, view, vocabulary
from benchmarks.synthetic import FACTS, Person, make_people
from waystation.core.facts import View
from waystation.desks.planner import next_questions, opened, unsettled
from waystation.desks.planner.questions import Open

ASKED = 10
Order = Callable[[View], str | None]


def ours(small: bool) -> Measured:
    """Time of one question for people of whom four facts of ten are unknown; rules open after ten questions."""
    rules = opened(named())
    facts = vocabulary()
    views = [view(person) for person in make_people(10 if small else 200, unknown=0.4)]
    ask = partial(next_questions, rules, vocabulary=facts)
    times = [min(pair) for pair in zip(times_of(ask, views), times_of(ask, views), strict=True)]
    people = make_people(4 if small else 60, seed=77, unknown=0)
    return Measured(
        seconds={
            "question p50": share(times, 0.5),
            "question p95": share(times, 0.95),
            "verdicts": median_of(lambda told: [rule.test(told) for rule in rules], views),
        },
        counts={
            "open by look-ahead": left_open(rules, people, lambda told: best(rules, told)),
            "open by form": left_open(rules, people, lambda told: next_of_form(rules, told)),
        },
    )


def best(rules: tuple[Open, ...], told: View) -> str | None:
    """The fact that the planner asks for."""
    found = next_questions(rules, told, vocabulary())
    return found[0].fact if found else None


def next_of_form(rules: tuple[Open, ...], told: View) -> str | None:
    """The next fact of a form that skips what no open rule mentions."""
    still = unsettled(rules, told)
    return next((fact for fact in FACTS if fact not in told and any(fact in rule.reads for rule in still)), None)


def left_open(rules: tuple[Open, ...], people: list[Person], order: Order) -> float:
    """Rules that are open after ten questions, on average over people who answer all."""
    total = 0
    for person in people:
        known, told = view(person), view({})
        for _ in range(ASKED):
            fact = order(told)
            if fact is None:
                break
            told = {**told, fact: known[fact]}
        total += len(unsettled(rules, told))
    return total / len(people)


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goals 14 and 15."""
    mine = found["next question"]
    counts = mine.counts
    ratio = counts["open by look-ahead"] / counts["open by form"]
    return [
        against(
            "14", "next question, p95 / all verdicts (and ≤ 2 ms)",
            mine.seconds["question p95"], mine.seconds["verdicts"], 60, limit=0.002,
        ),
        Row(
            "15", f"rules open after {ASKED} questions / a fixed form", f"{counts['open by look-ahead']:.1f}",
            f"{counts['open by form']:.1f}", ratio, 0.70, ratio <= 0.70,
        ),
    ]  # fmt: skip
