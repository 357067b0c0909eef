"""The forms of an answer and the sealed file, as one asks for them."""

import io
import os
import pty
import subprocess
import sys

import docx
import pyrage
import pytest
from pypdf import PdfReader

from tests.cli.test_cli import JOURNALIST, ROOT, run
from waystation.papers.message import LIMIT

KEY = pyrage.x25519.Identity.generate()
JOURNEY = "FR4978 ATH-VNO 23DEC"


def test_a_message_is_short():
    done = run("plan", JOURNALIST, "--format", "message")
    assert done.returncode == 0
    assert "Plan A" in done.stdout
    assert len(done.stdout) <= LIMIT


@pytest.mark.slow
def test_pdf_and_docx_are_written_and_open(tmp_path):
    for form in ("pdf", "docx"):
        done = run("plan", JOURNALIST, "--format", form, "--output", tmp_path / f"plan.{form}")
        assert (done.returncode, done.stderr) == (0, "")
    assert len(PdfReader(tmp_path / "plan.pdf").pages) > 1
    assert docx.Document(tmp_path / "plan.docx").tables


@pytest.mark.slow
def test_an_assessment_with_a_journey_is_a_pdf_with_its_picture(tmp_path):
    file = tmp_path / "journey.pdf"
    assert run("assess", JOURNALIST, JOURNEY, "--format", "pdf", "--output", file).returncode in (0, 1, 3)
    assert b"/Figure" in file.read_bytes() or PdfReader(file).pages


@pytest.mark.slow
def test_a_sealed_answer_is_opened_by_the_key_alone(tmp_path):
    file = tmp_path / "plan.age"
    done = run("plan", JOURNALIST, "--format", "docx", "--seal-to", KEY.to_public(), "--output", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert docx.Document(io.BytesIO(pyrage.decrypt(file.read_bytes(), [KEY]))).tables
    assert file.stat().st_mode & 0o077 == 0


def test_a_bad_key_is_one_sentence_and_nothing_is_written(tmp_path):
    done = run("plan", JOURNALIST, "--seal-to", "age1nobody", "--output", tmp_path / "plan.age")
    assert done.returncode == 2
    assert done.stderr.startswith("This is no public key of age")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_is_not_filled_with_signs_that_nobody_can_read():
    screen, end = pty.openpty()
    command = [sys.executable, "-m", "waystation", "plan", str(JOURNALIST), "--seal-to", str(KEY.to_public())]
    done = subprocess.run(command, stdout=end, stderr=subprocess.PIPE, cwd=ROOT, check=False, timeout=120)
    os.close(end)
    os.close(screen)
    assert done.returncode == 2
    assert b"--output" in done.stderr
