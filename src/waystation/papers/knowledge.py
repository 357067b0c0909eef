"""The knowledge itself as pages: one record, hits of a search, a check, changes between answers."""

from collections.abc import Iterable

from waystation.core.cards import Card, Checked, Hit
from waystation.core.plans import PlanChange
from waystation.core.texts import Words, text
from waystation.core.tongues import Language
from waystation.papers.bodies import body_text
from waystation.papers.document import Document, Writer


def record_document(card: Card, language: Language) -> Document:
    """One record: its summary, its conditions as sentences, what it gives, who knows more."""
    page = Writer(language)
    write_record(page, card)
    return page.document(text("page.title"))


def write_record(page: Writer, card: Card) -> None:
    """The record as the parts of a page."""
    page.heading(1, text("word.words", words=Words(card.title)))
    page.paragraph(
        text("card.about", id=Words(card.id), kind=text("fact", word=card.kind), state=text(f"state.{card.state}"))
    )
    page.paragraph(card.summary, card.citations)
    page.paragraph(
        text("card.confidence", level=text(f"confidence.{card.confidence}"), day=card.checked or Words(""))
    )
    for title, lines in card.parts:
        page.heading(2, title)
        page.bullets(page.line(one.text, one.citations) for one in lines)
    if card.unconfirmed:
        page.heading(2, text("label.not-confirmed"))
        page.bullets(page.line(one.text, one.citations, tone="unknown") for one in card.unconfirmed)
    if card.by:
        page.heading(2, text("explain.who-knows"))
        page.bullets(page.line(body_text(one), one.citations) for one in card.by)


def hits_document(hits: Iterable[Hit], language: Language) -> Document:
    """Records found, best first."""
    page = Writer(language)
    found = list(hits)
    page.paragraph(text("hits.count", n=len(found)))
    page.bullets(page.line(text("hits.line", title=Words(one.title), id=Words(one.id))) for one in found)
    return page.document(text("page.title"))


def check_document(checked: Checked, language: Language) -> Document:
    """Faults first, then warnings, then what was read."""
    page = Writer(language)
    if checked.faults:
        page.heading(2, text("check.faults", n=len(checked.faults)))
        page.bullets(
            page.line(one.text, label=text("word.words", words=Words(one.where)), tone="danger")
            for one in checked.faults
        )
    if checked.warnings:
        page.heading(2, text("check.warnings", n=len(checked.warnings)))
        page.bullets(
            page.line(one.text, label=text("word.words", words=Words(one.where)), tone="unknown")
            for one in checked.warnings
        )
    page.paragraph(text("check.read", n=checked.records, sources=checked.sources))
    kinds = tuple(text("check.count", word=text("fact", word=word), n=n) for word, n in checked.kinds)
    sure = tuple(text("check.count", word=text(f"confidence.{word}"), n=n) for word, n in checked.confidence)
    if kinds:
        page.paragraph(text("check.counts", kinds=kinds, confidence=sure))
    return page.document(text("page.title"))


def changes_document(changes: Iterable[PlanChange], language: Language) -> Document:
    """What is new, gone or changed."""
    page = Writer(language)
    found = list(changes)
    if not found:
        page.paragraph(text("diff.same"))
    page.bullets(
        page.line(
            text(
                f"diff.{one.how}",
                what=text(f"diff.what-{one.what}"),
                title=Words(one.title or one.id),
                fields=tuple(text("fact", word=field) for field in one.fields),
            )
        )
        for one in found
    )
    return page.document(text("page.title"))
