"""The box in the top bar into which people type what they look for; the panel under it is moved from here."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from gui.icons import Glyph, icon
from gui.theme import Tone
from resources.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGE_STEPS = {Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_WITH_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_STAYS_OPEN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class SearchBox(QLineEdit):
    """Keeps the focus, and the input method, while the panel is open. Knows nothing of what is found."""

    entered = Signal()
    """The cursor came here, by whatever way."""
    asked = Signal(str)
    """The panel is wanted, with what is typed."""
    stepped = Signal(int)
    taken = Signal()
    left = Signal()
    """The cursor has gone elsewhere."""
    closed = Signal()
    """Esc: the cursor is to go back where it was."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("searchBox")
        self.setPlaceholderText(_("number, place, unit or pinyin"))
        self.setAccessibleName(_("Search"))
        self.addAction(icon(Glyph.SEARCH, Tone.SUB), QLineEdit.ActionPosition.LeadingPosition)
        self._composing = False
        self._came_from: QWidget | None = None
        self.textEdited.connect(self.asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the panel; while the input method is composing they are its own."""
        if self._composing or event.modifiers() & _WITH_OTHERS or not self._takes(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def _takes(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _PAGE_STEPS:
            self.stepped.emit(_PAGE_STEPS[key])
        elif key in _ENTER:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Esc and Enter are for the panel, whatever else has them as a shortcut."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            mine = event.key() in (*_ENTER, *_STEPS, Qt.Key.Key_Escape) and not event.modifiers() & _WITH_OTHERS
            if mine:
                event.accept()
                return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notice composing."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def come(self) -> None:
        """Ctrl+K: the cursor comes here, what stands here is chosen so that typing replaces it, and the panel drops."""
        if not self.hasFocus():
            self._came_from = QApplication.focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.asked.emit(self.text())

    def go_back(self) -> bool:
        """The cursor returns to where it was before it came here; False where that is not known, or gone."""
        before, self._came_from = self._came_from, None
        if before is None or not isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click lets the panel drop."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab only comes past: nothing drops."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The panel goes, unless it is only another window or a menu for a moment."""
        super().focusOutEvent(event)
        self._composing = False
        if event.reason() not in _STAYS_OPEN:
            self.left.emit()
