"""A document as one HTML file: no script, nothing fetched, readable on a small screen and on paper."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from waystation.catalogues import DEFAULT
from waystation.core.texts import text
from waystation.papers.document import Document
from waystation.papers.sources import printed, runs
from waystation.say import Say, beside, direction, spans, unmarked

TEMPLATES = Path(__file__).parent / "templates"


def to_html(document: Document) -> bytes:
    """The page as UTF-8. Same document, same bytes."""
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    pages.tests["kind"] = lambda block, name: type(block).__name__ == name
    pages.filters |= {"spoken": spoken, "unmarked": unmarked, "runs": runs}
    say = Say(document.language)
    words = {name: say(text(f"page.{name}")) for name in ("sources", "contents")}
    page = pages.get_template("page.html").render(page=document, words=words, sources=printed(document))
    return page.lstrip().encode()


def spoken(said: str) -> Markup:
    """A sentence in which foreign words say their language, so that they are read aloud and laid out rightly.

    Behind what a machine translated stands its English.
    """
    english = beside(said)
    small = Markup(' <span class="beside" lang="{0}" dir="{1}">{2}</span>')
    behind = small.format(DEFAULT, direction(DEFAULT), english) if english else Markup("")
    whole = Markup("").join(
        Markup('<span lang="{0}" dir="{1}">{2}</span>').format(language, direction(language), words)
        if language
        else escape(words)
        for language, words in spans(said)
    )
    return whole + behind
