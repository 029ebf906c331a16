"""What a counter counted as a ledger: the chip that takes it away, lights, sorting, and chips that never widen a list."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_card import LedgerCard
from gui.ledger.ledger_columns import COLUMNS, Column
from gui.ledger.ledger_model import LIGHT_ROLE
from gui.room import Room
from models.facts import AcceptanceApplied, Raised, SignedFor
from models.findings import Filter, Matter, Order, Tab
from models.store import Store
from tests.hands import child
from tests.line import cast
from tests.stages import bring

pytestmark = pytest.mark.usefixtures("dressed")
LIGHT = COLUMNS.index(Column.LIGHT)


@pytest.fixture
def card(bridge: JournalBridge, qtbot: QtBot, store: Store) -> LedgerCard:
    """Overdue, due soon, in time, completed, only reported: logged in another order."""
    people = cast()
    for days_left in (3, -2, 40):
        bring(store, people, SignedFor, days_ago=9, days_left=days_left)
    bring(store, people, AcceptanceApplied)
    bring(store, people, Raised)
    made = LedgerCard(bridge)
    qtbot.addWidget(made)
    made.resize(766, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lights(card: LedgerCard) -> list[str]:
    """The first column from above."""
    model = card.list.model
    return [model.data(model.index(row, LIGHT)) for row in range(model.rowCount())]


def settle(card: LedgerCard, qtbot: QtBot, background: Background) -> None:
    """Read it, and wait."""
    card.list.reload_if_stale()
    qtbot.waitUntil(lambda: background.is_idle)


def test_the_longest_overdue_stands_first_then_the_newest(
    card: LedgerCard, qtbot: QtBot, background: Background
) -> None:
    settle(card, qtbot, background)
    assert lights(card) == ["红 超期2天", "黄 剩3天", "绿 剩40天", "—", "绿 按期完成"]
    assert card.list.order == (Order.DUE, False)


def test_a_click_on_the_header_turns_the_order_round(card: LedgerCard, qtbot: QtBot, background: Background) -> None:
    settle(card, qtbot, background)
    card.table._on_sort(Column.LIGHT)
    qtbot.waitUntil(lambda: background.is_idle)
    assert lights(card)[-1] == "红 超期2天"


@pytest.mark.parametrize("column", [column for column in Column if column is not Column.MARK])
def test_every_column_sorts(card: LedgerCard, qtbot: QtBot, column: Column) -> None:
    with qtbot.waitSignal(card.table.order_wanted) as asked:
        card.table._on_sort(column)
    assert asked.args == [Order(column.order), column is Column.LIGHT]


def test_a_light_says_why_in_its_tooltip(card: LedgerCard, qtbot: QtBot, background: Background) -> None:
    settle(card, qtbot, background)
    model = card.list.model
    assert model.data(model.index(0, LIGHT), Qt.ItemDataRole.ToolTipRole) == "整改期限是 11-20。"
    assert model.data(model.index(0, LIGHT), LIGHT_ROLE).name == "红灯，超期2天"
    assert model.data(model.index(0, LIGHT), Qt.ItemDataRole.AccessibleTextRole).startswith("红灯，超期2天，")
    assert model.data(model.index(3, LIGHT), LIGHT_ROLE) is None


def test_what_a_counter_counted_shows_as_a_chip_that_goes(
    card: LedgerCard, qtbot: QtBot, background: Background
) -> None:
    card.show_only(Filter(matter=Matter.OVERDUE))
    settle(card, qtbot, background)
    assert lights(card) == ["红 超期2天"]
    chip = child(card, QPushButton, "filterChip")
    assert (chip.text(), chip.isVisible()) == ("已超期", True)
    chip.click()
    qtbot.waitUntil(lambda: background.is_idle)
    assert len(lights(card)) == 5
    assert card.list.filter == Filter()


def test_a_tab_keeps_the_chip_and_a_counter_drops_it(card: LedgerCard, qtbot: QtBot, background: Background) -> None:
    card.show_only(Filter(matter=Matter.OVERDUE))
    child(card, QPushButton, "tab_rectifying").click()
    assert card.list.filter == Filter(Tab.RECTIFYING, matter=Matter.OVERDUE)
    card.show_only(Filter(Tab.TO_ACCEPT))
    settle(card, qtbot, background)
    assert lights(card) == ["绿 按期完成"]
    assert card.filters.conditions() == ()
    assert child(card, QPushButton, "tab_to_accept").isChecked()


MANY = Filter(matter=Matter.PRESSING, categories=frozenset({"A01", "A04", "W19", "W01"}))


@pytest.mark.parametrize(("room", "width"), [(Room.WIDE, 766), (Room.MIDDLE, 651), (Room.NARROW, 823)])
def test_many_chips_never_widen_the_list(card: LedgerCard, qtbot: QtBot, room: Room, width: int) -> None:
    card.fit(room)
    card.resize(width, 400)
    card.show_only(MANY)
    card.focus_text()  # in a narrow window the filters are folded before
    qtbot.waitUntil(lambda: card.width() == width)
    chips = [chip for chip in card.findChildren(QPushButton, "filterChip") if chip.isVisible()]
    assert len(chips) == 5
    for chip in chips:
        assert chip.mapTo(card, chip.rect().bottomRight()).x() < width
        assert chip.width() >= chip.sizeHint().width()
    assert child(card, QPushButton, "clearFilterButton").isVisible()


def test_a_narrow_window_folds_the_filters_into_one_button(card: LedgerCard, qtbot: QtBot) -> None:
    card.fit(Room.NARROW)
    card.show_only(replace(MANY, categories=frozenset({"A01"})))
    fold = child(card, QPushButton, "foldFiltersButton")
    assert (fold.text(), fold.isVisible(), card.filters.isVisible()) == ("筛选 2", True, False)
    fold.click()
    assert card.filters.isVisible()
    card.filters.rows_wanted.emit()
    assert not card.filters.isVisible(), "Esc and Enter give the room back to the rows"
    card.fit(Room.WIDE)
    assert (fold.isVisible(), card.filters.isVisible()) == (False, True)


def test_few_chips_stand_in_the_line(card: LedgerCard, qtbot: QtBot) -> None:
    card.show_only(MANY)
    low = card.filters.height()
    card.show_only(replace(MANY, categories=frozenset()))
    qtbot.waitUntil(lambda: card.filters.height() < low)
    chip = child(card, QPushButton, "filterChip")
    search = child(card, QPushButton, "addFilterButton")
    assert chip.mapTo(card, chip.rect().center()).y() == search.mapTo(card, search.rect().center()).y()


@pytest.mark.parametrize(("room", "dropped"), [(Room.WIDE, ()), (Room.MIDDLE, (Column.GRID, Column.UNIT))])
def test_the_middle_class_drops_grid_and_unit(card: LedgerCard, room: Room, dropped: tuple[Column, ...]) -> None:
    card.fit(room)
    hidden = tuple(column for place, column in enumerate(COLUMNS) if card.table.isColumnHidden(place))
    assert hidden == dropped


def test_the_unit_stands_in_its_column(card: LedgerCard, qtbot: QtBot, background: Background, tmp_path: Path) -> None:
    settle(card, qtbot, background)
    model, unit = card.list.model, COLUMNS.index(Column.UNIT)
    assert model.data(model.index(0, unit)) == "三河口村委会"
    assert model.data(model.index(3, unit)) == "—"
