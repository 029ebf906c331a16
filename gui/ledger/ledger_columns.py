"""The columns of the ledger: their titles, widths, what they are sorted by, and what they say of a row."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Self

from gui.labels import category_name, state_chip
from gui.light_words import light_look
from gui.names import Names
from models.findings import Order
from models.ledger_row import LedgerRow
from resources.words import N_, _

NO_LIGHT = "—"


class Column(Enum):
    """In their order from the left; a width of 0 takes what is left."""

    title: str
    width: int
    order: Order

    def __new__(cls, code: str, title: str, width: int, order: Order) -> Self:
        """Code, English title, width at 100 %, and the order of a click on the header."""
        member = object.__new__(cls)
        member._value_ = code
        member.title = title
        member.width = width
        member.order = order
        return member

    LIGHT = "light", N_("Deadline"), 128, Order.DUE
    NUMBER = "number", N_("Number"), 98, Order.NUMBER
    STATE = "state", N_("State"), 88, Order.STATE
    CATEGORY = "category", N_("Type"), 98, Order.CATEGORY
    PLACE = "place", N_("Place"), 0, Order.PLACE
    GRID = "grid", N_("Grid"), 76, Order.GRID
    UNIT = "unit", N_("Responsible unit"), 116, Order.UNIT


COLUMNS = tuple(Column)


def cell(row: LedgerRow, column: Column, names: Names, today: date) -> str:
    """The words in a cell."""
    if column is Column.LIGHT:
        look = light_look(row.timing, today)
        return look.words if look else NO_LIGHT
    return _CELLS[column](row, names)


_CELLS: Mapping[Column, Callable[[LedgerRow, Names], str]] = {
    Column.NUMBER: lambda row, _names: short_number(row),
    Column.STATE: lambda row, _names: state_chip(row.state).text,
    Column.CATEGORY: lambda row, _names: category_name(row.category),
    Column.PLACE: lambda row, _names: row.place,
    Column.GRID: lambda row, names: names.area(row.grid),
    Column.UNIT: lambda row, _names: row.unit or NO_LIGHT,
}


def hint(row: LedgerRow, column: Column, names: Names, today: date) -> str:
    """The tooltip of a cell: why the light is so, the whole number, the whole words."""
    if column is Column.LIGHT:
        look = light_look(row.timing, today)
        return look.reason if look else ""
    return row.number if column is Column.NUMBER else cell(row, column, names, today)


def tags(row: LedgerRow) -> tuple[str, ...]:
    """The outlined words after the place."""
    found = []
    if row.pending:
        found.append(_("Only on this computer"))
    if row.odd:
        found.append(_("Two versions"))
    return tuple(found)


def short_number(row: LedgerRow) -> str:
    """Without the area in front, which is the same in all rows; the provisional one as it is."""
    return row.number.partition("-")[2] if row.numbered else row.number


def spoken(row: LedgerRow, names: Names, today: date) -> str:
    """The row for screen readers and for copying: light, number, state, type, place, grid, unit."""
    look = light_look(row.timing, today)
    parts = [row.number, state_chip(row.state).text, category_name(row.category), row.place, names.place(row.grid)]
    return "，".join(part for part in (look.name if look else "", *parts, row.unit, *tags(row)) if part)
