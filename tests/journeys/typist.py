"""Somebody without a mouse: keys go to whatever has the cursor, text goes where the input method would put it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.touring.actor import Actor
from models.finding import Finding
from models.state import State
from tests.hands import ALT, CTRL, NONE, write

_MOST_TABS, _MOST_TURNS = 80, 5


class Typist:
    """One person at their keyboard."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key, wherever the cursor stands."""
        self.actor.stage.press(key, modifier)
        self.actor.rest()

    def type(self, text: str) -> None:
        """Text into the part that has the cursor."""
        write(self.cursor(), text)
        self.actor.rest()

    def cursor(self) -> QWidget:
        """What has the cursor: in the list that dropped down, in the dialog, else in the window."""
        if (popup := QApplication.activePopupWidget()) is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        focused: QWidget | None = (QApplication.activeModalWidget() or self.actor.stage.window).focusWidget()
        assert focused is not None, "the cursor stands somewhere"
        return focused

    def tab_to(self, name: str) -> None:
        """Tab until this part, or one inside it, has the cursor."""
        passed = []
        for _turn in range(_MOST_TABS):
            here: QWidget | None = self.cursor()
            while here is not None and here.objectName() != name:
                here = here.parentWidget()
            if here is not None:
                return
            passed.append(self.cursor().objectName() or type(self.cursor()).__name__)
            QTest.keyClick(self.cursor(), Qt.Key.Key_Tab)
            self.actor.stage.settle()
        pytest.fail(f"{name} is not reached by Tab, only {passed}")

    def fill(self, name: str, text: str) -> None:
        """Tab to a field, and write."""
        self.tab_to(name)
        self.type(text)

    def do(self) -> None:
        """Ctrl+Enter: the primary button; whatever dialog was open has closed over it."""
        self.press(Qt.Key.Key_Return, CTRL)
        self.actor.stage.until(lambda: QApplication.activeModalWidget() is None, "the dialog closes")
        self.actor.rest()

    def paste(self, files: Sequence[Path]) -> None:
        """Files that were copied in the file manager."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        QGuiApplication.clipboard().setMimeData(content)
        self.press(Qt.Key.Key_V, CTRL)

    def to_page(self, digit: Qt.Key) -> None:
        """Ctrl+1 … Ctrl+8."""
        self.press(digit, CTRL)

    def to_field(self, digit: Qt.Key) -> None:
        """Alt+1 … Alt+9."""
        self.press(digit, ALT)

    def exchange(self) -> None:
        """F9, and wait for its end."""
        self.actor.exchange()
        self.actor.rest()

    def fetch(self, number: str, state: State) -> None:
        """F9 until the finding is here in this state: an exchange that began before the others' ended brings nothing."""
        for _turn in range(_MOST_TURNS):
            self.exchange()
            found = self.actor.store.findings.by_number(number)
            if found is not None and self.actor.finding(number).state is state:
                return
        pytest.fail(f"{number} does not arrive as {state}")

    def begin_step(self) -> None:
        """From the workbench: the first thing to do, by its button; in its file the cursor stands on the step."""
        self.to_page(Qt.Key.Key_1)
        self.actor.stage.until(lambda: self.cursor().objectName() == "workList", "the cursor is in the list")
        self.press(Qt.Key.Key_Return, CTRL)
        self.actor.stage.until(lambda: self.actor.place.pages.case_file.shown is not None, "the file")
        self.actor.rest()

    def take(self, button: str) -> None:
        """Tab to a step's button and press it; its dialog opens."""
        self.tab_to(button)
        self.press(Qt.Key.Key_Space)
        self.actor.stage.until(lambda: QApplication.activeModalWidget() is not None, button)
        # shortcuts of a dialog are deaf until its window is the active one
        self.actor.stage.until(self._is_in_front, button)
        self.actor.rest()

    def pick(self, name: str, text: str) -> None:
        """Type into a line that drops a list, and take its first."""
        self.fill(name, text)
        self.actor.stage.until(lambda: QApplication.activePopupWidget() is not None, name)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            QTest.keyClick(popup, key)
        self.actor.stage.until(lambda: QApplication.activePopupWidget() is None, name)

    def until(self, number: str, state: State) -> Finding:
        """Wait until the finding is in this state."""
        self.actor.wait_for(lambda _store: self.actor.finding(number).state is state, state.value)
        self.actor.rest()
        return self.actor.finding(number)

    def _is_in_front(self) -> bool:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.activateWindow()
        return dialog is not None and dialog.isActiveWindow()
