"""`waystation assess CASE`: what endangers the people of a case."""

import sys
from typing import Annotated

import typer

from waystation.casework.assess import assess as find
from waystation.cli.files import load_case, load_knowledge, write_whole
from waystation.cli.language import user_language
from waystation.cli.levels import Level
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public
from waystation.cli.show import Format, shown
from waystation.cli.told import told
from waystation.core.measures import Grade
from waystation.papers import assessment_document


def assess(
    case: CaseFile,
    as_of: AsOf = None,
    assume: Assume = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    fail_at: Annotated[Level | None, typer.Option(help=told("fail-at"))] = None,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
    output: Output = None,
) -> None:
    """Name every danger that can be foreseen, with its reason, its source and what to do."""
    known = load_knowledge(public, knowledge)
    answer = find(load_case(case, known, as_of=as_of, assume=assume), known)
    content = shown(answer, assessment_document(answer, lang or user_language()), format, to_screen=output is None)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
    raise typer.Exit(1 if fail_at and answer.worst >= Grade.named(fail_at.value) else 0)
