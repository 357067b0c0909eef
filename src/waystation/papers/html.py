"""A document as one HTML file: no script, nothing fetched, readable on a small screen and on paper."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from waystation.core.texts import text
from waystation.papers.document import Document
from waystation.papers.text import source_words
from waystation.say import Say

TEMPLATES = Path(__file__).parent / "templates"


def to_html(document: Document) -> bytes:
    """The page as UTF-8. Same document, same bytes."""
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    pages.tests["kind"] = lambda block, name: type(block).__name__ == name
    say = Say(document.language)
    words = {
        "sources": say(text("page.sources")), "contents": say(text("page.contents")),
    }  # fmt: skip
    sources = [(one, source_words(one, say)) for one in document.sources]
    page = pages.get_template("page.html").render(page=document, words=words, sources=sources)
    return page.encode()
