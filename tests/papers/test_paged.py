"""What forms with pages need: levels in order, links that lead somewhere, tables that fit."""

from hypothesis import given
from hypothesis import strategies as st

from tests.papers.answers import page
from tests.papers.pages import made, sample
from waystation.papers.document import Bullets, Fold, Heading, Said, Table
from waystation.papers.paged import COLUMNS, anchors, paged
from waystation.papers.runs import Run, Tag, runs_of, tag


def levels(blocks):
    for one in blocks:
        if isinstance(one, Heading):
            yield one.level
        if isinstance(one, Fold):
            yield from levels(one.blocks)


@given(st.lists(st.integers(1, 5), max_size=12))
def test_no_level_of_headings_is_left_out(given_levels):
    found = list(levels(paged(made(*(Heading(one, "x") for one in given_levels))).blocks))
    assert len(found) == len(given_levels)
    assert all(new <= old + 1 for old, new in zip([0, *found], found, strict=False))


def test_headings_of_one_level_under_the_same_heading_stay_on_one_level():
    assert list(levels(paged(made(*(Heading(one, "x") for one in (1, 2, 4, 4, 3, 4, 2)))).blocks)) == [
        1, 2, 3, 3, 3, 4, 2,
    ]  # fmt: skip


def test_a_link_to_nowhere_becomes_plain_words_and_an_anchor_stands_once():
    lines = (Said("x", anchor="a", links=(("in", "a"), ("out", "b"))), Said("y", anchor="a"))
    (bullets,) = paged(made(Bullets(lines))).blocks
    assert bullets.lines[0].links == (("in", "a"), ("out", ""))
    assert [one.anchor for one in bullets.lines] == ["a", ""]


def test_a_wide_table_becomes_several_that_name_their_rows():
    tables = [one for one in paged(sample("en")).blocks if isinstance(one, Table)]
    (whole,) = [one for one in sample("en").blocks if isinstance(one, Table)]
    assert all(len(one.head) <= COLUMNS for one in tables)
    assert [[row[0] for row in one.rows] for one in tables] == [[row[0] for row in whole.rows]] * len(tables)
    assert [cell for one in tables for cell in one.rows[0][1:]] == list(whole.rows[0][1:])
    assert [column.words for one in tables for column in one.head] == [one.words for one in whole.head]


def test_every_anchor_of_an_answer_is_kept():
    assert set(anchors(paged(page("journalist")).blocks)) == set(anchors(page("journalist").blocks))


def test_a_tag_is_read_in_parts():
    assert [tag(one) for one in ("en", "zh-Hant-TW", "pt-BR", "xx-rtl", "")] == [
        Tag("en"), Tag("zh", "Hant", "TW"), Tag("pt", "", "BR"), Tag("xx"), Tag(""),
    ]  # fmt: skip


def test_foreign_words_that_run_the_other_way_are_set_apart():
    said = "\ue000en\ue001visa (D)\ue002"
    assert runs_of(f"x {said}", "ru") == [Run("x "), Run("visa (D)", "en")]
    assert runs_of(said, "fa") == [Run("\u2066visa (D)\u2069", "en")]
