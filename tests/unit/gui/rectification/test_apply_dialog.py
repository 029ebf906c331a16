"""申请验收: the gate line by line, what it lacks, where that is cured, and the application."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.rectification.apply_dialog import ApplyDialog
from gui.rectification.day_field import DayField
from gui.rectification.evidence_dialog import EvidenceDialog
from gui.rectification.gate_words import Mark
from gui.rectification.measure_dialog import MeasureDialog
from models.facts import EvidenceAttached, MeasureSettled
from models.state import State
from models.vocabulary import PhotoKind
from models.workflow import Requirement
from tests.hands import child, press, write
from tests.line import TODAY, Cast, progress
from tests.unit.gui.rectification.conftest import Opens


def lacks(dialog: ApplyDialog) -> set[Requirement]:
    """What the list marks as missing."""
    return {line.requirement for line in dialog.lines if line.mark is not Mark.MET}


def test_what_is_missing_is_told_and_the_button_tells_again(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 5, places=2)
    dialog = scene.open("apply", ApplyDialog)
    assert lacks(dialog) == {Requirement.MEASURES_SETTLED, Requirement.AFTER_PHOTOS}
    assert dialog.do_button.text() == "申请验收（还差 2 项）"
    dialog.do_button.click()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert error.text() == "还有没齐的，见上面红字的几行。"
    assert scene.stage.now().state is State.RECTIFYING


def test_a_complete_one_is_applied_for(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 8)
    dialog = scene.open("apply", ApplyDialog)
    assert child(dialog, QPlainTextEdit, "completionText").toPlainText() == progress().text
    assert not lacks(dialog)
    finding = scene.do(dialog)
    assert finding.state is State.COMPLETED
    task = finding.rectification
    assert task is not None
    assert task.application is not None
    assert (task.application.fact.completed_on, task.application.fact.description) == (TODAY, progress().text)


def test_the_lines_follow_what_is_typed(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 8)
    dialog = scene.open("apply", ApplyDialog)
    text = child(dialog, QPlainTextEdit, "completionText")
    text.clear()
    assert lacks(dialog) == {Requirement.COMPLETION_TOLD}
    write(text, "全部完成。")
    assert not lacks(dialog)
    day = child(dialog, DayField, "completedOn")
    day.take_back(date(2026, 11, 1).isoformat())
    assert lacks(dialog) == {Requirement.COMPLETED_IN_TIME}


def test_a_photo_that_proves_another_finding_holds_it(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 7)
    after = scene.stage.photo("yellow", kind=PhotoKind.AFTER)
    scene.stage.say(people.unit, MeasureSettled(2, note="改为硬化。"), EvidenceAttached((after,)))
    scene.stage.another("yellow")
    dialog = scene.open("apply", ApplyDialog)
    assert lacks(dialog) == {Requirement.PHOTOS_NOT_REUSED}


def test_a_missing_photo_is_added_in_a_dialog_of_its_own(theatre: Opens, people: Cast) -> None:
    # GIVEN a text, and the second place without a photo
    scene = theatre(people.unit, 8, places=2)
    dialog = scene.open("apply", ApplyDialog)
    write(child(dialog, QPlainTextEdit, "completionText"), "写到一半。")
    kept = child(dialog, QPlainTextEdit, "completionText").toPlainText()
    # WHEN its button is pressed THEN that dialog takes the place of this one
    child(dialog, QPushButton, "cureButton").click()
    evidence = scene.there(EvidenceDialog)
    assert not any(each.isVisible() for each in scene.window.findChildren(ApplyDialog))
    evidence.reject()
    # AND what was typed is still there afterwards
    scene.settle()
    again = scene.open("apply", ApplyDialog)
    assert child(again, QPlainTextEdit, "completionText").toPlainText() == kept


def test_an_open_measure_is_settled_in_a_dialog_of_its_own(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 6)
    dialog = scene.open("apply", ApplyDialog)
    child(dialog, QPushButton, "cureButton").click()
    measure = scene.there(MeasureDialog)
    scene.do(measure)
    task = scene.stage.now().rectification
    assert task is not None
    assert not task.open_measures()


def test_tab_goes_from_top_to_bottom(theatre: Opens, people: Cast) -> None:
    # GIVEN lines that were made anew while somebody typed
    scene = theatre(people.unit, 5)
    dialog = scene.open("apply", ApplyDialog)
    write(child(dialog, QPlainTextEdit, "completionText"), "又写了一句。")
    # WHEN one goes on with Tab from the first cure
    dialog.findChildren(QPushButton, "cureButton")[0].setFocus()
    passed = []
    for _ in range(4):
        press(focused(), Qt.Key.Key_Tab)
        passed.append(focused().objectName())
    # THEN the cures come first, then the fields, then the buttons
    assert passed == ["cureButton", "cureButton", "completedOnEdit", "completionText"]


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    return widget
