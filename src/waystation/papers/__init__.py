"""One Document value → text, HTML, PDF, DOCX; a calendar, a message. Both doors use it."""

from waystation.papers.advice import advice_document
from waystation.papers.assessment import assessment_document
from waystation.papers.backtest import backtest_document
from waystation.papers.calendar import to_calendar
from waystation.papers.document import Document
from waystation.papers.docx import to_docx
from waystation.papers.door import door_document
from waystation.papers.explanation import explanation_document
from waystation.papers.html import to_html
from waystation.papers.journey_picture import journey_picture
from waystation.papers.knowledge import changes_document, check_document, hits_document, record_document
from waystation.papers.message import to_message
from waystation.papers.pdf import to_pdf
from waystation.papers.picture import to_svg
from waystation.papers.png import to_png
from waystation.papers.text import to_text
from waystation.papers.untranslated import untranslated_document
from waystation.papers.upkeep import (
    cite_document,
    compared_document,
    coverage_document,
    due_document,
    examined_document,
)
from waystation.papers.ways import ways_document
from waystation.papers.ways_picture import ways_picture

__all__ = [
    "Document", "advice_document", "assessment_document", "backtest_document", "changes_document", "check_document",
    "cite_document", "compared_document", "coverage_document", "door_document", "due_document", "examined_document",
    "explanation_document", "hits_document", "journey_picture", "record_document", "to_calendar", "to_docx",
    "to_html", "to_message", "to_pdf", "to_png", "to_svg", "to_text", "untranslated_document", "ways_document",
    "ways_picture",
]  # fmt: skip
