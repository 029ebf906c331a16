"""同步日志: one line an exchange, newest first: when, what it moved or why it ended early, and how often."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui import labels
from gui.syncing.exchange_words import came_of, how_often
from gui.theme import HEADER_HEIGHT, ROW_HEIGHT, Tone, px
from models.exchange_log import LoggedExchange
from resources.words import N_, _

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
WHEN, WHAT, OFTEN = range(3)
_TITLES = (N_("Time"), N_("What came of it"), N_("How often"))
_AIR = 12
_WIDTHS = {WHEN: 112, OFTEN: 168}


class LogModel(QAbstractTableModel):
    """The log as it was read, with its times in words."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__()
        self.lines: tuple[LoggedExchange, ...] = ()
        self._cells: tuple[tuple[str, str, str], ...] = ()

    def show_log(self, lines: tuple[LoggedExchange, ...], now: datetime) -> None:
        """Show these instead; lines that stay where they are keep their selection."""
        cells = tuple((labels.moment(line.at, now), came_of(line), how_often(line, now)) for line in lines)
        if [line.id for line in lines] == [line.id for line in self.lines]:
            before, self.lines, self._cells = self._cells, lines, cells
            if cells != before:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, OFTEN))
            return
        self.beginResetModel()
        self.lines, self._cells = lines, cells
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Time, what came of it, how often."""
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_TITLES[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words; amber where something was in the way (that a person stopped it is not)."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == WHAT:
            return Tone.AMBER.colour if self.lines[index.row()].reason not in (None, "stopped") else None
        return None


class LogTable(QTableView):
    """To be read only: sentences break into lines, nothing is left out and nothing opens."""

    def __init__(self) -> None:
        """Empty until the first log."""
        super().__init__()
        self.setObjectName("exchangeLog")
        self.setAccessibleName(_("Exchange log"))
        self._model = LogModel()
        self.setModel(self._model)
        self._delegate = _Roomy()
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setFixedHeight(px(HEADER_HEIGHT))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, px(width))
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)

    def show_log(self, lines: tuple[LoggedExchange, ...], now: datetime) -> None:
        """Show these, and keep the chosen line chosen."""
        chosen = self._model.lines[self.currentIndex().row()].id if self.currentIndex().isValid() else None
        self._model.show_log(lines, now)
        self.resizeRowsToContents()
        row = next((place for place, line in enumerate(lines) if line.id == chosen), None)
        if row is not None and row != self.currentIndex().row():
            self.selectRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks sentences elsewhere."""
        super().resizeEvent(event)
        self.resizeRowsToContents()


class _Roomy(QStyledItemDelegate):
    """Leaves some air over and under a sentence of several lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + px(_AIR))
