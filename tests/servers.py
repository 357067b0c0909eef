"""Servers on this machine that tests speak with: a web server, and a SOCKS proxy that remembers what it was asked."""

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def web(pages: dict[str, tuple[int, bytes]]) -> Iterator[str]:
    """A web server with these pages (path → status, body); its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = pages.get(self.path, (404, b""))
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def socks(leads_to: int) -> Iterator[tuple[str, list[str]]]:
    """A SOCKS5 proxy. Whatever host is asked for, it connects to the port `leads_to` of this machine.

    Its address, and the hosts that it was asked for, as they were spelled.
    """
    asked: list[str] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            client: socket.socket = self.request
            _, methods = client.recv(2)
            client.recv(methods)
            client.sendall(b"\x05\x00")
            _, _, _, kind = client.recv(4)
            host = client.recv(client.recv(1)[0]) if kind == 3 else socket.inet_ntoa(client.recv(4)).encode()
            client.recv(2)
            asked.append(host.decode())
            with socket.create_connection(("127.0.0.1", leads_to)) as far:
                client.sendall(b"\x05\x00\x00\x01" + socket.inet_aton("127.0.0.1") + struct.pack(">H", leads_to))
                back = threading.Thread(target=_pour, args=(far, client), daemon=True)
                back.start()
                _pour(client, far)
                back.join(5)

    with running(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"socks5://127.0.0.1:{port}", asked


def _pour(start: socket.socket, end: socket.socket) -> None:
    try:
        while part := start.recv(65_536):
            end.sendall(part)
        end.shutdown(socket.SHUT_WR)
    except OSError:
        return


@contextmanager
def running(server: socketserver.BaseServer) -> Iterator[int]:
    """The port of a server that runs until the end."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]  # type: ignore[misc]
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
