"""A day: its weekday, what it tells and what it does not."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel
from pytestqt.qtbot import QtBot

from gui.rectification.day_field import DayField
from tests.hands import child, press


@pytest.fixture
def field(dressed: QApplication, qtbot: QtBot) -> DayField:
    """At a Sunday, shown."""
    made = DayField(date(2026, 11, 22))
    made.setObjectName("day")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(field: DayField) -> list[str]:
    """What stands beside it."""
    return [label.text() for label in field.findChildren(QLabel) if label.text()]


def test_the_weekday_goes_with_the_day(field: DayField, qtbot: QtBot) -> None:
    assert words(field) == ["星期日"]
    edit = child(field, QDateEdit, "dayEdit")
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(field.chosen) as told:
        press(edit, Qt.Key.Key_Up)
    assert told.args == [date(2026, 11, 23)]
    assert words(field) == ["星期一"]


def test_showing_a_day_tells_nobody(field: DayField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.chosen):
        field.show_day(date(2026, 11, 28))
    assert (field.day, words(field)) == (date(2026, 11, 28), ["星期六"])


def test_a_day_typed_with_digits_alone(field: DayField) -> None:
    edit = child(field, QDateEdit, "dayEdit")
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    edit.setSelectedSection(QDateEdit.Section.YearSection)
    for digit in "20261204":
        press(edit, Qt.Key(ord(digit)))
    assert field.day == date(2026, 12, 4)


def test_no_day_before_the_first_is_taken(field: DayField) -> None:
    field.allow_from(date(2026, 11, 22))
    field.take_back("2026-11-01")
    assert field.day == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "明天", "2026-13-40"])
def test_what_cannot_be_read_changes_nothing(field: DayField, text: str) -> None:
    field.take_back(text)
    assert field.day == date(2026, 11, 22)
