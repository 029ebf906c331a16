"""「常用」: save the present filter under a name, choose it, call it something else, remove it and bring it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.name_dialog import NameDialog
from gui.page import News
from models.findings import Filter, Matter, Tab
from models.saved_filters import SavedFilter, SavedFilters
from models.store import Store
from tests.builders import raise_one
from tests.hands import child, press

DUST = Filter(Tab.TO_VERIFY, categories=frozenset({"A01"}), matter=Matter.OVERDUE)


@pytest.fixture
def page(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> LedgerPage:
    """With a row."""
    raise_one(store)
    ledger.activated()
    qtbot.waitUntil(lambda: ledger.card.list.model.rowCount() == 1 and background.is_idle)
    return ledger


def open_menu(page: LedgerPage, qtbot: QtBot) -> QMenu:
    """Press the button and wait for the menu."""
    child(page, QPushButton, "savedFiltersButton").click()
    menu = child(page, QMenu, "savedFiltersMenu")
    qtbot.waitUntil(menu.isVisible)
    return menu


def entry(menu: QMenu, *words: str) -> QAction:
    """By its words, from the outermost menu on."""
    found = next(action for action in menu.actions() if action.text() == words[0])
    inner = found.menu()
    return entry(inner, *words[1:]) if len(words) > 1 and isinstance(inner, QMenu) else found


def test_the_present_filter_is_saved_under_a_name(page: LedgerPage, store: Store, qtbot: QtBot) -> None:
    page.card.show_only(DUST)
    menu = open_menu(page, qtbot)
    entry(menu, "存下现在的筛选…").trigger()
    menu.hide()
    dialog = child(page.window(), NameDialog, "nameDialog")
    name = child(dialog, QLineEdit, "nameEdit")
    assert name.text() == "待核实 类型：施工扬尘 已超期"
    name.setText("  要催的扬尘 ")
    with qtbot.waitSignal(page.news) as told:
        press(name, Qt.Key.Key_Return)
    assert told.args[0].text == "已存为常用“要催的扬尘”"
    assert SavedFilters(store.settings).all() == (SavedFilter("要催的扬尘", DUST),)


def test_without_a_filter_there_is_nothing_to_save(page: LedgerPage, qtbot: QtBot) -> None:
    menu = open_menu(page, qtbot)
    assert not entry(menu, "存下现在的筛选…").isEnabled()
    assert not entry(menu, "还没有存过").isEnabled()
    menu.hide()


def test_a_saved_one_is_chosen(page: LedgerPage, store: Store, qtbot: QtBot) -> None:
    SavedFilters(store.settings).save("要催的扬尘", DUST)
    menu = open_menu(page, qtbot)
    entry(menu, "要催的扬尘").trigger()
    menu.hide()
    assert page.card.list.filter == DUST
    assert [words for words, _ in page.card.filters.conditions()] == ["类型：施工扬尘", "已超期"]
    assert child(page, QPushButton, "tab_to_verify").isChecked()


def test_renamed_removed_and_brought_back(page: LedgerPage, store: Store, qtbot: QtBot) -> None:
    saved = SavedFilters(store.settings)
    saved.save("甲", DUST)
    menu = open_menu(page, qtbot)
    entry(menu, "改名", "甲").trigger()
    menu.hide()
    name = child(child(page.window(), NameDialog, "nameDialog"), QLineEdit, "nameEdit")
    name.setText("乙")
    with qtbot.waitSignal(page.news):
        press(name, Qt.Key.Key_Return)
    assert [each.name for each in saved.all()] == ["乙"]
    menu = open_menu(page, qtbot)
    with qtbot.waitSignal(page.news) as told:
        entry(menu, "删除", "乙").trigger()
    menu.hide()
    assert saved.all() == ()
    news = told.args[0]
    assert isinstance(news, News)
    assert (news.text, news.step) == ("已删除常用“乙”", "恢复")
    assert news.take is not None
    news.take()
    qtbot.waitUntil(lambda: saved.all() == (SavedFilter("乙", DUST),))
