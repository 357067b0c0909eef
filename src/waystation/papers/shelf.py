"""Pages for those who help others: a record with what happened to it."""

from collections.abc import Iterable

from waystation.core.cards import Card, Event
from waystation.core.texts import Text, text
from waystation.core.tongues import Language
from waystation.papers.document import Document, Writer
from waystation.papers.knowledge import write_record


def practice_document(found: Card, events: Iterable[Event], language: Language) -> Document:
    """One record whole, and what happened to it."""
    page = Writer(language)
    write_record(page, found)
    happened = [page.line(event_text(one)) for one in events]
    if happened:
        page.heading(2, text("shelf.history"))
        page.bullets(happened)
    return page.document(text("page.title"))


def event_text(one: Event) -> Text:
    """`24 Nov 2026: looked at again`."""
    return text(f"shelf.{one.how}", day=one.day)
