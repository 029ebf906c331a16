"""完成措施: done on a day, or explained."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from gui.findings.quiet_combo import QuietCombo
from gui.findings.segments import Segments
from gui.rectification.day_field import DayField
from gui.rectification.measure_dialog import MeasureDialog
from tests.hands import child, press, write
from tests.line import TODAY, Cast
from tests.unit.gui.rectification.conftest import Opens


def test_the_measure_that_was_asked_for_is_done(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("settle_measure", MeasureDialog, measure=2)
    day = date(2026, 11, 20)
    child(dialog, DayField, "doneOn").show_day(day)
    task = scene.do(dialog).rectification
    assert task is not None
    said = task.settlement(2)
    assert said is not None
    assert (said.fact.done_on, said.fact.note) == (day, "")


def test_one_that_is_not_needed_is_explained(theatre: Opens, people: Cast) -> None:
    # GIVEN the first open one, not needed any more
    scene = theatre(people.unit, 6)
    dialog = scene.open("settle_measure", MeasureDialog)
    assert child(dialog, QuietCombo, "measure").value == 2
    press(child(dialog, Segments, "settledHow").focus_target(), Qt.Key.Key_Right)
    # WHEN no word says why THEN it is asked for
    dialog.do_button.click()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    # WHEN it is written THEN it is settled
    write(child(dialog, QPlainTextEdit, "measureNote"), "改为硬化，不再需要洒水。")
    task = scene.do(dialog).rectification
    assert task is not None
    assert not task.open_measures()


def test_today_is_the_default(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("settle_measure", MeasureDialog)
    assert child(dialog, DayField, "doneOn").day == TODAY
    press(dialog, Qt.Key.Key_Escape)
