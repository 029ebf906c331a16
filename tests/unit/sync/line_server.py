"""A server on loopback that answers what a test tells it to, and remembers what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

INSTANCE = "i" * 32
OURS = {"X-Sync-Instance": INSTANCE, "X-Sync-Epoch": "e" * 32, "X-Server-Time": "2026-11-22T16:02:11.000+08:00"}


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Told:
    """What is answered next; the last one goes on for ever. `cut`: the connection breaks after so many bytes."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: dict(OURS))
    body: bytes = b"{}"
    cut: int | None = None


class LineServer(ThreadingHTTPServer):
    """Answers from its list."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listens on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.told: list[Told] = [Told()]
        self.asked: list[Asked] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def next_answer(self) -> Told:
        """The next of its list."""
        return self.told.pop(0) if len(self.told) > 1 else self.told[0]


class _Handler(BaseHTTPRequestHandler):
    server: LineServer
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append(Asked(self.command, self.path, dict(self.headers), body))
        told = self.server.next_answer()
        self.send_response(told.status)
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(told.body)))
        self.end_headers()
        self.wfile.write(told.body if told.cut is None else told.body[: told.cut])
        self.close_connection = told.cut is not None

    do_GET = do_POST = do_PATCH = do_HEAD = _answer  # noqa: N815 - names of the base class

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@contextmanager
def line_server(*told: Told) -> Iterator[LineServer]:
    """A server while the block lasts."""
    with LineServer() as server:
        server.told = list(told) or [Told()]
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()
