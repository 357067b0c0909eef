"""The answer as a file, in each form, with a name that says nothing."""

import io

import docx
import pyrage
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


def test_a_file_is_sealed_for_the_holder_of_a_key(ask):
    key = pyrage.x25519.Identity.generate()
    answer = ask.post("/en/download", {"answers": "", "form": "txt", "recipient": str(key.to_public())})
    assert answer["Content-Disposition"].endswith('"notes.txt.age"')
    plain = ask.post("/en/download", {"answers": "", "form": "txt"})
    assert pyrage.decrypt(answer.content, [key]) == plain.content


def test_a_file_is_sealed_with_a_passphrase(ask):
    answer = ask.post("/en/download", {"answers": "", "form": "message", "passphrase": "four words in a row"})
    assert pyrage.passphrase.decrypt(answer.content, "four words in a row").decode().startswith("In short")


@pytest.mark.parametrize(
    "more", [{"recipient": "age1nonsense"}, {"passphrase": "hunter2"}, {"recipient": "AGE-SECRET-KEY-1X"}]
)
def test_a_bad_key_or_passphrase_makes_no_file(ask, more):
    answer = ask.post("/en/download", {"answers": "", "form": "txt", **more})
    assert answer.status_code == 400
    assert "Content-Disposition" not in answer
    assert next(iter(more.values())) not in answer.content.decode()
