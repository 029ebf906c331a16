"""Good news at the bottom right for six seconds, one at a time; never an error."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.icons import Glyph
from gui.page import News
from gui.texts import picture
from gui.theme import Tone, px

_SHOWN_MS = 6000
_ABOVE_ACTION_BAR, _FROM_EDGE = 70, 16


class Toast(QFrame):
    """Lies over its parent; waits while the mouse or the focus is on it."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until the first news."""
        super().__init__(parent)
        self.setObjectName("toast")
        self._over = parent
        self._text = QLabel()
        self._text.setObjectName("toastText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._step = QPushButton()
        self._step.setObjectName("toastStep")
        self._step.clicked.connect(self._on_step)
        self._news = News("")
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(picture(Glyph.GOOD, Tone.RAIL_GREEN, size=18))
        row.addWidget(self._text)
        row.addWidget(self._step)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, news: News) -> None:
        """Show this instead of whatever is shown, and say it to screen readers."""
        self._news = news
        self._text.setText(news.text)
        self._step.setText(news.step)
        self._step.setVisible(bool(news.step))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, news.text))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew when it has gone."""
        super().leaveEvent(event)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's corner."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        room = self._over.rect()
        self.move(room.right() - self.width() - _FROM_EDGE, room.bottom() - self.height() - px(_ABOVE_ACTION_BAR))

    def _on_step(self) -> None:
        self.hide()
        if self._news.take is not None:
            self._news.take()
