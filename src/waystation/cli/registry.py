"""`waystation registry`: look after the knowledge, and read it."""

from typing import Annotated

import typer

from waystation.cli import pull, upkeep
from waystation.cli.files import folders, load_knowledge
from waystation.cli.language import tongue
from waystation.cli.plan import Language, Layers, Public
from waystation.cli.show import Format, put
from waystation.cli.told import told
from waystation.cli.words import words as list_words
from waystation.papers import check_document, hits_document, record_document
from waystation.registry.card import card
from waystation.registry.check import check as check_folders
from waystation.registry.search import search as find
from waystation.say import Say

app = typer.Typer(no_args_is_help=True, help=told("registry"))
app.command("due", help=told("due"))(upkeep.due)
app.command("coverage", help=told("coverage"))(upkeep.coverage)
app.command("diff", help=told("compare"))(upkeep.diff)
app.command("cite", help=told("cite"))(upkeep.cite)
app.add_typer(pull.app, name="pull")
app.command("words", help=told("lacking"))(list_words)
app.command("scenarios", help=told("scenarios"))(upkeep.scenarios)


@app.command(help=told("check"))
def check(
    public: Public = None,
    knowledge: Layers = None,
    on: upkeep.On = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
) -> None:
    """Read every file and say, with file, line and field, what is wrong and what to write instead."""
    found = check_folders(folders(public, knowledge), upkeep.day_of(on))
    put(found, check_document(found, tongue(lang, public, knowledge)), format)
    raise typer.Exit(2 if found.faults else 0)


@app.command(help=told("show"))
def show(
    id: Annotated[str, typer.Argument(help=told("record"), metavar="RECORD")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Show one record: its conditions as sentences, what it gives, and the source of each."""
    known = load_knowledge(public, knowledge)
    record = known.record(id)
    put(record, record_document(card(record, known), tongue(lang, public, knowledge)), format)


@app.command(help=told("search"))
def search(
    words: Annotated[list[str], typer.Argument(help=told("words"), metavar="WORDS")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Find records by words of their title, summary and country."""
    known = load_knowledge(public, knowledge)
    language = tongue(lang, public, knowledge)
    hits = find(known, " ".join(words), Say(language).country)
    put(hits, hits_document(hits, language), format)
