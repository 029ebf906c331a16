"""The rows of the search panel as a list model."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.labels import category_name, state_chip
from gui.light_words import light_look
from gui.searching.panel_rows import PanelRow, Part

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
LIGHT_ROLE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


class PanelModel(QAbstractListModel):
    """Replaced whole, never edited."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Empty. `today` is asked whenever a light is shown."""
        super().__init__(parent)
        self._today = today
        self._rows: tuple[PanelRow, ...] = ()

    def show_rows(self, rows: Sequence[PanelRow]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def panel_row(self, row: int) -> PanelRow | None:
        """A row, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def next_choice(self, row: int, by: int) -> int:
        """The next row from here that can be chosen, this one where there is none further on."""
        places = range(row + by, len(self._rows) if by > 0 else -1, by)
        return next((place for place in places if self._rows[place].target is not None), row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headers and notes cannot be chosen."""
        row = self.panel_row(index.row())
        if row is None or row.target is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the whole of them in the tooltip, the row itself for painting."""
        row = self.panel_row(index.row()) if index.isValid() else None
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.ToolTipRole:
                return _whole(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case _ if role == LIGHT_ROLE:
                return light_look(row.finding.timing, self._today()) if row.finding else None
            case _:
                return row if role == ROW_ROLE else None

    def _spoken(self, row: PanelRow) -> str:
        if row.part is not Part.FINDING or row.finding is None:
            return "，".join(part for part in (row.words, row.aside) if part)
        found, look = row.finding, light_look(row.finding.timing, self._today())
        parts = (found.number, found.place, category_name(found.category), state_chip(found.state).text)
        return "，".join((*parts, *((look.name,) if look else ())))


def _whole(row: PanelRow) -> str:
    """What may have been cut."""
    if row.finding is None:
        return "  ".join(part for part in (row.words, row.aside) if part)
    return f"{row.finding.number}  {row.finding.place} · {category_name(row.finding.category)}"
