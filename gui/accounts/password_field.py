"""A password field that says when Caps Lock or full-width letters spoil what is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from resources.words import _

_FULL_WIDTH = range(0xFF01, 0xFF5F)


class PasswordField(QLineEdit):
    """Emits a hint, or an empty text when there is nothing to say."""

    hinted = Signal(str)

    def __init__(self, name: str) -> None:
        """Shows dots."""
        super().__init__()
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(_("Password"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt does not tell of Caps Lock: a capital without Shift gives it away."""
        letter = event.text()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyPressEvent(event)
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            self.hinted.emit(_("Caps Lock is on.") if letter.isupper() != shift else self._width_hint())
        else:
            self.hinted.emit(self._width_hint())

    def _width_hint(self) -> str:
        wide = any(ord(letter) in _FULL_WIDTH for letter in self.text())
        return _("There are full-width letters in it; switch the input method to half-width.") if wide else ""
