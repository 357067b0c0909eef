"""The answer as a file, in each form, with a name that says nothing."""

import io

import docx
import pytest
from pypdf import PdfReader

from waystation.papers.message import LIMIT
from waystation.web.answers import Answers, seal
from waystation.web.guide.downloads import FORMS

TOLD = {"goal": "settle", "here": "GE", "nationalities": {"complete": True, "values": ["BY"]}}


@pytest.fixture
def take(ask):
    def taken(form):
        return ask.post("/en/download", {"answers": seal(Answers(TOLD, {}, ())), "form": form})

    return taken


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_a_file_whose_name_says_nothing(take, form):
    answer = take(form)
    assert answer.status_code == 200
    assert answer.content
    assert answer["Content-Disposition"].startswith('attachment; filename="notes.')


@pytest.mark.slow
def test_the_forms_to_carry_can_be_opened(take):
    assert len(PdfReader(io.BytesIO(take("pdf").content)).pages) > 1
    assert docx.Document(io.BytesIO(take("docx").content)).paragraphs
    message = take("message")
    assert len(message.content.decode()) <= LIMIT
    assert message["Content-Disposition"].endswith('"notes.txt"')
