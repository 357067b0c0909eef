"""What every answer says to the browser: run nothing, fetch nothing, keep nothing, tell nobody."""

import base64
import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from waystation.web.style import STYLE

Next = Callable[[HttpRequest], HttpResponse]
METHODS = ("GET", "HEAD", "POST")


def _hash(words: str) -> str:
    return base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'none'",
        # The style stands in the page: no second request on a bad line, no file of ours in a cache.
        f"style-src 'sha256-{_hash(STYLE)}'",
        "img-src data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "X-Robots-Tag": "noarchive",
}


class Headers:
    """Middleware, the outermost: sets the headers, and refuses methods that no page has."""

    def __init__(self, ask: Next) -> None:
        self._ask = ask

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the page, with the headers."""
        answer = self._ask(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        return answer
