"""Brings the ledger to a new sum beside the window: slice by slice on the lane of writing, so that every save gets in between."""

import time

from PySide6.QtCore import QObject, Signal, Slot

from gui.background import Failure, Lane
from gui.journal_bridge import JournalBridge
from models.rebuilding import Progress
from models.store import Store

_ANNOUNCE_SECONDS = 3.0
"""Screens read anew what was added up, but not for every slice."""


class Rebuilder(QObject):
    """Begins when it is told to, and does nothing where the ledger is whole."""

    changed = Signal(object)
    """A Progress, None when the ledger is whole."""
    failed = Signal(object)
    """A Failure; the rest waits for the next start, and the ledger stays as it is."""

    def __init__(self, bridge: JournalBridge, parent: QObject) -> None:
        """Nothing happens before `start`."""
        super().__init__(parent)
        self._bridge = bridge
        self._stopped = False
        self._changed: set[str] = set()
        self._announced = time.monotonic()

    def start(self) -> None:
        """Ask how much is left, and go on with that."""
        self._bridge.ask(lambda store: store.rebuilding.progress(), done=self._on_begun)

    def stop(self) -> None:
        """After the slice that is being worked on."""
        self._stopped = True

    @Slot(object)
    def _on_begun(self, progress: Progress | None) -> None:
        if progress is not None:
            self.changed.emit(progress)
            self._next()

    def _next(self) -> None:
        if not self._stopped:
            self._bridge.work(Lane.WRITING, _slice, done=self._on_slice, failed=self._on_failed)

    @Slot(object)
    def _on_slice(self, done: tuple[Progress | None, frozenset[str]]) -> None:
        progress, findings = done
        self._changed |= findings
        self._announce(at_once=progress is None)
        self.changed.emit(progress)
        if progress is not None:
            self._next()

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._announce(at_once=True)
        self.changed.emit(None)
        self.failed.emit(failure)

    def _announce(self, *, at_once: bool) -> None:
        now = time.monotonic()
        if at_once or now - self._announced >= _ANNOUNCE_SECONDS:
            self._announced = now
            changed, self._changed = tuple(self._changed), set()
            self._bridge.ledger_changed.emit(changed)


def _slice(store: Store) -> tuple[Progress | None, frozenset[str]]:
    return store.rebuilding.step(), store.rebuilding.latest
