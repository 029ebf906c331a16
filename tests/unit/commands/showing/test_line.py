"""The line of the tour: relays, breaks after so many bytes, refuses while cut, and is mended."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from commands.showing.line import Line


@pytest.fixture
def arrived() -> list[bytes]:
    """What the server got."""
    return []


@pytest.fixture
def line(arrived: list[bytes]) -> Iterator[Line]:
    server = socket.create_server(("127.0.0.1", 0))

    def echo() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                while piece := connection.recv(1024):
                    arrived.append(piece)
                    connection.sendall(piece)

    threading.Thread(target=echo, daemon=True).start()
    made = Line(server.getsockname()[1])
    yield made
    made.close()
    server.close()


def said_back(line: Line, text: bytes) -> bytes:
    """What comes back through the line before it ends."""
    port = int(line.url.rsplit(":", 1)[1])
    heard = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as end:
            end.sendall(text)
            while len(heard) < len(text) and (piece := end.recv(1024)):
                heard += piece
    except OSError:
        pass
    return heard


def test_whole_cut_mended(line: Line) -> None:
    assert said_back(line, b"abc") == b"abc"
    line.cut()
    assert said_back(line, b"abc") == b""
    line.mend()
    assert said_back(line, b"abc") == b"abc"


def test_breaks_after_so_many_bytes(line: Line) -> None:
    line.cut_after(100_000)
    assert len(said_back(line, bytes(400_000))) < 400_000
    assert line.cuts == 1
    assert said_back(line, b"abc") == b""


def test_an_answer_is_lost_though_the_question_arrived(line: Line, arrived: list[bytes]) -> None:
    line.lose_answer()
    assert said_back(line, b"abc") == b""
    assert arrived == [b"abc"]
    assert line.cuts == 1
    line.mend()
    assert said_back(line, b"abc") == b"abc"
