"""常用语 with gaps: Tab goes from one to the next, and out behind the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
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


@pytest.mark.parametrize("text", ["见苏环函〔2026〕38号，出入口未冲洗。", "约〔数量〕平方米。"])
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
