"""Columns are as wide as their longest words, the place is never without room, and what has room is not shortened."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.ledger.ledger_columns import COLUMNS, PLACES, Column
from gui.ledger.ledger_model import LedgerModel
from gui.ledger.ledger_table import LedgerTable
from gui.names import Names
from gui.room import Room
from gui.theme import TypeSize, px
from tests.builders import GRID, NOON

WIDE, MIDDLE, NARROW = 764, 649, 821


@pytest.fixture
def table(dressed: QApplication, qtbot: QtBot) -> LedgerTable:
    """Without rows."""
    names = Names(areas={GRID: "第12网格"})
    made = LedgerTable(LedgerModel(names, NOON.date), names)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def width(table: LedgerTable, column: Column) -> int:
    """In pixels."""
    return table.columnWidth(PLACES[column])


def shown(table: LedgerTable) -> list[Column]:
    """From the left."""
    return [column for column in COLUMNS if not table.isColumnHidden(PLACES[column])]


def test_each_class_shows_its_columns_and_the_place_has_room(table: LedgerTable) -> None:
    for room, wide, gone in (
        (Room.WIDE, WIDE, ()),
        (Room.MIDDLE, MIDDLE, (Column.GRID, Column.UNIT)),
        (Room.NARROW, NARROW, ()),
    ):
        table.resize(wide, 400)
        table.widths.show_room(room)
        assert shown(table) == [column for column in COLUMNS if column not in gone]
        assert width(table, Column.PLACE) >= 148
        assert sum(width(table, column) for column in shown(table)) == table.viewport().width()


def test_where_there_is_room_the_unit_is_not_shortened_either(table: LedgerTable) -> None:
    table.resize(WIDE, 400)
    least = width(table, Column.UNIT)
    table.resize(1400, 400)
    assert width(table, Column.UNIT) > least + 60
    table.resize(WIDE, 400)
    assert width(table, Column.UNIT) == least


def test_what_somebody_made_wide_takes_the_room_of_what_drops_first(table: LedgerTable) -> None:
    table.resize(WIDE, 400)
    table.setColumnWidth(PLACES[Column.UNIT], 180)
    table.widths.fit()
    assert shown(table) == [column for column in COLUMNS if column is not Column.GRID]
    table.widths.fit()
    assert Column.GRID not in shown(table), "it does not come and go"
    assert (width(table, Column.UNIT), width(table, Column.PLACE) >= 148) == (180, True)


def test_large_type_has_wider_columns(dressed: QApplication, qtbot: QtBot, table: LedgerTable) -> None:
    usual = {column: width(table, column) for column in (Column.MARK, Column.NUMBER, Column.STATE)}
    try:
        theme.apply_to(dressed, TypeSize.LARGEST)
        names = Names(areas={GRID: "第12网格"})
        large = LedgerTable(LedgerModel(names, NOON.date), names)
        qtbot.addWidget(large)
        large.resize(1400, 400)
        with qtbot.waitExposed(large):
            large.show()
        assert large.verticalHeader().defaultSectionSize() == px(40) == 60
        for column, before in usual.items():
            assert width(large, column) >= round(before * 1.4), column
    finally:
        theme.apply_to(dressed, TypeSize.STANDARD)
