"""The bar under the form: whatever it says, nothing is cut off and the buttons stay inside."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.findings.action_bar import ActionBar
from tests.hands import child

pytestmark = pytest.mark.usefixtures("dressed")
MISSING = ("现场照片", "问题类型", "具体地点", "问题描述")
LONG = "C 盘满了，草稿没有存下来。已存的都在，没有丢。请先清出一些空间，再接着写；不要关掉这个窗口。"


@pytest.fixture(params=[855, 1037, 1182])
def bar(request: pytest.FixtureRequest, qtbot: QtBot) -> ActionBar:
    """As wide as in the three layout classes, with everything on it."""
    made = ActionBar()
    qtbot.addWidget(made)
    made.show_begun(begun=True)
    made.resize(request.param, made.height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_missing_is_whole(bar: ActionBar, qtbot: QtBot) -> None:
    bar.show_missing(MISSING)
    label = child(bar, QLabel, "missingLabel")
    assert label.text().startswith("还差 4 项：现场照片、问题类型")
    qtbot.waitUntil(lambda: label.width() >= label.sizeHint().width())


def test_a_long_problem_breaks_into_lines(bar: ActionBar, qtbot: QtBot) -> None:
    bar.show_problem(LONG)
    label, save = child(bar, QLabel, "problemLabel"), child(bar, QPushButton, "saveButton")
    qtbot.waitUntil(lambda: label.heightForWidth(label.width()) <= bar.height())
    assert save.geometry().right() < bar.width()
    bar.show_missing(())
    assert not label.isVisible()


def test_a_save_that_takes_longer_than_a_blink_is_told_in_the_button(bar: ActionBar, qtbot: QtBot) -> None:
    save = child(bar, QPushButton, "saveButton")
    width = save.width()
    bar.show_busy(busy=True)
    assert save.text() == "保存  Ctrl+Enter"
    qtbot.waitUntil(lambda: save.text() == "正在保存…")
    assert save.width() >= width
    bar.show_busy(busy=False)
    assert save.text() == "保存  Ctrl+Enter"
