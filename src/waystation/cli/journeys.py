"""`waystation journeys check CASE ITINERARY`: a journey leg by leg. Beside it `find` and `pull` of `ways`."""

from typing import Annotated

import typer

from waystation.casework.assess import check as check_case
from waystation.casework.depict import depict
from waystation.cli import ways
from waystation.cli.assess import FormTold, exit_code, rendered
from waystation.cli.files import load_case, load_knowledge
from waystation.cli.itineraries import ItineraryTold, load_itinerary, load_lands
from waystation.cli.language import tongue
from waystation.cli.levels import Level
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public, SealTo
from waystation.cli.show import SHOWN, Form, put_content
from waystation.cli.told import told

app = typer.Typer(no_args_is_help=True, help=told("journeys"))
app.command("find", help=told("journeys-find"))(ways.find)
app.add_typer(ways.app, name="pull")


@app.callback()
def journeys() -> None:
    """Look at journeys."""


@app.command(help=told("journeys-check"))
def check(
    case: CaseFile,
    itinerary: ItineraryTold,
    as_of: AsOf = None,
    assume: Assume = None,
    format: FormTold = Form.text,
    fail_at: Annotated[Level | None, typer.Option(help=told("fail-at"))] = None,
    lang: Language = None,
    public: Public = None,
    knowledge: Layers = None,
    output: Output = None,
    seal_to: SealTo = None,
) -> None:
    """Check a journey leg by leg: borders, documents, what lies below, and what endangers one on the way."""
    known = load_knowledge(public, knowledge)
    read = load_case(case, known, as_of=as_of, assume=assume)
    way = load_itinerary(itinerary, read.as_of)
    lands = load_lands(public, knowledge, known)
    answer = check_case(read, known, way, lands)
    chart = depict(answer, way, known, lands) if format in SHOWN else None
    content = rendered(answer, chart, format, tongue(lang, public, knowledge), to_screen=not (output or seal_to))
    put_content(content, output, seal_to=seal_to)
    raise typer.Exit(exit_code(answer, fail_at))
