"""The page as text: nothing is cut, nothing is wider than asked, colour only for a terminal."""

from collections import Counter

import pytest

from tests.papers.answers import EXAMPLES, answer, cited, page, squeezed, text
from waystation.core.texts import text as message
from waystation.papers import to_text
from waystation.papers.document import Bullets, Column, Document, Fold, Heading, Paragraph, Said, Table
from waystation.papers.sources import runs
from waystation.say import Say


def document(*blocks):
    return Document("Plans", "en", "ltr", blocks)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("width", [60, 100])
def test_no_line_is_wider_than_asked(name, width):
    assert max(len(line) for line in text(name, width).splitlines()) <= width


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("full", [False, True])
def test_every_source_is_printed_with_its_address_and_the_day_it_was_seen(name, full):
    told = squeezed(text(name, full=full).partition(Say()(message("page.sources")))[2])
    held = [one.cited for one in page(name, full=full).sources]
    assert set(held) <= set(cited(answer(name)))
    wanted = [words for one in held for words in (one.url or "", one.publisher)]
    (usual, _), *_ = Counter(one.checked for one in held).most_common(1)
    wanted += [Say()(message("source.usual", day=usual))]
    others = [one for one in held if one.checked != usual]
    assert others
    wanted += [Say()(message("source.seen", checked=one.checked)) for one in others]
    assert [words for words in wanted if squeezed(words) not in told] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_full_page_quotes_every_source(name):
    told = squeezed(text(name, full=True))
    sources = page(name, full=True).sources
    assert [one.cited.title for one in sources if not one.says] == []
    used = {words for one in sources for words in one.says}
    used |= {it.says for plan in answer(name).plans for step in plan.steps for it in step.citations}
    assert [one for one in used if squeezed(one) not in told] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_page_is_the_same_text(name):
    assert to_text(page(name)) == to_text(page(name))


def test_colour_is_only_for_a_terminal():
    danger = document(Paragraph(Said("Do not go.", tone="danger")))
    assert "\x1b[" not in to_text(danger)
    assert "\x1b[" in to_text(danger, colour=True)


def test_a_tone_is_not_said_by_colour_alone():
    told = to_text(document(Bullets((Said("Do not go.", tone="danger"), Said("Ask.", tone="question")))))
    assert told == "  ! Do not go.\n  ? Ask.\n"


def test_a_line_under_another_stands_further_in():
    told = to_text(document(Bullets((Said("", label="Bring", under=(Said("a photo", (3, 4, 5, 9)),)),))))
    assert told == "  - Bring:\n    - a photo [3-5, 9]\n"


def test_markup_of_the_knowledge_is_only_text():
    told = to_text(document(Paragraph(Said("[bold]not bold[/bold] :warning:"))))
    assert told == "[bold]not bold[/bold] :warning:\n"


def test_what_can_be_folded_is_open():
    told = to_text(document(Heading(1, "Plans"), Fold("More", (Paragraph(Said("inside")),))))
    assert "More\ninside" in told


def test_a_table_names_its_columns_and_rows():
    told = to_text(document(Table("Plans", (Column("Plan A"),), (("Where", "go to Canada"),))))
    assert all(words in told for words in ("Plan A", "Where", "go to Canada"))


@pytest.mark.parametrize(
    ("numbers", "found"),
    [((), []), ((1, 2, 3, 7), [(1, 3), (7, 7)]), ((4,), [(4, 4)]), ((1, 3), [(1, 1), (3, 3)])],
)
def test_neighbours_are_one_run(numbers, found):
    assert runs(numbers) == found
