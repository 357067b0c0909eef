"""From a mapping to a condition: every operator is read, and every fault says where it stands and what it is."""

import copy
import datetime as dt
import random
from collections import Counter

import pytest

from tests import making
from waystation.core.closures import compile_condition
from waystation.core.conditions import (
    All,
    AnyOf,
    AtLeast,
    Clock,
    Compare,
    Count,
    Has,
    Leaf,
    Not,
    OneOf,
    Parameter,
    Presume,
    Quantified,
    Shift,
    Silent,
    Weigh,
)  # fmt: skip
from waystation.core.judge import judge
from waystation.core.measures import Length
from waystation.core.reading import read_condition
from waystation.errors import ShapeError

DAY = dt.date(2026, 3, 2)
ANY_THING = Leaf("flag", OneOf(frozenset({True})))


def read(spelled):
    return read_condition(spelled, making.VOCABULARY).node


def one_of(*values, negated=False):
    return OneOf(frozenset(values), negated)


@pytest.mark.parametrize(
    ("spelled", "node"),
    [
        ({"word": "a"}, Leaf("word", one_of("a"))),
        ({"word": {"is": "a"}}, Leaf("word", one_of("a"))),
        ({"word": {"is_not": "a"}}, Leaf("word", one_of("a", negated=True))),
        ({"word": {"in": ["a", "b"]}}, Leaf("word", one_of("a", "b"))),
        ({"word": {"not_in": ["a", "b"]}}, Leaf("word", one_of("a", "b", negated=True))),
        ({"flag": False}, Leaf("flag", one_of(False))),
        ({"home": "NO"}, Leaf("home", one_of("NO"))),
        ({"spelled": "anything"}, Leaf("spelled", one_of("anything"))),
        ({"count_of": {"at_least": 3}}, Leaf("count_of", Compare("at_least", 3))),
        ({"count_of": {"at_most": 3}}, Leaf("count_of", Compare("at_most", 3))),
        ({"count_of": {"above": 3}}, Leaf("count_of", Compare("above", 3))),
        ({"income": {"below": 3.5}}, Leaf("income", Compare("below", 3.5))),
        ({"began": {"before": "2026-03-02"}}, Leaf("began", Compare("below", DAY))),
        ({"began": {"after": "2026-03-02"}}, Leaf("began", Compare("above", DAY))),
        ({"began": {"on_or_before": DAY}}, Leaf("began", Compare("at_most", DAY))),
        ({"began": {"on_or_after": DAY}}, Leaf("began", Compare("at_least", DAY))),
        ({"level": {"at_least": "B1"}}, Leaf("level", Compare("at_least", "B1", ("A1", "A2", "B1", "B2")))),
        ({"tags": {"has_all": ["x", "y"]}}, Leaf("tags", Has("all", frozenset({"x", "y"})))),
        ({"homes_of": {"has_any": ["QA"]}}, Leaf("homes_of", Has("any", frozenset({"QA"})))),
        ({"names_of": {"has_none": ["one"]}}, Leaf("names_of", Has("none", frozenset({"one"})))),
        ({"income": {"at_least": {"param": "least"}}}, Leaf("income", Compare("at_least", Parameter("least")))),
        (
            {"ends": {"on_or_after": {"months": 6, "after": "began"}}},
            Leaf("ends", Compare("at_least", Shift("began", Length(months=6), back=False))),
        ),
        (
            {"began": {"on_or_after": {"days": 90, "before": "today"}}},
            Leaf("began", Compare("at_least", Shift("today", Length(days=90), back=True))),
        ),
        ({"word": {"is": "a", "source": "s1"}}, Leaf("word", one_of("a"), "s1")),
        ({"word": {"is": "a", "unconfirmed": True}}, Leaf("word", one_of("a"), None, unconfirmed=True)),
        (
            {"count_of": {"at_least": 1, "below": 3}},
            All((Leaf("count_of", Compare("at_least", 1)), Leaf("count_of", Compare("below", 3)))),
        ),
        ({}, All(())),
        ({"all": [{"flag": True}]}, All((ANY_THING,))),
        ({"any": [{"flag": True}, {}]}, AnyOf((ANY_THING, All(())))),
        ({"not": {"flag": True}}, Not(ANY_THING)),
        ({"flag": True, "unless": {"sure": True}}, All((ANY_THING, Not(Leaf("sure", one_of(True)))))),
        ({"at_least": {"count": 1, "of": [{"flag": True}]}}, AtLeast(1, (ANY_THING,))),
        ({"silent": "Whether."}, Silent("Whether.")),
        ({"some": {"of": "things", "where": {"flag": True}}}, Quantified("some", "things", ANY_THING)),
        ({"every": {"of": "kin", "where": {"flag": True}}}, Quantified("every", "kin", ANY_THING)),
        ({"count": {"of": "things", "at_most": 1}}, Count("things", All(()), "at_most", 1)),
        (
            {"count": {"of": "things", "where": {"flag": True}, "within": {"months": 3, "before": "today"},
                       "by": "from", "at_least": 2}},
            Count("things", ANY_THING, "at_least", 2, Length(months=3), "from"),
        ),
        (
            {"weigh": {"of": "things", "by": {"kind": {"study": 0.5}}, "at_least": {"years": 5}}},
            Weigh("things", "kind", (("study", 0.5),), Length(years=5)),
        ),
        (
            {"clock": {"from": "began", "length": {"days": 10}, "unit": "working", "still": "over",
                       "stopped_by": {"flag": True}}},
            Clock("began", Length(days=10), working=True, still="over", stopped_by=ANY_THING),
        ),
        (
            {"clock": {"from": "began", "length": {"years": 1}, "extended_if": {"flag": True}}},
            Clock("began", Length(years=1), working=False, still="running", extended_if=ANY_THING),
        ),
        ({"flag": True, "presume": {"flag": True}}, Presume((("flag", True),), ANY_THING)),
    ],
)  # fmt: skip
def test_what_is_written_is_read(spelled, node):
    assert read(spelled) == node


