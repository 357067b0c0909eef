"""`waystation registry due|coverage|diff|cite|scenarios`: for those who look after the knowledge."""

import datetime as dt
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from waystation.casework.examine import examine
from waystation.cli.files import folders, load_knowledge
from waystation.cli.language import tongue
from waystation.cli.plan import Language, Layers, Public
from waystation.cli.show import Format, put
from waystation.cli.told import told
from waystation.core.scenarios import Disagreement
from waystation.papers import (
    cite_document,
    compared_document,
    coverage_document,
    due_document,
    examined_document,
    to_svg,
)  # fmt: skip
from waystation.registry.card import card
from waystation.registry.compare import compare
from waystation.registry.coverage import coverage as cover
from waystation.registry.due import due as find_due
from waystation.registry.read import read_knowledge
from waystation.registry.scenarios import FOLDER, read_scenarios
from waystation.say import country_codes

On = Annotated[dt.datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help=told("on"))]


class Shape(StrEnum):
    """Forms of a coverage table."""

    text = "text"
    json = "json"
    html = "html"
    svg = "svg"


def due(
    on: On = None,
    within: Annotated[int, typer.Option(min=0, help=told("within"))] = 0,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """List what must be looked at again, worst first."""
    found = find_due(load_knowledge(public, knowledge), day_of(on), within)
    put(found, due_document(found, tongue(lang, public, knowledge)), format)


def coverage(
    countries: Annotated[str, typer.Option(help=told("countries"))] = "",
    on: On = None,
    format: Annotated[Shape, typer.Option(help=told("as-json"))] = Shape.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Show what is known of each need in each country, how surely, and how old it is."""
    asked = tuple(one.strip().upper() for one in countries.split(",") if one.strip())
    found = cover(load_knowledge(public, knowledge), day_of(on), asked)
    language = tongue(lang, public, knowledge)
    if format is Shape.svg:
        sys.stdout.buffer.write(to_svg(found, language))
        return
    put(found, coverage_document(found, language), Format(format.value))


def diff(
    old: Annotated[Path, typer.Argument(help=told("old"), metavar="OLD")],
    new: Annotated[Path, typer.Argument(help=told("new"), metavar="NEW")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
) -> None:
    """Say what changed from one knowledge folder to another, in words."""
    changes = compare(read_knowledge(old), read_knowledge(new))
    put(changes, compared_document(changes, tongue(lang)), format)


def scenarios(
    folder: Annotated[Path | None, typer.Option("--folder", help=told("scenario-folder"))] = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Hold the knowledge against the experts' tests."""
    known = load_knowledge(public, knowledge)
    where = folder or folders(public, None)[0] / FOLDER
    found: list[Disagreement] = []
    count = 0
    for _, one in read_scenarios(where, known.facts):
        count += 1
        found.extend(examine(one, known, country_codes()))
    put(found, examined_document(found, count, tongue(lang, public, knowledge)), format)
    raise typer.Exit(1 if found else 0)


def cite(
    id: Annotated[str, typer.Argument(help=told("record"), metavar="RECORD")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Print the sources of one record, ready to be quoted."""
    known = load_knowledge(public, knowledge)
    shown = card(known.record(id), known)
    put(shown.citations, cite_document(shown, tongue(lang, public, knowledge)), format)


def day_of(on: dt.datetime | None) -> dt.date:
    """The day asked for, else today."""
    return on.date() if on else dt.datetime.now(dt.UTC).date()
