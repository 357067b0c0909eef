"""The check finds what is wrong, with file, line and field; each fault is planted in a copy of the knowledge."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from waystation.core.codec import to_json
from waystation.papers import check_document, to_text
from waystation.registry.check import check
from waystation.registry.numbers import numbers_in

DATA = Path(__file__).parents[2] / "data"
DAY = dt.date(2026, 11, 24)
RECORD = "practices/pl/pl-asylum-claim.yaml"


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def plant(folder, old, new, file=RECORD):
    path = folder / file
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")
    found = check([folder], DAY)
    return to_text(check_document(found, "en"), width=10_000), found


def test_the_knowledge_of_the_repository_has_no_fault():
    found = check([DATA], DAY)
    assert found.faults == ()
    assert found.records > 300


@pytest.mark.slow
def test_a_fault_names_the_line_and_the_field(copy):
    words, _ = plant(copy, "by: [pl-border-guard, pl-udsc]", "by: [pl-border-gard]")
    line = next(
        n for n, one in enumerate((copy / RECORD).read_text("utf-8").splitlines(), 1) if one.startswith("by:")
    )
    assert f"pl-asylum-claim.yaml:{line}, by[0]: There is no body" in words


@pytest.mark.slow
def test_a_number_that_its_source_does_not_say_is_a_warning(copy):
    words, found = plant(copy, "length: {years: 1}, at_most", "length: {years: 7}, at_most",
                         "practices/pl/pl-humanitarian-visa-d21.yaml")  # fmt: skip
    assert not found.faults
    assert "The number 7 does not stand in the words of its source" in words


@pytest.mark.parametrize(
    ("words", "days", "other"),
    [
        ("within six months", 184, 187),
        ("within three months; this may be extended by up to three months", 184, 187),
        ("one year and 30 days", 366, 400),
        ("a fee of 500,000 a year", 500_000, 365 * 500_000),
    ],
)
def test_days_stand_in_words_that_say_weeks_months_or_years(words, days, other):
    found = numbers_in(words, days=True)
    assert days in found
    assert other not in found


@pytest.mark.slow
def test_what_is_overdue_is_a_warning():
    found = check([DATA], dt.date(2028, 1, 1))
    assert not found.faults
    assert len(found.warnings) > 300


@pytest.mark.slow
def test_an_id_used_twice_is_a_fault(copy):
    shutil.copy(copy / RECORD, copy / "practices/lt/pl-asylum-claim.yaml")
    assert "is already used in" in to_text(check_document(check([copy], DAY), "en"), width=10_000)


@pytest.mark.slow
def test_a_new_file_is_found_checked_and_shown(copy):
    words = (copy / RECORD).read_text("utf-8").replace("id: pl-asylum-claim\n", "id: pl-new\n")
    (copy / "practices/pl/pl-new.yaml").write_text(words, "utf-8")
    before, after = check([DATA], DAY), check([copy], DAY)
    assert after.records == before.records + 1
    assert after.faults == ()


@pytest.mark.slow
def test_the_check_says_the_same_twice():
    assert to_json(check([DATA], DAY)) == to_json(check([DATA], DAY))
