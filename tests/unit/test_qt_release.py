"""The installed Qt does not lose references: one release crashed after enough calls that return nothing."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 200_000


class Bell(QObject):
    """Something that rings."""

    rang = Signal(int)


@pytest.mark.parametrize("call", ["emit", "set_text"])
def test_many_calls_that_return_nothing(qtbot: QtBot, call: str) -> None:
    """PySide6 6.12.0 ends the process here on Python 3.11 (docs/decisions/0009)."""
    bell, label = Bell(), QLabel()
    qtbot.addWidget(label)
    heard = 0

    def hear(_: int) -> None:
        nonlocal heard
        heard += 1

    bell.rang.connect(hear)
    for n in range(CALLS):
        bell.rang.emit(n) if call == "emit" else label.setText("a")
    assert heard == (CALLS if call == "emit" else 0)
