"""交办 at the bureau: what stands there by itself, what a person changes, and what it comes to."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from gui.rectification.day_field import DayField
from gui.rectification.dispatch_dialog import DispatchDialog
from gui.rectification.measures_edit import MeasuresEdit
from gui.rectification.pick_line import PickLine
from models.facts import Dispatched, Measure
from models.rules import faults
from models.state import State
from models.usual_rectification import usual_rectification
from models.vocabulary import RectificationKind
from tests.builders import NOON, jpeg, pen_of, raised
from tests.hands import child, press, write
from tests.line import OFFICE, STATION_UNIT, TODAY, VILLAGE, Cast, dispatched, line
from tests.unit.gui.rectification.conftest import Opens
from tests.unit.gui.rectification.register import hand_down, order_of
from tests.unit.gui.rectification.stage import Theatre

USUAL = usual_rectification("A01")


def choose(dialog: DispatchDialog, name: str, words: str) -> PickLine:
    """Write over what stands in a line."""
    pick = child(dialog, PickLine, name)
    pick.setFocus()
    pick.selectAll()
    write(pick, words)
    pick.textEdited.emit(pick.text())
    return pick


def test_the_type_fills_in_what_it_knows(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    said = order_of(dialog)
    assert (said.goal, said.kind) == (USUAL.goal, RectificationKind.IMMEDIATE)
    assert said.deadline == TODAY + timedelta(days=3)
    assert said.measures == tuple(Measure(content, said.deadline) for content in USUAL.measures)
    assert said.accept_unit == STATION_UNIT
    assert said.dispatched_on == TODAY


def test_unit_and_person_out_of_the_register_make_it_whole(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    choose(dialog, "dispatchUnit", VILLAGE.name)
    said = order_of(dialog)
    assert said.unit == VILLAGE
    assert said.unit.is_village
    assert said.person == "李建军"  # of that unit, from the register
    assert not list(faults(said, NOON))
    finding = scene.do(dialog)
    assert finding.state is State.DISPATCHED
    assert finding.rectification is not None
    assert finding.rectification.order == said


@pytest.mark.parametrize("typed", ["三河口", "shk", "TN-ZL-SHK", "SHKCWH"])
def test_a_unit_is_found_by_part_of_its_name_code_or_initials(scene: Theatre, typed: str) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    pick = choose(dialog, "dispatchUnit", typed)
    assert pick.completer().completionModel().rowCount() == 1
    popup = pick.completer().popup()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert pick.value == VILLAGE
    assert pick.text() == VILLAGE.name


def test_the_last_one_of_this_type_gives_unit_and_person(scene: Theatre, people: Cast) -> None:
    # GIVEN another finding of the same type in the township, dispatched to the office
    store = scene.stage.store
    kept, _ = store.photos.keep(jpeg("purple"), "purple.jpg")
    form = raised(photos=(kept,))
    pens = {who.id: pen_of(store, who) for who in vars(people).values()}
    other = pens[people.inspector.id].record([form]).finding
    for who, step in line(form, people)[:3]:
        order = dispatched(unit=OFFICE, person="吴建平") if isinstance(step, Dispatched) else step
        pens[who.id].record([order], finding=other)
    # WHEN this one is dispatched THEN the same unit stands there, and why
    dialog = scene.open("dispatch", DispatchDialog)
    assert (order_of(dialog).unit, order_of(dialog).person) == (OFFICE, "吴建平")
    assert [label.text() for label in dialog.findChildren(QLabel)].count("上次同类问题") == 2


def test_the_days_of_measures_follow_the_deadline_until_somebody_sets_them(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    first = child(dialog, DayField, "measureDue_1")
    first.take_back((TODAY + timedelta(days=1)).isoformat())
    child(dialog, DayField, "dispatchDeadline").take_back((TODAY + timedelta(days=10)).isoformat())
    days = [(measure.due - TODAY).days for measure in order_of(dialog).measures]
    assert days == [1] + [10] * (len(USUAL.measures) - 1)
    assert child(dialog, QLabel, "latestMeasure").text() == "最晚的一条不能晚于 12-02"


@pytest.mark.parametrize(
    ("button", "day"), [("restDayBefore", date(2026, 11, 27)), ("restDayAfter", date(2026, 11, 30))]
)
def test_a_day_of_rest_may_be_left(scene: Theatre, button: str, day: date) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    deadline, band = child(dialog, DayField, "dispatchDeadline"), child(dialog, QFrame, "restDayBand")
    assert not band.isVisible()
    deadline.take_back("2026-11-29")
    assert band.isVisible()
    assert any(label.text() == "11月29日 星期日，休息日不顺延。" for label in band.findChildren(QLabel))
    child(dialog, QPushButton, button).click()
    assert order_of(dialog).deadline == day
    assert not band.isVisible()


def test_a_day_of_rest_may_be_kept_and_a_holiday_is_one(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    child(dialog, DayField, "dispatchDeadline").take_back("2026-12-04")  # a Friday that is off
    child(dialog, QPushButton, "restDayKeep").click()
    assert not child(dialog, QFrame, "restDayBand").isVisible()
    assert order_of(dialog).deadline == date(2026, 12, 4)


def test_measures_are_added_and_removed(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    child(dialog, QPushButton, "addMeasure").click()
    count = len(USUAL.measures)
    write(child(dialog, QLineEdit, f"measureContent_{count + 1}"), "安排专人看管")
    child(dialog, QPushButton, "measureRemove_1").click()
    assert [measure.content for measure in order_of(dialog).measures] == [*USUAL.measures[1:], "安排专人看管"]


def test_a_unit_of_a_measure_that_nobody_knows_is_asked_about(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    choose(dialog, "dispatchUnit", VILLAGE.name)
    write(child(dialog, PickLine, "measureUnit_1"), "没有的单位")
    dialog.decide()
    assert child(dialog, QLabel, "stepError").text().startswith("名册里没有“没有的单位”")
    assert scene.stage.now().state is State.ENLISTED


def test_what_is_missing_is_told_and_the_cursor_stands_there(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    child(dialog, QPlainTextEdit, "dispatchGoal").clear()
    choose(dialog, "dispatchPerson", "吴建平")
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert error.text() == "还没选责任单位，请从名册里选。\n还没写整改目标。验收时按它对照。"
    assert child(dialog, PickLine, "dispatchUnit").hasFocus()
    assert order_of(dialog).person == "吴建平"


def test_who_rectifies_does_not_accept(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    choose(dialog, "dispatchUnit", STATION_UNIT.name)
    assert order_of(dialog).accept_unit.name == "天宁区生态环境局"  # the default gives way
    choose(dialog, "dispatchAccept", STATION_UNIT.name)
    dialog.decide()
    error = child(dialog, QLabel, "stepError")
    scene.qtbot.waitUntil(error.isVisible)
    assert "验收单位不能是责任单位" in error.text()
    assert child(dialog, PickLine, "dispatchAccept").hasFocus()


def test_what_was_put_aside_comes_back(scene: Theatre) -> None:
    dialog = scene.open("dispatch", DispatchDialog)
    choose(dialog, "dispatchUnit", OFFICE.name)
    choose(dialog, "dispatchPerson", "吴建平")
    child(dialog, QPlainTextEdit, "dispatchGoal").setPlainText("土方全部覆盖。")
    child(dialog, DayField, "dispatchDeadline").take_back("2026-12-10")
    child(dialog, QPushButton, "measureRemove_2").click()
    child(dialog, QLineEdit, "measureContent_1").setText("先盖网")
    before = order_of(dialog)
    press(dialog, Qt.Key.Key_Escape)
    scene.settle()
    again = scene.open("dispatch", DispatchDialog)
    assert order_of(again) == before


def test_measures_that_cannot_be_read_again_change_nothing() -> None:
    edit = MeasuresEdit(["盖网"], TODAY, (), TODAY)
    edit.take_back('[[{"content": 3}, true]]')
    assert edit.measures() == (Measure("盖网", TODAY),)


def test_a_type_without_usual_deadline_says_so(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.bureau, 2)
    finding = scene.stage.now()
    alike = replace(finding, classification=replace(finding.classification, category="W11"))
    scene.steps.take("dispatch", alike)
    dialog = scene.there(DispatchDialog)
    assert any(label.text() == "这一类没有固定期限，请看一眼" for label in dialog.findChildren(QLabel))
    assert order_of(dialog).kind is RectificationKind.TIME_LIMITED


def test_what_was_dispatched_before_is_what_stands_there(theatre: Opens, people: Cast) -> None:
    scene = theatre(people.bureau, 3)
    hand_down(scene.stage.store, people)
    before = scene.stage.now().rectification
    assert before is not None
    dialog = scene.open("dispatch", DispatchDialog)
    assert order_of(dialog) == before.order
    choose(dialog, "dispatchUnit", OFFICE.name)
    choose(dialog, "dispatchPerson", "吴建平")
    after = scene.do(dialog).rectification
    assert after is not None
    assert (after.order.unit, after.order.person, after.order.goal) == (OFFICE, "吴建平", before.order.goal)
