"""The ledger as a table model: words, lights and marks for the rows that are held."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.ledger.held_rows import PAGE, HeldRows, Rows
from gui.ledger.ledger_columns import COLUMNS, Column, cell, hint, light_of, spoken, tags, title
from gui.ledger.marks import Marks
from gui.names import Names
from models.ledger_row import LedgerRow
from resources.words import _

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The LedgerRow itself, for the delegate; None while its page is being read, and where it is gone."""
TAGS_ROLE = Qt.ItemDataRole.UserRole + 2
LIGHT_ROLE = Qt.ItemDataRole.UserRole + 3
"""The LightLook of the row; None where no light burns."""
_Index = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """Asks with `rows_wanted` when somebody looks at a row that is not held."""

    rows_wanted = Signal()

    def __init__(self, names: Names, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Empty. `today` is asked whenever a light is shown: a window may stay open past midnight."""
        super().__init__(parent)
        self._names, self._today = names, today
        self.held = HeldRows()
        self.marks = Marks(self.held.findings_by_key, self)
        self.marks.changed.connect(self._on_marks)

    def rename(self, names: Names) -> None:
        """The bureau's names came down, or new ones."""
        self._names = names
        self._tell(0, len(self.held) - 1)

    def begin(self, first: Sequence[LedgerRow]) -> None:
        """Another list, of which the first rows are here; its other keys come later."""
        self.beginResetModel()
        self.held.begin(first)
        self.endResetModel()

    def take_keys(self, keys: "array[int]") -> None:
        """The whole list. It goes on where the first rows end, unless something came between the two readings."""
        before = len(self.held)
        if not self.held.continues(keys):
            self.beginResetModel()
            self.held.take_keys(keys)
            self.endResetModel()
        elif len(keys) > before:
            self.beginInsertRows(QModelIndex(), before, len(keys) - 1)
            self.held.take_keys(keys)
            self.endInsertRows()

    def take_page(self, page: int, keys: "array[int]", rows: Rows) -> None:
        """A page that was asked for, unless another list is shown by now."""
        if keys == self.held.keys_of(page):
            self.held.take_page(page, rows)
            first = page * PAGE
            self._tell(first, first + len(keys) - 1)

    def replace(self, changed: Mapping[int, LedgerRow | None]) -> None:
        """Rows by key that are different now, or gone; they stay where they are."""
        places = self.held.replace(changed)
        for at in places:
            self._tell(at, at)
        self.marks.put([self.held.keys[at] for at in places if self.held.row(at) is None], on=False)

    def ledger_row(self, row: int) -> LedgerRow | None:
        """A row that is held; asks for it otherwise."""
        if not self.held.is_read(row):
            self.rows_wanted.emit()
        return self.held.row(row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As far as it is known."""
        return 0 if parent.isValid() else len(self.held)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All columns; the view hides what has no room."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles over the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return title(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the row itself for painting, the whole row for screen readers."""
        if not index.isValid():
            return None
        column, row = COLUMNS[index.column()], self.ledger_row(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.MARK:
            marked = self.held.keys[index.row()] in self.marks
            return Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
        if row is None:
            return self._without_row(index.row(), column) if role == Qt.ItemDataRole.DisplayRole else None
        return self._value(row, column, role)

    def _value(self, row: LedgerRow, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, column, self._names, self._today())
            case Qt.ItemDataRole.ToolTipRole:
                return hint(row, column, self._names, self._today())
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case _ if role == ROW_ROLE:
                return row
            case _ if role == LIGHT_ROLE:
                return light_of(row.timing, self._today())
            case _:
                return tags(row) if role == TAGS_ROLE else None

    def _without_row(self, row: int, column: Column) -> str:
        """It is being read, or it is not in the ledger any more."""
        if column is Column.MARK:
            return ""
        if not self.held.is_read(row):
            return "…"
        return _("No longer in the ledger; it goes with the next refresh.") if column is Column.PLACE else ""

    def _spoken(self, row: LedgerRow) -> str:
        words = spoken(row, self._names, self._today())
        return _("marked: {row}").format(row=words) if row.key in self.marks else words

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def _on_marks(self) -> None:
        if len(self.held):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.held) - 1, 0))
