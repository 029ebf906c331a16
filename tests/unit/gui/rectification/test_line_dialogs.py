"""The short dialogs of the line: each as it opens is fit to be recorded, or says what it still wants."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gui.findings.segments import Segments
from gui.rectification.arrange_dialog import ArrangeDialog
from gui.rectification.day_field import DayField
from gui.rectification.enlist_dialog import EnlistDialog
from gui.rectification.file_return_dialog import FileReturnDialog
from gui.rectification.grid_dialog import GridDialog
from gui.rectification.pick_line import PickLine
from gui.rectification.registry import OPENERS
from gui.rectification.sign_dialog import SignDialog
from gui.rectification.verify_dialog import VerifyDialog
from models.facts import AcceptanceArranged, ClosureSubmitted, Enlisted, Verified
from models.rules import faults
from models.state import State
from models.workflow import TRANSITIONS
from tests.builders import NOON, OTHER_GRID, jpeg, pen_of, raised
from tests.hands import child, press, write
from tests.line import HUNDRED, TODAY, Cast, passed
from tests.unit.gui.rectification.conftest import Opens
from tests.unit.gui.rectification.register import hand_down
from tests.unit.gui.rectification.stage import Theatre

IN_THE_FORM = {
    "raise",
    "resubmit",
    "relocate",
    "redescribe",
    "reclassify",
    "name_party",
    "attach_photo",
}
"""Steps that are taken in the form of the finding itself."""


def another_here(scene: Theatre) -> None:
    """Another open finding of this type at the same spot."""
    store, inspector = scene.stage.store, scene.stage.cast.inspector
    kept, _ = store.photos.keep(jpeg("purple"), "purple.jpg")
    pen = pen_of(store, inspector)
    pen.record([raised(photos=(kept,))])


def test_every_step_of_the_table_has_its_dialog() -> None:
    assert set(OPENERS) == {row.action for row in TRANSITIONS} - IN_THE_FORM


def test_verifying_takes_it_into_the_library_unless_somebody_waits(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 0)
    dialog = scene.open("verify", VerifyDialog)
    assert [type(fact) for fact in dialog.facts()] == [Verified, Enlisted]
    child(dialog, Segments, "verifyEnlists").choose(False)
    assert [type(fact) for fact in dialog.facts()] == [Verified]
    assert scene.do(dialog).state is State.VERIFIED


def test_a_duplicate_is_verified_but_not_taken_into_the_library(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 0)
    another_here(scene)
    dialog = scene.open("verify", VerifyDialog)
    press(child(dialog, Segments, "duplicateSegments").focus_target(), Qt.Key.Key_Right)
    assert [type(fact) for fact in dialog.facts()] == [Verified]
    assert any(label.isVisible() and "重复的问题不入库" in label.text() for label in dialog.findChildren(QLabel))
    assert scene.do(dialog).state is State.VERIFIED


def test_enlisting_is_closed_to_a_duplicate(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.station, 1)
    another_here(scene)
    dialog = scene.open("enlist", EnlistDialog)
    segments = child(dialog, Segments, "duplicateSegments")
    press(segments.focus_target(), Qt.Key.Key_Right)
    assert not dialog.do_button.isEnabled()
    press(segments.focus_target(), Qt.Key.Key_Right)
    write(child(dialog, QLineEdit, "enlistNote"), "另一处已销号")
    assert scene.do(dialog).state is State.ENLISTED


def test_signing_is_one_key(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 3)
    dialog = scene.open("sign", SignDialog)
    assert dialog.do_button.hasFocus()
    assert not list(faults(dialog.fact(), NOON))
    with scene.qtbot.waitSignal(scene.steps.taken):
        press(dialog.do_button, Qt.Key.Key_Space)
    finding = scene.stage.now()
    assert finding.state is State.RECTIFYING
    assert finding.rectification is not None
    assert finding.rectification.signature is not None
    assert finding.rectification.signature.fact.person == "李建军"


def test_signing_without_a_name_asks_for_it(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 3)
    dialog = scene.open("sign", SignDialog)
    name = child(dialog, QLineEdit, "signPerson")
    name.clear()
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert error.text() == "还没写责任人。"
    assert name.hasFocus()
    assert scene.stage.now().state is State.DISPATCHED


@pytest.mark.parametrize("planned", [None, TODAY + timedelta(days=2)])
def test_taking_up_acceptance_with_and_without_a_day(theatre: Opens, people: Cast, planned: date | None) -> None:
    scene = theatre(people.station, 9)
    dialog = scene.open("arrange", ArrangeDialog)
    day = child(dialog, DayField, "arrangeDay")
    assert not day.isVisible()
    if planned is not None:
        child(dialog, QCheckBox, "arrangeFixed").click()
        assert day.isVisible()
        day.take_back(planned.isoformat())
    write(child(dialog, QLineEdit, "arrangeNote"), "约三河口村一起去")
    assert dialog.fact() == AcceptanceArranged(planned, "约三河口村一起去")
    assert scene.do(dialog).state is State.ACCEPTING


def test_the_file_goes_back_with_a_reason(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.bureau, 10)
    photo = scene.stage.photo("yellow", kind=passed().photos[0].kind)
    scene.stage.say(people.station, passed(photos=(photo,)))
    scene.stage.say(people.station, ClosureSubmitted(HUNDRED))
    dialog = scene.open("return_closure", FileReturnDialog)
    text = child(dialog, QPlainTextEdit, "fileReturnReason")
    write(text, "缺签字")
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert text.toPlainText() == "缺签字"
    assert text.property("state") == "wrong"
    write(text, "，验收表第二页")
    assert scene.do(dialog).state is State.ACCEPTED


def test_another_grid_of_my_area(theatre: Opens, people: Cast, qtbot: QtBot) -> None:
    scene = theatre(people.station, 2)
    hand_down(scene.stage.store, people)
    with qtbot.waitSignal(scene.bridge.reference_changed):
        scene.bridge.read_reference()
    dialog = scene.open("correct_grid", GridDialog)
    pick = child(dialog, PickLine, "gridPick")
    assert pick.text() == "郑陆镇第12网格"
    dialog.decide()
    assert child(dialog, QLabel, "stepError").text() == "现在就是这个网格，请选另一个。"
    pick.take_back("没有的网格")
    dialog.decide()
    scene.qtbot.waitUntil(lambda: "请选另一个" not in child(dialog, QLabel, "stepError").text())
    scene.qtbot.waitUntil(dialog.do_button.isEnabled)
    pick.choose(OTHER_GRID)
    assert scene.do(dialog).grid == OTHER_GRID


def test_only_one_dialog_at_a_time(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.unit, 3)
    scene.steps.take("sign", scene.stage.now())
    dialog = scene.open("sign", SignDialog)
    scene.settle()
    assert len([each for each in scene.window.findChildren(SignDialog) if each.isVisible()]) == 1
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    assert scene.open("sign", SignDialog).isVisible()
