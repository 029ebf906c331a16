"""Makes a whole dialog take photos: dropped anywhere on it, or pasted while the cursor stands in one of its texts."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.photos.incoming import clipboard_holds_photos, is_welcome


class PhotoDrops(QObject):
    """Made when the fields of the dialog are there."""

    dropped = Signal(object)
    """The QMimeData of a drop."""
    paste_wanted = Signal()

    def __init__(self, dialog: QWidget) -> None:
        """Watches the dialog and its texts."""
        super().__init__(dialog)
        self._dialog = dialog
        dialog.setAcceptDrops(True)
        dialog.installEventFilter(self)
        for text in (*dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)):
            text.installEventFilter(self)
            text.setAcceptDrops(False)
            if isinstance(text, QPlainTextEdit):
                text.viewport().setAcceptDrops(False)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), dialog).activated.connect(self.paste_wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drops on the dialog, and Ctrl+V in its texts where a photo is in the clipboard."""
        if watched is self._dialog:
            return self._takes_drop(event)
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            return self._pastes(event)
        return super().eventFilter(watched, event)

    def _takes_drop(self, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
            return True
        if isinstance(event, QDragEnterEvent) and is_welcome(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def _pastes(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste) or not clipboard_holds_photos():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self.paste_wanted.emit()
        return True
