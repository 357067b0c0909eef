"""Words of other languages: found by their English, refused where they hide something, signed before unsigned."""

import re
import shutil
from pathlib import Path

import pytest

from tests.registry.folder import DAY, WORDS, small, told
from waystation.core.tongues import Translation
from waystation.errors import ShapeError
from waystation.registry.check import check
from waystation.registry.check_words import numbers
from waystation.registry.read import read_knowledge
from waystation.registry.sentences import sentences
from waystation.registry.wanted import as_said, every, held, lacking, skeleton, wanted
from waystation.registry.words import bases, hidden_in, languages, read_words
from waystation.registry.yaml import parse_yaml

DATA = Path(__file__).parents[2] / "data"
TITLE = "Poland: a visa"
FA = "ویزای لهستان"


@pytest.fixture
def folder(tmp_path):
    return small(tmp_path / "data")


def write(folder, name, words):
    file = folder / "words" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, "utf-8")
    return file


def signed(words):
    return words.replace("signed: null", "signed: {by: a desk, on: 2026-11-24}")


def test_a_sentence_is_found_by_its_english(folder):
    assert read_words([folder], "fa") == {TITLE: Translation(FA)}


def test_a_sentence_that_is_not_translated_is_not_there(folder):
    assert "A visa for one year, asked for at a mission." not in read_words([folder], "fa")


def test_within_a_sentence_it_stands_without_its_full_stop(folder):
    write(folder, "fa/bodies.yaml", "language: fa\nwords: {pl-office: {does: Decides., does.fa: تصمیم می‌گیرد.}}\n")
    table = read_words([folder], "fa")
    assert table["Decides."].words == "تصمیم می‌گیرد."
    assert table["Decides"].words == "تصمیم می‌گیرد"


def test_a_language_without_a_folder_has_no_words(folder):
    assert read_words([folder], "ru") == {}


@pytest.mark.parametrize("language", ["..", "../words/fa", ".", "", "/", "fa/"])
def test_a_language_is_never_a_way_out_of_its_folder(folder, language):
    write(folder, "x.yaml", WORDS)
    assert read_words([folder], language) == {}


def test_signed_words_say_so(folder):
    write(folder, "fa/practices.yaml", signed(WORDS))
    assert read_words([folder], "fa")[TITLE].signed


@pytest.mark.parametrize("name", ["fa/practices/a.yaml", "fa/practices/z.yaml"])
def test_signed_words_count_more_than_others_wherever_they_stand(folder, name):
    write(folder, name, signed(WORDS).replace(FA, "روادید لهستان"))
    assert read_words([folder], "fa")[TITLE] == Translation("روادید لهستان", signed=True)


def test_a_later_folder_counts_more(folder, tmp_path):
    write(tmp_path / "layer", "fa/practices.yaml", WORDS.replace(FA, "روادید لهستان"))
    assert read_words([folder, tmp_path / "layer"], "fa")[TITLE].words == "روادید لهستان"


@pytest.mark.parametrize(
    "hostile",
    [
        "\u202e",
        "\u2066",
        "\u2069",
        "\u200e",
        "\u200f",
        "\u061c",
        "\ue000",
        "\ue003",
        "\u2028",
        "\u200b",
        "\U000e0041",
    ],
)
def test_a_character_that_nobody_sees_is_refused_with_its_place(folder, hostile):
    write(folder, "fa/practices.yaml", WORDS.replace(FA, f"a{hostile}b"))
    with pytest.raises(ShapeError) as caught:
        read_words([folder], "fa")
    assert caught.value.id == "error.words-hidden"
    assert caught.value.where.endswith("practices.yaml:6")
    assert caught.value.field == "words.pl-visa.title.fa"
    assert caught.value.values["code"] == f"U+{ord(hostile):04X}"


def test_persian_keeps_its_joiners():
    assert hidden_in("می‌گیرند") == ""
    assert hidden_in("क्\u200dष") == ""


def test_a_file_of_no_kind_is_a_fault(folder):
    write(folder, "fa/visas.yaml", WORDS)
    write(folder, "fa.yaml", WORDS)
    assert {told(one).partition(":")[0] for one in check([folder], DAY).faults} == {"fa.yaml", "visas.yaml"}


def test_a_number_that_the_translation_lacks_is_a_warning(folder):
    write(
        folder, "fa/bodies.yaml",
        'language: fa\nwords: {pl-office: {title: "The office", title.fa: "دفتر"}}\n',
    )  # fmt: skip
    assert check([folder], DAY).warnings == ()
    body = folder / "bodies/pl-office.yaml"
    body.write_text(body.read_text("utf-8").replace("title: The office", "title: The office of 90 days"), "utf-8")
    write(
        folder, "fa/bodies.yaml",
        'language: fa\nwords: {pl-office: {title: "The office of 90 days", title.fa: "دفتر ۶۰ روزه"}}\n',
    )  # fmt: skip
    assert [told(one) for one in check([folder], DAY).warnings] == [
        "bodies.yaml:2, words.pl-office.title: The translation lacks numbers of the English: 90. Check it."
    ]


def test_figures_of_other_scripts_are_numbers():
    assert numbers("۹۰ روز, ٣٠ يوما, 5,000") == [90, 30, 5, 0]


