"""Grey shapes of rows while a list is being read: shown only where that takes longer than a blink."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.theme import ROW_HEIGHT, Tone, px

_AFTER_MS = 300
_BARS = ((0.03, 0.12), (0.18, 0.13), (0.34, 0.09), (0.47, 0.11), (0.62, 0.3))
"""Where a bar begins and how long it is, in widths of the row."""
_BAR_HEIGHT = 12


class RowShapes(QWidget):
    """Lies over the rows; no spinner."""

    def __init__(self, over: QAbstractScrollArea, *, row: int = ROW_HEIGHT) -> None:
        """Hidden; rows are so high (of screens.md)."""
        super().__init__(over)
        self._row = px(row)
        self.setObjectName("rowShapes")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._due = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._due.timeout.connect(self._appear)
        over.viewport().installEventFilter(self)
        self.hide()

    def wait(self) -> None:
        """Rows are on their way."""
        self._due.start()

    def done(self) -> None:
        """They are here, or they will not come."""
        self._due.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the rows' room."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.viewport().geometry())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars where words will be."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Tone.PAPER.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Tone.LOCKED_PALE.colour)
        height, radius = px(_BAR_HEIGHT), px(_BAR_HEIGHT) / 2
        for top in range(0, self.height(), self._row):
            for start, length in _BARS:
                box = QRectF(start * self.width(), top + (self._row - height) / 2, length * self.width(), height)
                painter.drawRoundedRect(box, radius, radius)

    def _appear(self) -> None:
        self.setGeometry(self._over.viewport().geometry())
        self.show()
        self.raise_()
