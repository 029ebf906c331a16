"""The ledger's way to a new sum while the server serves: a thread of its own, one slice after the other."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors import GewuError
from models.rebuilding import Rebuilding

log = logging.getLogger(__name__)

_SHORTEST_PAUSE = 0.01
_PATIENCE = 30.0


@contextmanager
def rebuilding_beside(rebuilding: Rebuilding) -> Iterator[None]:
    """For the length of a block; several processes share the work, and what is left when it ends waits for the next."""
    stop = threading.Event()
    thread = threading.Thread(target=_work, args=(rebuilding, stop), name="rebuilding", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _work(rebuilding: Rebuilding, stop: threading.Event) -> None:
    while not stop.is_set():
        begun = time.monotonic()
        try:
            if rebuilding.step() is None:
                return
            pause = max(time.monotonic() - begun, _SHORTEST_PAUSE)  # as much time for requests as for the slices
        except GewuError as error:
            log.warning("the ledger is not at the new sum yet: %s; another try soon", error.refusal.code)
            pause = _PATIENCE
        except Exception:
            log.exception("the ledger is not at the new sum, and stays as it is until the next start")
            return
        stop.wait(pause)
