"""A short door: a few questions, then what the desks can answer today and who can do the rest."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from waystation.casework.assess import check
from waystation.casework.depict import depict
from waystation.casework.door import open_door
from waystation.core.assessments import Assessment
from waystation.core.itineraries import Itinerary
from waystation.core.world import Door
from waystation.desks.journeys.pasted import read_pasted
from waystation.errors import CaseError, NotFoundError, WaystationError
from waystation.papers import assessment_document, door_document, journey_picture, to_png
from waystation.papers.document import Document
from waystation.papers.sources import printed
from waystation.web import known
from waystation.web.answers import Answers, seal, unseal
from waystation.web.budget import spend
from waystation.web.files import NAME, as_file
from waystation.web.page import refused, render, tongue_of
from waystation.web.questions import controls, read_page, typed_again
from waystation.web.spelling import ROW, Typed, first

JOURNEY = "journey"
LONGEST = 4_000


def door(request: HttpRequest, language: str, id: str) -> HttpResponse:
    """The questions of a door; with answers, what it leads to."""
    found = known.knowledge().doors.get(id)
    if found is None:
        return refused(language, NotFoundError("error.web-no-page"), status=404)
    try:
        return _turn(dict(request.POST.lists()), found, language)
    except WaystationError as fault:
        return refused(language, fault, request.POST.get("answers", ""))


def _turn(typed: Typed, door: Door, language: str) -> HttpResponse:
    knowledge = known.knowledge()
    answers, (go, _, what) = unseal(first(typed, "answers")), first(typed, "go").partition(":")
    if go == "more":
        fact, _, rows = what.rpartition(":")
        typed = {**typed, f"{fact}.{ROW}": [rows]}
    elif go == "again" or not go:
        again = typed_again(door.asks, answers, knowledge)
        return _ask(language, door, answers, {**again, JOURNEY: typed.get(JOURNEY, [])})
    if go in ("more", "same"):
        return _ask(language, door, answers, typed)
    page = read_page(door.asks, typed, knowledge)
    faults: dict[str, WaystationError] = dict(page.faults)
    told = answers.with_answers(page.told, page.passed, door.asks) if first(typed, "asked") else answers
    if not faults:
        try:
            return _answer(language, door, told, first(typed, JOURNEY))
        except WaystationError as fault:
            faults[JOURNEY] = fault
    return _ask(language, door, answers, typed, faults)


def _ask(
    language: str, door: Door, answers: Answers, typed: Typed, faults: Mapping[str, WaystationError] | None = None
) -> HttpResponse:
    tongue, faults = tongue_of(language), faults or {}
    shown = controls(door.asks, typed, faults, known.knowledge(), tongue)
    return render(
        language, "door.html", status=400 if faults else 200, path=None if answers.told else f"door/{door.id}",
        door=door, controls=shown, answers=seal(answers), faults=faults, journey=first(typed, JOURNEY)[:LONGEST],
        journey_fault=tongue.fault(faults.get(JOURNEY)),
    )  # fmt: skip


def _answer(language: str, door: Door, answers: Answers, journey: str) -> HttpResponse:
    spend()
    page = _document(language, door, answers, journey)
    values: dict[str, Any] = {"page": page, "sources": printed(page), "journey": journey}
    return render(language, "door_answer.html", path=None, door=door, answers=seal(answers), **values)


def pictured(request: HttpRequest, language: str) -> HttpResponse:
    """The journey of a door on a map, as a file."""
    try:
        answers, journey = unseal(request.POST.get("answers", "")), request.POST.get(JOURNEY, "")
        spend()
        found, way = _checked(answers, journey)
        chart = depict(found, way, known.knowledge(), known.lands())
        picture = journey_picture(found, chart, known.tongue(language))
        return as_file(to_png(picture), "image/png", f"{NAME}.png")
    except WaystationError as fault:
        return refused(language, fault, request.POST.get("answers", ""))


def _checked(answers: Answers, journey: str) -> tuple[Assessment, Itinerary]:
    """A journey looked at leg by leg. Raises WaystationError for a case or a journey that cannot be."""
    if not journey:
        raise CaseError("error.web-no-journey")
    way = read_pasted(journey[:LONGEST], known.today())
    case = answers.case(known.knowledge(), known.today())
    return check(case, known.knowledge(), way, known.lands()), way


def _document(language: str, door: Door, answers: Answers, journey: str) -> Document:
    """Raises WaystationError for a case or a journey that cannot be."""
    if door.journey:
        return assessment_document(_checked(answers, journey)[0], known.tongue(language))
    case = answers.case(known.knowledge(), known.today())
    return door_document(open_door(door, case, known.knowledge()), known.tongue(language))
