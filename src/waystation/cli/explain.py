"""`waystation explain CASE PRACTICE`: why this is open, closed or unknown to this person."""

from typing import Annotated

import typer

from waystation.casework.advise import explain_practice
from waystation.cli.files import load_case, load_knowledge
from waystation.cli.language import tongue
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public
from waystation.cli.show import Format, put_content, written
from waystation.cli.told import told
from waystation.core.codec import to_json
from waystation.papers import explanation_document


def explain(
    case: CaseFile,
    practice: Annotated[str, typer.Argument(help=told("practice"), metavar="PRACTICE")],
    as_of: AsOf = None,
    assume: Assume = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
    output: Output = None,
) -> None:
    """Say why a practice is open, closed or unknown: what decides, and what would change it."""
    known = load_knowledge(public, knowledge)
    told = load_case(case, known, as_of=as_of, assume=assume)
    answer = explain_practice(told, practice, known)
    if format is Format.json:
        content = to_json(answer)
    else:
        document = explanation_document(answer, tongue(lang, public, knowledge))
        content = written(document, format, to_screen=output is None)
    put_content(content, output)
