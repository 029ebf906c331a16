"""The columns of the ledger: their titles, what they are sorted by, and what they say of a row."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Self

from gui.labels import category_name, state_chip
from gui.light_words import LightLook, light_look
from gui.names import Names
from models.deadlines import Timing
from models.findings import Order
from models.ledger_row import LedgerRow
from resources.words import N_, _

NO_LIGHT = "—"
_MOST_LIGHTS = 4096


class Column(Enum):
    """In their order from the left. The value is a code, by which widths are remembered."""

    title: str
    order: Order | None

    def __new__(cls, code: str, title: str, order: Order | None) -> Self:
        """Code, English title, and the order of a click on the header; None where there is none."""
        member = object.__new__(cls)
        member._value_ = code
        member.title = title
        member.order = order
        return member

    MARK = "mark", "", None
    LIGHT = "light", N_("Deadline"), Order.DUE
    NUMBER = "number", N_("Number"), Order.NUMBER
    STATE = "state", N_("State"), Order.STATE
    CATEGORY = "category", N_("Type"), Order.CATEGORY
    PLACE = "place", N_("Place (column)"), Order.PLACE
    GRID = "grid", N_("Grid (column)"), Order.GRID
    UNIT = "unit", N_("Responsible unit"), Order.UNIT


COLUMNS = tuple(Column)
PLACES: Mapping[Column, int] = {column: place for place, column in enumerate(COLUMNS)}
"""Where each column stands, from 0."""


def title(column: Column) -> str:
    """Over the column."""
    return _(column.title) if column.title else ""


@lru_cache(_MOST_LIGHTS)
def light_of(timing: Timing | None, today: date) -> LightLook | None:
    """The light of a row, which is painted again and again."""
    return light_look(timing, today)


def cell(row: LedgerRow, column: Column, names: Names, today: date) -> str:
    """The words in a cell."""
    if column is Column.LIGHT:
        look = light_of(row.timing, today)
        return look.words if look else NO_LIGHT
    return _CELLS[column](row, names)


_CELLS: Mapping[Column, Callable[[LedgerRow, Names], str]] = {
    Column.MARK: lambda _row, _names: "",
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
        look = light_of(row.timing, today)
        return look.reason if look else ""
    if column is Column.STATE:
        return state_chip(row.state).name
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
    look = light_of(row.timing, today)
    parts = [row.number, state_chip(row.state).text, category_name(row.category), row.place, names.place(row.grid)]
    return "，".join(part for part in (look.name if look else "", *parts, row.unit, *tags(row)) if part)
