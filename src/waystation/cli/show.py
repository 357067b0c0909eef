"""One answer in the form that was asked for."""

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path

from waystation.casework.hand_over import hand_over
from waystation.core.codec import to_json
from waystation.core.plans import Advice
from waystation.core.tongues import Tongue
from waystation.errors import CaseError
from waystation.files import write_whole
from waystation.papers import advice_document, to_calendar, to_docx, to_html, to_message, to_pdf, to_text
from waystation.papers.document import Document

SCREEN = 100


class Format(StrEnum):
    """Forms of an answer."""

    text = "text"
    json = "json"
    html = "html"
    pdf = "pdf"
    docx = "docx"


class PlanForm(StrEnum):
    """Forms of an answer to a whole case."""

    text = "text"
    json = "json"
    html = "html"
    pdf = "pdf"
    docx = "docx"
    message = "message"
    ics = "ics"


class Form(StrEnum):
    """Forms of an answer about a journey."""

    text = "text"
    json = "json"
    html = "html"
    pdf = "pdf"
    docx = "docx"
    svg = "svg"
    png = "png"


PICTURES = (Form.svg, Form.png)
SHOWN = (*PICTURES, Form.html, Form.pdf, Form.docx)
"""The forms in which a picture is seen."""
PAGES = {Format.html: to_html, Format.pdf: to_pdf, Format.docx: to_docx}


def render(answer: Advice, format: PlanForm, language: Tongue, *, to_screen: bool, full: bool = False) -> bytes:
    """The bytes of the answer."""
    if format is PlanForm.json:
        return to_json(answer)
    if format is PlanForm.ics:
        return to_calendar(answer, language)
    if format is PlanForm.message:
        return to_message(answer, language).encode()
    return written(advice_document(answer, language, full=full), Format(format.value), to_screen=to_screen)


def written(document: Document, format: Format, *, to_screen: bool) -> bytes:
    """A document in its form; of text, colour and width only where a person reads a terminal."""
    if format in PAGES:
        return PAGES[format](document)
    terminal = to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size((SCREEN, 24)).columns, SCREEN) if terminal else SCREEN
    return to_text(document, width=width, colour=terminal).encode()


def shown(found: object, document: Document, format: Format, *, to_screen: bool) -> bytes:
    """What was found: the values themselves as JSON, else the page about them."""
    return to_json(found) if format is Format.json else written(document, format, to_screen=to_screen)


def put(found: object, document: Document, format: Format) -> None:
    """The same on the standard output."""
    put_content(shown(found, document, format, to_screen=True), None)


def put_content(content: bytes, output: Path | None, *, seal_to: str | None = None) -> None:
    """Bytes, sealed if asked, on the standard output or in a file.

    Raises CaseError if the file cannot be written, or if a terminal would show signs that nobody can read.
    """
    held = hand_over(content, seal_to) if seal_to else content
    if output is not None:
        write_whole(output, held)
    elif sys.stdout.isatty() and not is_text(held):
        raise CaseError("error.no-screen")
    else:
        sys.stdout.buffer.write(held)


def is_text(content: bytes) -> bool:
    """Whether a terminal can show these bytes."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
