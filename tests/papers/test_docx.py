"""The page as DOCX, opened again: headings, lists, tables, links, direction, language, and no trace of its making."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from tests.papers.answers import answer, page, squeezed
from tests.papers.pages import ENGLISH, WORDS, citation, made, sample
from waystation.papers import to_docx
from waystation.papers.document import Heading, Paragraph, Said


def opened(document):
    return docx.Document(io.BytesIO(to_docx(document)))


def said(book):
    return squeezed("".join(one.text or "" for one in book.element.body.iter(qn("w:t"))))


def links(book):
    """Links out of the file, and the places in it that links lead to."""
    found = list(book.element.body.iter(qn("w:hyperlink")))
    out = [book.part.rels[one.get(qn("r:id"))].target_ref for one in found if one.get(qn("r:id"))]
    return out, [one.get(qn("w:anchor")) for one in found if one.get(qn("w:anchor"))]


def places(book):
    return [one.get(qn("w:name")) for one in book.element.body.iter(qn("w:bookmarkStart"))]


@pytest.fixture(scope="module")
def journalist():
    return opened(page("journalist"))


def test_every_step_every_question_and_every_source_is_there(journalist):
    told, advice = said(journalist), answer("journalist")
    wanted = [step.title for plan in advice.plans for step in plan.steps] + [one.ask for one in advice.questions]
    wanted += [one.cited.url for one in page("journalist").sources if one.cited.url]
    assert [one for one in wanted if squeezed(one) not in told] == []


def test_headings_and_lists_are_real():
    styles = [one.style.name for one in opened(sample("en")).paragraphs]
    assert [one for one in styles if one.startswith("Heading")] == [
        "Heading 1", "Heading 2", "Heading 3", "Heading 2",
    ]  # fmt: skip
    assert {"List Bullet", "List Bullet 2", "List Bullet 3", "List Number"} <= set(styles)
    assert styles.count("List Number") == len(sample("en").sources)


def test_lines_deeper_than_the_styles_are_moved_in():
    deep = [one for one in opened(sample("en")).paragraphs if one.text == WORDS["en"][0]]
    assert deep[-1].style.name == "List Bullet 3"
    assert deep[-1].paragraph_format.left_indent > 0


def test_tables_are_real_and_say_which_row_is_the_head():
    one, other = opened(sample("en")).tables
    assert [cell.text for cell in one.rows[0].cells] == ["", "Plan A: go to Estonia", "B", "C", "D"]
    assert [cell.text for cell in other.rows[2].cells] == ["Plan A: go to Estonia", "j"]
    assert one.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_each_link_leads_somewhere(journalist):
    out, inside = links(journalist)
    there = places(journalist)
    assert set(out) == {one.cited.url for one in page("journalist").sources if one.cited.url}
    assert len(there) == len(set(there))
    assert inside
    assert set(inside) <= set(there)
    assert {f"source_{number}" for number in range(1, len(page("journalist").sources) + 1)} <= set(there)
    assert "source_1" in inside


def test_an_address_that_is_no_web_page_is_no_link():
    book = opened(made(Heading(1, "x"), sources=[citation(1, url="javascript:alert(1)")]))
    assert links(book)[0] == []


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_from_right_to_left_each_paragraph_each_word_and_each_table_says_so(language):
    book = opened(sample(language))
    paragraphs = list(book.element.body.iter(qn("w:p")))
    assert [one for one in paragraphs if one.text and one.pPr.find(qn("w:bidi")) is None] == []
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in book.tables)
    marked = {run.rPr.find(qn("w:lang")).get(qn("w:bidi")): run.rPr.find(qn("w:rtl")) for run in runs(book)}
    assert marked[language] is not None
    assert marked["en"] is None


@pytest.mark.parametrize("language", ["en", "ru", "zh-Hant"])
def test_from_left_to_right_nothing_is_turned(language):
    body = opened(sample(language)).element.body
    assert not [one for name in ("w:bidi", "w:rtl", "w:bidiVisual") for one in body.iter(qn(name))]


def test_words_of_another_language_say_which_one():
    told = {}
    for run in runs(opened(sample("ru"))):
        told.setdefault(run.rPr.find(qn("w:lang")).get(qn("w:val")), []).append(run.text)
    assert set(told) == {"ru", "en"}
    assert ENGLISH in told["en"]
    assert WORDS["ru"][1] in told["ru"]


def runs(book):
    """All runs with words."""
    return [one for one in book.element.body.iter(qn("w:r")) if one.find(qn("w:t")) is not None]


def test_it_says_nothing_of_who_made_it_with_what_and_when():
    content = to_docx(sample("fa", picture=True))
    told = docx.Document(io.BytesIO(content)).core_properties
    assert (told.title, told.author, told.last_modified_by, told.comments) == ("Plans", "", "", "")
    assert told.created.replace(tzinfo=None) == told.modified.replace(tzinfo=None) == dt.datetime(2000, 1, 1)  # noqa: DTZ001
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        assert {one.date_time for one in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [one for one in held.namelist() if "thumbnail" in one or "app.xml" in one or "custom" in one]
        assert not [one for one in held.namelist() if b"python-docx" in held.read(one)]


@pytest.mark.parametrize("language", list(WORDS))
def test_same_document_same_bytes(language):
    assert to_docx(sample(language)) == to_docx(sample(language))


def test_words_are_words_whatever_they_hold():
    hostile = "</w:t><w:br/> & \x00\x0b\ufffe <script>"
    book = opened(
        made(Heading(1, hostile), Paragraph(Said(hostile, label=hostile)), sources=[citation(1, says=hostile)])
    )
    assert said(book).count("</w:t><w:br/>&<script>") == 4


def test_a_picture_has_words_for_those_who_do_not_see_it():
    book = opened(sample("en", picture=True))
    (shape,) = book.inline_shapes
    assert shape._inline.docPr.get("descr") == "A line & a dot"