@pytest.mark.parametrize(
    ("spelled", "field", "id"),
    [
        ("word", "", "error.expected-mapping"),
        ([{"flag": True}], "", "error.expected-mapping"),
        ({"wrd": "a"}, "wrd", "error.unknown-fact-near"),
        ({"zzzzz": "a"}, "zzzzz", "error.unknown-fact"),
        ({"word": "z"}, "word.is", "error.bad-option"),
        ({"level": {"at_least": "B11"}}, "level.at_least", "error.bad-option-near"),
        ({"word": {"at_least": "a"}}, "word.at_least", "error.unknown-test"),
        ({"flag": {"known": True}}, "flag.known", "error.unknown-test"),
        ({"homes_of": {"in": ["QA"]}}, "homes_of.in", "error.unknown-test"),
        ({"homes_of": "QA"}, "homes_of.is", "error.unknown-test"),
        ({"things": {"has_any": ["x"]}}, "things.has_any", "error.unknown-test"),
        ({"tags": {"has_most": ["x"]}}, "tags.has_most", "error.unknown-test"),
        ({"tags": {"has_any": []}}, "tags.has_any", "error.unknown-test"),
        ({"tags": {"has_any": ["q"]}}, "tags.has_any", "error.bad-option"),
        ({"homes_of": {"has_any": ["Norway"]}}, "homes_of.has_any", "error.bad-countries"),
        ({"word": {"in": "a"}}, "word.in", "error.expected-list"),
        ({"word": {"in": []}}, "word.in", "error.expected-list"),
        ({"word": {}}, "word", "error.no-test"),
        ({"word": {"source": "s1"}}, "word", "error.no-test"),
        ({"word": {"is": "a", "unconfirmed": "yes"}}, "word.unconfirmed", "error.bad-bool"),
        ({"flag": "yes"}, "flag.is", "error.bad-bool"),
        ({"count_of": "3"}, "count_of.is", "error.bad-number"),
        ({"count_of": {"at_least": True}}, "count_of.at_least", "error.bad-number"),
        ({"income": {"at_least": "much"}}, "income.at_least", "error.bad-money"),
        ({"began": {"before": "2026-02-30"}}, "began.before", "error.bad-date"),
        ({"home": {"in": ["no"]}}, "home.in", "error.bad-country"),
        ({"spelled": ["a"]}, "spelled.is", "error.bad-text"),
        ({"began": {"before": {"months": 6}}}, "began.before", "error.bad-shift"),
        ({"began": {"before": {"months": 6, "before": "today", "after": "today"}}}, "began.before", "error.bad-shift"),
        ({"began": {"before": {"weeks": 6, "before": "today"}}}, "began.before", "error.bad-shift"),
        ({"count_of": {"at_least": {"days": 1, "after": "today"}}}, "count_of.at_least", "error.bad-shift"),
        ({"began": {"before": {"days": 1, "after": "word"}}}, "began.before.after", "error.not-a-day"),
        ({"began": {"before": {"days": "x", "after": "today"}}}, "began.before", "error.bad-length"),
        ({"income": {"at_least": {"param": "least", "of": 1}}}, "income.at_least", "error.unknown-key"),
        ({"all": {"flag": True}}, "all", "error.expected-list"),
        ({"any": []}, "any", "error.expected-list"),
        ({"any": [{"flag": True}, {"not": {"word": "z"}}]}, "any[1].not.word.is", "error.bad-option"),
        ({"at_least": {"of": [{"flag": True}]}}, "at_least", "error.missing-key"),
        ({"at_least": {"count": 1.5, "of": [{"flag": True}]}}, "at_least.count", "error.expected-whole-number"),
        ({"at_least": {"count": 1, "of": [{"flag": 3}]}}, "at_least.of[0].flag.is", "error.bad-bool"),
        ({"some": {"of": "things"}}, "some", "error.missing-key"),
        ({"some": {"of": "tags", "where": {}}}, "some.of", "error.not-a-list"),
        ({"some": {"of": ["things"], "where": {}}}, "some.of", "error.unknown-fact-near"),
        ({"some": {"of": "things", "where": {"word": "a"}}}, "some.where.word", "error.unknown-fact"),
        ({"some": {"of": "kin", "where": {"sure": True}}}, "some.where.sure", "error.unknown-fact"),
        ({"every": {"of": "things", "where": {}, "when": {}}}, "every", "error.unknown-key"),
        ({"count": {"of": "things"}}, "count", "error.count-needs-one-bound"),
        ({"count": {"of": "things", "at_least": 1, "at_most": 2}}, "count", "error.count-needs-one-bound"),
        ({"count": {"of": "things", "at_least": "two"}}, "count.at_least", "error.expected-whole-number"),
        ({"count": {"of": "things", "at_least": 1, "within": {"months": 3}}}, "count.within", "error.window-ends-today"),
        ({"count": {"of": "things", "at_least": 1, "within": 3}}, "count.within", "error.expected-mapping"),
        ({"count": {"of": "things", "at_least": 1, "by": "n", "within": {"days": 3, "before": "today"}}}, "count.by", "error.not-a-day"),
        ({"weigh": {"of": "things", "by": {"kind": {"study": -1}}, "at_least": {"days": 1}}}, "weigh.by", "error.weights-not-negative"),
        ({"weigh": {"of": "things", "by": {"kind": 1}, "at_least": {"days": 1}}}, "weigh.by", "error.expected-mapping"),
        ({"weigh": {"of": "things", "by": {"kind": {}, "n": {}}, "at_least": {"days": 1}}}, "weigh.by", "error.weigh-by-one-field"),
        ({"weigh": {"of": "things", "by": {"sort": {}}, "at_least": {"days": 1}}}, "weigh.by", "error.unknown-fact"),
        ({"clock": {"from": "word", "length": {"days": 1}}}, "clock.from", "error.not-a-day"),
        ({"clock": {"from": "began", "length": {"months": 1}, "unit": "working"}}, "clock.length", "error.working-days-only"),
        ({"clock": {"from": "began", "length": {"days": 1}, "still": "ticking"}}, "clock.still", "error.clock-still"),
        ({"clock": {"from": "began", "length": {"days": 1}, "unit": "workdays"}}, "clock.unit", "error.bad-option"),
        ({"clock": {"from": "began", "length": {"days": 1}, "stopped_by": {"flag": 1}}}, "clock.stopped_by.flag.is", "error.bad-bool"),
        ({"clock": {"length": {"days": 1}}}, "clock", "error.missing-key"),
        ({"flag": True, "presume": {"flg": True}}, "presume.flg", "error.unknown-fact-near"),
        ({"flag": True, "presume": {"flag": "so"}}, "presume.flag", "error.bad-bool"),
        ({"flag": True, "presume": {"tags": "x"}}, "presume.tags", "error.presume-one-value"),
        ({"flag": True, "presume": {"things": "x"}}, "presume.things", "error.presume-one-value"),
    ],
)  # fmt: skip
def test_a_fault_says_where_it_stands_and_what_it_is(spelled, field, id):
    with pytest.raises(ShapeError) as caught:
        read(spelled)
    assert (caught.value.field, caught.value.id) == (field, id)


