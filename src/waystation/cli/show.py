"""One answer in the form that was asked for."""

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path

from waystation.core.codec import to_json
from waystation.core.plans import Advice
from waystation.files import write_whole
from waystation.papers import advice_document, to_calendar, to_html, to_text
from waystation.papers.document import Document

SCREEN = 100


class Format(StrEnum):
    """Forms of an answer."""

    text = "text"
    json = "json"
    html = "html"
    ics = "ics"


class Form(StrEnum):
    """Forms of an answer about a journey."""

    text = "text"
    json = "json"
    html = "html"
    svg = "svg"
    png = "png"


PICTURES = (Form.svg, Form.png)
SHOWN = (*PICTURES, Form.html)
"""The forms in which a picture is seen."""


def render(answer: Advice, format: Format, language: str, *, to_screen: bool) -> bytes:
    """The bytes of the answer."""
    if format is Format.json:
        return to_json(answer)
    if format is Format.ics:
        return to_calendar(answer, language)
    return written(advice_document(answer, language), format, to_screen=to_screen)


def written(document: Document, format: Format, *, to_screen: bool) -> bytes:
    """A document as text or HTML; colour and width only where a person reads a terminal."""
    if format is Format.html:
        return to_html(document)
    terminal = to_screen and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size((SCREEN, 24)).columns, SCREEN) if terminal else SCREEN
    return to_text(document, width=width, colour=terminal).encode()


def shown(found: object, document: Document, format: Format, *, to_screen: bool) -> bytes:
    """What was found: the values themselves as JSON, else the page about them."""
    return to_json(found) if format is Format.json else written(document, format, to_screen=to_screen)


def put(found: object, document: Document, format: Format) -> None:
    """The same on the standard output."""
    sys.stdout.buffer.write(shown(found, document, format, to_screen=True))


def put_content(content: bytes, output: Path | None) -> None:
    """Bytes on the standard output, or in the file that was asked for. Raises CaseError if it cannot be written."""
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
