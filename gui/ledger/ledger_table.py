"""The table of the ledger: one click selects, double click or Enter opens, Ctrl+C copies the row as text."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.ledger.ledger_columns import COLUMNS, Column
from gui.ledger.ledger_delegate import LedgerDelegate
from gui.ledger.ledger_model import LedgerModel
from gui.room import Room
from gui.theme import HEADER_HEIGHT, ROW_HEIGHT

_DROPPED = {Room.WIDE: (), Room.MIDDLE: (Column.GRID, Column.UNIT), Room.NARROW: ()}


class LedgerTable(QTableView):
    """No horizontal scrolling: columns drop instead."""

    finding_chosen = Signal(str)
    """Id; empty where nothing is chosen."""
    finding_opened = Signal(str)
    order_wanted = Signal(object, bool)
    """Order, and whether descending."""

    def __init__(self, model: LedgerModel) -> None:
        """Sorted by what is due: the longest overdue first, then the newest."""
        super().__init__()
        self.setObjectName("ledgerTable")
        # the ring stands around the chosen row instead, where the eye is
        self.setStyleSheet("QTableView:focus { border: none; }")
        self._rows = model
        self._restoring = False
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
        self._set_up_headers()
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.doubleClicked.connect(self._on_double_clicked)

    def _set_up_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setFixedHeight(HEADER_HEIGHT)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        for place, column in enumerate(COLUMNS):
            stretch = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            if not stretch:
                self.setColumnWidth(place, column.width)
        header.sectionClicked.connect(self._on_header)
        self._sorted = (0, False)

    def fit(self, room: Room) -> None:
        """Drop the columns that have no room."""
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column in _DROPPED[room])

    @property
    def chosen(self) -> str:
        """The id of the chosen finding, empty where there is none."""
        rows = self.selectionModel().selectedRows()
        row = self._rows.ledger_row(rows[0].row()) if rows else None
        return row.id if row else ""

    def choose(self, finding: str) -> bool:
        """Select a finding where it is held, without telling anybody; keeps it in sight."""
        row = self._rows.row_of(finding) if finding else -1
        self._restoring = True
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self._rows.index(row, 0))
        else:
            self.clearSelection()
        self._restoring = False
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Ctrl+C copies."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and self.chosen:
            self.finding_opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows:
            words = self._rows.data(rows[0], Qt.ItemDataRole.AccessibleTextRole)
            QGuiApplication.clipboard().setText(str(words))

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._restoring:
            self.finding_chosen.emit(self.chosen)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if self.chosen:
            self.finding_opened.emit(self.chosen)

    @Slot(int)
    def _on_header(self, section: int) -> None:
        order = COLUMNS[section].order
        place, descending = self._sorted
        descending = not descending if place == section else False
        self._sorted = (section, descending)
        self._show_order(section, descending=descending)
        self.order_wanted.emit(order, descending)

    def _show_order(self, section: int, *, descending: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, order)
