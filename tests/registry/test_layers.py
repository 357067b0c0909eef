"""A layer on top adds, replaces or ends a record; what contradicts is refused with file and line."""

import datetime as dt

import pytest

from tests.registry.folder import DAY, SOURCE, small
from waystation.core.citing import cite_all
from waystation.errors import ShapeError
from waystation.registry.check import check
from waystation.registry.read import read_knowledge
from waystation.say import fault

VISA = "practices/pl/pl-visa.yaml"
ENDED_ON = dt.date(2026, 11, 1)


@pytest.fixture
def folders(tmp_path):
    public, layer = small(tmp_path / "public"), tmp_path / "desk"
    layer.mkdir()
    (layer / "layer.yaml").write_text("name: Our desk\n", "utf-8")
    return public, layer


def write(layer, file, words):
    path = layer / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    return path


def visa(public):
    return (public / VISA).read_text("utf-8")


def test_a_layer_adds_a_record_and_names_itself_in_its_sources(folders):
    public, layer = folders
    write(
        layer, "practices/pl/pl-quiet.yaml", visa(public).replace("id: pl-visa", "id: pl-quiet\naudience: cohort")
    )
    known = read_knowledge(public, layer)
    assert set(known.practices) == {"pl-visa", "pl-quiet"}
    assert {one.layer for one in cite_all(known.practices["pl-quiet"], known)} == {"Our desk"}
    assert {one.layer for one in cite_all(known.practices["pl-visa"], known)} == {""}
    assert known.version != read_knowledge(public).version


def test_what_is_for_members_only_may_stand_in_a_layer_and_not_in_the_public_folder(folders):
    public, layer = folders
    quiet = visa(public).replace("id: pl-visa", "id: pl-quiet\naudience: cohort")
    write(layer, "practices/pl/pl-quiet.yaml", quiet)
    assert check([public, layer], DAY).faults == ()
    write(public, "practices/pl/pl-quiet.yaml", quiet)
    assert any(one.text.id == "check.cohort-in-public" for one in check([public], DAY).faults)


def test_a_layer_replaces_a_record_if_it_says_so(folders):
    public, layer = folders
    write(
        layer, VISA, visa(public).replace("id: pl-visa", "id: pl-visa\nreplaces: true").replace("a visa", "ours")
    )
    known = read_knowledge(public, layer)
    assert known.practices["pl-visa"].title == "Poland: ours"
    assert known.layers == {"pl-visa": "Our desk"}


def test_a_layer_ends_a_record_and_its_source_comes_first(folders):
    public, layer = folders
    write(layer, "ended/pl-visa.yaml", "id: pl-visa\non: 2026-11-01\n" + SOURCE)
    known = read_knowledge(public, layer)
    ended = known.practices["pl-visa"]
    assert (ended.state, ended.valid.until, ended.valid.renewal) == ("ended", ENDED_ON, "none")
    assert next(iter(ended.sources)) == "ended-s1"
    assert known.layers == {"pl-visa": "Our desk"}
    assert check([public, layer], DAY).faults == ()


@pytest.mark.parametrize(
    ("file", "words", "line", "said"),
    [
        (VISA, "same", 1, "Write replaces: true"),
        ("practices/pl/pl-new.yaml", "id: pl-new\nreplaces: true", 2, "nothing can be replaced"),
        ("ended/pl-none.yaml", "id: pl-none\non: 2026-11-01\n", 1, "nothing can end"),
        ("ended/pl-visa.yaml", "both", 1, "Keep one of the two"),
        ("layer.yaml", "name: [a]\n", 1, "holds the name of the layer"),
    ],
)
def test_what_contradicts_is_refused_with_file_and_line(folders, file, words, line, said):
    public, layer = folders
    if words == "same":
        words = visa(public)
    elif words == "both":
        write(layer, VISA, visa(public).replace("id: pl-visa", "id: pl-visa\nreplaces: true"))
        words = "id: pl-visa\non: 2026-11-01\n" + SOURCE
    elif "replaces" in words:
        words = visa(public).replace("id: pl-visa", words)
    elif file.startswith("ended"):
        words += SOURCE
    path = write(layer, file, words)
    with pytest.raises(ShapeError) as caught:
        read_knowledge(public, layer)
    assert str(caught.value.where).startswith(f"{path}:{line}")
    assert said in fault(caught.value, "en")


def test_the_public_folder_ends_its_records_in_their_own_file(folders):
    public, _ = folders
    path = write(public, "ended/pl-visa.yaml", "id: pl-visa\non: 2026-11-01\n" + SOURCE)
    with pytest.raises(ShapeError) as caught:
        read_knowledge(public)
    assert str(caught.value.where).startswith(f"{path}:1")
