"""What a person's hands do to real widgets: find a control, press, click, and write Chinese through the input method."""

from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QObject)
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def child(parent: QObject, kind: type[W], name: str) -> W:
    """A control by its object name."""
    found = parent.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press(control: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """One key."""
    QTest.keyClick(control, key, modifiers)


def click(control: QWidget, spot: QPoint) -> None:
    """The left button, at a spot of the control."""
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, NONE, spot)


def compose(control: QWidget, letters: str) -> None:
    """The pinyin bar is open with these letters."""
    QApplication.sendEvent(control, QInputMethodEvent(letters, []))


def write(control: QWidget, text: str) -> None:
    """The pinyin bar closes and this is written. (QTest's own key clicks know ASCII alone, and abort on the rest.)"""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(control, event)
