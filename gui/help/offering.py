"""F1: the help of what is in front lies over the right of the desk, or over a dialog; Esc gives the cursor back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from gui.theme import px

if TYPE_CHECKING:
    from gui.help.help_panel import HelpPanel

WIDTH = 440


class Help(QObject):
    """Belongs to one host: the desk, a face of the window, a dialog (never a dialog on a dialog: it covers it)."""

    def __init__(self, host: QWidget, topic: Callable[[], str], *, below: QWidget | None = None) -> None:
        """`topic` says what is in front: the name of a page, or of a page and a section of it: steps#verify."""
        super().__init__(host)
        self._host, self._topic, self._below = host, topic, below
        self._panel: HelpPanel | None = None
        self._came_from: QWidget | None = None
        QShortcut(QKeySequence("F1"), host).activated.connect(self.toggle)
        host.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether somebody reads."""
        return self._panel is not None and not self._panel.isHidden()

    @Slot()
    def toggle(self) -> None:
        """Show the page of what is in front; put it away where it is shown."""
        if self.is_open:
            self.close()
        else:
            self.open(self._topic())

    def open(self, topic: str) -> None:
        """Show this page."""
        panel = self._ready_panel()
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self._place(panel)
        panel.show()
        panel.raise_()
        self._read(topic)

    @Slot()
    def close(self) -> None:
        """The cursor is where it was."""
        before, self._came_from = self._came_from, None
        if self._panel is not None:
            self._panel.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Something else is in front now."""
        if self.is_open:
            self._read(self._topic())

    def _read(self, topic: str) -> None:
        name, _mark, code = topic.partition("#")
        self._ready_panel().open_at(name, code)

    def _ready_panel(self) -> "HelpPanel":
        if self._panel is None:
            from gui.help.help_panel import HelpPanel

            self._panel = HelpPanel(self._host)
            self._panel.close_wanted.connect(self.close)
        return self._panel

    def _place(self, panel: "HelpPanel") -> None:
        room: QRect = self._host.rect()
        if isinstance(self._host, QDialog):
            panel.setGeometry(room)
            return
        top = self._below.height() if self._below is not None else 0
        width = min(px(WIDTH), room.width() // 2)
        panel.setGeometry(room.width() - width, top, width, room.height() - top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel keeps to its side; Esc that nothing inside the host took closes it first."""
        panel = getattr(self, "_panel", None)  # collected together with its host it has lost its values before its ears
        if panel is not None and self.is_open:
            if event.type() == QEvent.Type.Resize:
                self._place(panel)
            elif _is_escape(event):
                self.close()
                return True
        return super().eventFilter(watched, event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