def test_two_translations_of_one_sentence_are_a_warning(folder):
    place = folder / "places/ge.yaml"
    place.write_text(place.read_text("utf-8").replace("title: Georgia", f'title: "{TITLE}"'), "utf-8")
    write(
        folder, "fa/places.yaml", f'language: fa\nwords: {{ge: {{title: "{TITLE}", title.fa: "روادید لهستان"}}}}\n'
    )
    assert [told(one).partition(" Only")[0] for one in check([folder], DAY).warnings] == [
        "practices.yaml:5, words.pl-visa.title: The same English is translated in another way in places.yaml."
    ]


def test_a_source_is_quoted_and_not_translated(folder):
    known = read_knowledge(folder)
    said = dict(sentences(known.practices["pl-visa"]))
    assert said == {"title": TITLE, "summary": "A visa for one year, asked for at a mission."}
    assert dict(sentences(known.dangers["consulate-visit"]))["levels.0.why"] == "They take the passport away."


def test_a_path_leads_to_the_sentence_in_the_file(knowledge):
    """Each path, followed in the file of its record, ends at the sentence."""
    for one in (it for it in every(knowledge) if it.kind in ("dangers", "remedies", "bodies")):
        plain = PLAIN.setdefault(one.id, parse_yaml((DATA / one.kind / f"{one.id}.yaml").read_text("utf-8"), ""))
        for key in one.field.split("."):
            plain = plain[int(key) if key.isdigit() else key]
        assert plain == one.english


PLAIN = {}


def test_all_facts_dangers_and_remedies_are_wanted_and_of_practices_what_was_heard(folder):
    known = read_knowledge(folder)
    needed = {(one.kind, one.field) for one in wanted(known, {"Decides"}, lambda _: False)}
    assert {("dangers", "levels.0.why"), ("remedies", "does"), ("facts", "ask"), ("bodies", "does")} <= needed
    assert not any(kind == "practices" for kind, _ in needed)


def test_options_that_a_catalogue_names_need_no_words(folder):
    known = read_knowledge(folder)
    options = {one.id for one in wanted(known, (), lambda word: word == "journalist") if one.kind == "options"}
    assert "passport" in options
    assert "journalist" not in options


def test_what_is_missing_and_what_is_stale_are_told_apart(folder):
    known = read_knowledge(folder)
    needed = wanted(known, {TITLE, "A visa for one year, asked for at a mission."}, lambda _: True)
    has = held(bases([folder], "fa"), "fa")
    lacks = {one.kind: one for one in lacking(needed, has)}
    assert (lacks["practices"].missing, lacks["practices"].stale) == (("pl-visa, summary",), ())
    write(folder, "fa/practices.yaml", WORDS.replace(TITLE, "Poland: the visa"))
    lacks = {one.kind: one for one in lacking(needed, held(bases([folder], "fa"), "fa"))}
    assert lacks["practices"].stale == ("pl-visa, title",)


def test_a_skeleton_can_be_filled_and_put_in_place(folder):
    known = read_knowledge(folder)
    needed = wanted(known, {TITLE}, lambda _: False)
    for name, words in skeleton("ru", needed, {}, known).items():
        write(folder, f"ru/{name}.yaml", words.replace('ru: ""', 'ru: "слова"'))
    assert check([folder], DAY).faults == ()
    assert lacking(needed, held(bases([folder], "ru"), "ru")) == []
    assert {one.words for one in read_words([folder], "ru").values()} == {"слова"}


def test_a_skeleton_keeps_what_is_translated_and_shows_what_is_stale(folder):
    known = read_knowledge(folder)
    files = skeleton("fa", wanted(known, {TITLE}, lambda _: True), held(bases([folder], "fa"), "fa"), known)
    assert f'title.fa: "{FA}"' in files["practices"]
    write(folder, "fa/practices.yaml", WORDS.replace(TITLE, "Poland: the visa"))
    stale = skeleton("fa", wanted(known, {TITLE}, lambda _: True), held(bases([folder], "fa"), "fa"), known)
    assert f'# "{FA}"' in stale["practices"]
    assert 'title.fa: ""' in stale["practices"]


def test_what_is_signed_is_left_alone_and_the_rest_stands_beside_it(folder):
    write(folder, "fa/practices.yaml", signed(WORDS))
    known = read_knowledge(folder)
    needed = wanted(known, {TITLE, "A visa for one year, asked for at a mission."}, lambda _: True)
    files = skeleton("fa", needed, held(bases([folder], "fa"), "fa"), known)
    assert "practices" not in files
    assert FA not in files["practices/new"]
    assert "summary.fa" in files["practices/new"]


def test_an_option_is_said_without_its_hyphens():
    assert as_said("human-rights-defender") == "human rights defender"


def test_the_words_of_the_repository_keep_braces_and_addresses():
    address = re.compile(r"https?://[^\s),]+|[\w.+-]+@[\w.-]+\w|[{}]")
    for language in languages(DATA):
        for english, one in read_words([DATA], language).items():
            assert address.findall(one.words) == address.findall(english), (language, english)


def test_words_are_no_part_of_the_version_of_the_knowledge(folder):
    before = read_knowledge(folder).version
    shutil.rmtree(folder / "words")
    assert read_knowledge(folder).version == before
