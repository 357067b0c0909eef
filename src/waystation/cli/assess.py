"""`waystation assess CASE [ITINERARY]`: what endangers the people of a case."""

from typing import Annotated

import typer

from waystation.casework.assess import assess as find
from waystation.casework.depict import depict
from waystation.cli.files import load_case, load_knowledge
from waystation.cli.itineraries import load_itinerary, load_lands
from waystation.cli.language import tongue
from waystation.cli.levels import Level
from waystation.cli.plan import AsOf, Assume, CaseFile, Language, Layers, Output, Public, SealTo
from waystation.cli.show import PICTURES, SHOWN, Form, Format, put_content, shown
from waystation.cli.told import told
from waystation.core.assessments import Assessment
from waystation.core.charts import Chart
from waystation.core.measures import Grade
from waystation.core.tongues import Tongue
from waystation.errors import CaseError
from waystation.papers import assessment_document, journey_picture, to_png

FormTold = Annotated[Form, typer.Option("--format", help=told("form"))]


def assess(
    case: CaseFile,
    itinerary: Annotated[str | None, typer.Argument(help=told("itinerary"), metavar="[ITINERARY]")] = None,
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
    """Name every danger that can be foreseen, with its reason, its source and what to do."""
    known = load_knowledge(public, knowledge)
    read = load_case(case, known, as_of=as_of, assume=assume)
    chart = None
    if itinerary is None:
        answer = find(read, known)
    else:
        way, lands = load_itinerary(itinerary, read.as_of), load_lands(public, knowledge, known)
        answer = find(read, known, way, lands)
        chart = depict(answer, way, known, lands) if format in SHOWN else None
    content = rendered(answer, chart, format, tongue(lang, public, knowledge), to_screen=not (output or seal_to))
    put_content(content, output, seal_to=seal_to)
    raise typer.Exit(exit_code(answer, fail_at))


def rendered(answer: Assessment, chart: Chart | None, format: Form, language: Tongue, *, to_screen: bool) -> bytes:
    """The bytes of the answer."""
    if format in PICTURES:
        return drawn(answer, chart, format, language)
    page = assessment_document(answer, language, chart)
    return shown(answer, page, Format(format.value), to_screen=to_screen)


def drawn(answer: Assessment, chart: Chart | None, format: Form, language: Tongue) -> bytes:
    """The journey as a picture. Raises CaseError if there is none."""
    if not answer.legs:
        raise CaseError("error.nothing-to-draw")
    picture = journey_picture(answer, chart, language)
    return to_png(picture) if format is Form.png else picture.encode()


def exit_code(answer: Assessment, fail_at: Level | None) -> int:
    """3: nobody should go. 1: a danger is at or above the level asked. Else 0."""
    if answer.verdict == "do-not-go":
        return 3
    return 1 if fail_at and answer.worst >= Grade.named(fail_at.value) else 0
