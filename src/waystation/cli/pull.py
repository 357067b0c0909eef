"""`waystation registry pull`: load public lists into the user's own folder. The only commands that use the network."""

import os
from functools import partial
from typing import Annotated

import typer
from rich.console import Console

from waystation.cli.files import cache_folder
from waystation.cli.language import user_language
from waystation.cli.told import told
from waystation.cli.upkeep import day_of
from waystation.core.texts import Words, text
from waystation.net import fetch
from waystation.registry.pull import URL, pull_visas
from waystation.registry.visas import VISAS
from waystation.say import Say

app = typer.Typer(no_args_is_help=True, help=told("pull"))
Proxy = Annotated[str | None, typer.Option("--proxy", metavar="URL", help=told("proxy"))]


@app.callback()
def pull() -> None:
    """Load public lists into a folder of one's own."""


@app.command(help=told("pull-visas"))
def visas(proxy: Proxy = None, url: Annotated[str, typer.Option("--from", help=told("pull-from"))] = URL) -> None:
    """Load the public list of visa rules for pairs of states on which this knowledge says nothing."""
    file = cache_folder() / VISAS
    through = proxy or os.environ.get("WAYSTATION_PROXY")
    found = pull_visas(partial(fetch, proxy=through), file, day_of(None), url=url)
    pairs = sum(len(issuers) for rules in found.rules.values() for issuers in rules.values())
    words = text("pull.visas", n=pairs, day=found.checked, file=Words(str(file)))
    Console(highlight=False, soft_wrap=True).print(Say(user_language())(words), markup=False)
