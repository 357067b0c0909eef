"""What is wrong with a deployment, as a page."""

from collections.abc import Iterable

from waystation.core.texts import Text, text
from waystation.core.tongues import Language
from waystation.papers.document import Document, Writer


def site_document(faults: Iterable[Text], language: Language) -> Document:
    """Each fault with what to do; or that nothing was found, and what cannot be seen from outside."""
    page, held = Writer(language), list(faults)
    page.heading(2, text("site.found", n=len(held)))
    page.bullets(page.line(one, tone="danger") for one in held)
    page.paragraph(text("site.not-seen"), tone="unknown")
    return page.document(text("page.title"))
