"""The ledger as a table model over pages of frozen rows: only what is looked at is held, however many there are."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.ledger.ledger_columns import COLUMNS, Column, cell, hint, spoken, tags
from gui.light_words import light_look
from gui.names import Names
from models.ids import FindingId
from models.ledger_row import LedgerRow
from resources.words import _

PAGE = 200
_MOST_PAGES = 12
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The LedgerRow itself, for the delegate; None while its page is being read."""
TAGS_ROLE = Qt.ItemDataRole.UserRole + 2
LIGHT_ROLE = Qt.ItemDataRole.UserRole + 3
"""The LightLook of the row; None where no light burns."""
_Index = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """Asks for pages with `page_wanted` when somebody looks at them."""

    page_wanted = Signal(int)

    def __init__(self, names: Names, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Empty. `today` is asked whenever a light is shown: a window may stay open past midnight."""
        super().__init__(parent)
        self._names, self._today = names, today
        self._count = 0
        self._pages: OrderedDict[int, tuple[LedgerRow, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def rename(self, names: Names) -> None:
        """The bureau's names came down, or new ones."""
        self._names = names
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, len(COLUMNS) - 1))

    def begin(self, first: tuple[LedgerRow, ...]) -> None:
        """Another list, of which the first page is here; how long it is comes later."""
        self.beginResetModel()
        self._pages = OrderedDict({0: first})
        self._asked = set()
        self._count = len(first)
        self.endResetModel()

    def take_count(self, count: int) -> None:
        """The whole list is this long."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()

    def take_page(self, page: int, rows: tuple[LedgerRow, ...]) -> None:
        """A page that was asked for."""
        self._asked.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        last = min(page * PAGE + PAGE, self._count) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(COLUMNS) - 1))

    def replace(self, rows: Iterable[LedgerRow]) -> None:
        """Rows that are shown and different now stay where they are."""
        new = {row.id: row for row in rows}
        for page, old in self._pages.items():
            for place, row in enumerate(old):
                if row.id in new and new[row.id] != row:
                    self._pages[page] = (*self._pages[page][:place], new[row.id], *self._pages[page][place + 1 :])
                    at = page * PAGE + place
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def row_of(self, finding: str) -> int:
        """Where a finding stands among the rows that are held; -1 where it does not."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == finding:
                    return page * PAGE + place
        return -1

    def ledger_row(self, row: int) -> LedgerRow | None:
        """A row that is held; asks for its page otherwise."""
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if page not in self._asked:
                self._asked.add(page)
                self.page_wanted.emit(page)
            return None
        return rows[place] if place < len(rows) else None

    def known(self, findings: Iterable[str]) -> Mapping[FindingId, int]:
        """Which of these findings are held, and where."""
        return {FindingId(finding): row for finding in findings if (row := self.row_of(finding)) >= 0}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As far as it is known."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All columns; the view hides what has no room."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles over the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section].title)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, the row itself for painting, the whole row for screen readers."""
        if not index.isValid():
            return None
        row = self.ledger_row(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return self._value(row, COLUMNS[index.column()], role)

    def _value(self, row: LedgerRow, column: Column, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, column, self._names, self._today())
            case Qt.ItemDataRole.ToolTipRole:
                return hint(row, column, self._names, self._today())
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row, self._names, self._today())
            case _ if role == LIGHT_ROLE:
                return light_look(row.timing, self._today())
            case _:
                return {ROW_ROLE: row, TAGS_ROLE: tags(row)}.get(role)
