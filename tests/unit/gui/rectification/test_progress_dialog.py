"""填报进展: the month, late and corrected, taken from last time, with measures and photos."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from gui.findings.segments import Segments
from gui.rectification.period import default_period
from gui.rectification.photo_field import PhotoField
from gui.rectification.progress_dialog import ProgressDialog
from models.facts import Dispatched, ProgressReported
from models.rectification import Rectification, Said
from models.rules import faults
from models.vocabulary import PhotoKind, Schedule
from tests.builders import NOON
from tests.hands import CTRL, child, compose, press, write
from tests.line import Cast, cast, dispatched, progress
from tests.unit.gui.rectification.conftest import Opens

TEXT = "防尘网已经全部铺设，出入口碎石铺了一半，下周完工。"


def in_october(order: Dispatched) -> Dispatched:
    """Dispatched so that the whole of October was the unit's."""
    return replace(order, dispatched_on=date(2026, 10, 8))


def test_a_report_is_recorded_with_measures_and_photos(theatre: Opens, people: Cast, tmp_path: Path) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    write(child(dialog, QPlainTextEdit, "progressText"), TEXT)
    child(dialog, Segments, "schedule").choose(Schedule.BEHIND)
    write(child(dialog, QLineEdit, "percent"), "８０")
    child(dialog, QCheckBox, "measure_2").click()
    scene.add(dialog, tmp_path, "yellow")
    assert not [fault for fact in dialog.facts() for fault in faults(fact, NOON)]
    finding = scene.do(dialog)
    task = finding.rectification
    assert task is not None
    report = task.reports[-1].fact
    assert (report.text, report.schedule, report.percent) == (TEXT, Schedule.BEHIND, 80)
    assert [photo.kind for photo in report.photos] == [PhotoKind.DURING]
    assert [number for number, _measure in task.open_measures()] == [1]


def test_too_little_is_told_and_framed(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    text = child(dialog, QPlainTextEdit, "progressText")
    write(text, "快好了")
    press(text, Qt.Key.Key_Return, CTRL)
    scene.qtbot.waitUntil(child(dialog, QLabel, "stepError").isVisible)
    assert text.toPlainText() == "快好了"
    assert text.property("state") == "wrong"
    task = scene.stage.now().rectification
    assert task is not None
    assert not task.reports


def test_a_month_that_is_over_is_asked_for_first_and_counts_as_late(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4, order=in_october)
    dialog = scene.open("report_progress", ProgressDialog)
    period = child(dialog, Segments, "period")
    note = child(dialog, QLabel, "periodNote")
    assert (period.value, note.text()) == ("2026-10", "10月已截止，会标为逾期填报。")
    press(period.focus_target(), Qt.Key.Key_Left)
    assert (period.value, note.isVisible()) == ("2026-11", False)


def test_the_last_report_is_taken_and_its_sameness_told(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 5)
    dialog = scene.open("report_progress", ProgressDialog)
    child(dialog, QPushButton, "takeLastButton").click()
    text = child(dialog, QPlainTextEdit, "progressText")
    assert text.toPlainText() == progress().text
    assert any("与上期相同" in label.text() for label in dialog.findChildren(QLabel))
    write(text, "补一句")
    assert not any("与上期相同" in label.text() for label in dialog.findChildren(QLabel))


def test_the_bureau_reports_but_settles_no_measure(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.bureau, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    assert dialog.findChild(QCheckBox, "measure_1") is None or not child(dialog, QCheckBox, "measure_1").isVisible()


@pytest.mark.parametrize(("text", "percent"), [("", None), ("50", 50), ("50%", 50), ("101", 101), ("半", -1)])
def test_percent_is_read_or_told_as_wrong(theatre: Opens, people: Cast, text: str, percent: int | None) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    write(child(dialog, QLineEdit, "percent"), text)
    fact = dialog.fact()
    assert isinstance(fact, ProgressReported)
    assert fact.percent == percent
    press(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("dispatched_on", "reported", "expected"),
    [
        (date(2026, 10, 31), (), "2026-10"),
        (date(2026, 11, 1), (), "2026-11"),
        (date(2026, 9, 1), ("2026-10",), "2026-11"),
        (date(2026, 9, 1), ("2026-09",), "2026-10"),
    ],
)
def test_the_month_that_is_waited_for(dispatched_on: date, reported: tuple[str, ...], expected: str) -> None:
    author = cast().unit.id
    order = Said(dispatched(dispatched_on=dispatched_on), author, NOON)
    reports = tuple(Said(progress(period=period), author, NOON) for period in reported)
    assert default_period(Rectification(order, reports=reports), date(2026, 11, 22)) == expected


def test_a_picture_is_pasted_even_from_a_text(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    text = child(dialog, QPlainTextEdit, "progressText")
    press(text, Qt.Key.Key_V, CTRL)
    field = child(dialog, PhotoField, "photoField")
    scene.qtbot.waitUntil(lambda: len(field.photos) == 1 and not field.is_busy)
    assert (text.toPlainText(), field.photos[0].kind) == ("", PhotoKind.DURING)


def test_ctrl_enter_waits_while_the_input_method_composes(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    text = child(dialog, QPlainTextEdit, "progressText")
    compose(text, "fang chen")
    with scene.qtbot.assertNotEmitted(dialog.decided):
        press(text, Qt.Key.Key_Return, CTRL)


def test_enter_in_a_line_changes_no_choice(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4, order=in_october)
    dialog = scene.open("report_progress", ProgressDialog)
    schedule = child(dialog, Segments, "schedule")
    schedule.choose(Schedule.BEHIND)
    child(dialog, QLineEdit, "percent").setFocus()
    press(child(dialog, QLineEdit, "percent"), Qt.Key.Key_Return)
    assert (child(dialog, Segments, "period").value, schedule.value) == ("2026-10", Schedule.BEHIND)
    assert dialog.isVisible()
