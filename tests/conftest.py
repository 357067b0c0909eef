"""No test reaches the Internet: a connection to anywhere but this machine is refused before it is made."""

import os
import socket
from pathlib import Path

import pytest

from waystation.desks.planner import read_case
from waystation.registry.read import read_knowledge
from waystation.say import country_codes

DATA = Path(__file__).parents[1] / "data"
HERE = ("127.0.0.1", "::1", "localhost")


class OutsideError(Exception):
    """A test tried to reach another machine."""


def refuse(_self: socket.socket, address: object) -> None:
    raise OutsideError(address)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family == socket.AF_UNIX or address[0] in HERE:
            return connect(self, address)
        return refuse(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """No test writes into the home of whoever runs it."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def knowledge():
    """All the knowledge of the repository."""
    return read_knowledge(DATA)


@pytest.fixture(scope="session")
def case_of(knowledge):
    """From a mapping as a case file holds it to a Case."""

    def read(plain):
        return read_case(plain, knowledge.facts, country_codes())

    return read
