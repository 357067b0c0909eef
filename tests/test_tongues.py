"""Other languages: what is translated is said, the rest is English and says so, and a machine's work shows itself."""

import datetime as dt
import shutil

import pytest

from tests.papers.answers import answer
from waystation import catalogues
from waystation.catalogues import catalogue, forms, id_of, is_translated, lacking, skeleton
from waystation.cli.language import tongue
from waystation.core.texts import Amount, Country, Day, Many, TongueName, Words, text
from waystation.core.tongues import Tongue, Translation
from waystation.papers import advice_document, to_html, to_message, to_text
from waystation.papers.document import Column, Document, Heading, Paragraph, Said, Table, Writer
from waystation.papers.runs import Run, runs_of
from waystation.say import FOREIGN, Say, beside, direction, nearest, spans, unmarked

LANGUAGES = ("en", "ru", "fa", "ar", "es", "zh-Hant")
HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"X-Signed-By: {}\\n"\n\n'
TITLE = "Going to the consulate"
TOLD = text("danger.named", title=Words(TITLE), level=text("level.high"))


@pytest.fixture
def put(tmp_path, monkeypatch):
    """Writes a catalogue of a language, and makes its folder the one that is read."""
    folder = tmp_path / "locale"
    shutil.copytree(catalogues.FOLDER / "en", folder / "en")
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    catalogue.cache_clear()

    def write(messages, *, language="fa", signed="", name="papers"):
        file = folder / language / "LC_MESSAGES" / f"{name}.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD.format(language, signed) + messages, "utf-8")
        catalogue.cache_clear()

    yield write
    catalogue.cache_clear()


def english(id):
    return forms(catalogue("en").get(id))


def entry(id, said, told=None):
    return f'#. {told or english(id)[0]}\nmsgid "{id}"\nmsgstr "{said}"\n\n'


# What is said.


def test_a_message_and_words_of_the_knowledge_are_said_in_the_language(put):
    put(entry("danger.named", "{title} ({level})") + entry("level.high", "زیاد"), signed="a desk")
    say = Say(Tongue("fa", {TITLE: Translation("رفتن به کنسولگری", signed=True)}), marks=True, besides=True)
    said = say(TOLD)
    assert "رفتن به کنسولگری" in said
    assert "زیاد" in said
    assert spans(said) == [("", unmarked(said))]
    assert (beside(said), say.machine) == ("", False)


def test_a_sentence_that_is_not_translated_is_english_as_a_whole_and_says_so(put):
    put(entry("level.high", "زیاد"))
    say = Say(Tongue("fa", {TITLE: Translation("رفتن")}), marks=True, besides=True)
    layer = text("step.layer", layer=Words(TITLE))
    assert spans(say(layer)) == [("en", Say()(layer))]
    assert beside(say(layer)) == ""


def test_a_stale_message_is_english_again(put):
    put(entry("level.high", "زیاد", told="severe"))
    assert Say("fa")(text("level.high")) == english("level.high")[0]


def test_a_message_without_its_english_beside_it_is_used(put):
    put('msgid "level.high"\nmsgstr "زیاد"\n')
    assert Say("fa")(text("level.high")) == "زیاد"


def test_a_fuzzy_message_is_english(put):
    put('#, fuzzy\nmsgid "level.high"\nmsgstr "زیاد"\n')
    assert Say("fa")(text("level.high")) == english("level.high")[0]


def test_a_message_that_lacks_a_form_is_english(put):
    put('msgid "length.days"\nmsgid_plural "length.days"\nmsgstr[0] "{n} день"\nmsgstr[1] ""\nmsgstr[2] ""\n',
        language="ru", name="waystation")  # fmt: skip
    assert Say("ru")(text("length.days", n=2)) == "2 days"


def test_an_option_is_said_by_its_words_where_no_catalogue_names_it(put):
    put("")
    say = Say(Tongue("fa", {"human rights defender": Translation("مدافع حقوق بشر")}), marks=True)
    assert say(text("option", word="human-rights-defender")) == "مدافع حقوق بشر"
    assert say(text("option", word="politician")).startswith(FOREIGN)


def test_words_in_another_language_than_english_are_not_translated(put):
    put("")
    say = Say(Tongue("fa", {"Passport": Translation("گذرنامه")}))
    assert say.value(Words("Passport", "de")) == "Passport"


