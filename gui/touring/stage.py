"""What the tour can do to a window: find a part by its name, click, type, drop, wait, check, take a picture."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from models.errors import GewuError

Part = TypeVar("Part", bound=QWidget)
PATIENCE = 60.0
"""Seconds until a step that should have happened counts as failed: slow machines, not slow programs."""
_GATHERING_MS = 1000
"""Timers that gather changes before a screen reads anew are shorter; those that send a toast away are longer."""
SIZE = (1366, 697)


class StepFailed(GewuError):
    """A step of the tour did not come out as it must; `what` says which."""

    code = "tour_step_failed"


class Stage:
    """One window on stage, and the folder that pictures of it go to."""

    def __init__(self, window: QWidget, out: Path, actor: str) -> None:
        """`actor` is who works in this window; their name stands in each picture's name."""
        self.window = window
        self._out = out
        self._actor = actor
        window.showNormal()
        window.resize(*SIZE)
        self._bring_forward(window)

    def part(self, kind: type[Part], name: str) -> Part:
        """The visible part of this name; waits for it."""
        found: list[Part] = []

        def look() -> bool:
            found[:] = [part for part in self.window.findChildren(kind, name) if part.isVisible()]
            return bool(found)

        self.until(look, name)
        return found[0]

    def click(self, name: str) -> None:
        """Press a button as the mouse would; it has to be enabled."""
        button = self.part(QWidget, name)
        self.until(button.isEnabled, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Put text into a field, where the input method would."""
        field = self.part(QWidget, name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        field.insertPlainText(text) if hasattr(field, "insertPlainText") else field.insert(text)  # type: ignore[attr-defined]
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        dialog = QApplication.activeModalWidget()
        window = self.window if dialog is None else dialog
        self._bring_forward(window)
        focused: QWidget | None = window.focusWidget()
        QTest.keyClick(window if focused is None else focused, key, modifier)
        self.settle()

    def scroll_to(self, name: str) -> None:
        """Bring a part of a scrolled area into sight."""
        part: QWidget | None = self.part(QWidget, name)
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is not None:
            part.verticalScrollBar().setValue(part.verticalScrollBar().maximum())

    def drop(self, target: QWidget, files: Sequence[Path]) -> None:
        """Drop files on a part, as from the file manager."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        where, copy, button = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        # Qt gives a drop only to whom it gave the entering before
        QApplication.sendEvent(target, QDragEnterEvent(where, copy, content, button, plain))
        QApplication.sendEvent(target, QDropEvent(QPointF(where), copy, content, button, plain))
        self.settle()

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until something is so. Raises StepFailed where it never is."""
        deadline = monotonic() + PATIENCE
        while not condition():
            if monotonic() > deadline:
                self._whole_picture().save(str(self._out / "failed.png"))
                raise StepFailed(what=what)
            QTest.qWait(20)

    def settle(self) -> None:
        """Let what was set off come to rest."""
        QTest.qWait(50)

    def hide_toast(self) -> None:
        """Send the toast away that would cover something in the next picture."""
        for toast in self.window.findChildren(QWidget, "toast"):
            toast.hide()

    def picture(self, name: str) -> None:
        """Save what the window shows, once it has been painted."""
        number = len(list(self._out.glob("*.png"))) + 1
        file = self._out / f"{number:02d}-{self._actor}-{name}.png"
        if not self._whole_picture().save(str(file)):
            raise StepFailed(what=file)

    def _bring_forward(self, window: QWidget) -> None:
        """Asked again until it is so: while a list or a dialog closes over it, a window cannot become the active one."""

        def is_in_front() -> bool:
            window.activateWindow()
            return window.isActiveWindow()

        self.until(is_in_front, "window")

    def _whole_picture(self) -> QPixmap:
        """The window with the dialogs before it, as a person sees them."""
        picture = self.window.grab()
        painter = QPainter(picture)
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                painter.drawPixmap(self.window.mapFromGlobal(dialog.mapToGlobal(QPoint(0, 0))), dialog.grab())
        painter.end()
        return picture


def expects_something(*roots: QObject) -> bool:
    """Whether a timer under these is about to have a screen read anew."""
    timers = (timer for root in roots for timer in root.findChildren(QTimer))
    return any(timer.isActive() and timer.isSingleShot() and timer.interval() <= _GATHERING_MS for timer in timers)


def check(truth: object, what: str) -> None:
    """A step's result. Raises StepFailed."""
    if not truth:
        raise StepFailed(what=what)
