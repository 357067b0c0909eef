"""The real server and a real browser on this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SMALL = {"width": 320, "height": 640}
SOON = 60


class Site:
    """A running server: its address, its folder for temporary files, and what it wrote."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.temporary, self._log = folder / "tmp", folder / "log"
        self.temporary.mkdir()
        told = {
            **os.environ,
            "WAYSTATION_WEB_PORT": str(port),
            "WAYSTATION_WEB_WORKERS": "1",
            "TMPDIR": str(self.temporary),
        }
        told["WAYSTATION_WEB_PLANS_A_MINUTE"] = "10000"
        command = [sys.executable, "-m", "waystation.web"]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, env=told, stdout=log, stderr=subprocess.STDOUT)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + SOON
        while time.monotonic() < until:
            try:
                with urlopen(self.address, timeout=1):  # noqa: S310  # our own address
                    return
            except OSError:
                time.sleep(0.2)
        raise AssertionError(self.log)

    @property
    def log(self) -> str:
        """What it printed so far."""
        return self._log.read_text("utf-8")

    def stop(self) -> None:
        """Ends it."""
        self._process.terminate()
        self._process.wait(SOON)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    running = Site(tmp_path_factory.mktemp("site"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium, site):
    """A small screen without script. `page.seen` are the answers it got."""
    with chromium.new_context(
        java_script_enabled=False, viewport=SMALL, accept_downloads=True, base_url=site.address
    ) as context:
        page = context.new_page()
        page.seen = []

        def note(answer):
            page.seen.append(answer)

        page.on("response", note)
        yield page


@pytest.fixture
def desk(chromium, site):
    """A browser with script, so that a test can look into the page."""
    with chromium.new_context(viewport=SMALL, base_url=site.address, bypass_csp=True) as context:
        yield context.new_page()
