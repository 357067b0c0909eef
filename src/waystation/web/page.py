"""From values to a page: the frame, the language, and nothing that a log or a cache could keep."""

from functools import cache
from typing import Any

from django.http import HttpResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from waystation import catalogues, say
from waystation.core.texts import Words
from waystation.errors import WaystationError
from waystation.papers.html import TEMPLATES as PAPERS
from waystation.papers.html import spoken
from waystation.papers.sources import runs
from waystation.web import known
from waystation.web.style import STYLE, TEMPLATES
from waystation.web.tongue import Tongue


@cache
def languages() -> tuple[tuple[str, str, str], ...]:
    """Every language that has a catalogue: its code, its own name for itself, its direction."""
    codes = sorted(catalogues.spoken())
    return tuple((code, say.own_name(code), say.direction(code)) for code in codes)


@cache
def tongue_of(language: str) -> Tongue:
    """The language of a page."""
    return Tongue(known.tongue(language))


def render(
    language: str, template: str, status: int = 200, path: str | None = "", answers: str = "", **values: Any
) -> HttpResponse:
    """A page of this language.

    `path`: where the same page stands in other languages; None: it holds `answers`, so that only its form leads on.
    """
    tongue = tongue_of(language)
    words = _pages().get_template(template).render(
        **values, path=path, answers=answers, say=tongue, languages=languages(), style=STYLE,
    )  # fmt: skip
    return HttpResponse(words.lstrip(), status=status, headers={"Content-Language": language})


def refused(language: str, fault: WaystationError, answers: str = "", status: int = 400) -> HttpResponse:
    """One sentence that says what is wrong and what to do; the answers stay in the page."""
    return render(
        language, "refused.html", status=status, path=None, answers=answers, fault=say.fault(fault, language)
    )


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=FileSystemLoader([TEMPLATES, PAPERS]), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    pages.tests["kind"] = lambda block, name: type(block).__name__ == name
    pages.filters |= {"spoken": spoken, "unmarked": say.unmarked, "runs": runs, "words": Words}
    return pages
