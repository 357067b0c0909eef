"""What a language does not have yet, as a page."""

from collections.abc import Iterable

from waystation.core.cards import Untranslated
from waystation.core.texts import TongueName, Words, text
from waystation.core.tongues import Language
from waystation.papers.document import Document, Writer


def untranslated_document(found: Iterable[Untranslated], of: str, language: Language) -> Document:
    """How much is missing of each kind, then which."""
    page, held = Writer(language), list(found)
    page.heading(1, text("lacking.title", language=TongueName(of)))
    if not held:
        page.paragraph(text("lacking.nothing"))
    page.bullets(
        page.line(
            text("lacking.count", n=one.words, missing=len(one.missing), stale=len(one.stale)),
            label=text("word.words", words=Words(one.kind)),
        )
        for one in held
    )
    for one in held:
        page.heading(2, text("word.words", words=Words(one.kind)))
        page.bullets(page.line(name) for name in one.missing)
        page.bullets(page.line(text("lacking.stale", what=Words(name)), tone="unknown") for name in one.stale)
    return page.document(text("page.title"))
