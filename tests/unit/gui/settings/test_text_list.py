"""A list of one's own by mouse and by keyboard: added, changed, moved, taken away and brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.settings.text_list import TextList
from tests.hands import ALT, child, press, write


@pytest.fixture
def texts(dressed: QApplication, qtbot: QtBot) -> TextList:
    made = TextList("phrases", "常用语", longest=10, ticks=True)
    qtbot.addWidget(made)
    made.show_texts(("甲", "乙", "丙"), ("乙",))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.list.setFocus()
    return made


def editor(texts: TextList) -> QLineEdit:
    """The line that is being written."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def finish(texts: TextList, qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Leave the line."""
    press(editor(texts), key)
    qtbot.waitUntil(texts.list.hasFocus)
    qtbot.waitUntil(lambda: len(texts.texts) == texts.list.count())


def button(texts: TextList, name: str) -> QPushButton:
    return child(texts, QPushButton, f"phrases{name}Button")


def test_showing_is_no_change(texts: TextList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(texts.changed):
        texts.show_texts(("丁",), ("丁",))
    assert (texts.texts, texts.ticked) == (("丁",), frozenset({"丁"}))


def test_a_new_one_is_written_at_once(texts: TextList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(texts.changed):
        button(texts, "Add").click()
        write(editor(texts), "  新的  句子 ")
        finish(texts, qtbot)
    assert texts.texts == ("甲", "乙", "丙", "新的 句子")


@pytest.mark.parametrize(("written", "kept"), [("", 3), ("乙", 3), ("一二三四五六七八九十十一", 4)])
def test_what_is_empty_double_or_too_long(texts: TextList, qtbot: QtBot, written: str, kept: int) -> None:
    texts.add()
    write(editor(texts), written)
    finish(texts, qtbot)
    assert len(texts.texts) == kept
    assert max(map(len, texts.texts)) <= 10


def test_one_that_was_begun_and_left_is_gone(texts: TextList, qtbot: QtBot) -> None:
    texts.add()
    finish(texts, qtbot, Qt.Key.Key_Escape)
    assert texts.texts == ("甲", "乙", "丙")
    assert texts.list.count() == 3


def test_enter_changes_in_place(texts: TextList, qtbot: QtBot) -> None:
    texts.list.setCurrentRow(1)
    press(texts.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not texts.list.hasFocus())
    editor(texts).selectAll()
    write(editor(texts), "乙二")
    finish(texts, qtbot)
    assert texts.texts == ("甲", "乙二", "丙")
    assert texts.ticked == {"乙二"}


def test_alt_and_arrows_move(texts: TextList) -> None:
    texts.list.setCurrentRow(0)
    press(texts.list, Qt.Key.Key_Down, ALT)
    press(texts.list, Qt.Key.Key_Down, ALT)
    press(texts.list, Qt.Key.Key_Down, ALT)
    assert texts.texts == ("乙", "丙", "甲")
    assert texts.list.currentRow() == 2
    assert not button(texts, "Down").isEnabled()
    press(texts.list, Qt.Key.Key_Up, ALT)
    assert texts.texts == ("乙", "甲", "丙")


def test_del_takes_away_and_it_can_be_brought_back(texts: TextList, qtbot: QtBot) -> None:
    texts.list.setCurrentRow(1)
    with qtbot.waitSignal(texts.removed) as removed:
        press(texts.list, Qt.Key.Key_Delete)
    assert removed.args == ["乙"]
    assert list(texts.texts) == ["甲", "丙"]
    texts.restore()
    assert list(texts.texts) == ["甲", "乙", "丙"]
    assert texts.ticked == {"乙"}


def test_space_ticks(texts: TextList, qtbot: QtBot) -> None:
    texts.list.setCurrentRow(0)
    with qtbot.waitSignal(texts.changed):
        press(texts.list, Qt.Key.Key_Space)
    assert texts.ticked == {"甲", "乙"}
