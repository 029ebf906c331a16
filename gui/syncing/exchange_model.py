"""The rows of the exchange screen as a Qt table model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui import labels
from gui.syncing import exchange_words as words
from gui.syncing.exchange_rows import ExchangeRow
from gui.theme import Tone
from resources.words import N_, _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
PICTURE, NAME, BELONGS, STATE, WORDS = range(5)
_TITLES = ("", N_("Photo / record"), N_("Belongs to"), N_("State"), N_("Remark"))
ROW_ROLE = Qt.ItemDataRole.UserRole


class ExchangeModel(QAbstractTableModel):
    """A tuple of frozen rows."""

    def __init__(self) -> None:
        """No rows yet."""
        super().__init__()
        self.rows: tuple[ExchangeRow, ...] = ()
        self._held = ""

    def show_rows(self, rows: tuple[ExchangeRow, ...], held: str = "") -> None:
        """Show these instead; rows that stay where they are keep their selection. `held`: what photos wait for."""
        self._held = held
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, WORDS))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Picture, name, belongs to, state, remark."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and _TITLES[section]:
            return _(_TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and the row itself for whoever paints it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and row.needs_person and index.column() == WORDS:
            return Tone.RED.colour
        return None

    def _text(self, row: ExchangeRow, column: int) -> str | None:
        match column:
            case 1:
                return words.name_and_size(row)
            case 2:
                return labels.short_number(row.number)
            case 3:
                return words.state_chip(row.state).text
            case 4:
                return words.explanation(row, self._held)
            case _:
                return None
