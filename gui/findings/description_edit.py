"""A text of several lines in which Tab jumps from 〔gap〕 to 〔gap〕, and on to the next field where there is none."""

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gui.findings.phrases import next_gap


class DescriptionEdit(QPlainTextEdit):
    """Plain text only; what is pasted loses its spaces at the ends."""

    def __init__(self) -> None:
        """Tab leaves the field."""
        super().__init__()
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """No higher than it must be: it grows into the room that there is. A layout would squeeze its neighbours else."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Its least height is set from outside."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def insert_phrase(self, phrase: str) -> None:
        """Put a sentence at the cursor and select its first gap."""
        start = self.textCursor().selectionStart()
        self.insertPlainText(phrase)
        self._select_gap(start)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Alt+Enter belong to the page."""
        modified = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modified:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Tab goes to the next gap while there is one, and only then on to the next field."""
        if forward and self._select_gap(self.textCursor().selectionEnd()):
            return True
        return super().focusNextPrevChild(forward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Pictures and files are for the photo column."""
        return source.hasText() and not source.hasUrls() and not source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as text without spaces at the ends."""
        if self.canInsertFromMimeData(source):
            self.insertPlainText(source.text().strip())

    def _select_gap(self, after: int) -> bool:
        gap = next_gap(self.toPlainText(), after)
        if gap is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(gap.start)
        cursor.setPosition(gap.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True
