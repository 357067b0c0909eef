"""`waystation journeys find CASE FROM TO`, and `journeys pull routes`, which loads the routes it looks through."""

import datetime as dt
import os
import re
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from waystation.casework.find_way import find_way
from waystation.cli.files import cache_folder, load_case, load_knowledge
from waystation.cli.itineraries import load_lands
from waystation.cli.language import tongue, user_language
from waystation.cli.levels import Level
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public
from waystation.cli.pull import Proxy
from waystation.cli.show import Format, put_content, shown
from waystation.cli.told import told
from waystation.cli.upkeep import day_of
from waystation.core.measures import Grade
from waystation.core.texts import Words, text
from waystation.core.ways import WaysFound
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.fetch import pull_routes
from waystation.desks.journeys.routes import MOST_BYTES, ROUTES, URL, kept_routes, routes_of
from waystation.net import fetch
from waystation.papers import ways_document
from waystation.say import Say

app = typer.Typer(no_args_is_help=True, help=told("pull"))
MOST_STOPS = 3
Day = Annotated[dt.datetime | None, typer.Option("--day", formats=["%Y-%m-%d"], help=told("find-day"))]


@app.callback()
def pull() -> None:
    """Load public lists into a folder of one's own."""


@app.command(help=told("pull-routes"))
def routes(proxy: Proxy = None, url: Annotated[str, typer.Option("--from", help=told("pull-from"))] = URL) -> None:
    """Load the public list of routes that `journeys find` looks through."""
    file = cache_folder() / ROUTES
    through = proxy or os.environ.get("WAYSTATION_PROXY")
    found = pull_routes(partial(fetch, proxy=through, most=MOST_BYTES), file, day_of(None), url=url)
    values = {"n": found.read, "left_out": found.left_out, "file": Words(str(file))}
    Console(highlight=False, soft_wrap=True).print(
        Say(user_language())(text("pull.routes", **values)), markup=False
    )


def find(
    case: CaseFile,
    start: Annotated[str, typer.Argument(help=told("find-from"), metavar="FROM")],
    end: Annotated[str, typer.Argument(help=told("find-to"), metavar="TO")],
    day: Day = None,
    routes: Annotated[Path | None, typer.Option("--routes", metavar="CSV", help=told("find-routes"))] = None,
    avoid: Annotated[str, typer.Option("--avoid", metavar="CC,CC", help=told("find-avoid"))] = "",
    most_stops: Annotated[int, typer.Option("--most-stops", min=0, max=MOST_STOPS, help=told("find-stops"))] = 2,
    as_of: AsOf = None,
    assume: Assume = None,
    format: Annotated[Format, typer.Option(help=told("format"))] = Format.text,
    fail_at: Annotated[Level | None, typer.Option(help=told("fail-at"))] = None,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
    output: Output = None,
) -> None:
    """Find ways by known routes, with the least danger, the least time, or the fewest changes."""
    known = load_knowledge(public, knowledge)
    read = load_case(case, known, as_of=as_of, assume=assume)
    asked = read_asked(
        start, end, day.date() if day else read.as_of, most_stops=most_stops,
        avoid=frozenset(one.upper() for one in re.split(r"[,\s]+", avoid) if one),
    )  # fmt: skip
    list_of = routes_of(routes) if routes else kept_routes(cache_folder() / ROUTES)
    answer = find_way(read, known, asked, list_of, load_lands(public, knowledge, known))
    page = ways_document(answer, tongue(lang, public, knowledge))
    content = shown(answer, page, format, to_screen=output is None)
    put_content(content, output)
    raise typer.Exit(exit_code(answer, fail_at))


def exit_code(answer: WaysFound, fail_at: Level | None) -> int:
    """3: no way is known on which people may go. 1: one that is offered has a danger at or above the level asked."""
    if not answer.ways:
        return 3
    return 1 if fail_at and answer.worst >= Grade.named(fail_at.value) else 0