# What a machine made.


def test_what_a_machine_made_carries_its_english(put):
    put(entry("danger.named", "{title} ({level})") + entry("level.high", "زیاد"))
    say = Say("fa", marks=True, besides=True)
    assert beside(say(TOLD)) == Say()(TOLD)
    assert Say()(TOLD) not in unmarked(say(TOLD))
    assert say.machine


@pytest.mark.parametrize(("signed", "carries"), [(True, ""), (False, TITLE)])
def test_words_carry_their_english_unless_a_reader_signed_them(put, signed, carries):
    put("")
    say = Say(Tongue("fa", {TITLE: Translation("رفتن", signed=signed)}), marks=True, besides=True)
    assert beside(say.value(Words(TITLE))) == carries


def test_the_english_cannot_be_forged_by_the_knowledge(put):
    put("")
    say = Say("fa", marks=True, besides=True)
    assert beside(say.value(Words("\ue003You may stay.\ue004"))) == ""


def test_a_page_says_once_at_the_top_that_a_machine_made_it(put):
    put(entry("level.high", "زیاد"))
    page = Writer("fa")
    page.heading(1, text("page.heading"))
    page.paragraph(text("level.high"))
    page.paragraph(text("level.high"))
    first, told, *rest = page.document(text("page.title")).blocks
    assert (first.level, len(rest)) == (1, 2)
    assert unmarked(told.line.words) == Say("en")(text("page.machine-made", language=TongueName("fa")))


def test_a_signed_page_says_nothing_of_machines(put):
    put(entry("level.high", "زیاد"), signed="a desk")
    page = Writer("fa")
    page.heading(1, text("page.heading"))
    page.paragraph(text("level.high"))
    assert len(page.document(text("page.title")).blocks) == 2


def test_a_part_that_is_folded_away_counts_too(put):
    put(entry("level.high", "زیاد"))
    page = Writer("fa")
    inner = page.inner(text("page.heading"))
    inner.paragraph(text("level.high"))
    page.fold(text("page.heading"), inner)
    assert len(page.document(text("page.title")).blocks) == 2


def made(words):
    return f"{words}\ue003the English\ue004"


PAGE = Document(
    "t", "fa", "rtl",
    (
        Heading(1, made("الف")), Heading(4, made("ب")), Paragraph(Said(made("پ"), label=made("ت"))),
        Table("t", (Column(made("ث")),), ((made("ج"), made("چ")),)),
    ),
)  # fmt: skip


def test_the_page_shows_the_english_small_beside_each():
    page = to_html(PAGE).decode()
    assert page.count('<span class="beside" lang="en" dir="ltr">the English</span>') == 7
    assert not set("\ue000\ue001\ue002\ue003\ue004") & set(page)


def test_the_text_shows_the_english_in_brackets_on_the_next_line():
    said = to_text(PAGE)
    assert said.count("[the English]") == 5
    assert "[the English: the English]" in said
    assert not set("\ue000\ue001\ue002\ue003\ue004") & set(said)


def test_paper_shows_the_english_in_brackets_behind_each():
    assert runs_of(made("الف"), "fa") == [
        Run("الف"), Run(" "), Run("\u2066[the English]\u2069", "en"),
    ]  # fmt: skip
    assert runs_of("الف", "fa") == [Run("الف")]


def test_a_message_has_no_room_for_english_and_says_that_a_machine_made_it(put):
    assert "machine" not in to_message(answer("journalist"), "en")
    put(entry("message.top", "{day}"))
    assert "machine" in to_message(answer("journalist"), Tongue("fa"))
    put(entry("message.top", "{day}"), signed="a desk")
    assert "machine" not in to_message(answer("journalist"), Tongue("fa"))


def test_english_is_what_it_was():
    """A table of words changes nothing in English."""
    plain = advice_document(answer("journalist"), "en")
    assert advice_document(answer("journalist"), Tongue("en", {TITLE: Translation("x")})) == plain
    assert 'class="beside"' not in to_html(plain).decode()


# The six languages.


