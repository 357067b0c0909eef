"""`waystation web check URL`: looks at a running guide from outside, and says what an operator must mend."""

import sys
from collections.abc import Iterator
from functools import partial
from typing import Annotated
from urllib.parse import urlsplit

import typer

from waystation.cli.language import user_language
from waystation.cli.plan import Language
from waystation.cli.pull import Proxy
from waystation.cli.show import Format, written
from waystation.cli.told import told
from waystation.core.texts import Text, Words, text
from waystation.net import NEAR, Reply, look
from waystation.papers.site import site_document

app = typer.Typer(no_args_is_help=True, help=told("web"))
ONION, STRANGER, MARKER = ".onion", "example.org", "nobody-has-this-word"
MUST = {
    "cache-control": ("no-store",),
    "referrer-policy": ("no-referrer",),
    "x-content-type-options": ("nosniff",),
    "content-security-policy": (
        "default-src 'none'",
        "script-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ),
}  # fmt: skip
NEVER = ("set-cookie", "report-to", "nel", "alt-svc")
"""Headers that keep something on the device, or tell somebody else of the visit."""
OK, MISSING, BAD = 200, 404, 400


@app.callback()
def web() -> None:
    """Look at a deployment of the guide."""


@app.command(help=told("web-check"))
def check(
    url: Annotated[str, typer.Argument(help=told("web-url"), metavar="URL")],
    proxy: Proxy = None,
    lang: Language = None,
) -> None:
    """Ask a running guide as a stranger does, and name every setting that matters and is wrong."""
    faults = list(faults_of(url.rstrip("/"), proxy))
    document = site_document(faults, lang or user_language())
    sys.stdout.buffer.write(written(document, Format.text, to_screen=True))
    raise typer.Exit(1 if faults else 0)


def faults_of(url: str, proxy: str | None) -> Iterator[Text]:
    """What is wrong, seen from outside. Raises NetworkError if nobody answers."""
    ask = partial(look, proxy=proxy)
    near, parts = urlsplit(url).hostname in NEAR, urlsplit(url)
    encrypted = parts.scheme == "https"
    if not encrypted and not near and not (parts.hostname or "").endswith(ONION):
        yield text("site.not-encrypted")
    front = ask(f"{url}/en/")
    if front.status != OK:
        yield text("site.status", page=Words("/en/"), status=front.status)
    yield from _headers(front, Words("/en/"))
    if encrypted and "strict-transport-security" not in front.headers:
        yield text("site.no-hsts")
    asked = ask(f"{url}/en/questions", form={"go": "next"})
    yield from _headers(asked, Words("/en/questions"))
    lost = ask(f"{url}/en/{MARKER}")
    if lost.status != MISSING or MARKER in lost.text:
        yield text("site.lost")
    if ask(f"{url}/en/", host=STRANGER).status != BAD:
        yield text("site.any-host")


def _headers(answer: Reply, page: Words) -> Iterator[Text]:
    for name, wanted in MUST.items():
        held = answer.headers.get(name, "")
        lacking = tuple(Words(one) for one in wanted if one not in held)
        if lacking:
            yield text("site.header", page=page, name=Words(name), wanted=lacking)
    for name in NEVER:
        if name in answer.headers:
            yield text("site.never", page=page, name=Words(name))
    if "<script" in answer.text:
        yield text("site.script", page=page)
