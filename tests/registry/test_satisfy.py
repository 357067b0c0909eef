"""A condition that is called impossible is one; what anybody satisfies is never called so."""

import pytest

from tests import making
from waystation.core.conditions import All
from waystation.core.judge import judge
from waystation.core.reading import read_condition
from waystation.core.truth import YES
from waystation.core.wording import condition_text
from waystation.registry import satisfy
from waystation.registry.satisfy import contradiction
from waystation.say import Say

PAIRS = 4_000


def overturned(seed, pairs=PAIRS):
    """A condition that somebody satisfies although it is called impossible; None if there is none."""
    made = making.maker(seed)
    for _ in range(pairs):
        condition, view = made.condition(), made.person()
        called = contradiction(condition.node, making.VOCABULARY) is not None
        if called and judge(condition, view, making.parameters).truth is YES:
            return condition
    return None


def test_what_somebody_satisfies_is_never_called_impossible():
    assert overturned(seed=1) is None


def test_the_generator_makes_impossible_and_possible_conditions():
    made = making.maker(seed=2)
    found = [contradiction(made.condition().node, making.VOCABULARY) is not None for _ in range(1_000)]
    assert 10 < sum(found) < 500


def test_a_planted_bug_that_takes_or_for_and_is_found(monkeypatch):
    monkeypatch.setattr(satisfy, "_either", satisfy._together)
    assert overturned(seed=3) is not None


def test_a_planted_bug_that_forgets_not_is_found(monkeypatch):
    real = satisfy._fits
    monkeypatch.setattr(
        satisfy, "_fits", lambda literals, kind: real([(leaf, False) for leaf, _ in literals], kind)
    )
    assert overturned(seed=4, pairs=40_000) is not None


@pytest.mark.parametrize(
    ("spelled", "says"),
    [
        ({"all": [{"word": "a"}, {"word": "b"}]}, "word: a; word: b"),
        ({"word": {"in": ["a", "b"]}, "not": {"word": {"in": ["a", "b", "c"]}}}, None),
        ({"word": {"not_in": ["a", "b", "c", "d"]}}, "word: not a, b, c, or d"),
        ({"all": [{"flag": True}, {"flag": False}]}, None),
        ({"flag": True, "unless": {"flag": True}}, None),
        ({"count_of": {"at_least": 18, "below": 10}}, None),
        ({"count_of": {"above": 5, "below": 5}}, None),
        ({"count_of": {"at_least": 5}, "not": {"count_of": {"at_least": 3}}}, None),
        ({"count_of": {"is": 4}, "unless": {"count_of": {"at_most": 6}}}, None),
        ({"level": {"at_least": "B1", "below": "B1"}}, None),
        ({"began": {"after": "2026-01-02", "before": "2026-01-02"}}, None),
        ({"ends": {"on_or_after": {"days": 30, "after": "today"}, "before": {"days": 10, "after": "today"}}}, None),
        ({"tags": {"has_all": ["x", "y"], "has_none": ["y"]}}, None),
        ({"all": [{"tags": {"has_any": ["x"]}}, {"tags": {"has_none": ["x", "y"]}}]}, None),
        ({"tags": {"has_all": ["x"]}, "not": {"tags": {"has_any": ["x", "y"]}}}, None),
        ({"any": [{"flag": True, "not": {"flag": True}}, {"all": [{"word": "a"}, {"word": "b"}]}]}, None),
        ({"at_least": {"count": 2, "of": [{"word": "a"}, {"word": "b"}, {"word": "c"}]}}, None),
        ({"all": [{"some": {"of": "things", "where": {"flag": True}}},
                  {"every": {"of": "things", "where": {"flag": False}}}]}, None),
        ({"some": {"of": "things", "where": {"n": {"above": 5, "below": 5}}}}, None),
        ({"count": {"of": "things", "where": {"all": [{"kind": "study"}, {"kind": "work"}]}, "at_least": 1}}, None),
        ({"some": {"of": "things", "where": {"flag": True}},
          "not": {"some": {"of": "things", "where": {"flag": True}}}}, None),
    ],
)  # fmt: skip
def test_tests_that_contradict_each_other_are_named(spelled, says):
    node = read_condition(spelled, making.VOCABULARY).node
    clash = contradiction(node, making.VOCABULARY)
    assert clash
    if says is not None:
        assert "; ".join(Say()(condition_text(one, making.VOCABULARY)) for one in clash) == says


@pytest.mark.parametrize(
    "spelled",
    [
        {}, {"flag": True}, {"count_of": {"at_least": 5, "at_most": 5}}, {"count_of": {"above": 5, "below": 6}},
        {"began": {"on_or_after": "2026-01-02", "on_or_before": "2026-01-02"}},
        {"ends": {"on_or_after": {"days": 10, "after": "today"}, "before": {"days": 30, "after": "today"}}},
        {"ends": {"after": {"days": 10, "after": "today"}, "before": "2026-01-02"}},
        {"ends": {"after": {"days": 10, "after": "began"}, "before": {"days": 1, "after": "today"}}},
        {"tags": {"has_any": ["x", "y"], "has_none": ["x"]}},
        {"any": [{"word": "a"}, {"word": "b"}]}, {"at_least": {"count": 2, "of": [{"word": "a"}, {"word": "b"}, {"flag": True}]}},
        {"word": {"is": "a", "unconfirmed": True}, "all": [{"word": "b"}]}, {"silent": "nobody says"},
        {"all": [{"some": {"of": "things", "where": {"flag": True}}}, {"some": {"of": "things", "where": {"flag": False}}}]},
        {"every": {"of": "things", "where": {"n": {"above": 5, "below": 5}}}},
        {"count": {"of": "things", "where": {"n": {"above": 5, "below": 5}}, "at_most": 1}},
        {"count_of": {"at_least": {"param": "wage"}, "below": 3}},
    ],
)  # fmt: skip
def test_tests_that_fit_together_are_left_alone(spelled):
    assert contradiction(read_condition(spelled, making.VOCABULARY).node, making.VOCABULARY) is None


def test_a_condition_with_very_many_ways_is_left_alone():
    """It takes no time either: the ways are looked at one by one, up to a limit."""
    either = read_condition({"any": [{"count_of": n} for n in range(10)]}, making.VOCABULARY).node
    never = read_condition({"all": [{"flag": True}, {"flag": False}]}, making.VOCABULARY).node
    many = All((either,) * 12)
    assert contradiction(All((never, many)), making.VOCABULARY) is None
    assert contradiction(All((never, either)), making.VOCABULARY) is not None
