"""`waystation registry`: look after the knowledge, and read it."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from waystation.cli.files import knowledge_folder, load_knowledge
from waystation.cli.plan import Folder, Language
from waystation.cli.show import Format, written
from waystation.core.codec import to_json
from waystation.papers import check_document, hits_document, record_document
from waystation.registry.card import card
from waystation.registry.check import check as check_folders
from waystation.registry.search import search as find
from waystation.say import Say, user_language

app = typer.Typer(no_args_is_help=True, help="Check, show and search the knowledge.")


@app.command()
def check(
    folder: Folder = None,
    on: Annotated[
        dt.datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day for what is overdue.")
    ] = None,
    format: Annotated[Format, typer.Option(help="text, json or html.")] = Format.text,
    lang: Language = None,
) -> None:
    """Read every file and say, with file, line and field, what is wrong and what to write instead."""
    day = on.date() if on else dt.datetime.now(dt.UTC).date()
    found = check_folders([Path(folder or knowledge_folder())], day)
    if format is Format.json:
        sys.stdout.buffer.write(to_json(found))
    else:
        document = check_document(found, lang or user_language())
        sys.stdout.buffer.write(written(document, format, to_screen=True))
    raise typer.Exit(2 if found.faults else 0)


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="Id of a record.", metavar="ID")],
    format: Annotated[Format, typer.Option(help="text, json or html.")] = Format.text,
    lang: Language = None,
    knowledge: Folder = None,
) -> None:
    """Show one record: its conditions as sentences, what it gives, and the source of each."""
    known = load_knowledge(knowledge)
    record = known.record(id)
    if format is Format.json:
        sys.stdout.buffer.write(to_json(record))
        return
    document = record_document(card(record, known), lang or user_language())
    sys.stdout.buffer.write(written(document, format, to_screen=True))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words to look for.", metavar="WORDS")],
    format: Annotated[Format, typer.Option(help="text, json or html.")] = Format.text,
    lang: Language = None,
    knowledge: Folder = None,
) -> None:
    """Find records by words of their title, summary and country."""
    known = load_knowledge(knowledge)
    language = lang or user_language()
    hits = find(known, " ".join(words), Say(language).country)
    if format is Format.json:
        sys.stdout.buffer.write(to_json(hits))
        return
    sys.stdout.buffer.write(written(hits_document(hits, language), format, to_screen=True))
