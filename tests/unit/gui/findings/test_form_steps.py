"""In a narrow window the form is three steps of the same widgets: nothing is typed twice, and gaps are gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.findings.form_page import FormPage
from gui.findings.form_step import FormStep
from gui.findings.form_values import FormField
from gui.room import Room
from tests.hands import ALT, CTRL, child, press, write
from tests.unit.gui.findings.filling import PLACE, WORDS


@pytest.fixture
def narrow(form: FormPage, qtbot: QtBot) -> FormPage:
    """In a window of 911×465."""
    form.fit(Room.NARROW)
    form.resize(855, 409)
    qtbot.waitUntil(form.isActiveWindow)
    return form


def seen(form: FormPage, name: str) -> bool:
    return child(form, QWidget, name).isVisible()


def test_one_step_at_a_time_and_all_of_them_where_there_is_room(narrow: FormPage) -> None:
    assert (seen(narrow, "photoPreview"), seen(narrow, "placeEdit"), seen(narrow, "amountEdit")) == (True, False, False)
    press(narrow, Qt.Key.Key_PageDown, CTRL)
    assert (seen(narrow, "photoPreview"), seen(narrow, "placeEdit"), seen(narrow, "amountEdit")) == (False, True, False)
    child(narrow, QPushButton, "stepOnButton").click()
    assert (seen(narrow, "placeEdit"), seen(narrow, "amountEdit"), seen(narrow, "saveButton")) == (False, True, True)
    press(narrow, Qt.Key.Key_PageUp, CTRL)
    assert seen(narrow, "placeEdit")
    narrow.fit(Room.WIDE)
    assert all(seen(narrow, name) for name in ("photoPreview", "placeEdit", "amountEdit", "saveButton"))
    assert not seen(narrow, "stepLine")


def test_what_is_typed_in_one_step_is_there_in_every_room(narrow: FormPage) -> None:
    narrow.body.show_step(FormStep.MATTER)
    write(child(narrow, QLineEdit, "placeEdit"), PLACE)
    child(narrow, QPlainTextEdit, "descriptionEdit").insertPlainText(WORDS)
    narrow.body.show_step(FormStep.CHECK)
    narrow.fit(Room.MIDDLE)
    assert child(narrow, QLineEdit, "placeEdit").text() == PLACE
    assert (narrow.session.values.place, narrow.session.values.description) == (PLACE, WORDS)


def test_saving_and_f8_go_to_the_gaps_in_whatever_step_they_are(narrow: FormPage) -> None:
    narrow.body.show_step(FormStep.CHECK)
    press(narrow, Qt.Key.Key_Return, CTRL)
    assert narrow.body.field_with_focus() is FormField.POSITION
    press(narrow, Qt.Key.Key_F8)
    assert seen(narrow, "photoPreview")
    assert child(narrow, QPushButton, "step_matter").text() == "2 问题 · 还差 3 项"
    press(narrow, Qt.Key.Key_F8)
    assert seen(narrow, "placeEdit")
    assert narrow.body.field_with_focus() is FormField.CATEGORY


@pytest.mark.parametrize(("key", "step", "name"), [(Qt.Key.Key_3, FormStep.MATTER, "descriptionEdit"),
                                                   (Qt.Key.Key_8, FormStep.CHECK, "foundEdit")])  # fmt: skip
def test_alt_and_a_number_jumps_into_any_step(narrow: FormPage, key: Qt.Key, step: FormStep, name: str) -> None:
    press(narrow, key, ALT)
    assert narrow.body.step is step
    assert QApplication.focusWidget() is child(narrow, QWidget, name)


def test_another_form_begins_with_its_photos(narrow: FormPage) -> None:
    narrow.body.show_step(FormStep.CHECK)
    write(child(narrow, QLineEdit, "amountEdit"), "12")
    narrow.begin()
    assert seen(narrow, "amountEdit"), "what was begun is gone on with where it was left"
    child(narrow, QPushButton, "asideButton").click()
    assert narrow.body.step is FormStep.PHOTOS


def test_reminders_stand_in_the_last_step(narrow: FormPage) -> None:
    narrow.session.edit(FormField.FOUND_AT, {"found_text": "2026-11-24 08:00"})
    assert child(narrow, QPushButton, "step_check").text() == "3 核对 · 1 条提醒"
    assert not seen(narrow, "softWarnings")
    narrow.body.show_step(FormStep.CHECK)
    assert seen(narrow, "softWarnings")
    narrow.fit(Room.WIDE)
    assert narrow.body.card.isAncestorOf(child(narrow, QWidget, "softWarnings"))
    assert seen(narrow, "softWarnings")
