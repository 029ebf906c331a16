"""What a server does beside serving, in a thread of its own: the ledger's way to a new sum, then the index of words."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from models.errors import GewuError
from server import words
from server.office import Office

log = logging.getLogger(__name__)

_SHORTEST_PAUSE: Final = 0.01
_PATIENCE: Final = 30.0
QUIET: Final = 5.0
"""Words are taken in when nothing was pushed for so long: laptops go first."""
_MOST_BEHIND: Final = 200_000
"""So many entries are waited for; then it goes on beside the pushes."""


@contextmanager
def working_beside(office: Office) -> Iterator[None]:
    """For the length of a block. Several processes share the work; what is left when it ends waits for the next."""
    stop = threading.Event()
    thread = threading.Thread(target=_Helper(office, stop).work, name="beside", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


class _Helper:
    """Does the next piece, and says how long to rest after it."""

    def __init__(self, office: Office, stop: threading.Event) -> None:
        self._office = office
        self._stop = stop
        self._whole = False
        self._last = -1
        self._quiet_since = time.monotonic()

    def work(self) -> None:
        while not self._stop.is_set():
            begun = time.monotonic()
            try:
                rest = self._piece()
            except GewuError as error:
                log.warning("the ledger's rows or words wait: %s; another try soon", error.refusal.code)
                rest = _PATIENCE
            except Exception:
                log.exception("the ledger's rows or words stay as they are until the next start")
                return
            # as much time for requests as for the pieces
            self._stop.wait(max(rest, time.monotonic() - begun, _SHORTEST_PAUSE))

    def _piece(self) -> float:
        if not self._whole:
            self._whole = self._office.rebuilding.step() is None
            return 0.0
        behind = self._behind()
        if behind == 0 or (behind < _MOST_BEHIND and time.monotonic() - self._quiet_since < QUIET):
            return QUIET
        words.step(self._office.database)
        return 0.0

    def _behind(self) -> int:
        lag = words.lag(self._office.database)
        if lag.last != self._last:
            self._last, self._quiet_since = lag.last, time.monotonic()
        return lag.last - lag.indexed
