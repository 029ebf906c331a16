"""The ledger by its keys: between list and pane, in place of each other where it is narrow, and a text that waits."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.ledger.ledger_columns import Column
from gui.ledger.ledger_header import LedgerHeader
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.ledger_search import LedgerSearch
from gui.room import Room
from models.findings import Filter, Order
from models.ledger_view import LedgerView, read_view, write_view
from models.store import Store
from tests.builders import raise_one
from tests.hands import SHIFT, child, compose, press, write


@pytest.fixture
def page(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> LedgerPage:
    """Two rows, the first chosen, the cursor in the rows."""
    for colour in ("red", "blue"):
        raise_one(store, colour)
    ledger.activateWindow()
    ledger.activated()
    qtbot.waitUntil(lambda: ledger.detail.shown is not None and background.is_idle)
    qtbot.waitUntil(ledger.card.table.hasFocus)
    return ledger


def in_pane(page: LedgerPage) -> bool:
    """Whether the cursor stands in the pane."""
    return page.detail.isAncestorOf(page.focusWidget())


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Right, None), (Qt.Key.Key_F6, None), (Qt.Key.Key_F6, SHIFT)]
)
def test_from_the_rows_to_the_pane_and_back(
    page: LedgerPage, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier | None
) -> None:
    press(page.card.table, key, *([modifiers] if modifiers else []))
    qtbot.waitUntil(lambda: in_pane(page))
    assert page.card.isVisible()
    press(page.focusWidget(), Qt.Key.Key_F6)
    qtbot.waitUntil(page.card.table.hasFocus)


def test_where_it_is_narrow_the_pane_comes_in_place_of_the_list(page: LedgerPage, qtbot: QtBot) -> None:
    page.fit(Room.NARROW)
    press(page.card.table, Qt.Key.Key_Down)
    chosen = page.card.table.chosen
    press(page.card.table, Qt.Key.Key_Right)
    assert (page.card.isVisible(), page.detail.isVisible()) == (False, True)
    qtbot.waitUntil(lambda: page.detail.shown is not None and page.detail.shown.id == chosen)
    assert page.handles_escape()
    assert (page.card.isVisible(), page.detail.isVisible()) == (True, False)
    qtbot.waitUntil(page.card.table.hasFocus)
    assert page.card.table.chosen == chosen


def test_more_room_shows_both_again(page: LedgerPage) -> None:
    page.fit(Room.NARROW)
    press(page.card.table, Qt.Key.Key_Right)
    page.fit(Room.MIDDLE)
    assert (page.card.isVisible(), page.detail.isVisible(), page.detail.width()) == (True, True, 340)


def test_letters_do_nothing_in_the_rows(page: LedgerPage) -> None:
    chosen = page.card.table.chosen
    press(page.card.table, Qt.Key.Key_S)
    assert page.card.table.chosen == chosen
    assert not page.card.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_header_sorts_by_keys_and_it_is_remembered(
    page: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    header = child(page, LedgerHeader, "ledgerHeader")
    press(header, Qt.Key.Key_Right)
    press(header, Qt.Key.Key_Return)
    assert page.card.list.order == (Order.NUMBER, False)
    press(header, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: read_view(store.settings) == LedgerView(Order.NUMBER, descending=True))
    press(header, Qt.Key.Key_Left)
    press(header, Qt.Key.Key_Left)
    press(header, Qt.Key.Key_Return)
    assert page.card.list.order == (Order.DUE, False), "the box in front is no title"
    press(header, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.card.table.hasFocus() and background.is_idle)


def test_widths_are_remembered_but_never_so_narrow_that_a_number_is_cut(
    page: LedgerPage, store: Store, qtbot: QtBot
) -> None:
    table = page.card.table
    unit, number = (list(Column).index(column) for column in (Column.UNIT, Column.NUMBER))
    before = table.columnWidth(number)
    table.setColumnWidth(unit, 150)
    table.setColumnWidth(number, 20)
    qtbot.waitUntil(lambda: read_view(store.settings).widths == {"unit": 150})
    assert table.columnWidth(number) == before


def test_as_it_was_left(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    write_view(store.settings, LedgerView(Order.PLACE, descending=True, widths={"unit": 150, "gone": 3}))
    raise_one(store)
    ledger.activated()
    qtbot.waitUntil(lambda: ledger.card.list.model.rowCount() == 1 and background.is_idle)
    assert ledger.card.list.order == (Order.PLACE, True)
    assert ledger.card.table.columnWidth(list(Column).index(Column.UNIT)) == 150


def test_what_is_only_composed_is_not_looked_for(page: LedgerPage, qtbot: QtBot) -> None:
    search = child(page, LedgerSearch, "ledgerSearch")
    search.setText("路口")
    qtbot.waitUntil(lambda: page.card.list.filter == Filter(text="路口"))
    # WHEN the pinyin bar is open over what was selected
    search.selectAll()
    asked: list[Filter] = []
    page.card.filters.changed.connect(asked.append)
    compose(search, "he")
    press(search, Qt.Key.Key_Return)
    assert not asked
    assert not search._pause.isActive()
    # THEN only what is written is looked for, and at once where Enter is pressed
    write(search, "河面")
    press(search, Qt.Key.Key_Return)
    assert asked == [Filter(text="河面")]
