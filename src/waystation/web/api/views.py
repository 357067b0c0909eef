"""Each address of the API. What is asked is judged and forgotten."""

from collections.abc import Callable, Sized
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from waystation.casework.advise import advise
from waystation.casework.assess import assess as assess_case
from waystation.catalogues import DEFAULT, spoken
from waystation.core.codec import to_json
from waystation.core.records import Record
from waystation.desks.journeys.pasted import read_pasted
from waystation.desks.planner import Case, read_case
from waystation.errors import NotFoundError, ShapeError, WaystationError
from waystation.registry.card import card
from waystation.registry.coverage import answers
from waystation.registry.dependents import dependents
from waystation.registry.events import events
from waystation.registry.search import search
from waystation.say import Say, country_codes, fault
from waystation.web import known
from waystation.web.api.description import description
from waystation.web.api.values import (
    Changes,
    Problem,
    Question,
    Questions,
    Records,
    happened,
    summary,
    whole,
)  # fmt: skip
from waystation.web.budget import spend

JSON = "application/json"
MOST, LONGEST = 200, 4_000
ANOTHER_DAY = 5.0
"""What an answer for another day costs of the budget: the knowledge of that day must be worked out first."""
BUSY = "error.web-busy"

Work = Callable[..., Any]


def api(method: str, work: Work) -> Callable[..., HttpResponse]:
    """A view: the value that `work` hands out, or a problem in one sentence."""

    def view(request: HttpRequest, **named: str) -> HttpResponse:
        if request.method not in (method, "HEAD" if method == "GET" else method):
            return HttpResponseNotAllowed([method])
        try:
            return _json(work(request, **named))
        except RequestDataTooBig:
            return _json(Problem(fault(ShapeError("error.web-too-large"))), 413)
        except NotFoundError as error:
            return _json(Problem(fault(error)), 404 if named else 400)
        except WaystationError as error:
            return _json(Problem(fault(error)), 503 if error.id == BUSY else 400)

    return view


def _json(value: Any, status: int = 200) -> HttpResponse:
    return HttpResponse(to_json(value), content_type=JSON, status=status)


def _body(request: HttpRequest) -> Any:
    """What was sent, as plain values. Raises ShapeError."""
    try:
        return msgspec.json.decode(request.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise ShapeError("error.web-no-json") from None


def _of(plain: Any, key: str, kind: type[Sized], *, least: int = 0, most: int = LONGEST) -> Any:
    """One field of what was sent. Raises ShapeError if it is not there or of another kind."""
    value = plain.get(key) if isinstance(plain, dict) else None
    if not isinstance(value, kind) or not least <= len(value) <= most:
        raise ShapeError("error.web-field", path=(key,), key=key)
    return value


def _case(plain: Any) -> Case:
    case = read_case(plain, known.knowledge().facts, country_codes())
    spend(1.0 if case.as_of == known.today() else ANOTHER_DAY)
    return case


def records(request: HttpRequest) -> Records:
    """Records in short."""
    _only(request, "kind", "country", "need")
    kind, country, need = (request.GET.get(name, "") for name in ("kind", "country", "need"))
    knowledge = known.knowledge()
    found = (one for one in knowledge.records() if not kind or type(one).__name__.lower() == kind)
    placed = (one for one in found if not country or getattr(one, "country", "") == country.upper())
    return Records(tuple(summary(one) for one in placed if not need or _answers(one, need)))


def _answers(record: Record, need: str) -> bool:
    """Whether a record is a practice that answers a need. Raises ShapeError for a need that there is not."""
    knowledge = known.knowledge()
    if need not in knowledge.needs:
        raise ShapeError("error.bad-option", path=("need",), found=need[:40], options=", ".join(knowledge.needs))
    practice = knowledge.practices.get(record.id)
    return practice is not None and answers(practice, knowledge.needs[need])


def record(request: HttpRequest, id: str) -> Any:
    """One record in words."""
    _only(request, "language")
    language = request.GET.get("language", DEFAULT)
    if language not in spoken():
        raise ShapeError("error.no-language", language=language[:40])
    found = known.knowledge().record(id)
    named_by = tuple(one.id for one in dependents(found, known.knowledge()))
    return whole(card(found, known.knowledge()), named_by, Say(language))


def facts(request: HttpRequest) -> Questions:
    """Every fact that a case may tell."""
    _only(request)
    return Questions(
        tuple(
            Question(one.id, one.type, one.ask, one.why, one.section, one.sensitivity == "sensitive", one.subject,
                     one.options)
            for one in known.knowledge().facts.values()
            if one.asked
        )
    )  # fmt: skip


def changes(request: HttpRequest) -> Changes:
    """What happened, the latest first."""
    _only(request, "country", "need")
    country, need = request.GET.get("country", "").upper(), request.GET.get("need", "")
    found = events(known.knowledge(), known.today(), country, need)
    return Changes(tuple(happened(one) for one in found[:MOST]))


def _only(request: HttpRequest, *names: str) -> None:
    """Raises ShapeError for a parameter that there is not: a misspelt one would be passed over in silence."""
    for name in request.GET:
        if name not in names:
            raise ShapeError("error.unknown-key", key=name[:40], known=", ".join(names))


def searched(request: HttpRequest) -> Records:
    """Records by their words."""
    words = _of(_body(request), "words", str, least=1, most=200)
    hits = search(known.knowledge(), words, Say(DEFAULT).country)[:MOST]
    return Records(tuple(summary(known.knowledge().record(one.id)) for one in hits))


def plan(request: HttpRequest) -> Any:
    """The plans of a case."""
    return advise(_case(_body(request)), known.knowledge(), between=known.lines())


def assess(request: HttpRequest) -> Any:
    """The dangers of a case, and of a journey if one is given."""
    plain = _body(request)
    case = _case(_of(plain, "case", dict))
    way = read_pasted(_of(plain, "journey", str), case.as_of) if "journey" in plain else None
    return assess_case(case, known.knowledge(), way, known.lands())


def described(request: HttpRequest) -> Any:
    """The description of all this."""
    return description(known.knowledge().version)
