"""The text of the ledger: looked for when typing pauses, and never while the input method composes."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.icons import Glyph, icon
from gui.theme import Tone, px
from resources.words import _

_PAUSE_MS = 250
_WIDTH = 170
_TO_ROWS = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class LedgerSearch(QLineEdit):
    """Esc, ↓ and Enter lead to the rows; only from there Esc leaves the page."""

    wanted = Signal(str)
    """Look for this; empty: for nothing in particular."""
    rows_wanted = Signal()

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("ledgerSearch")
        self.setPlaceholderText(_("number, place, description"))
        self.setAccessibleName(_("Look for"))
        self.setClearButtonEnabled(True)
        self.setFixedWidth(px(_WIDTH))
        self.addAction(icon(Glyph.SEARCH, Tone.SUB), QLineEdit.ActionPosition.LeadingPosition)
        self._asked = ""
        self._composing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)

    def show_text(self, text: str) -> None:
        """Show what is looked for, without asking for it."""
        self._pause.stop()
        self._asked = text
        if self.text().strip() != text:
            self.setText(text)
            self._pause.stop()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is only composed is not looked for; what was written is."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._on_text()

    def event(self, event: QEvent) -> bool:
        """The keys that lead to the rows are nobody's shortcuts here."""
        if isinstance(event, QKeyEvent) and event.key() in _TO_ROWS and not event.modifiers() & _WITH_OTHERS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not self._composing:
                self._ask()
                self.rows_wanted.emit()
                return True
        return super().event(event)

    @Slot()
    def _on_text(self) -> None:
        if self._composing:
            self._pause.stop()
        elif self.text().strip() != self._asked:
            self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._asked and not self._composing:
            self._asked = text
            self.wanted.emit(text)
