"""Which row is chosen, and where the cursor stands, when the ledger shows other rows than before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.ledger.ledger_page import LedgerPage
from models.findings import Tab
from models.store import Store
from tests.builders import raise_one
from tests.hands import child, press
from tests.unit.gui.ledger.test_ledger_page import open_page, settle


def test_the_first_row_is_chosen_where_nothing_was(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    raise_one(store, "red")
    newest = raise_one(store, "blue")
    open_page(ledger, qtbot, background)
    assert ledger.card.table.chosen == newest
    assert ledger.detail.shown is not None
    assert ledger.detail.shown.id == newest


def test_what_was_asked_for_stays_in_the_pane(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    wanted = raise_one(store, "red")
    raise_one(store, "blue")
    ledger.show_finding(wanted)
    open_page(ledger, qtbot, background)
    assert ledger.card.table.chosen == wanted


def test_a_filter_without_the_chosen_row_empties_the_pane(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    raise_one(store, "red")
    open_page(ledger, qtbot, background)
    child(ledger, QLineEdit, "ledgerSearch").setText("没有这个地方")
    qtbot.waitUntil(lambda: ledger.detail.shown is None)
    assert ledger.card.table.chosen == ""
    assert ledger.detail.shown is None


def test_the_cursor_of_an_emptied_list_stands_on_its_tab(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    # GIVEN rows with the cursor
    raise_one(store, "red")
    open_page(ledger, qtbot, background)
    ledger.activateWindow()
    qtbot.waitUntil(ledger.card.table.hasFocus)
    # WHEN a tab without rows is shown
    child(ledger, QPushButton, f"tab_{Tab.DONE.value}").click()
    ledger.card.table.setFocus()
    settle(qtbot, background)
    # THEN
    assert not ledger.card.table.isVisible()
    assert child(ledger, QPushButton, f"tab_{Tab.DONE.value}").hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_text_to_the_rows(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background, key: Qt.Key
) -> None:
    # GIVEN a shortcut of the window that Esc would reach
    left: list[bool] = []
    QShortcut(QKeySequence("Esc"), ledger).activated.connect(lambda: left.append(True))
    raise_one(store, "red")
    open_page(ledger, qtbot, background)
    ledger.activateWindow()
    search = child(ledger, QLineEdit, "ledgerSearch")
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    # WHEN
    press(search, key)
    # THEN only the cursor moved
    assert ledger.card.table.hasFocus()
    assert not left
