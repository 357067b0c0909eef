"""Which address leads to which page. No address ever holds an answer."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path, register_converter

from waystation.catalogues import DEFAULT, spoken
from waystation.errors import NotFoundError, WaystationError
from waystation.say import PSEUDO, PSEUDO_RTL
from waystation.web.doors import views as doors
from waystation.web.guide import views as guide
from waystation.web.page import refused
from waystation.web.shelves import views as shelves


class Language:
    """A language that has a catalogue, or one of the made-up ones."""

    regex = "[a-z]{2,3}(-[A-Za-z]+)?"

    def to_python(self, value: str) -> str:
        """The language. Raises ValueError if nobody translated into it."""
        if value not in spoken() and value not in (PSEUDO, PSEUDO_RTL):
            raise ValueError
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


register_converter(Language, "language")

urlpatterns = [
    path("", guide.languages),
    path("api/v1/", include("waystation.web.api.urls")),
    path("<language:language>/", guide.front),
    path("<language:language>/about", guide.about),
    path("<language:language>/design", guide.design),
    path("<language:language>/questions", guide.questions),
    path("<language:language>/review", guide.review),
    path("<language:language>/answer", guide.answer),
    path("<language:language>/plan", guide.plan),
    path("<language:language>/dangers", guide.dangers),
    path("<language:language>/download", guide.downloaded),
    path("<language:language>/door/<slug:id>", doors.door),
    path("<language:language>/map", doors.pictured),
    path("<language:language>/practices", shelves.shelves),
    path("<language:language>/practices/in/<slug:code>", shelves.country),
    path("<language:language>/record/<slug:id>", shelves.practice),
    path("<language:language>/search", shelves.found),
    path("<language:language>/compare/<slug:need>", shelves.compare),
    path("<language:language>/changes", shelves.changes),
    path("<language:language>/feeds/all.atom", shelves.follow),
    path("<language:language>/feeds/all/<slug:need>.atom", shelves.follow),
    path("<language:language>/feeds/<slug:code>.atom", shelves.follow),
    path("<language:language>/feeds/<slug:code>/<slug:need>.atom", shelves.follow),
]


def _language(request: HttpRequest) -> str:
    """The language that the address begins with, else English."""
    named = request.path.split("/")[1]
    return named if named in spoken() else DEFAULT


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return refused(_language(request), NotFoundError("error.web-no-page"), status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something went wrong here; nothing of the form is shown or written down."""
    return refused(_language(request), WaystationError("error.web-broken"), status=500)


handler404 = "waystation.web.urls.not_found"
handler500 = "waystation.web.urls.broken"
