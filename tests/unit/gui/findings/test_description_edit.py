"""常用语 with gaps: Tab goes from one to the next, and out behind the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.findings.description_edit import DescriptionEdit
from gui.findings.description_field import DescriptionField
from tests.hands import child, press, write


def test_tab_jumps_from_gap_to_gap(qtbot: QtBot) -> None:
    field = DescriptionField()
    qtbot.addWidget(field)
    text = child(field, DescriptionEdit, "descriptionEdit")
    text.insert_phrase("〔位置〕乱倒建筑垃圾约〔数量〕立方米。")
    chosen = [text.textCursor().selectedText()]
    press(text, Qt.Key.Key_Tab)
    chosen.append(text.textCursor().selectedText())
    write(text, "30")
    assert chosen == ["〔位置〕", "〔数量〕"]
    assert text.toPlainText() == "〔位置〕乱倒建筑垃圾约30立方米。"


@pytest.mark.parametrize(
    "text", ["见苏环函〔2026〕38号，出入口未冲洗。", "约〔数量〕平方米。", "挖深〔自己写的空〕米。"]
)
def test_tab_leaves_the_description_behind_its_last_gap(qtbot: QtBot, text: str) -> None:
    holder, field, after = QWidget(), DescriptionField(), QLineEdit()
    column = QVBoxLayout(holder)
    column.addWidget(field)
    column.addWidget(after)
    qtbot.addWidget(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    edit = child(field, DescriptionEdit, "descriptionEdit")
    edit.insert_phrase(text)
    press(edit, Qt.Key.Key_Tab)
    assert holder.focusWidget() is after


def test_own_phrases_stand_before_the_usual_ones(qtbot: QtBot) -> None:
    field = DescriptionField()
    qtbot.addWidget(field)
    menu = child(field, QMenu, "phrasesMenu")
    usual = [action.data() for action in menu.actions()]
    field.show_phrases(("沿河〔数量〕米有垃圾。", "甲" * 60))
    offered = [action.data() for action in menu.actions() if not action.isSeparator()]
    assert offered == ["沿河〔数量〕米有垃圾。", "甲" * 60, *usual]
    menu.actions()[0].trigger()
    text = child(field, DescriptionEdit, "descriptionEdit")
    assert (text.toPlainText(), text.textCursor().selectedText()) == ("沿河〔数量〕米有垃圾。", "〔数量〕")
    field.show_phrases(())
    assert [action.data() for action in menu.actions()] == usual
