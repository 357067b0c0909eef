"""Pages about the knowledge. Whoever reads them tells nothing but which page they opened."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from waystation.catalogues import DEFAULT
from waystation.core.cards import Cell
from waystation.core.practices import Practice
from waystation.errors import NotFoundError, WaystationError
from waystation.papers.shelf import practice_document
from waystation.papers.sources import printed
from waystation.registry.card import card
from waystation.registry.coverage import answers, coverage
from waystation.registry.dependents import dependents
from waystation.registry.events import events
from waystation.registry.search import search
from waystation.say import Say
from waystation.web import known
from waystation.web.feeds import FEED, feed
from waystation.web.packed import packed
from waystation.web.page import refused, render, tongue_of

MOST_HITS, MOST_EVENTS, LONGEST = 100, 200, 200
ANYWHERE = "int"


def _page(request: HttpRequest, language: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """A page of the knowledge, made once; or one sentence that says what is not there."""

    def made() -> HttpResponse:
        try:
            return make()
        except NotFoundError as fault:
            return refused(language, fault, status=404)

    return packed(request, (request.path, known.today()), made)


def shelves(request: HttpRequest, language: str) -> HttpResponse:
    """Countries and needs, and the search."""
    return _page(request, language, lambda: render(
        language, "shelves.html", path="practices", countries=tongue_of(language).countries(_countries()),
        counts=_counts(), needs=known.knowledge().needs.values(),
    ))  # fmt: skip


def _counts() -> dict[str, int]:
    found: dict[str, int] = {}
    for one in known.knowledge().practices.values():
        found[one.country] = found.get(one.country, 0) + 1
    return found


def _countries() -> list[str]:
    return sorted(_counts())


def country(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """Every practice of a country, need by need."""

    def make() -> HttpResponse:
        code_ = _country(code)
        knowledge = known.knowledge()
        held = [one for one in knowledge.practices.values() if one.country == code_]
        parts = [(need, [one for one in held if answers(one, need)]) for need in knowledge.needs.values()]
        told = {one.id for _, ones in parts for one in ones}
        return render(
            language, "country.html", path=f"practices/in/{code}", code=code_,
            parts=[(need, ones) for need, ones in parts if ones],
            rest=[one for one in held if one.id not in told],
        )  # fmt: skip

    return _page(request, language, make)


def _country(code: str) -> str:
    """The code as the knowledge spells it. Raises NotFoundError."""
    found = next((one for one in _countries() if one.lower() == code.lower()), None)
    if found is None:
        raise NotFoundError("error.web-no-page")
    return found


def practice(request: HttpRequest, language: str, id: str) -> HttpResponse:
    """One record, its history and what hangs on it."""

    def make() -> HttpResponse:
        knowledge = known.knowledge()
        record = knowledge.record(id)
        code = record.country if isinstance(record, Practice) else ""
        happened = [one for one in events(knowledge, known.today(), code) if one.id == id] if code else []
        page = practice_document(card(record, knowledge), happened, known.tongue(language))
        return render(
            language, "record.html", path=f"record/{id}", page=page, sources=printed(page), id=id, code=code,
            hanging=dependents(record, knowledge),
        )  # fmt: skip

    return _page(request, language, make)


def found(request: HttpRequest, language: str) -> HttpResponse:
    """Records with these words. The words are sent in the form: an address would be noted on the way."""
    words = request.POST.get("words", "")[:LONGEST]
    say = Say(DEFAULT)
    try:
        hits = search(known.knowledge(), words, say.country)[:MOST_HITS]
    except WaystationError as fault:
        return refused(language, fault)
    return render(language, "found.html", path=None, words=words, hits=hits)


def compare(request: HttpRequest, language: str, need: str) -> HttpResponse:
    """One need in every country side by side: how many records, how sure, how old."""

    def make() -> HttpResponse:
        knowledge = known.knowledge()
        wanted = knowledge.needs.get(need)
        if wanted is None:
            raise NotFoundError("error.web-no-page")
        cells = [one for one in coverage(knowledge, known.today()).cells if one.need == need]
        titles = {one.id: one.title for one in knowledge.practices.values()}
        return render(
            language, "compare.html", path=f"compare/{need}", need=wanted, titles=titles,
            cells=sorted(cells, key=lambda one: _first(one, language)), needs=knowledge.needs.values(),
        )  # fmt: skip

    return _page(request, language, make)


def _first(cell: Cell, language: str) -> tuple[bool, str]:
    """Countries of which something is known first, by their names."""
    return not cell.records, tongue_of(language).country(cell.country)


def changes(request: HttpRequest, language: str) -> HttpResponse:
    """What opened, closed or was looked at again, the latest first; and where to follow it."""
    return _page(request, language, lambda: render(
        language, "changes.html", path="changes", events=events(known.knowledge(), known.today())[:MOST_EVENTS],
        countries=tongue_of(language).countries(_countries()), needs=known.knowledge().needs.values(),
    ))  # fmt: skip


def follow(request: HttpRequest, language: str, code: str = "", need: str = "") -> HttpResponse:
    """The same as a feed, of one country and for one need if they are given."""

    def make() -> HttpResponse:
        knowledge = known.knowledge()
        if need and need not in knowledge.needs:
            raise NotFoundError("error.web-no-page")
        told = events(knowledge, known.today(), _country(code) if code else "", need)[:MOST_EVENTS]
        title = [knowledge.needs[need].title] if need else []
        return HttpResponse(feed(told, request.path, title, language), headers={"Content-Type": FEED})

    return _page(request, language, make)
