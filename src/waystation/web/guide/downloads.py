"""The answer as a file. Its name says nothing of what is in it."""

from collections.abc import Callable, Mapping

from django.http import HttpResponse

from waystation.core.codec import to_json
from waystation.core.plans import Advice
from waystation.core.tongues import Language
from waystation.errors import CaseError
from waystation.papers import advice_document, to_calendar, to_docx, to_html, to_message, to_pdf, to_text
from waystation.web.files import NAME, sealed_file

Make = Callable[[Advice, Language], bytes]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: dict[str, tuple[str, Make]] = {
    "html": ("text/html; charset=utf-8", lambda answer, language: to_html(advice_document(answer, language))),
    "pdf": ("application/pdf", lambda answer, language: to_pdf(advice_document(answer, language))),
    "docx": (WORD, lambda answer, language: to_docx(advice_document(answer, language))),
    "message": ("text/plain; charset=utf-8", lambda answer, language: to_message(answer, language).encode()),
    "txt": ("text/plain; charset=utf-8", lambda answer, language: to_text(advice_document(answer, language)).encode()),
    "ics": ("text/calendar; charset=utf-8", to_calendar),
    "json": ("application/json", lambda answer, language: to_json(answer)),
}  # fmt: skip
"""Form, which is also the ending of the file → what it is, and how it is made."""
ENDINGS = {"message": "txt"}


def download(answer: Advice, language: Language, asked: Mapping[str, str]) -> HttpResponse:
    """The file in the form that was asked for. Raises CaseError for a form that there is not."""
    form = asked.get("form", "")
    if form not in FORMS:
        raise CaseError("error.web-no-form", forms=", ".join(FORMS))
    kind, make = FORMS[form]
    return sealed_file(make(answer, language), kind, f"{NAME}.{ENDINGS.get(form, form)}", asked)
