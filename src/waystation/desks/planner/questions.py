"""The next question worth asking: the one whose answer settles most, weighed by what it costs to answer."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from waystation.core.closures import Test, compile_condition
from waystation.core.conditions import Condition, facts_read
from waystation.core.facts import Among, FactType, Known, Listing, Members, Range, View
from waystation.core.judge import Parameters, judge, no_parameters
from waystation.core.truth import UNKNOWN, YES
from waystation.desks.planner.alike import Alike
from waystation.desks.planner.answers import answers_to

YES_BONUS = 0.1
"""A verdict that becomes yes is worth a little more than one that becomes no."""


class Open(Struct, frozen=True):
    """One condition still to be settled: its name, what it reads, its closure, and the answers it tells apart."""

    name: str
    condition: Condition
    test: Test
    reads: frozenset[str]
    alike: Alike


class Scored(Struct, frozen=True):
    """A fact and how many verdicts its answer is expected to settle, divided by its cost."""

    fact: str
    settles: float


def opened(conditions: Mapping[str, Condition], parameters: Parameters = no_parameters) -> tuple[Open, ...]:
    """Conditions ready to be asked about."""
    return tuple(open_rule(name, condition, parameters) for name, condition in conditions.items())


def open_rule(name: str, condition: Condition, parameters: Parameters = no_parameters) -> Open:
    """One of them."""
    node = condition.node
    return Open(name, condition, compile_condition(node, parameters), facts_read(node), Alike(node))


def unsettled(rules: Iterable[Open], view: View) -> list[Open]:
    """Those whose verdict is unknown."""
    return [rule for rule in rules if rule.test(view) is UNKNOWN]


def missing(rules: Iterable[Open], view: View, parameters: Parameters) -> dict[str, list[Open]]:
    """Facts that keep some verdict unknown, with the verdicts; what only the law leaves open asks nothing."""
    found: dict[str, list[Open]] = {}
    for rule in rules:
        verdict = judge(rule.condition, view, parameters)
        for fact in dict.fromkeys(ask.of[0] if ask.of else ask.fact for ask in verdict.missing):
            found.setdefault(fact, []).append(rule)
    return found


def next_questions(
    rules: Sequence[Open], view: View, vocabulary: Mapping[str, FactType], *,
    never: frozenset[str] = frozenset(), parameters: Parameters = no_parameters,
) -> list[Scored]:  # fmt: skip
    """Facts to ask, best first; ties in the order of the vocabulary. Facts in `never` are not asked."""
    open_rules = unsettled(rules, view)
    wanted = missing(open_rules, view, parameters)
    order = {fact: place for place, fact in enumerate(vocabulary)}
    scored: list[Scored] = []
    for fact in wanted:
        kind = vocabulary.get(fact)
        sources = kind.worked_out_from if kind and not kind.asked else (fact,)
        for source in sources:
            asked = vocabulary.get(source)
            if asked is None or not asked.asked or source in never or (source != fact and _told(view.get(source))):
                continue
            touched = [rule for rule in open_rules if rule.reads & {source, fact}]
            scored.append(Scored(source, _score(asked, touched, view)))
    best: dict[str, Scored] = {}
    for one in scored:
        if one.fact not in best or one.settles > best[one.fact].settles:
            best[one.fact] = one
    return sorted(best.values(), key=lambda one: (-one.settles, order[one.fact]))


def _told(known: Known | None) -> bool:
    """Whether the whole answer is there."""
    if isinstance(known, (Members, Listing)):
        return known.complete
    return known is not None and not isinstance(known, (Among, Range))


def _score(kind: FactType, rules: Sequence[Open], view: View) -> float:
    """Expected verdicts settled by the answer, each class of answers counted alike."""
    tests = [test for rule in rules for test in rule.alike.tests.get(kind.id, ())]
    nodes = [rule.condition.node for rule in rules]
    values = answers_to(tests, kind.id, kind, nodes, view) or [True]
    settled, yes, told = 0, 0, dict(view)
    for rule in rules:
        for value, count in rule.alike.classes(kind.id, values):
            told[kind.id] = value
            truth = rule.test(told)
            settled += count * (truth is not UNKNOWN)
            yes += count * (truth is YES)
    worth = settled + YES_BONUS * yes or 0.01 * len(rules)
    return worth / len(values) / kind.cost
