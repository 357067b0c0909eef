"""Pages of the guide through a real server on two workers, beside a plain Django page that says hello.

Both are asked the same way, each request on a line of its own, by as many askers as there are cores.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from benchmarks.contest import Measured, Row, against, digits, share
from tests.web.forms import Form

ASKERS = WORKERS = 2
PAGES = ("/en/record/pl-humanitarian-visa-d21", "/en/practices/in/cz", "/en/record/de-22-2-residence-act")
PERSON = {"goal": "settle", "here": "GE", "nationalities": "BY", "nationalities.all": "1", "asked": "here"}
PEOPLE = (("GE", "BY"), ("AM", "RU"), ("CR", "NI"), ("TR", "IR"), ("PK", "AF"))
MANY, SMALL, PLANS = 2_000, 40, 60
SECONDS = 60
MOST_PLAN, RATE, LEAST = 0.5, 10, 0.5
"""Seconds of the slowest plan of a hundred, plans a second, and the share of the plain page's rate."""


@contextmanager
def serving(module: str) -> Iterator[int]:
    """The server of a module, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {
        **os.environ, "WAYSTATION_WEB_PORT": str(port), "WAYSTATION_WEB_WORKERS": str(WORKERS),
        "WAYSTATION_WEB_PLANS_A_MINUTE": "1000000",
    }  # fmt: skip
    process = subprocess.Popen([sys.executable, "-m", module], env=told, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait(SECONDS)


def _wait(port: int) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            ask(port, request("/en/"))
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def request(path: str, form: list[tuple[str, str]] | None = None) -> bytes:
    """A request as a browser sends it."""
    body = urlencode(form or []).encode()
    head = f"{'POST' if form else 'GET'} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
    if form:
        head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Connection: close\r\n\r\n".encode() + body


def ask(port: int, sent: bytes) -> bytes:
    """The answer, whole."""
    with socket.create_connection(("127.0.0.1", port), SECONDS) as line:
        line.sendall(sent)
        parts = []
        while part := line.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def rush(port: int, requests: list[bytes], many: int) -> tuple[float, list[float]]:
    """Seconds for all, and for each, asked by several at once. Raises if an answer is not 200."""
    times: list[float] = []
    wrong: list[bytes] = []

    def asker(first: int) -> None:
        for at in range(first, many, ASKERS):
            start = time.perf_counter()
            answer = ask(port, requests[at % len(requests)])
            times.append(time.perf_counter() - start)
            if b" 200 " not in answer[:20]:
                wrong.append(answer[:200])

    askers = [threading.Thread(target=asker, args=(first,)) for first in range(ASKERS)]
    start = time.perf_counter()
    for one in askers:
        one.start()
    for one in askers:
        one.join()
    if wrong:
        raise AssertionError(wrong[0])
    return time.perf_counter() - start, times


def ours(small: bool) -> Measured:
    """Practice pages, and whole answers to five people."""
    many, plans = (SMALL, 5) if small else (MANY, PLANS)
    with serving("waystation.web") as port:
        pages = [request(page) for page in PAGES]
        rush(port, pages, ASKERS * WORKERS * len(pages) * 4)
        page_time, _ = rush(port, pages, many)
        answers = [_answer(port, here, home) for here, home in PEOPLE]
        rush(port, answers, 2 * len(answers))
        plan_time, each = rush(port, answers, plans)
    return Measured(
        {"page": page_time / many, "plan": plan_time / plans, "slow plan": share(each, 0.99)},
        {"pages": many, "plans": plans},
    )


def _answer(port: int, here: str, home: str) -> bytes:
    """The request for the answer to somebody, after a page of questions."""
    told = {**PERSON, "here": here, "nationalities": home, "go": "review"}
    fields = [*told.items(), ("asked", "nationalities"), ("asked", "goal")]
    page = ask(port, request("/en/questions", fields).replace(b"Accept-Encoding: gzip\r\n", b""))
    sealed = Form(page.partition(b"\r\n\r\n")[2]).fields["answers"][0]
    return request("/en/answer", [("answers", sealed)])


def anchor(hello: object, small: bool) -> Measured:
    """The plain page."""
    many = SMALL if small else MANY
    with serving(hello.__name__) as port:  # type: ignore[attr-defined]
        rush(port, [request("/en/")], 20)
        seconds, _ = rush(port, [request("/en/")], many)
    return Measured({"page": seconds / many}, {"pages": many})


def rows(found: dict[str, Measured]) -> Iterator[Row]:
    """Pages beside the plain one, and plans alone."""
    mine, plain = found["guide"], found.get("Django, hello")
    if plain:
        yield against(
            "web", "a practice page, packed, on 2 workers / a plain Django page that says hello",
            mine.seconds["page"], plain.seconds["page"], 1 / LEAST,
        )  # fmt: skip
    rate = 1 / mine.seconds["plan"]
    yield Row("web", "whole answers a second on 2 workers", digits(rate), f"≥ {RATE}", None, None, rate >= RATE)
    slow = mine.seconds["slow plan"]
    yield Row(
        "web", "the slowest answer of a hundred, two asking at once", f"{slow * 1e3:.0f} ms",
        f"≤ {MOST_PLAN * 1e3:.0f} ms", None, None, slow <= MOST_PLAN,
    )  # fmt: skip
