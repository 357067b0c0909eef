"""`waystation ask CASE`: asks the missing questions, best first, and writes the file."""

from pathlib import Path
from typing import Any

from rich.console import Console

from waystation.casework.interview import next_to_ask, with_answer
from waystation.cli.answer import LEAVE, SKIP, read_answer
from waystation.cli.files import load_case, load_knowledge
from waystation.cli.language import tongue
from waystation.cli.plan import CaseFile, Language, Layers, Public
from waystation.core.findings import Question
from waystation.core.texts import Words, text
from waystation.errors import WaystationError
from waystation.files import write_whole
from waystation.registry.yaml import with_key
from waystation.say import Say, country_codes, fault


def ask(case: CaseFile, lang: Language = None, public: Public = None, knowledge: Layers = None) -> None:
    """Ask what is missing, the question that settles most first. Each answer is written to the file at once."""
    known = load_knowledge(public, knowledge)
    told = load_case(case, known)
    say, out = Say(tongue(lang, public, knowledge)), Console(highlight=False, soft_wrap=True)
    skipped: set[str] = set()
    out.print(say(text("ask.how")), markup=False)
    while (question := next_to_ask(told, known, skip=frozenset(skipped))) is not None:
        _show(question, say, out)
        try:
            spelled = read_answer(known.facts[question.fact], say, out)
        except EOFError:
            break
        if spelled is LEAVE:
            break
        if spelled is SKIP:
            skipped.add(question.fact)
            continue
        try:
            told = with_answer(told, question.fact, spelled, known, country_codes())
        except WaystationError as error:
            out.print(fault(error, say.language), markup=False)
            continue
        _write(case, question.fact, spelled)
    out.print(say(text("ask.done" if next_to_ask(told, known) is None else "ask.left")), markup=False)


def _show(question: Question, say: Say, out: Console) -> None:
    out.print()
    out.print(say(text("ask.question", words=Words(question.ask))), markup=False, style="bold")
    out.print(say(text("ask.why", words=Words(question.why))), markup=False)
    if question.sensitive:
        out.print(say(text("ask.sensitive")), markup=False)


def _write(file: Path, fact: str, spelled: Any) -> None:
    """The file with this one answer in it; its comments and its other lines stay as they are."""
    write_whole(file, with_key(file.read_text("utf-8"), fact, spelled).encode())
