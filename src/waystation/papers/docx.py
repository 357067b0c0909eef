"""A document as DOCX, to be carried on with in a word processor. Same document, same bytes."""

from waystation.papers.document import Document


def to_docx(document: Document) -> bytes:
    """The page with real headings, lists, tables and links. It names no author, no program and no day of making."""
    from waystation.papers.word import write_word  # noqa: PLC0415

    return write_word(document)
