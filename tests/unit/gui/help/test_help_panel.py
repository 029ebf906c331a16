"""Reading the help: F1 opens it beside the page, Esc gives the cursor back, and everything in it is found."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from gui.help.help_panel import HelpPanel
from gui.workplace import Workplace
from resources import words
from tests.hands import ALT, CTRL, child, press, write
from tests.unit.gui.test_workplace import Windows


@pytest.fixture
def panel(place: Workplace) -> HelpPanel:
    """Open at the workbench."""
    press(place.desk, Qt.Key.Key_F1)
    return child(place.desk, HelpPanel, "helpPanel")


def test_no_part_of_it_flashes_as_a_window(place: Workplace, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    press(place.desk, Qt.Key.Key_F1)
    qapp.removeEventFilter(windows)
    assert child(place.desk, HelpPanel, "helpPanel").isVisible()
    assert windows.shown == []


def rows(panel: HelpPanel) -> list[str]:
    model = child(panel, QListView, "helpList").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_f1_shows_the_page_in_front_at_the_right_and_f1_puts_it_away(place: Workplace, panel: HelpPanel) -> None:
    assert panel.spot == ("workbench", -1)
    assert panel.geometry().right() == place.desk.rect().right()
    assert panel.geometry().top() == place.desk.top_bar.height()
    assert panel.text.toPlainText().startswith("工作台\n")
    press(panel.text, Qt.Key.Key_F1)
    assert panel.isHidden()


def test_f1_in_the_search_box_is_about_searching(place: Workplace, qtbot: QtBot) -> None:
    box = place.desk.top_bar.search
    press(place.desk, Qt.Key.Key_K, CTRL)
    press(box, Qt.Key.Key_F1)
    panel = child(place.desk, HelpPanel, "helpPanel")
    assert panel.spot == ("search", -1)
    press(panel.text, Qt.Key.Key_Escape)
    assert box.hasFocus()


def test_it_follows_to_the_next_page(place: Workplace, panel: HelpPanel) -> None:
    place.desk.open(place.pages.exchange)
    assert panel.spot == ("exchange", -1)


def test_esc_gives_the_cursor_back(place: Workplace, qtbot: QtBot) -> None:
    before = place.desk.rail.user
    before.setFocus()
    press(place.desk, Qt.Key.Key_F1)
    panel = child(place.desk, HelpPanel, "helpPanel")
    assert panel.text.hasFocus()
    press(panel.text, Qt.Key.Key_Escape)
    assert before.hasFocus()
    assert place.desk.current is place.pages.workbench


def test_esc_in_the_page_closes_the_help_first(place: Workplace, panel: HelpPanel) -> None:
    place.desk.open(place.pages.exchange)
    press(place.pages.exchange, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert place.desk.current is place.pages.exchange


def test_contents_lead_to_pages_and_sections(panel: HelpPanel) -> None:
    child(panel, QPushButton, "helpContentsButton").click()
    listed = child(panel, QListView, "helpList")
    assert rows(panel)[:2] == ["工作台", "　　上面五个数"]
    assert "键盘一览" in rows(panel)
    listed.setCurrentIndex(listed.model().index(rows(panel).index("键盘一览"), 0))
    press(listed, Qt.Key.Key_Return)
    assert panel.spot == ("keyboard", -1)
    assert panel.text.isVisible()


def test_links_lead_on_and_back(panel: HelpPanel) -> None:
    panel.text.anchorClicked.emit(QUrl("sign_in.md#forgotten"))
    assert panel.spot[0] == "sign_in"
    assert panel.spot[1] >= 0
    press(panel.text, Qt.Key.Key_Left, ALT)
    assert panel.spot == ("workbench", -1)
    press(panel.text, Qt.Key.Key_Left, ALT)
    assert panel.spot == ("workbench", -1)


def test_a_section_is_scrolled_to_the_top(panel: HelpPanel, qtbot: QtBot) -> None:
    panel.show_page("questions", "password")
    qtbot.waitUntil(lambda: panel.text.verticalScrollBar().value() > 0)
    assert panel.text.cursorForPosition(panel.text.viewport().rect().topLeft()).block().text() in (
        "忘了密码",
        "草稿在工作台的“草稿没写完”里。草稿只跟着写它的人，换了人登录就看不到，要用自己的名字登录。",
    )
    assert panel.text.textCursor().block().text() == "忘了密码"


def test_everything_is_looked_through(panel: HelpPanel, qtbot: QtBot) -> None:
    press(panel.text, Qt.Key.Key_F, CTRL)
    search = child(panel, QLineEdit, "helpSearch")
    assert search.hasFocus()
    write(search, "忘了密码")
    assert any(row.startswith("常见问题 › 忘了密码") for row in rows(panel))
    assert any(row.startswith("登录、锁屏、切换用户 › 忘了密码") for row in rows(panel))
    press(search, Qt.Key.Key_Return)
    assert panel.text.isVisible()
    assert panel.text.hasFocus()
    assert panel.spot[0] in ("sign_in", "questions")
    assert len(panel.text.extraSelections()) >= 1


def test_what_is_nowhere_is_said(panel: HelpPanel) -> None:
    write(child(panel, QLineEdit, "helpSearch"), "量子")
    assert rows(panel) == []
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "帮助里没有。换一个短一点的词试试。" in told


def test_esc_leads_from_the_hits_to_the_text(panel: HelpPanel) -> None:
    search = child(panel, QLineEdit, "helpSearch")
    write(search, "照片")
    press(search, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert panel.text.isVisible()
    assert search.text() == ""


def test_tab_stays_inside(panel: HelpPanel) -> None:
    for _press in range(12):
        press(panel.window().focusWidget(), Qt.Key.Key_Tab)
        assert panel.isAncestorOf(panel.window().focusWidget())


@pytest.mark.parametrize("size", [(1366, 697), (1093, 558), (911, 465), (900, 460)])
def test_it_keeps_to_its_side(place: Workplace, panel: HelpPanel, qtbot: QtBot, size: tuple[int, int]) -> None:
    place.desk.window().resize(*size)
    qtbot.waitUntil(lambda: panel.geometry().bottomRight() == place.desk.rect().bottomRight())
    assert panel.width() <= place.desk.width() // 2


def test_english_readers_are_told_and_have_the_keys(place: Workplace) -> None:
    words.use("en")
    place.desk.help.open("workbench")
    panel = child(place.desk, HelpPanel, "helpPanel")
    assert panel.text.toPlainText().startswith("This page is in Chinese so far.\n工作台")
    panel.show_page("keyboard")
    assert panel.text.toPlainText().startswith("Keyboard\n")