@pytest.mark.parametrize(
    ("language", "n", "form"),
    [("ru", 1, 0), ("ru", 2, 1), ("ru", 5, 2), ("ru", 11, 2), ("ru", 21, 0), ("ru", 112, 2), ("ar", 0, 0),
     ("ar", 1, 1), ("ar", 2, 2), ("ar", 3, 3), ("ar", 11, 5), ("ar", 100, 4), ("es", 1, 0), ("es", 2, 1),
     ("zh-Hant", 1, 0), ("zh-Hant", 5, 0), ("fa", 1, 0), ("fa", 2, 0)],
)  # fmt: skip
def test_a_number_has_the_plural_form_of_the_language(put, language, n, form):
    count = skeleton("waystation", language, "", catalogues.FOLDER / "none").count("\nmsgstr[")
    each = count // sum(
        len(forms(one)) > 1 for one in catalogues.messages(catalogues.own_file("waystation", "en"), "en")
    )
    said = "".join(f'msgstr[{at}] "form {at}"\n' for at in range(each))
    put(f'msgid "length.days"\nmsgid_plural "length.days"\n{said}', language=language)
    assert Say(language)(text("length.days", n=n)) == f"form {form}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_days_and_lists_are_said_as_the_language_says_them(language):
    say = Say(language)
    day = say.value(Day(dt.date(2026, 2, 3)))
    assert "2026" in day
    assert "/" not in day
    assert (say.country("GE") == "Georgia") == (language in ("en", "es"))
    assert say.value(TongueName("zh-Hant")) != "zh-Hant"
    both = say.value(Many((Country("GE"), Country("PL"))))
    assert say.country("GE") in both
    assert say.country("PL") in both
    assert "340" in say.value(Amount(340, "EUR"))
    assert direction(language) == ("rtl" if language in ("fa", "ar") else "ltr")


@pytest.mark.parametrize(
    ("asked", "found"),
    [("fa-AF", "fa"), ("zh-TW", "zh-Hant"), ("zh_HK", "zh-Hant"), ("en-GB", "en"), ("zh-CN", "zh-CN"), ("xx", "xx"),
     ("klingon", "klingon")],
)  # fmt: skip
def test_the_nearest_language_with_a_catalogue_is_taken(put, asked, found):
    put("")
    put("", language="zh-Hant")
    assert nearest(asked) == found


def test_words_are_read_only_for_another_language_than_english(tmp_path):
    assert tongue("en", tmp_path / "nowhere") == Tongue("en")


# What a translator fills.


def test_a_catalogue_tells_which_numbers_each_plural_form_is_for():
    told = skeleton("waystation", "ar", "head", catalogues.FOLDER / "none").splitlines()[1:8]
    assert told[4:6] == ["# msgstr[4]: 100, 101, 102 …", "# msgstr[5]: 11, 12, 13 …"]


@pytest.mark.parametrize("name", catalogues.names())
@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_catalogue_can_be_filled_and_put_in_place(put, language, name):
    put("", language=language, name=name)
    file = catalogues.own_file(name, language)
    file.write_text(skeleton(name, language, "head", file), "utf-8")
    asked = [id_of(one) for one, _ in lacking(name, language)]
    assert asked == [id_of(one) for one in catalogues.messages(catalogues.own_file(name, "en"), "en")]
    words = file.read_text("utf-8").replace('\nmsgstr ""\n\n', '\nmsgstr "x"\n\n').replace('] ""\n', '] "x"\n')
    file.write_text(words.removesuffix('msgstr ""\n') + ('msgstr "x"\n' if words.endswith('msgstr ""\n') else ""))
    catalogue.cache_clear()
    assert list(lacking(name, language)) == []
    assert all(is_translated(one) for one in catalogue(language) if one.id)


def test_a_catalogue_keeps_what_is_there_and_marks_what_is_stale(put):
    put(entry("level.high", "زیاد") + entry("level.low", "کم", told="gone"), signed="a desk")
    file = catalogues.own_file("papers", "fa")
    again = skeleton("papers", "fa", "head", file)
    assert f'#. {english("level.high")[0]}\nmsgid "level.high"\nmsgstr "زیاد"\n' in again
    assert f'#. {english("level.low")[0]}\n#, fuzzy\nmsgid "level.low"\nmsgstr "کم"\n' in again
    assert '"X-Signed-By: a desk\\n"' in again
