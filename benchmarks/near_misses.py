"""What would have to change: the smallest change for every rule that says no to a person (goal 16)."""

from collections.abc import Mapping

from benchmarks.contest import Measured, Row, against, median_of
from benchmarks.spelled import named, view, vocabulary
from benchmarks.synthetic import make_people
from waystation.core.facts import FactType, View
from waystation.core.judge import judge
from waystation.core.truth import NO
from waystation.desks.planner.near import Proposal, nearest
from waystation.desks.planner.questions import Open, opened


def changeable(kind: FactType) -> bool:
    """Whether the person can do something about it."""
    return kind.changeable


def ours(small: bool) -> Measured:
    """All near misses of a person; each proposal judged."""
    facts, rules = vocabulary(), opened(named())
    views = [view(person) for person in make_people(3 if small else 40, seed=21, unknown=0.15)]

    def all_of(told: View) -> list[tuple[Open, Proposal | None]]:
        return [(rule, nearest(rule, told, facts, changeable)) for rule in rules if rule.test(told) is NO]

    found = [(told, rule, proposal) for told in views for rule, proposal in all_of(told)]
    answered = [(told, rule, proposal) for told, rule, proposal in found if proposal is not None]
    wrong = sum(
        judge(rule.condition, {**told, **dict(proposal.facts)}).truth is not proposal.truth or proposal.truth is NO
        for told, rule, proposal in answered
    )
    return Measured(
        seconds={
            "near misses": median_of(all_of, views, rounds=3),
            "verdicts": median_of(lambda told: [rule.test(told) for rule in rules], views),
        },
        counts={"no": len(found), "answered": len(answered), "wrong": wrong},
    )


def rows(found: Mapping[str, Measured]) -> list[Row]:
    """Goal 16."""
    mine = found["near misses"]
    counts = mine.counts
    said = f"{counts['wrong']:.0f} of {counts['answered']:,.0f}"
    what = f"proposals that do not open the rule ({counts['no']:,.0f} rules said no)"
    return [
        against(
            "16",
            "all near misses of a person / all verdicts",
            mine.seconds["near misses"],
            mine.seconds["verdicts"],
            80,
        ),
        Row("16", what, said, "", None, None, counts["wrong"] == 0),
    ]
