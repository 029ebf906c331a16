"""What was chosen in a dialog that was closed by Esc comes back, not only what was typed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.findings.segments import Segments
from gui.rectification.accept_dialog import AcceptDialog, Verdict
from gui.rectification.arrange_dialog import ArrangeDialog
from gui.rectification.day_field import DayField
from gui.rectification.dispatch_dialog import DispatchDialog
from gui.rectification.progress_dialog import ProgressDialog
from gui.rectification.verify_dialog import VerifyDialog
from models.facts import AcceptanceArranged
from models.vocabulary import RectificationKind, Schedule, Severity
from tests.hands import child, press
from tests.line import TODAY, Cast
from tests.unit.gui.rectification.conftest import Opens
from tests.unit.gui.rectification.stage import Theatre


def test_severity_and_enlisting(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 0)
    dialog = scene.open("verify", VerifyDialog)
    for name, value in (("verifySeverity", Severity.SERIOUS), ("verifyEnlists", False)):
        child(dialog, Segments, name).choose(value)
    before = dialog.facts()
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert scene.open("verify", VerifyDialog).facts() == before


def test_the_kind_of_a_dispatch(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    kinds = child(dialog, Segments, "dispatchKind")
    other = next(kind for kind in (RectificationKind.TIME_LIMITED, RectificationKind.IMMEDIATE) if kind != kinds.value)
    kinds.choose(other)
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert child(scene.open("dispatch", DispatchDialog), Segments, "dispatchKind").value is other


def test_a_verdict_with_all_that_it_shows(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    child(dialog, Segments, "verdict").take_back(Verdict.MORE_MATERIAL.name)
    child(dialog, QPlainTextEdit, "reason").setPlainText("缺监测报告。")
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    again = scene.open("accept", AcceptDialog)
    assert again.do_button.text().startswith(Verdict.MORE_MATERIAL.verb)
    assert child(again, QPlainTextEdit, "reason").isVisible()
    assert not child(again, QCheckBox, "askedResident").isVisible()


def test_a_box(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 10)
    dialog = scene.open("accept", AcceptDialog)
    child(dialog, QCheckBox, "askedResident").setChecked(True)
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert child(scene.open("accept", AcceptDialog), QCheckBox, "askedResident").isChecked()


def test_a_planned_day(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 9)
    dialog = scene.open("arrange", ArrangeDialog)
    child(dialog, QCheckBox, "arrangeFixed").setChecked(True)
    child(dialog, DayField, "arrangeDay").take_back((TODAY + timedelta(days=2)).isoformat())
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    again = scene.open("arrange", ArrangeDialog)
    assert again.fact() == AcceptanceArranged(TODAY + timedelta(days=2), "")


def test_how_it_goes(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 4)
    dialog = scene.open("report_progress", ProgressDialog)
    child(dialog, Segments, "schedule").choose(list(Schedule)[-1])
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert child(scene.open("report_progress", ProgressDialog), Segments, "schedule").value is list(Schedule)[-1]


@pytest.mark.parametrize("kept", ["", "nonsense"])
def test_what_is_no_choice_any_more_changes_nothing(qtbot: QtBot, kept: str) -> None:
    segments = Segments((each, each.name) for each in Severity)
    qtbot.addWidget(segments)
    with qtbot.assertNotEmitted(segments.chosen):
        segments.take_back(kept)
    assert segments.value is Severity.SLIGHT