JUNK = (
    None, True, 5, -1, 1.5, "", "x", "today", [], {}, ["a"], {"a": 1}, {"days": 3}, [[1]], {"param": "least"},
    {"days": 1, "after": "began"}, "2026-01-01", {1: 2}, dt.date(2026, 1, 1),
)  # fmt: skip
KEYS = ("all", "any", "not", "some", "count", "weigh", "clock", "presume", "of", "where", "within", "by", 5, None)


def spoilt(value, chance):
    """The same with one thing wrong somewhere: a value, a key, or a key that is missing."""
    if isinstance(value, list) and value and chance.random() < 0.75:
        at = chance.randrange(len(value))
        return [*value[:at], spoilt(value[at], chance), *value[at + 1 :]]
    if not isinstance(value, dict) or not value or chance.random() < 0.25:
        return copy.deepcopy(chance.choice(JUNK))
    key, draw = chance.choice(list(value)), chance.random()
    whole = {name: one for name, one in value.items() if name != key}
    if draw < 0.6:
        return {**whole, key: spoilt(value[key], chance)}
    return whole if draw < 0.75 else {**whole, chance.choice(KEYS): value[key]}


def test_whatever_is_written_is_refused_with_a_reason_or_can_be_judged():
    made, seen = making.maker(11), Counter()
    chance = random.Random(12)
    for _ in range(4_000):
        spelled = spoilt(made.spelled(2), chance)
        try:
            condition = read_condition(spelled, making.VOCABULARY)
        except ShapeError as fault:
            seen[fault.id] += 1
            continue
        seen["read"] += 1
        view = made.forget(made.person())
        assert compile_condition(condition)(view) is judge(condition, view).truth
    assert seen["read"] > 500
    assert len(seen) > 20
