"""The table of the ledger: one click selects, double click or Enter opens; boxes mark rows for one step on many."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.ledger.column_widths import ColumnWidths
from gui.ledger.ledger_columns import PLACES, Column
from gui.ledger.ledger_delegate import LedgerDelegate
from gui.ledger.ledger_header import LedgerHeader
from gui.ledger.ledger_model import LedgerModel
from gui.ledger.marking import Marking
from gui.names import Names
from gui.theme import ROW_HEIGHT, px
from models.findings import Order

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerTable(QTableView):
    """No horizontal scrolling: columns drop instead."""

    finding_chosen = Signal(str)
    """Id; empty where nothing is chosen."""
    finding_opened = Signal(str)
    pane_wanted = Signal()
    """→: the cursor is to go to the pane."""
    copy_wanted = Signal()
    order_wanted = Signal(object, bool)
    """Order, and whether descending."""

    def __init__(self, model: LedgerModel, names: Names) -> None:
        """Sorted by what is due: the longest overdue first, then the newest."""
        super().__init__()
        self.setObjectName("ledgerTable")
        # the ring stands around the chosen row instead, where the eye is
        self.setStyleSheet("QTableView:focus { border: none; }")
        self._rows = model
        self._restoring = self._unread = False
        self._sorted: tuple[Order, bool] = (Order.DUE, False)
        self.setModel(model)
        self.setItemDelegate(LedgerDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # single letters belong to the list: the input method stays off
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self._header = LedgerHeader(self)
        self._marking = Marking(model, self)
        self._set_up_headers()
        self.widths = ColumnWidths(self, names)
        self._connect()

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(self._header)

    def _connect(self) -> None:
        self._header.sort_wanted.connect(self._on_sort)
        self._header.all_wanted.connect(self._on_all)
        self._header.rows_wanted.connect(self.setFocus)
        self._rows.marks.changed.connect(self._show_marked)
        for signal in (self._rows.modelReset, self._rows.rowsInserted):
            signal.connect(self._show_marked)
        self._rows.dataChanged.connect(self._on_rows)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_order(self, order: Order, *, descending: bool) -> None:
        """The rows are sorted by this."""
        self._sorted = (order, descending)
        self._header.show_sorted(order, descending=descending)

    @property
    def chosen(self) -> str:
        """The id of the chosen finding, empty where there is none, or while it is being read."""
        at = self._at()
        row = self._rows.ledger_row(at) if at >= 0 else None
        return row.id if row else ""

    @property
    def chosen_key(self) -> int | None:
        """The key of the chosen row, also while it is being read."""
        at = self._at()
        return self._rows.held.keys[at] if 0 <= at < len(self._rows.held.keys) else None

    def choose_row(self, row: int) -> None:
        """Select a row without telling anybody, and keep it in sight; none for -1."""
        self._restoring = True
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._rows.index(row, 0))
        else:
            self.clearSelection()
        self._restoring = False

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that are seen."""
        below = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), below if below >= 0 else self._rows.rowCount() - 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, → goes to the pane, Space and Shift mark, Ctrl+C copies."""
        plain = event.modifiers() in _PLAIN
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif plain and event.key() in _OPENS and self.chosen:
            self.finding_opened.emit(self.chosen)
        elif plain and event.key() == Qt.Key.Key_Right and self.chosen:
            self.pane_wanted.emit()
        elif not self._marking.take_key(event, self._at(), self._per_page()):
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters look for nothing here: Qt would read every row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a box marks; anywhere else it selects."""
        if not self._ticks(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on a box is another click on a box."""
        if not self._ticks(event):
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for another column, or for one less."""
        super().resizeEvent(event)
        self.widths.fit()

    def _ticks(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or index.column() != PLACES[Column.MARK]:
            return False
        self._marking.take_click(index.row(), ranging=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _at(self) -> int:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _per_page(self) -> int:
        return max(1, self.viewport().height() // px(ROW_HEIGHT) - 1)

    @Slot()
    def _show_marked(self) -> None:
        self._header.show_marked(len(self._rows.marks), self._rows.rowCount())

    @Slot(bool)
    def _on_all(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._rows.marks.put(self._rows.held.keys, on=on)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self._unread = self._at() >= 0 and not self.chosen
        if not self._restoring and not self._unread:
            self.finding_chosen.emit(self.chosen)

    @Slot()
    def _on_rows(self) -> None:
        """A row that was chosen before it was read."""
        if self._unread and self.chosen:
            self._unread = False
            self.finding_chosen.emit(self.chosen)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if self.chosen:
            self.finding_opened.emit(self.chosen)

    @Slot(object)
    def _on_sort(self, column: Column) -> None:
        if column.order is None:
            return
        order, descending = self._sorted
        descending = not descending if order is column.order else False
        self.show_order(column.order, descending=descending)
        self.order_wanted.emit(column.order, descending)
