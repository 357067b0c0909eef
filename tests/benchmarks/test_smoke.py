"""The benchmarks run in their small mode, each contender of ours in this process, without any anchor."""

import pytest
from benchmarks.__main__ import report
from benchmarks.contenders import OURS, contender
from benchmarks.contest import Measured, Row, run_here, table


@pytest.fixture(scope="module")
def measured() -> dict[str, Measured]:
    return {name: run_here(contender(name), small=True) for name in OURS}


def test_every_contender_measures_time_and_memory(measured):
    for found in measured.values():
        assert found.memory > 0
        assert all(seconds > 0 for seconds in found.seconds.values())


def test_no_verdict_differs_from_the_slow_reference(measured):
    assert measured["one case"].counts["verdicts"] >= 1_000
    assert measured["one case"].counts["wrong"] == 0


def test_every_near_miss_opens_its_rule(measured):
    assert measured["near misses"].counts["answered"] > 0
    assert measured["near misses"].counts["wrong"] == 0


def test_the_search_finds_what_trying_everything_finds(measured):
    assert measured["plan search"].counts["same"] == measured["plan search"].counts["graphs"]


def test_every_leg_is_followed(measured):
    counts = measured["airspace"].counts
    assert counts["legs"] == counts["compared"] > 0
    assert counts["crossed"] > counts["legs"]


def test_a_larger_registry_holds_the_copies(measured):
    counts = measured["whole plan"].counts
    assert counts["tenfold"] > counts["practices"]


def test_the_table_needs_no_anchor(measured):
    said = report(measured)
    assert "| 4 |" in said
    assert "CEL" not in said


def test_a_goal_that_is_missed_is_marked():
    assert "**no**" in table([Row("0", "made up", "2 s", "1 s", 2.0, 1.0, reached=False)])
