"""The check for what is cut off finds what it is for, and nothing where all is well."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.elided_label import ElidedLabel
from tests.unit.gui.cut_off import complaints, dialog_complaints

pytestmark = pytest.mark.usefixtures("dressed")
WORDS = "常焦路与丰北路路口东南角工地"


def label(words: str = WORDS) -> QLabel:
    return QLabel(words)


def too_narrow(widget: QWidget) -> QWidget:
    widget.setFixedWidth(60)
    return widget


def too_low() -> QWidget:
    low = label(WORDS * 3)
    low.setWordWrap(True)
    low.setFixedSize(120, 20)
    return low


def placeholder() -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(WORDS)
    return line


def combo() -> QComboBox:
    box = QComboBox()
    box.addItem(WORDS)
    return box


def table() -> QWidget:
    made = QTableWidget(1, 1)
    made.setHorizontalHeaderLabels([WORDS])
    made.setColumnWidth(0, 60)
    return made


def cell() -> QWidget:
    made = QTableWidget(1, 1)
    made.setItem(0, 0, QTableWidgetItem(WORDS))
    made.setColumnWidth(0, 90)
    return made


class Painted(QWidget):
    """Words that a widget paints itself."""

    def __init__(self, *tops: int) -> None:
        super().__init__()
        self._tops = tops
        self.setFixedSize(260, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for top in self._tops:
            painter.drawText(10, top, WORDS)


def outside() -> QWidget:
    holder = QWidget()
    holder.setFixedSize(200, 40)
    button = QPushButton("保存", holder)
    button.setGeometry(180, 0, 80, 32)
    return holder


def over_each_other() -> QWidget:
    holder = QWidget()
    holder.setFixedSize(300, 40)
    for left, words in ((0, "保存"), (40, "取消")):
        QPushButton(words, holder).setGeometry(left, 0, 80, 32)
    return holder


def small() -> QWidget:
    button = QPushButton("×")
    button.setFixedSize(20, 20)
    return button


def out_of_sight() -> QWidget:
    area, inside = QScrollArea(), QWidget()
    inside.setFixedSize(500, 40)
    QPushButton("保存", inside).setGeometry(400, 0, 80, 32)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedSize(200, 60)
    return area


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """These widgets, one under the other in a window."""

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(400, 400)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: too_narrow(label()), "cuts"),
        (too_low, "cuts"),
        (lambda: too_narrow(QPushButton(WORDS)), "cuts"),
        (lambda: too_narrow(QCheckBox(WORDS)), "cuts"),
        (lambda: too_narrow(placeholder()), "leaves out letters"),
        (lambda: too_narrow(combo()), "cuts"),
        (table, "cuts"),
        (cell, "leaves out letters"),
        (lambda: Painted(3), "cuts"),
        (lambda: Painted(20, 24), "over"),
        (outside, "reaches out of"),
        (out_of_sight, "reaches out of"),
        (over_each_other, "lie over each other"),
        (small, "hard to hit"),
    ],
)
def test_what_is_wrong_is_found(shown: Callable[..., QWidget], make: Callable[[], QWidget], says: str) -> None:
    found = complaints(shown(make()))
    assert any(says in complaint for complaint in found), found


def test_what_is_well_is_not_complained_of(shown: Callable[..., QWidget]) -> None:
    wrapped, scrolling = label(WORDS * 4), QScrollArea()
    wrapped.setWordWrap(True)
    scrolling.setWidget(label("\n".join([WORDS] * 20)))
    scrolling.setFixedHeight(80)
    window = shown(label(), wrapped, QPushButton("保存"), placeholder(), combo(), ElidedLabel(WORDS * 9), scrolling)
    assert not complaints(window)


def test_a_dialog_stays_inside_nine_tenths_of_its_window(shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    window = shown(label())
    dialog = QDialog(window)
    column = QVBoxLayout(dialog)
    column.addWidget(label())
    dialog.setFixedSize(200, 380)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert any("high" in complaint for complaint in dialog_complaints(dialog, window))
    dialog.setFixedHeight(200)
    dialog.move(window.mapToGlobal(window.rect().bottomLeft()))
    assert any("edge" in complaint for complaint in dialog_complaints(dialog, window))
