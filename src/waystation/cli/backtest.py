"""`waystation backtest DIR`: replay past cases."""

from pathlib import Path
from typing import Annotated

import typer

from waystation.casework.backtest import backtest as replay
from waystation.cli.files import load_knowledge
from waystation.cli.itineraries import load_lands
from waystation.cli.language import tongue
from waystation.cli.plan import Language, Layers, Public
from waystation.cli.show import Format, put
from waystation.cli.told import told
from waystation.papers import backtest_document
from waystation.registry.replays import read_replays
from waystation.say import country_codes


def backtest(
    folder: Annotated[Path, typer.Argument(help=told("replays"), metavar="DIR")],
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
) -> None:
    """Replay past cases, each with what was known on its day, and count what was foreseen."""
    known = load_knowledge(public, knowledge)
    cases = (one for _, one in read_replays(folder, known.facts))
    found = replay(cases, known, country_codes(), load_lands(public, knowledge, known))
    put(found, backtest_document(found, tongue(lang, public, knowledge)), format)
    raise typer.Exit(0 if found.passed else 1)
