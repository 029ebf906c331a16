"""The one window: sign-in, the desk of whoever signed in, or the lock before it."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui.icons import Glyph, icon
from gui.page import News
from gui.resting_focus import give_focus_back
from gui.theme import Tone
from gui.toast import Toast
from resources.words import _

SMALLEST = QSize(900, 460)
_FAREWELL_MS = 1800


class MainWindow(QMainWindow):
    """Shows one face at a time; a face that is covered keeps everything that was typed into it."""

    closing = Signal()
    """The window is about to close: stop what is being sent."""

    def __init__(self) -> None:
        """Empty; `show_face` fills it."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(_("Gewu · grid patrol"))
        self.setWindowIcon(icon(Glyph.BRAND, Tone.BRAND))
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 697)
        self._faces = QStackedWidget()
        self.setCentralWidget(self._faces)
        self._farewell = ""
        self._said_farewell = False
        self._toast = Toast(self)

    @property
    def face(self) -> QWidget | None:
        """What the window shows."""
        return self._faces.currentWidget()

    def show_face(self, face: QWidget) -> None:
        """Show this, on top of what was there, with the cursor where it stood."""
        if self._faces.indexOf(face) < 0:
            self._faces.addWidget(face)
        self._faces.setCurrentWidget(face)
        give_focus_back(face)

    def drop_face(self, face: QWidget) -> None:
        """This face is done with."""
        self._faces.removeWidget(face)
        face.deleteLater()

    def tell(self, text: str) -> None:
        """Good news, whatever face is shown."""
        self._toast.tell(News(text))

    def expect_farewell(self, text: str) -> None:
        """What to say when the window is closed now; empty: nothing, it just closes."""
        self._farewell = text

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is never refused; what is still on its way is said for a moment before."""
        self.closing.emit()
        if not self._farewell or self._said_farewell:
            event.accept()
            return
        self._said_farewell = True
        self._faces.setEnabled(False)
        self.tell(self._farewell)
        QTimer.singleShot(_FAREWELL_MS, self.close)
        event.ignore()
