"""Parsed files that are kept: the same knowledge, faster; a changed file is parsed again; damage costs nothing."""

import shutil
from pathlib import Path

import pytest

from waystation.cli.files import kept_file
from waystation.core.codec import to_plain
from waystation.errors import ShapeError
from waystation.registry import kept as module
from waystation.registry.read import read_knowledge

DATA = Path(__file__).parents[2] / "data"
RECORD = "practices/pl/pl-asylum-claim.yaml"


@pytest.fixture
def copy(tmp_path):
    """A small folder of knowledge."""
    folder = tmp_path / "data"
    for name in ("facts", "publishers", "parameters", "coverage", "bodies"):
        shutil.copytree(DATA / name, folder / name)
    (folder / RECORD).parent.mkdir(parents=True)
    shutil.copy(DATA / RECORD, folder / RECORD)
    return folder


@pytest.fixture
def parsed(monkeypatch):
    """The texts that were parsed and not taken from what is kept."""
    seen = []
    real = module.parse_yaml
    monkeypatch.setattr(module, "parse_yaml", lambda words, name: seen.append(name) or real(words, name))
    return seen


def test_the_same_knowledge_comes_back_and_nothing_is_parsed_twice(copy, tmp_path, parsed):
    file = tmp_path / "cache" / "parsed.msgpack"
    first = read_knowledge(copy, kept=file)
    assert parsed
    parsed.clear()
    again = read_knowledge(copy, kept=file)
    assert parsed == []
    assert again.version == first.version
    assert to_plain(again.practices) == to_plain(first.practices)


def test_only_a_changed_file_is_parsed_again(copy, tmp_path, parsed):
    file = tmp_path / "parsed.msgpack"
    read_knowledge(copy, kept=file)
    parsed.clear()
    changed = copy / RECORD
    words = changed.read_text("utf-8")
    changed.write_text(words.replace("check_every: 60", "check_every: 61"), "utf-8")
    assert read_knowledge(copy, kept=file).practices["pl-asylum-claim"].check_every == 61
    assert parsed == [str(changed)]


@pytest.mark.parametrize("damage", [b"", b"\xc1nothing", b"\x93\x01\x02\x03"])
def test_a_damaged_file_is_made_anew(copy, tmp_path, damage):
    file = tmp_path / "parsed.msgpack"
    file.write_bytes(damage)
    assert read_knowledge(copy, kept=file).practices
    assert len(file.read_bytes()) > 1000


def test_what_is_kept_is_still_checked(copy, tmp_path):
    """Whoever can write the file can take nothing in that the knowledge itself could not hold."""
    file = tmp_path / "parsed.msgpack"
    read_knowledge(copy, kept=file)
    file.write_bytes(
        file.read_bytes().replace(b"discretionary", b"discretionari").replace(b"\xa4open", b"\xa4opan")
    )
    with pytest.raises(ShapeError):
        read_knowledge(copy, kept=file)


def test_own_layers_are_not_kept(copy, tmp_path, parsed):
    file, layer = tmp_path / "parsed.msgpack", tmp_path / "own"
    shutil.copytree(DATA / "places", layer / "places")
    read_knowledge(copy, layer, kept=file)
    assert not [name for name in parsed if name.startswith(str(layer))]
    assert (layer / "places/ge.yaml").is_file()
    assert b"s15" not in file.read_bytes()


def test_nothing_is_kept_where_that_is_asked_or_cannot_be(copy, tmp_path):
    assert kept_file({"WAYSTATION_NO_CACHE": "1"}) is None
    assert kept_file({"XDG_CACHE_HOME": str(tmp_path)}).parent == tmp_path / "waystation"
    blocked = tmp_path / "a-file"
    blocked.write_text("")
    assert read_knowledge(copy, kept=blocked / "parsed.msgpack").practices
