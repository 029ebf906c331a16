"""Dims the window behind a dialog, so that the eye goes to the one thing that waits."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_DIM = QColor(22, 38, 63, 110)


class Shade(QWidget):
    """Lies over the whole window until it is deleted."""

    def __init__(self, window: QWidget) -> None:
        """Shown at once."""
        super().__init__(window)
        self.setObjectName("shade")
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One colour."""
        QPainter(self).fillRect(self.rect(), _DIM)
