"""The interview and the answer as pages. What somebody told is in the form they send, and nowhere else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from waystation.casework.advise import advise
from waystation.core.plans import Advice
from waystation.errors import NotFoundError, WaystationError
from waystation.papers.days import names_of
from waystation.papers.overview import GUARD, dangers_document, overview_document, plan_document
from waystation.papers.sources import printed
from waystation.web import known
from waystation.web.answers import Answers, seal, unseal
from waystation.web.budget import spend
from waystation.web.guide.downloads import FORMS, download
from waystation.web.guide.interview import OPENING, Turn, take_turn
from waystation.web.page import refused, render, tongue_of
from waystation.web.questions import controls
from waystation.web.told import told_lines

SHOWN = (*OPENING, "lawful_until", "occupations", "travel_documents", "age", "threat_at_home")
"""One question of each kind, for the page that shows every element."""
MOST_LEFT = 4


def languages(request: HttpRequest) -> HttpResponse:
    """Which language?"""
    return render("en", "languages.html", path=None)


def front(request: HttpRequest, language: str) -> HttpResponse:
    """What this is, and where to begin."""
    return render(language, "front.html", doors=known.knowledge().doors.values())


def about(request: HttpRequest, language: str) -> HttpResponse:
    """What is kept (nothing), what leaving cannot erase, and the limits."""
    return render(language, "about.html", path="about")


def design(request: HttpRequest, language: str) -> HttpResponse:
    """Every element of a page."""
    shown = controls(SHOWN, {}, {}, known.knowledge(), tongue_of(language))
    return render(language, "design.html", path="design", controls=shown)


def questions(request: HttpRequest, language: str) -> HttpResponse:
    """The page of questions that comes next, or what the button asked for."""
    try:
        turn = take_turn(dict(request.POST.lists()), known.knowledge(), known.today())
        shows = {"page": _page, "review": _review, "answer": _answer}.get(turn.shows)
        return shows(language, turn) if shows else front(request, language)
    except WaystationError as fault:
        return refused(language, fault, request.POST.get("answers", ""))


def _page(language: str, turn: Turn) -> HttpResponse:
    shown = controls(turn.asked, turn.typed, turn.faults, known.knowledge(), tongue_of(language))
    return render(
        language, "questions.html", status=400 if turn.faults else 200, path=None, controls=shown,
        answers=seal(turn.answers), faults=turn.faults, number=len(turn.answers.pages) + 1,
    )  # fmt: skip


def _review(language: str, turn: Turn) -> HttpResponse:
    lines = told_lines(turn.answers, known.knowledge())
    return render(language, "review.html", path=None, lines=lines, answers=seal(turn.answers))


def _answer(language: str, turn: Turn) -> HttpResponse:
    answers, found = turn.answers, _advice(turn.answers)
    page = overview_document(found, known.tongue(language))
    left = [one.fact for one in found.questions if not one.of and one.fact not in answers.seen()][:MOST_LEFT]
    shown = controls(left, {}, {}, known.knowledge(), tongue_of(language))
    return render(
        language, "answer.html", path=None, page=page, sources=printed(page), answers=seal(answers),
        controls=shown, forms=FORMS, guard=GUARD, plans={one.id: names_of(found).plan(one.id) for one in found.plans},
    )  # fmt: skip


def _advice(answers: Answers) -> Advice:
    spend()
    return advise(answers.case(known.knowledge(), known.today()), known.knowledge(), between=known.lines())


def plan(request: HttpRequest, language: str) -> HttpResponse:
    """One plan whole."""

    def whole(answers: Answers) -> HttpResponse:
        found, wanted = _advice(answers), request.POST.get("plan", "")
        one = next((one for one in found.plans if one.id == wanted), None)
        if one is None:
            raise NotFoundError("error.web-no-plan")
        page = plan_document(found, one, known.tongue(language))
        return render(
            language,
            "plan.html",
            path=None,
            page=page,
            sources=printed(page),
            answers=seal(answers),
            plan=one.id,
            where="plan",
        )

    return _with_answers(request, language, whole)


def dangers(request: HttpRequest, language: str) -> HttpResponse:
    """Every danger where somebody stands, and what to do about each."""

    def whole(told: Answers) -> HttpResponse:
        page = dangers_document(_advice(told), known.tongue(language))
        return render(
            language, "plan.html", path=None, page=page, sources=printed(page), answers=seal(told), plan="",
            where="dangers",
        )  # fmt: skip

    return _with_answers(request, language, whole)


def answer(request: HttpRequest, language: str) -> HttpResponse:
    """The answer in short: again, or in another language."""
    return _with_answers(request, language, lambda told: _answer(language, Turn(shows="answer", answers=told)))


def review(request: HttpRequest, language: str) -> HttpResponse:
    """What was told, to be changed or taken back."""
    return _with_answers(request, language, lambda told: _review(language, Turn(shows="review", answers=told)))


def downloaded(request: HttpRequest, language: str) -> HttpResponse:
    """The answer as a file, sealed if a key or a pass phrase was given."""
    return _with_answers(
        request, language, lambda told: download(_advice(told), known.tongue(language), request.POST.dict())
    )


def _with_answers(request: HttpRequest, language: str, then: Callable[[Answers], HttpResponse]) -> HttpResponse:
    sealed = request.POST.get("answers", "")
    try:
        return then(unseal(sealed))
    except WaystationError as fault:
        return refused(language, fault, sealed)
