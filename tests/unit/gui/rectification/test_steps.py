"""核实 and 退回 by a township officer, over a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.segments import Segments
from gui.findings.type_picker import TypePicker
from gui.journal_bridge import JournalBridge
from gui.rectification.return_dialog import ReturnDialog
from gui.rectification.step_dialog import StepDialog
from gui.rectification.steps import Steps
from gui.rectification.verify_dialog import VerifyDialog
from models.errors import Refusal
from models.facts import Verified
from models.finding import Finding
from models.ids import FindingId
from models.people import Role
from models.state import State
from models.store import Store
from models.vocabulary import Severity
from tests.builders import jpeg, open_store, pen_of, person, raise_one, raised
from tests.hands import CTRL, child, compose, press, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The store of the township's officer."""
    opened = open_store(tmp_path / "station", person(Role.STATION))
    yield opened
    opened.close()


@pytest.fixture
def reported(store: Store) -> Finding:
    """A finding that an inspector logged."""
    inspector = pen_of(store, person())
    kept, _ = store.photos.keep(jpeg(), "red.jpg")
    found = store.findings.one(inspector.record([raised(photos=(kept,))]).finding)
    assert found is not None
    return found


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """What the dialogs belong to."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1000, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def steps(window: QWidget, bridge: JournalBridge) -> Steps:
    """Over the officer's store."""
    return Steps(window, bridge)


def opened(window: QWidget, kind: type[StepDialog], qtbot: QtBot) -> StepDialog:
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)))
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    return dialog


def settle(qtbot: QtBot, background: Background) -> None:
    """Wait until nothing is on its way any more."""
    qtbot.waitUntil(lambda: background.is_idle)


def after(store: Store, finding: Finding) -> Finding:
    """As it stands now."""
    found = store.findings.one(finding.id)
    assert found is not None
    return found


def test_sending_back_needs_a_sentence(
    steps: Steps, window: QWidget, store: Store, reported: Finding, background: Background, qtbot: QtBot
) -> None:
    # GIVEN the dialog without a word
    steps.take("return", reported)
    dialog = opened(window, ReturnDialog, qtbot)
    # WHEN it is done all the same THEN it asks for a sentence, keeps what was chosen, and nothing is recorded
    child(dialog, QPushButton, "reason_photo_unclear").click()
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    qtbot.waitUntil(error.isVisible)
    assert error.text() == "写一句为什么退回，对方才知道补什么。"
    assert after(store, reported).state is State.REPORTED
    # WHEN a sentence is written THEN it goes back with it
    write(child(dialog, QPlainTextEdit, "returnText"), "第3张看不清，请白天再拍")
    with qtbot.waitSignal(steps.taken) as told:
        dialog.decide()
    finding = after(store, reported)
    assert (finding.state, finding.returned_because) == (State.RETURNED, "第3张看不清，请白天再拍")
    assert told.args == [f"已退回 {finding.shown_number}。先存在本机；局里收到后才算数。"]


def test_what_was_typed_comes_back_with_the_dialog(
    steps: Steps, window: QWidget, reported: Finding, background: Background, qtbot: QtBot
) -> None:
    steps.take("return", reported)
    dialog = opened(window, ReturnDialog, qtbot)
    write(child(dialog, QPlainTextEdit, "returnText"), "写到一半")
    press(dialog, Qt.Key.Key_Escape)
    settle(qtbot, background)
    steps.take("return", reported)
    again = opened(window, ReturnDialog, qtbot)
    assert child(again, QPlainTextEdit, "returnText").toPlainText() == "写到一半"


def test_a_text_that_an_older_program_kept_comes_back(
    steps: Steps, window: QWidget, store: Store, reported: Finding, qtbot: QtBot
) -> None:
    store.settings.put(f"put_aside.return.{reported.id}", "写到一半")
    steps.take("return", reported)
    dialog = opened(window, ReturnDialog, qtbot)
    assert child(dialog, QPlainTextEdit, "returnText").toPlainText() == "写到一半"


def test_verifying_sets_type_and_severity(
    steps: Steps, window: QWidget, store: Store, reported: Finding, qtbot: QtBot
) -> None:
    steps.take("verify", reported)
    dialog = opened(window, VerifyDialog, qtbot)
    child(dialog, TypePicker, "typePicker").picked.emit("A02")
    child(dialog, Segments, "verifySeverity").choose(Severity.SERIOUS)
    note = child(dialog, QLineEdit, "verifyNote")
    write(note, "周六看过现场")
    with qtbot.waitSignal(steps.taken) as told:
        press(note, Qt.Key.Key_Return, CTRL)
    finding = after(store, reported)
    assert told.args == [f"已核实并入库 {finding.shown_number}。先存在本机；局里收到后才算数。"]
    assert finding.state is State.ENLISTED
    assert (finding.classification.category, finding.classification.severity) == ("A02", Severity.SERIOUS)


def test_ctrl_enter_waits_while_the_input_method_composes(
    steps: Steps, window: QWidget, store: Store, reported: Finding, qtbot: QtBot
) -> None:
    steps.take("verify", reported)
    dialog = opened(window, VerifyDialog, qtbot)
    note = child(dialog, QLineEdit, "verifyNote")
    assert note is not None
    compose(note, "zhou liu")
    with qtbot.assertNotEmitted(dialog.decided):
        press(note, Qt.Key.Key_Return, CTRL)


def test_nobody_verifies_their_own(
    steps: Steps, window: QWidget, store: Store, background: Background, qtbot: QtBot
) -> None:
    own = store.findings.one(FindingId(raise_one(store)))
    assert own is not None
    steps.take("verify", own)
    dialog = opened(window, VerifyDialog, qtbot)
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    qtbot.waitUntil(error.isVisible)
    assert "另一位同事" in error.text()
    assert after(store, own).state is State.REPORTED


def test_a_duplicate_nearby_is_asked_about(
    steps: Steps, window: QWidget, store: Store, reported: Finding, qtbot: QtBot
) -> None:
    other = raise_one(store, "blue")
    steps.take("verify", reported)
    dialog = opened(window, VerifyDialog, qtbot)
    child(dialog, Segments, "duplicateSegments").choose(True)
    (fact,) = dialog.facts()
    assert isinstance(fact, Verified)
    assert fact.duplicate_of == other


@pytest.mark.parametrize("height", [465, 697])
def test_the_buttons_stay_in_a_low_window(
    steps: Steps, window: QWidget, store: Store, reported: Finding, height: int, qtbot: QtBot
) -> None:
    window.resize(911, height)
    raise_one(store, "blue")
    steps.take("verify", reported)
    dialog = opened(window, VerifyDialog, qtbot)
    dialog.show_refusals([Refusal("self_verified")])
    qtbot.waitUntil(lambda: dialog.height() <= height * 0.9)
    button = child(dialog, QPushButton, "doButton")
    assert button.mapTo(dialog, button.rect().bottomLeft()).y() < dialog.height()
    area = child(dialog, QScrollArea, "stepFields")
    qtbot.waitUntil(lambda: (area.verticalScrollBar().maximum() > 0) == (height < 600))
