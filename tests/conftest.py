"""No test reaches the Internet: a connection to anywhere but this machine is refused before it is made."""

import socket

import pytest

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
