"""Each kind of fault, planted in a small folder: the check says it once, with file, line, field, and what to write."""

import shutil
from pathlib import Path

import pytest

from tests.registry.folder import DAY, planted, small, told
from waystation.errors import ShapeError
from waystation.registry.check import CHECKS, check
from waystation.registry.yaml import read_yaml
from waystation.say import Say

FAULTS = read_yaml(Path(__file__).with_name("faults.yaml"))
NEED_TWO_FILES = ["check.words-numbers", "check.words-two", "check.id-of-two-kinds"]
"""Planted in test_words.py, the last one below."""
CATALOGUE = Path(__file__).parents[2] / "src/waystation/locale/en/LC_MESSAGES/registry.po"


def test_nothing_is_wrong_with_the_small_folder(tmp_path):
    found = check([small(tmp_path)], DAY)
    assert [told(one) for one in (*found.faults, *found.warnings)] == []


@pytest.mark.parametrize("one", FAULTS, ids=lambda one: f"{one['file'].rpartition('/')[2]} {one['write'][:60]!r}")
def test_a_fault_is_told_once_and_exactly(tmp_path, one):
    faults, warnings = planted(tmp_path, one["file"], one["instead_of"], one["write"])
    assert faults == one.get("faults", [])
    assert warnings == one.get("warnings", [])


def test_every_sentence_of_a_check_is_planted_somewhere():
    """A check whose sentence no entry provokes may never speak."""
    words = " ".join(said for one in FAULTS for said in (*one.get("faults", ()), *one.get("warnings", ())))
    silent = [id for id in spoken() if fixed(id) not in words]
    assert silent == NEED_TWO_FILES


def spoken():
    """The ids that a check may say, but for the counts and the words inside other sentences."""
    inside = ("check.count", "check.tests", "check.type-", "check.faults", "check.warnings", "check.read")
    lines = CATALOGUE.read_text("utf-8").splitlines()
    ids = [line.split('"')[1] for line in lines if line.startswith('msgid "check.')]
    return [id for id in ids if not id.startswith(inside)]


def fixed(id):
    """The longest part of a sentence that no value fills."""
    parts = (part.strip() for part in Say()._template(id, 2).replace("}", "{").split("{")[::2])
    return max(parts, key=len)


def test_every_check_is_run():
    assert len(CHECKS) == len({one.__name__ for one in CHECKS})


def test_an_id_stands_for_one_thing_only(tmp_path):
    folder = small(tmp_path)
    words = (folder / "bodies/pl-office.yaml").read_text("utf-8")
    (folder / "bodies/pl-visa.yaml").write_text(words.replace("id: pl-office", "id: pl-visa"), "utf-8")
    assert [told(one) for one in check([folder], DAY).faults] == [
        "pl-visa.yaml:1, id: The id pl-visa already stands for a practice. Give this record an id of its own."
    ]


def test_an_id_used_in_two_files_of_one_kind(tmp_path):
    folder = small(tmp_path)
    (folder / "bodies/more").mkdir()
    words = (folder / "bodies/pl-office.yaml").read_text("utf-8")
    (folder / "bodies/more/pl-office.yaml").write_text(words, "utf-8")
    faults = check([folder], DAY).faults
    assert len(faults) == 1
    assert "The id pl-office is already used in" in told(faults[0])


def test_what_a_broken_file_gives_is_not_missed_elsewhere(tmp_path):
    faults, _ = planted(tmp_path, "bodies/pl-office.yaml", "role: authority", "role: authorty")
    assert len(faults) == 1
    assert faults[0].startswith('pl-office.yaml:4, role: "authorty" is not one of')


def test_a_second_folder_adds_to_the_first(tmp_path):
    """Two folders are read as one; a fault names the folder in which it stands."""
    first, second = small(tmp_path / "a"), tmp_path / "b"
    (second / "bodies").mkdir(parents=True)
    words = (first / "bodies/pl-office.yaml").read_text("utf-8").replace("id: pl-office", "id: pl-other")
    (second / "bodies/pl-other.yaml").write_text(words.replace("country: PL", "country: PX"), "utf-8")
    found = check([first, second], DAY)
    assert [one.where for one in found.faults] == [f"{second}/bodies/pl-other.yaml:3, country"]
    assert dict(found.kinds)["body"] == 2


def test_figures_by_kind_and_by_confidence(tmp_path):
    found = check([small(tmp_path)], DAY)
    assert dict(found.kinds) == {
        "practice": 1, "place": 3, "agreement": 1, "incident": 1, "body": 1, "danger": 1, "remedy": 1,
    }  # fmt: skip
    assert dict(found.confidence) == {"high": 9}
    assert (found.records, found.sources) == (9, 9)


def test_a_folder_without_a_contract_is_said_to_have_none(tmp_path):
    folder = small(tmp_path)
    shutil.rmtree(folder / "schema")
    with pytest.raises(ShapeError) as caught:
        check([folder], DAY)
    assert (caught.value.id, caught.value.where) == ("error.no-folder", str(folder / "schema"))


def test_the_contract_may_stand_in_any_of_the_folders(tmp_path):
    folder, contract = small(tmp_path / "a"), small(tmp_path / "b")
    shutil.rmtree(folder / "schema")
    for name in ("practices", "places", "agreements", "incidents", "bodies", "dangers", "remedies", "facts"):
        shutil.rmtree(contract / name)
    for name in ("publishers", "parameters"):
        shutil.rmtree(contract / name)
    assert check([folder, contract], DAY).faults == ()
