"""交办 by keyboard and in low windows: composing, the wheel, Tab, the buttons."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.findings.segments import Segments
from gui.rectification.dispatch_dialog import DispatchDialog
from models.usual_rectification import usual_rectification
from tests.hands import CTRL, child, compose, press
from tests.unit.gui.rectification.register import order_of
from tests.unit.gui.rectification.stage import Theatre

USUAL = usual_rectification("A01")


def test_ctrl_enter_waits_while_a_measure_is_composed(scene: Theatre, qtbot: QtBot) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    child(dialog, QPushButton, "addMeasure").click()
    text = child(dialog, QLineEdit, f"measureContent_{len(USUAL.measures) + 1}")
    text.setFocus()
    compose(text, "an pai")
    with qtbot.assertNotEmitted(dialog.decided):
        press(text, Qt.Key.Key_Return, CTRL)


def test_the_wheel_changes_no_day(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    edit = child(dialog, QDateEdit, "dispatchDeadlineEdit")
    edit.setFocus()
    before = order_of(dialog).deadline
    down, none = QPoint(0, -120), Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), down, down, none, Qt.KeyboardModifier.NoModifier, phase, False)
    QApplication.sendEvent(edit, event)
    assert order_of(dialog).deadline == before
    press(edit, Qt.Key.Key_Up)
    assert order_of(dialog).deadline != before


@pytest.mark.parametrize("height", [465, 697])
def test_the_buttons_stay_in_a_low_window(scene: Theatre, height: int) -> None:
    scene.window.resize(911, height)
    dialog = scene.open("dispatch", DispatchDialog)
    dialog.decide()
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    scene.qtbot.waitUntil(lambda: dialog.height() <= height * 0.9)
    button = dialog.do_button
    assert button.mapTo(dialog, button.rect().bottomLeft()).y() < dialog.height()
    assert child(dialog, QScrollArea, "stepFields").verticalScrollBar().maximum() > 0


def test_tab_goes_from_the_top_to_the_buttons(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    order: list[QWidget] = [child(dialog, QLineEdit, name) for name in ("dispatchUnit", "dispatchPerson")]
    order.append(child(dialog, Segments, "dispatchKind").focus_target())
    order += [child(dialog, QDateEdit, "dispatchDeadlineEdit"), child(dialog, QPlainTextEdit, "dispatchGoal")]
    rows = range(1, len(USUAL.measures) + 1)
    for number in rows:
        names = (f"measureContent_{number}", f"measureUnit_{number}", f"measurePerson_{number}")
        order += [child(dialog, QLineEdit, name) for name in names]
        order += [
            child(dialog, QDateEdit, f"measureDue_{number}Edit"),
            child(dialog, QPushButton, f"measureRemove_{number}"),
        ]
    order.append(child(dialog, QPushButton, "addMeasure"))
    order += [child(dialog, QLineEdit, name) for name in ("dispatchAccept", "dispatchNote")]
    order += [child(dialog, QPushButton, name) for name in ("cancelButton", "doButton")]
    for control in order:
        assert dialog.focusWidget() is control, control.objectName()
        press(control, Qt.Key.Key_Tab)
