"""The knowledge to read, search, compare and follow."""

import gzip
from xml.etree.ElementTree import fromstring

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
PAGES = ["practices", "practices/in/cz", "record/pl-humanitarian-visa-d21", "compare/visa", "changes"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_there_in_each_language_and_the_same_packed(ask, page):
    for language in ("en", "xx-rtl"):
        plain = ask.get(f"/{language}/{page}")
        packed = ask.get(f"/{language}/{page}", headers={"accept-encoding": "gzip"})
        assert plain.status_code == packed.status_code == 200
        assert packed["Content-Encoding"] == "gzip"
        assert len(packed.content) < 50_000
        assert packed["Cache-Control"] == "no-store"
        assert gzip.decompress(packed.content) == plain.content


@pytest.mark.parametrize(
    "page", ["practices/in/zz", "record/nobody", "compare/nothing", "feeds/zz.atom", "feeds/cz/nothing.atom"]
)
def test_what_is_not_there_is_said_in_one_sentence(ask, page):
    answer = ask.get(f"/en/{page}")
    assert answer.status_code == 404
    assert 'class="fault"' in answer.content.decode()


def test_a_record_shows_each_condition_with_its_sources_and_what_hangs_on_it(ask, knowledge):
    words = ask.get("/en/record/cz-civil-society-nomination").content.decode()
    assert 'href="#source-1"' in words
    assert "/en/record/cz-civil-society-visa" in words or "What hangs on it" in words


def test_every_record_has_its_page(ask, knowledge):
    broken = [
        one.id for one in list(knowledge.records())[::7] if ask.get(f"/en/record/{one.id}").status_code != 200
    ]
    assert broken == []


def test_a_search_is_sent_in_the_form_and_finds(ask):
    words = ask.post("/en/search", {"words": "poland visa"}).content.decode()
    assert "/en/record/pl-humanitarian-visa-d21" in words
    assert ask.post("/en/search", {"words": ""}).status_code == 400
    assert "&lt;i&gt;" in ask.post("/en/search", {"words": "<i>"}).content.decode()


@pytest.mark.parametrize("feed", ["all", "cz", "all/visa", "cz/visa"])
def test_a_feed_is_atom(ask, feed):
    answer = ask.get(f"/en/feeds/{feed}.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    whole = fromstring(answer.content)  # noqa: S314  # we wrote it
    assert whole.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert whole.find(f"{ATOM}{name}") is not None
    entries = whole.findall(f"{ATOM}entry")
    assert entries
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids)
    days = [one.findtext(f"{ATOM}updated") for one in entries]
    assert days == sorted(days, reverse=True)
