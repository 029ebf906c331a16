"""The keys of the form, none of which acts while the input method is composing."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.composing import Composing
from gui.photos.incoming import clipboard_holds_photos

_SAVE = ("Ctrl+Return", "Ctrl+Enter")
_SAVE_AND_NEXT = ("Alt+Return", "Alt+Enter")


class FormKeys(QObject):
    """Shortcuts of one page, and a watch on its text fields."""

    save = Signal()
    save_and_next = Signal()
    next_gap = Signal()
    previous_gap = Signal()
    unfold = Signal()
    phrases = Signal()
    paste_photos = Signal()
    import_photos = Signal()
    field = Signal(int)
    turn = Signal(int)
    """Between the steps of a narrow window: on, or back."""

    def __init__(self, page: QWidget) -> None:
        """Works while the focus is inside the page."""
        super().__init__(page)
        self._page = page
        self._composing = Composing(self)
        for keys in _SAVE:
            self._bind(keys, self.save)
        for keys in _SAVE_AND_NEXT:
            self._bind(keys, self.save_and_next)
        self._bind("F8", self.next_gap)
        self._bind("Shift+F8", self.previous_gap)
        self._bind("F4", self.unfold)
        self._bind("Alt+Y", self.phrases)
        self._bind("Ctrl+V", self.paste_photos)
        self._bind("Ctrl+I", self.import_photos)
        for keys, way in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            self._shortcut(keys).activated.connect(lambda way=way: None if self._composing else self.turn.emit(way))
        for number in range(1, 10):
            self._shortcut(f"Alt+{number}").activated.connect(lambda number=number: self.field.emit(number))

    def watch(self) -> None:
        """Keep an eye on every text field of the page; call when they have been made."""
        for text in (*self._page.findChildren(QLineEdit), *self._page.findChildren(QPlainTextEdit)):
            text.installEventFilter(self)
            self._composing.watch(text)
            # files dropped on a text field are photos, as anywhere on the page
            text.setAcceptDrops(False)
            if isinstance(text, QPlainTextEdit):
                text.viewport().setAcceptDrops(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture in the clipboard is a photo even when the cursor stands in a text."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return isinstance(event, QKeyEvent) and self._pastes_photos(event)
        return super().eventFilter(watched, event)

    def _pastes_photos(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste) or not clipboard_holds_photos():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self.paste_photos.emit()
        return True

    def _bind(self, keys: str, signal: object) -> None:
        self._shortcut(keys).activated.connect(lambda: None if self._composing else signal.emit())  # type: ignore[attr-defined]

    def _shortcut(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self._page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
