"""A public list fills what the knowledge does not say, never permits, and is never kept if it does not fit."""

import datetime as dt
from functools import partial

import pytest

from tests.servers import web
from waystation.core.judge import judge
from waystation.core.truth import UNKNOWN
from waystation.errors import CaseError, NetworkError, ShapeError
from waystation.net import fetch
from waystation.registry.pull import pull_visas
from waystation.registry.visas import kept_list, read_list, with_visas

DAY = dt.date(2026, 11, 24)
LIST = b"Passport,Destination,Requirement\nTG,GE,30\nBY,GE,7\nTG,KE,visa required\nTG,AM,visa free\nTG,TR,no admission\n"


def visas(raw=LIST):
    return read_list(raw, "https://example.org/list", DAY)


def test_what_the_knowledge_says_stands(knowledge):
    filled = with_visas(knowledge, visas())
    before, after = knowledge.places["ge"].entry, filled.places["ge"].entry
    assert after[: len(before)] == before
    (new,) = after[len(before) :]
    assert new.shows.issuer == ("TG",)


def test_the_list_never_permits_and_never_refuses(knowledge):
    filled = with_visas(knowledge, visas())
    new = [
        rule for id in ("ge", "ke", "am") for rule in filled.places[id].entry[len(knowledge.places[id].entry) :]
    ]
    assert {judge(rule.who, {}).truth for rule in new} == {UNKNOWN}
    assert {rule.admits for rule in new} == {"stay", "visa"}
    assert filled.places["tr"] == knowledge.places["tr"]


def test_each_rule_names_the_list_its_date_and_its_words(knowledge):
    place = with_visas(knowledge, visas()).places["ge"]
    source = place.sources[place.entry[-1].source]
    assert (source.published, source.checked, source.seen) == (None, DAY, "excerpt")
    assert source.says == "Passport,Destination,Requirement: TG,GE,30"


def test_an_answer_says_that_the_list_was_there(knowledge):
    assert with_visas(knowledge, visas()).version.startswith(f"{knowledge.version}+")


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"<html>", "https://example.org/list"),
        (b"\xff\xfe", "https://example.org/list"),
        (LIST + b"XX,georgia,30\n", "https://example.org/list:7"),
        (LIST + b"TG,GE,99999\n", "https://example.org/list:7"),
        (LIST + b"TG,GE,=cmd()\n", "https://example.org/list:7"),
        (LIST + b"TG,GE\n", "https://example.org/list:7"),
    ],
)
def test_what_does_not_fit_says_where(raw, where):
    with pytest.raises(ShapeError) as fault:
        visas(raw)
    assert fault.value.where == where


def test_pulled_once_it_is_read_again_and_a_bad_list_changes_nothing(tmp_path):
    file = tmp_path / "cache" / "visas.json"
    with web({"/list": (200, LIST), "/bad": (200, b"<html>")}) as here:
        get = partial(fetch, proxy=None)
        loaded = pull_visas(get, file, DAY, url=f"{here}/list")
        assert kept_list(file) == loaded
        for page, fault in (("bad", ShapeError), ("none", NetworkError)):
            with pytest.raises(fault):
                pull_visas(get, file, DAY, url=f"{here}/{page}")
        assert kept_list(file) == loaded
        assert [one.name for one in file.parent.iterdir()] == ["visas.json"]


def test_a_damaged_file_is_as_none(tmp_path):
    file = tmp_path / "visas.json"
    file.write_text("{")
    assert kept_list(file) is None


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "cache").write_text("a file, not a folder")
    with web({"/list": (200, LIST)}) as here, pytest.raises(CaseError) as fault:
        pull_visas(partial(fetch, proxy=None), tmp_path / "cache" / "visas.json", DAY, url=f"{here}/list")
    assert fault.value.id == "error.cannot-write"
