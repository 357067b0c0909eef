"""What is due, what is covered, what changed: told rightly, in a fixed order."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from tests.registry.folder import DAY, small
from waystation.papers import compared_document, coverage_document, due_document, to_svg, to_text
from waystation.registry.compare import compare
from waystation.registry.coverage import coverage
from waystation.registry.due import due
from waystation.registry.read import read_knowledge

VISA = "practices/pl/pl-visa.yaml"


def changed(folder, file, old, new):
    path = folder / file
    words = path.read_text("utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), "utf-8")


def words_of(document):
    return to_text(document, width=10_000)


def test_nothing_is_due_on_the_day_it_was_seen(tmp_path):
    assert due(read_knowledge(small(tmp_path)), DAY) == []


def test_what_waited_longest_for_its_term_comes_first_and_what_lapsed_before_it(tmp_path):
    folder = small(tmp_path)
    changed(folder, VISA, "country: PL\n", "country: PL\ncheck_every: 10\n")
    changed(folder, "bodies/pl-office.yaml", "country: PL\n", "country: PL\ncheck_every: 100\n")
    changed(
        folder, "places/ge.yaml", "country: GE\n", "country: GE\nvalid: {until: 2026-12-01, renewal: expected}\n"
    )
    later = dt.date(2027, 3, 10)
    found = due(read_knowledge(folder), later)
    assert [one.id for one in found][:2] == ["ge", "pl-visa"]
    assert (found[0].lapsed, found[1].lapsed) == (True, False)
    assert found[1].terms == 11.0
    assert "its last day has passed" in words_of(due_document(found, "en"))
    assert [one.id for one in due(read_knowledge(folder), DAY, within=10)] == ["pl-visa"]


def test_what_ended_is_not_looked_at_again(tmp_path):
    folder = small(tmp_path)
    changed(
        folder, VISA, "country: PL\n", "country: PL\nstate: ended\nvalid: {until: 2026-01-31, renewal: none}\n"
    )
    assert "pl-visa" not in {one.id for one in due(read_knowledge(folder), dt.date(2030, 1, 1))}


@pytest.fixture
def covered(tmp_path):
    folder = small(tmp_path)
    (folder / "coverage").mkdir()
    (folder / "coverage/all.yaml").write_text(
        "- {id: visa, title: A visa, sub_areas: [visa]}\n"
        "- {id: paper, title: A paper, sub_areas: [], documents: true}\n"
        "- {id: care, title: Care, sub_areas: [health], services: [care], rights: [work]}\n",
        "utf-8",
    )
    changed(folder, VISA, "kind: visa\n", "kind: visa\nsub_area: visa\n")
    return coverage(read_knowledge(folder), DAY, ("PL", "NO"))


def test_a_practice_counts_by_its_sub_area_and_by_what_it_gives(covered):
    found = {(one.need, one.country): one for one in covered.cells}
    assert found["visa", "PL"].records == ("pl-visa",)
    assert found["paper", "PL"].records == ("pl-visa",)
    assert found["visa", "PL"].confidence == "high"
    assert {(one.need, one.country) for one in covered.empty} == {
        ("care", "PL"), ("visa", "NO"), ("paper", "NO"), ("care", "NO"),
    }  # fmt: skip
    told = words_of(coverage_document(covered, "en"))
    assert "1 high 4d" in told
    assert "4 cells are empty." in told


def test_the_picture_is_drawn_without_script_and_says_what_it_shows(covered):
    drawn = ET.fromstring(to_svg(covered, "en"))  # noqa: S314 -- our own picture
    names = {one.tag.rpartition("}")[2] for one in drawn.iter()}
    assert names <= {"svg", "rect", "text", "title"}
    assert "Norway" in {one.text for one in drawn.iter()}
    assert len([one for one in drawn.iter() if one.tag.endswith("rect")]) == 1 + 6


def test_what_changed_is_told_in_words(tmp_path):
    old, new = small(tmp_path / "old"), small(tmp_path / "new")
    changed(new, VISA, "{typical: 30, source: s1}", "{typical: 20, source: s1}")
    (new / "bodies/pl-other.yaml").write_text(
        (new / "bodies/pl-office.yaml").read_text().replace("pl-office", "pl-other")
    )
    found = compare(read_knowledge(old), read_knowledge(new))
    assert [(one.kind, one.id, one.how) for one in found] == [
        ("body", "pl-other", "new"), ("practice", "pl-visa", "changed")
    ]  # fmt: skip
    told = words_of(compared_document(found, "en"))
    assert "counted in days: about 30." in told
    assert "counted in days: about 20." in told
    back = compare(read_knowledge(new), read_knowledge(old))
    assert [one.how for one in back] == ["gone", "changed"]
    assert compare(read_knowledge(old), read_knowledge(old)) == []
