"""Past cases are replayed with what was known on their day, and counted."""

from pathlib import Path

import msgspec
import pytest

from waystation.casework.backtest import backtest
from waystation.core.knowledge import Knowledge
from waystation.core.replays import Probe, Replay
from waystation.registry.replays import read_replays
from waystation.say import country_codes

KG = {
    "here": {"place": "KG"}, "nationalities": {"complete": True, "values": ["RU"]},
    "former_nationalities": {"complete": True, "values": []}, "threat_at_home": True,
    "listings": {"complete": False, "values": ["home-wanted-list"]},
    "about_to": {"complete": False, "values": ["visit-home-consulate", "carry-everyday-phone"]},
}  # fmt: skip


def replay(knowledge: Knowledge, **fields: object) -> "Replay":
    plain = {"id": "one", "title": "One", "day": "2023-09-25", "case": {**KG, "wanted_at_home": True}, **fields}
    return msgspec.convert(plain, Replay)


def test_recall_counts_what_was_foreseen_and_precision_what_was_relevant(knowledge: Knowledge) -> None:
    free = backtest([replay(knowledge)], knowledge, country_codes()).cases[0].flagged
    assert free
    hit, other = free[0], "payment-rail-loss"
    assert other not in free
    found = backtest([replay(knowledge, must_flag=[hit, other])], knowledge, country_codes())
    assert found.recall == 0.5
    assert found.precision == pytest.approx(1 / len(free))
    assert [one.tag for one in found.cases[0].missed] == [other]
    assert found.cases[0].missed[0].has_rules


def test_no_incident_that_became_public_later_is_used(knowledge: Knowledge) -> None:
    early = backtest([replay(knowledge, day="2010-01-01")], knowledge, country_codes()).cases[0]
    late = backtest([replay(knowledge)], knowledge, country_codes()).cases[0]
    assert set(early.flagged) < set(late.flagged)


def test_a_level_that_names_a_later_source_is_not_known_yet(knowledge: Knowledge) -> None:
    dated = [
        (danger, level, source)
        for danger in knowledge.dangers.values()
        for level in danger.levels
        if level.source and (source := danger.sources[level.source]).public_by() and danger.first_public()
    ]
    assert dated
    for danger, level, source in dated:
        before = knowledge.as_of(source.public_by().replace(year=source.public_by().year - 1, day=1))  # type: ignore[union-attr]
        assert danger.id not in before.dangers or level not in before.dangers[danger.id].levels


def test_a_control_that_is_told_not_to_go_is_not_quiet(knowledge: Knowledge) -> None:
    calm = {"here": {"place": "CZ"}, "nationalities": {"complete": True, "values": ["NO"]}}
    found = backtest([replay(knowledge, case=calm, control=True)], knowledge, country_codes())
    assert found.cases[0].quiet
    assert found.passed
    assert found.recall is None


@pytest.mark.parametrize(("day", "expects"), [("2020-01-01", "not-open"), ("2026-11-24", "open")])
def test_a_probe_asks_whether_a_pathway_was_open_that_day(knowledge: Knowledge, day: str, expects: str) -> None:
    one = msgspec.convert({"practice": "pl-humanitarian-visa-d21", "day": day, "expects": expects}, Probe)
    found = backtest([replay(knowledge, probes=[msgspec.to_builtins(one)])], knowledge, country_codes())
    assert [it.right for it in found.cases[0].probes] == [True]


def test_bad_files_say_where(knowledge: Knowledge, tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("id: other\ntitle: t\nday: 2023-01-01\ncase: {}\n")
    with pytest.raises(Exception, match=r"one\.yaml:1"):
        list(read_replays(tmp_path, knowledge.facts))


def test_a_pathway_without_a_record_is_not_known_rather_than_closed(knowledge: Knowledge) -> None:
    one = {"practice": "xx-nothing", "day": "2020-01-01", "expects": "not-open"}
    (found,) = backtest([replay(knowledge, probes=[one])], knowledge, country_codes()).cases[0].probes
    assert found.found == "not-known"
    assert not found.right
