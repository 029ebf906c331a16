"""A button that says it is at work: nothing for a blink, then its words tell until the work has ended (screens.md 6)."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPushButton

from resources.words import _

_AFTER_MS = 300


class BusyMark(QObject):
    """Of one button; whoever gives it other words meanwhile keeps them."""

    def __init__(self, button: QPushButton) -> None:
        """At rest."""
        super().__init__(button)
        self._button, self._words = button, ""
        self._due = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._due.timeout.connect(self._say)

    def show_busy(self, *, busy: bool) -> None:
        """Work begins, or has ended."""
        if busy:
            self._due.start()
            return
        self._due.stop()
        if self._words and self._button.text() == _("Saving…"):
            self._button.setText(self._words)
        self._words = ""

    @Slot()
    def _say(self) -> None:
        # as wide as it was: nothing moves under the mouse
        self._button.setMinimumWidth(self._button.width())
        self._words = self._button.text()
        self._button.setText(_("Saving…"))
