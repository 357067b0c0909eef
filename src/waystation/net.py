"""THE ONLY DOOR TO THE INTERNET. Nothing is fetched by itself: a command asks, and says through which proxy.

Through a SOCKS proxy (Tor) names are resolved by the proxy. Nothing is read from the environment here.
"""

import ssl
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from waystation.errors import NetworkError

Fetch = Callable[[str], bytes]
"""An address → what stands there. Raises NetworkError."""
SECONDS = 30.0
MOST_BYTES = 32_000_000
NEAR = ("127.0.0.1", "::1", "localhost")
"""This machine: the only place to which one may speak without encryption."""


def fetch(url: str, *, proxy: str | None = None, most: int = MOST_BYTES, seconds: float = SECONDS) -> bytes:
    """What stands at `url`, at most `most` bytes; each wait is at most `seconds`. Raises NetworkError."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in NEAR:
        raise NetworkError("error.net-not-https", host=parts.hostname or "")
    try:
        with (
            httpx.Client(proxy=_by_name(proxy), timeout=seconds, trust_env=False, headers=HEADERS) as client,
            client.stream("GET", url) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                raise NetworkError("error.net-status", host=parts.hostname or "", status=answer.status_code)
            return _bounded(answer, most)
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as fault:
        raise NetworkError("error.net-failed", host=parts.hostname or "", why=type(fault).__name__) from None


class Reply(Struct, frozen=True):
    """What a server answered: its status, its headers in small letters, and its text."""

    status: int
    headers: Mapping[str, str]
    text: str


def look(
    url: str, *, form: Mapping[str, str] | None = None, host: str = "", proxy: str | None = None,
    seconds: float = SECONDS,
) -> Reply:  # fmt: skip
    """What a server answers, whatever its status; nothing is followed. With a form it is sent one.

    `host`: the name it is asked under. Speaks without encryption where it is told to. Raises NetworkError.
    """
    told = {**HEADERS, **({"host": host} if host else {})}
    try:
        with httpx.Client(proxy=_by_name(proxy), timeout=seconds, trust_env=False, headers=told) as client:
            sent = client.stream("POST", url, data=dict(form)) if form is not None else client.stream("GET", url)
            with sent as answer:
                words = _bounded(answer, MOST_BYTES).decode("utf-8", "replace")
                return Reply(answer.status_code, dict(answer.headers), words)
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError, ValueError) as fault:
        named = urlsplit(url).hostname or ""
        raise NetworkError("error.net-failed", host=named, why=type(fault).__name__) from None


HEADERS = {"user-agent": "Mozilla/5.0", "accept": "*/*"}
"""Says nothing of who asks."""


def _by_name(proxy: str | None) -> str | None:
    """A SOCKS proxy that resolves names itself, so that no name is looked up outside it."""
    return proxy.replace("socks5://", "socks5h://", 1) if proxy else None


def _bounded(answer: httpx.Response, most: int) -> bytes:
    whole = bytearray()
    for part in answer.iter_bytes():
        whole += part
        if len(whole) > most:
            raise NetworkError("error.net-too-long", most=most)
    return bytes(whole)
