"""`waystation journeys find CASE FROM TO`, and `journeys pull routes`, which loads the routes it looks through."""

import datetime as dt
import os
import re
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from waystation.casework.depict import depict_ways
from waystation.casework.find_way import find_way
from waystation.cli.assess import FormTold
from waystation.cli.files import cache_folder, load_case, load_knowledge
from waystation.cli.itineraries import load_lands
from waystation.cli.language import tongue, user_language
from waystation.cli.levels import Level
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public
from waystation.cli.pull import Proxy
from waystation.cli.show import PICTURES, SHOWN, Form, Format, put_content, shown
from waystation.cli.told import told
from waystation.cli.upkeep import day_of
from waystation.core.charts import Chart
from waystation.core.measures import Grade
from waystation.core.texts import Words, text
from waystation.core.tongues import Tongue
from waystation.core.ways import WaysFound
from waystation.desks.journeys.asked import read_asked
from waystation.desks.journeys.fetch import pull_routes
from waystation.desks.journeys.routes import MOST_BYTES, ROUTES, URL, kept_routes, routes_of
from waystation.errors import CaseError
from waystation.net import fetch
from waystation.papers import to_png, ways_document, ways_picture
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
    format: FormTold = Form.text,
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
    lands = load_lands(public, knowledge, known)
    answer = find_way(read, known, asked, list_of, lands)
    chart = depict_ways(answer, known, lands) if format in SHOWN else None
    put_content(_written(answer, chart, format, tongue(lang, public, knowledge), to_screen=output is None), output)
    raise typer.Exit(exit_code(answer, fail_at))


def _written(answer: WaysFound, chart: Chart | None, format: Form, language: Tongue, *, to_screen: bool) -> bytes:
    """The answer in the form that was asked for. Raises CaseError if there is no way to draw."""
    if format not in PICTURES:
        page = ways_document(answer, language, chart)
        return shown(answer, page, Format(format.value), to_screen=to_screen)
    if not answer.told:
        raise CaseError("error.no-way-to-draw")
    picture = ways_picture(answer, chart, language)
    return to_png(picture) if format is Form.png else picture.encode()


def exit_code(answer: WaysFound, fail_at: Level | None) -> int:
    """3: no way is known on which people may go. 1: one that is offered has a danger at or above the level asked."""
    if not answer.ways:
        return 3
    return 1 if fail_at and answer.worst >= Grade.named(fail_at.value) else 0
