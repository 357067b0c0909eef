"""`waystation web check`: what a stranger sees of a deployment, on a server of this machine."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.servers import running
from waystation.cli.web import faults_of

POLICY = "default-src 'none'; script-src 'none'; frame-ancestors 'none'; form-action 'self'"
GOOD = {
    "cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff",
    "content-security-policy": POLICY,
}  # fmt: skip


def guide(headers, *, any_host=False, repeats=False, page=b"<p>"):
    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            known = self.path in ("/en/", "/en/questions")
            strange = "127.0.0.1" not in self.headers["host"] and not any_host
            body = self.path.encode() if repeats and not known else page
            self.send_response(400 if strange else 200 if known else 404)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            self.answer()

        def do_POST(self):
            self.rfile.read(int(self.headers["content-length"]))
            self.answer()

        def log_message(self, *_):
            pass

    return running(ThreadingHTTPServer(("127.0.0.1", 0), Handler))


def found(headers, **how):
    with guide(headers, **how) as port:
        return [one.id for one in faults_of(f"http://127.0.0.1:{port}", None)]


def test_a_closed_deployment_has_no_fault():
    assert found(GOOD) == []


@pytest.mark.parametrize("name", GOOD)
def test_a_header_that_is_taken_away_is_seen(name):
    assert set(found({key: value for key, value in GOOD.items() if key != name})) == {"site.header"}


@pytest.mark.parametrize("name", ["set-cookie", "report-to"])
def test_a_header_that_keeps_or_tells_is_seen(name):
    assert set(found({**GOOD, name: "x=y"})) == {"site.never"}


def test_any_host_a_repeated_address_and_a_script_are_seen():
    assert found(GOOD, any_host=True) == ["site.any-host"]
    assert found(GOOD, repeats=True) == ["site.lost"]
    assert set(found(GOOD, page=b"<script>")) == {"site.script"}
