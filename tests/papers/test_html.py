"""The page as one file: well formed, no script, nothing fetched, for any direction and any reader."""

import datetime as dt
import re
from html.parser import HTMLParser

import pytest

from tests.papers.answers import EXAMPLES, answer, html, page, squeezed
from waystation.core.findings import Citation
from waystation.papers import to_html
from waystation.papers.document import Document, Heading, Paragraph, Said, Source
from waystation.say import PSEUDO_RTL

VOID = {"meta", "br", "link", "img", "input", "hr"}
LOADS = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "source", "form", "base", "svg"}


class Page(HTMLParser):
    """Checks that tags close in order, and collects what tests look at."""

    def __init__(self, words):
        super().__init__()
        self.open, self.faults, self.tags, self.said = [], [], [], []
        self.feed(words)
        self.close()
        self.faults += self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.said.append(data)

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module", params=EXAMPLES)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def parsed(name):
    return Page(html(name))


def citation(**more):
    fields = {
        "record": "r", "name": "s1", "url": "https://example.org/a?b=1&c=2", "title": "T", "publisher": "P",
        "official": True, "published": None, "checked": dt.date(2026, 11, 24), "seen": "page",
        "says": "words",
    }  # fmt: skip
    one = Citation(**{**fields, **more})
    return Source(one, (one.says,))


def made(*blocks, language="en", sources=()):
    return to_html(Document("Plans", language, "ltr", blocks, tuple(sources))).decode()


def test_it_is_well_formed(parsed):
    assert parsed.faults == []


def test_a_tag_that_does_not_close_is_seen():
    assert Page("<p><b>x</p>").faults


def test_nothing_is_loaded_and_nothing_runs(name, parsed):
    assert [tag for tag, _ in parsed.tags if tag in LOADS] == []
    assert [attrs for _, attrs in parsed.tags if any(key.startswith("on") or key == "src" for key in attrs)] == []
    assert not re.search(r"@import|url\(", html(name))
    (policy,) = [
        one["content"] for one in parsed.named("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_a_link_leads_into_the_page_or_to_a_source(parsed):
    ids = [attrs["id"] for _, attrs in parsed.tags if "id" in attrs]
    links = [attrs["href"] for attrs in parsed.named("a")]
    assert len(ids) == len(set(ids))
    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert [link for link in links if not link.startswith(("#", "https://", "http://"))] == []


def test_following_a_source_does_not_say_where_one_came_from(parsed):
    outward = [attrs for attrs in parsed.named("a") if attrs["href"].startswith("http")]
    assert outward
    assert all("noreferrer" in attrs["rel"] for attrs in outward)


def test_every_step_every_address_and_every_question_is_there(name, parsed):
    said, advice = squeezed("".join(parsed.said)), answer(name)
    wanted = [step.title for plan in advice.plans for step in plan.steps]
    wanted += [one.cited.url for one in page(name).sources if one.cited.url] + [
        one.ask for one in advice.questions
    ]
    assert [words for words in wanted if squeezed(words) not in said] == []


def test_the_same_page_is_the_same_bytes(name):
    assert to_html(page(name)) == to_html(page(name))


def test_one_heading_at_the_top_and_no_level_left_out(parsed):
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1


def test_what_can_be_folded_is_open_so_that_it_prints(parsed):
    assert all("open" in attrs for attrs in parsed.named("details"))


def test_each_cell_names_its_column_for_a_small_screen(parsed):
    assert {attrs.get("data-column") for attrs in parsed.named("td")} - {None}
    assert all(attrs.get("scope") in ("col", "row") for attrs in parsed.named("th"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_right_to_left_and_words_of_another_language_say_so(name):
    parsed = Page(html(name, PSEUDO_RTL))
    assert parsed.faults == []
    assert parsed.named("html") == [{"lang": PSEUDO_RTL, "dir": "rtl"}]
    foreign = [attrs for attrs in parsed.named("span") if "lang" in attrs]
    assert foreign
    assert all(attrs == {"lang": "en", "dir": "ltr"} for attrs in foreign)


def test_sides_are_never_left_or_right():
    style = html("journalist").partition("<style>")[2].partition("</style>")[0]
    assert re.findall(r"(?:margin|padding|border)-(?:left|right)|text-align: *(?:left|right)|float", style) == []


def test_words_of_the_knowledge_cannot_become_markup():
    bad = "<script>alert(1)</script>"
    heading, line = Heading(2, bad, '"><script>'), Paragraph(Said(bad, label=bad, links=((bad, '"><b>'),)))
    words = made(heading, line, sources=[citation(title=bad, says=bad, publisher=bad)])
    assert "<script" not in words
    assert Page(words).faults == []


def test_an_address_that_is_no_web_page_is_no_link():
    words = made(Heading(1, "x"), sources=[citation(url="javascript:alert(1)"), citation(url=None)])
    assert "href=" not in words


def test_an_address_keeps_its_signs():
    words = made(Heading(1, "x"), sources=[citation()])
    assert Page(words).named("a")[0]["href"] == "https://example.org/a?b=1&c=2"
