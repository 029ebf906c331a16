"""Keeps Python's garbage collection on the window's thread while other threads run.

A worker that happens to allocate could otherwise collect a window's objects, and Qt objects must die where they live.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000


class Collecting(QObject):
    """Takes the collector over from Python when made, and gives it back when stopped."""

    def __init__(self, parent: QObject) -> None:
        """From now on only this timer collects."""
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """No other thread runs any more."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        """As Python itself would: a generation when it has grown past its threshold."""
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), self._thresholds, strict=False)):
            if count > threshold > 0:
                gc.collect(generation)
