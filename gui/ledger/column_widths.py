"""Keeps the columns of the ledger as wide as they need, as somebody wants them, and as there is room."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTableView

from gui.ledger.ledger_columns import COLUMNS, Column
from gui.ledger.ledger_widths import dropped, least_widths, unit_width
from gui.names import Names
from gui.room import Room
from gui.theme import px, type_size

_REMEMBER_MS = 400
_MODES = {Column.PLACE: QHeaderView.ResizeMode.Stretch, Column.MARK: QHeaderView.ResizeMode.Fixed}


class ColumnWidths(QObject):
    """Of one table, whose header it listens to."""

    changed = Signal(object)
    """Somebody made a column wider: widths at the usual type size, by the columns' codes."""

    def __init__(self, table: QTableView, names: Names) -> None:
        """As wide as they need."""
        super().__init__(table)
        self._table = table
        self._least = least_widths(names)
        self._by_hand: dict[Column, int] = {}
        self._room = Room.WIDE
        self._fitting = False
        self._remembering = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._remembering.timeout.connect(self._on_remember)
        header = table.horizontalHeader()
        header.setMinimumSectionSize(min(self._least.values()))
        for place, column in enumerate(COLUMNS):
            header.setSectionResizeMode(place, _MODES.get(column, QHeaderView.ResizeMode.Interactive))
        header.sectionResized.connect(self._on_resized)

    def show_widths(self, widths: Mapping[str, int]) -> None:
        """As somebody left the columns; never so narrow that a number is cut."""
        self._by_hand = {
            column: max(px(widths[column.value]), self._least[column])
            for column in COLUMNS
            if column.value in widths and column not in _MODES
        }
        self.fit()

    def show_room(self, room: Room) -> None:
        """The window is of this class now."""
        self._room = room
        self.fit()

    def fit(self) -> None:
        """Drop the columns that have no room; the unit has some of the room that the place does not need."""
        widths, width = {**self._least, **self._by_hand}, self._table.viewport().width()
        gone = dropped(self._room, widths, width)
        if Column.UNIT not in self._by_hand:
            widths[Column.UNIT] = unit_width(widths, gone, width)
        self._fitting = True
        for place, column in enumerate(COLUMNS):
            self._table.setColumnHidden(place, column in gone)
            if column is not Column.PLACE and column not in gone:
                self._table.setColumnWidth(place, widths[column])
        self._fitting = False

    @Slot(int, int, int)
    def _on_resized(self, place: int, before: int, now: int) -> None:
        column = COLUMNS[place]
        if not self._fitting and column not in _MODES and before and now:
            self._by_hand[column] = max(now, self._least[column])
            self._remembering.start()

    @Slot()
    def _on_remember(self) -> None:
        self.fit()
        factor = type_size().factor
        self.changed.emit(
            {
                column.value: round(width / factor)
                for column, width in self._by_hand.items()
                if width > self._least[column]
            }
        )
