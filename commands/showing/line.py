"""A network line between two programs on this machine that can be cut: at once, after so many bytes, before an answer."""

import socket
import threading
from contextlib import suppress

_PIECE = 16 * 1024


class Line:
    """Relays 127.0.0.1:port to a server. While it is cut, connections are closed as soon as they are made."""

    def __init__(self, target_port: int) -> None:
        """Lead to this port; the line is whole at first."""
        self._target = ("127.0.0.1", target_port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._whole = True
        self._until_cut: int | None = None
        self._loses_answer = False
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where a client reaches the server through this line."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def cut(self) -> None:
        """Break every connection, and every later one until the line is mended."""
        with self._lock:
            self._whole, self._until_cut = False, None
            self.cuts += 1
            opened = list(self._open)
        for end in opened:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut_after(self, sent: int) -> None:
        """Break when this many more bytes have gone up."""
        with self._lock:
            self._until_cut = sent

    def lose_answer(self) -> None:
        """Let the next request through and break the line when its answer comes: done there, unknown here."""
        with self._lock:
            self._loses_answer = True

    def mend(self) -> None:
        """Let connections through again."""
        with self._lock:
            self._whole, self._until_cut, self._loses_answer = True, None, False

    def close(self) -> None:
        """Take the line down for good."""
        self.cut()
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            if not self._whole:
                return
            with socket.create_connection(self._target, timeout=5) as server:
                server.settimeout(None)
                with self._lock:
                    self._open |= {client, server}
                down = threading.Thread(target=self._pump, args=(server, client), daemon=True)
                down.start()
                self._pump(client, server, up=True)
                down.join()
                with self._lock:
                    self._open -= {client, server}

    def _pump(self, source: socket.socket, sink: socket.socket, *, up: bool = False) -> None:
        with suppress(OSError):
            while piece := source.recv(_PIECE):
                if not up and self._answer_is_lost():
                    self.cut()
                sink.sendall(piece)
                if up and self._used_up(len(piece)):
                    self.cut()
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _answer_is_lost(self) -> bool:
        with self._lock:
            loses, self._loses_answer = self._loses_answer, False
            return loses

    def _used_up(self, count: int) -> bool:
        with self._lock:
            if self._until_cut is None:
                return False
            self._until_cut -= count
            return self._until_cut <= 0
