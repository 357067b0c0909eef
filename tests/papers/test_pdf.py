"""The page as PDF: all words, links to the sources, no markup out of words, no letter without a font."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.papers.answers import answer, page, squeezed
from tests.papers.pages import ENGLISH, WORDS, citation, made, sample
from waystation.errors import WaystationError
from waystation.papers import to_pdf
from waystation.papers.document import Bullets, Column, Fold, Heading, Paragraph, Said, Table
from waystation.papers.pdf import TEMPLATE
from waystation.say import PSEUDO_RTL, fault

SIGNS = "#[]{}()$*_`<>@=+-/\\~'\"&;:.,|%^!? abcdXYZ0123\n\t"
"""Everything that means something in the language of the template, with a few letters that do not run together."""

FOOT = re.compile(r"\d+ / \d+\s*$")


def read(content):
    return PdfReader(io.BytesIO(content))


def words(reader):
    """Everything that is read, without the number at the foot of each page."""
    return squeezed("".join(FOOT.sub("", one.extract_text()) for one in reader.pages))


def links(reader):
    """Where links lead: out of the file, and to places in it."""
    found = [one.get_object() for at in reader.pages for one in at.get("/Annots", ())]
    out = [one["/A"]["/URI"] for one in found if "/A" in one and "/URI" in one["/A"]]
    return out, len(found) - len(out)


@pytest.fixture(scope="module")
def journalist():
    return read(to_pdf(page("journalist")))


def test_every_step_every_question_and_every_source_is_there(journalist):
    said, advice = words(journalist), answer("journalist")
    wanted = [step.title for plan in advice.plans for step in plan.steps] + [one.ask for one in advice.questions]
    wanted += [one.cited.url for one in page("journalist").sources if one.cited.url]
    assert [one for one in wanted if squeezed(one) not in said] == []


def test_links_lead_to_every_address_and_to_the_list_of_sources(journalist):
    out, inside = links(journalist)
    assert {one.cited.url for one in page("journalist").sources if one.cited.url} <= set(out)
    assert inside > len(page("journalist").sources)


def test_it_says_its_language_is_tagged_and_has_bookmarks_for_each_heading(journalist):
    root = journalist.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert len(journalist.outline) > 0


def test_it_says_nothing_of_who_made_it_and_when(journalist):
    told = journalist.metadata
    assert told.title == "Plans"
    assert told.author is None
    assert told.creation_date is None
    assert told.modification_date is None


def test_same_document_same_bytes():
    assert to_pdf(sample("en", picture=True)) == to_pdf(sample("en", picture=True))
    assert to_pdf(sample("ru"), system_fonts=False) == to_pdf(sample("ru"), system_fonts=False)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_another_alphabet_is_written(language):
    said = words(read(to_pdf(sample(language))))
    assert all(squeezed(one) in said for one in (*WORDS[language], ENGLISH))


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_from_right_to_left_the_letters_are_there_and_foreign_words_stay_in_order(language):
    reader = read(to_pdf(sample(language)))
    said = words(reader)
    assert reader.trailer["/Root"]["/Lang"] == language
    assert squeezed(ENGLISH) in said
    assert {sign for one in WORDS[language] for sign in squeezed(one) if sign.isalpha()} <= set(said)


def test_chinese_is_written_or_one_sentence_says_what_to_install():
    try:
        said = words(read(to_pdf(sample("zh-Hant"))))
    except WaystationError as error:
        said = fault(error)
        assert "fonts-wqy-microhei" in said
    else:
        assert all(squeezed(one) in said for one in WORDS["zh-Hant"])


def test_no_box_stands_for_a_letter_that_no_font_has():
    with pytest.raises(WaystationError) as raised:
        to_pdf(sample("zh-Hant"), system_fonts=False)
    assert raised.value.id == "error.no-letters"
    assert "fonts-wqy-microhei" in fault(raised.value)
    with pytest.raises(WaystationError) as raised:
        to_pdf(made(Heading(1, "አ")), system_fonts=False)
    assert "fonts-noto-core" in fault(raised.value)


def test_a_sign_that_cannot_be_printed_is_named_by_its_number():
    with pytest.raises(WaystationError) as raised:
        to_pdf(made(Heading(1, "a\x01b")), system_fonts=False)
    assert "U+0001" in fault(raised.value)


@settings(max_examples=40, deadline=None)
@given(st.text(SIGNS, min_size=1, max_size=60))
def test_words_of_the_knowledge_cannot_become_markup(hostile):
    line = Said(hostile, (1,), label=hostile, links=((hostile, hostile),), anchor=hostile)
    blocks = (
        Heading(1, hostile, hostile),
        Paragraph(line),
        Bullets((line,)),
        Table(hostile, (Column(hostile, hostile),), ((hostile, hostile),)),
        Fold(hostile, (Paragraph(Said(hostile)),)),
    )
    source = citation(1, title=hostile, says=hostile, publisher=hostile, url="https://example.org/")
    reader = read(to_pdf(made(*blocks, sources=[source]), system_fonts=False))
    assert words(reader).count(squeezed(hostile)) >= (12 if squeezed(hostile) else 0)
    assert set(links(reader)[0]) == {"https://example.org/"}


def test_the_template_fetches_and_reads_nothing():
    template = re.sub(r"//.*", "", TEMPLATE.read_text("utf-8"))
    assert not re.search(r"@|\b(?:import|include|read|plugin|eval|cbor|csv|toml|xml|yaml)\b", template)


def test_an_address_that_is_no_web_page_is_no_link():
    source = citation(1, url="javascript:alert(1)")
    reader = read(to_pdf(made(Heading(1, "x"), sources=[source]), system_fonts=False))
    assert links(reader)[0] == []
    assert "javascript:alert(1)" in words(reader)


@pytest.mark.slow
def test_a_page_in_another_direction_with_a_whole_answer_is_set():
    reader = read(to_pdf(page("stateless", PSEUDO_RTL)))
    said = words(reader)
    titles = [step.title for plan in answer("stateless").plans for step in plan.steps if step.title]
    assert titles
    assert [one for one in titles if not set(squeezed(one)) <= set(said)] == []


def test_a_picture_has_words_for_those_who_do_not_see_it():
    reader = read(to_pdf(sample("en", picture=True)))
    assert any(
        "/Alt" in (one.get_object() or {}) and one.get_object()["/Alt"] == "A line & a dot"
        for one in objects(reader)
    )


def objects(reader):
    """Every dictionary of the file."""
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        held = reader.get_object(number)
        if isinstance(held, dict):
            yield held
