"""`waystation diff OLD NEW`: what is new, gone or changed between two answers."""

from pathlib import Path
from typing import Annotated

import msgspec
import typer

from waystation.cli.language import tongue
from waystation.cli.plan import Language
from waystation.cli.show import Format, put
from waystation.cli.told import told
from waystation.core.plans import Advice
from waystation.core.plans import diff as compare
from waystation.errors import CaseError
from waystation.papers import changes_document


def diff(
    old: Annotated[Path, typer.Argument(help=told("old"), metavar="OLD")],
    new: Annotated[Path, typer.Argument(help=told("new"), metavar="NEW")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
) -> None:
    """Say what changed from one answer to the next: plans, steps, dangers, questions."""
    changes = compare(_read(old), _read(new))
    put(changes, changes_document(changes, tongue(lang)), format)


def _read(file: Path) -> Advice:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Advice)
    except OSError as error:
        raise CaseError("error.cannot-read", where=str(file), why=error.strerror) from None
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise CaseError("error.not-an-answer", where=str(file), why=str(error)[:120]) from None
