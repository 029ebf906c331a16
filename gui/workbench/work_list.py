"""今天要办的事 as a list: icon, why, what in whose words, since when, and one button with the next step's verb."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from gui.workbench.work_painter import WorkPainter, button_box, known_box
from gui.workbench.work_row import WorkRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class WorkModel(QAbstractListModel):
    """A tuple of frozen rows."""

    def __init__(self) -> None:
        """No rows yet."""
        super().__init__()
        self.rows: tuple[WorkRow, ...] = ()

    def show_rows(self, rows: tuple[WorkRow, ...]) -> None:
        """Show these instead."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and the row itself for the painter."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return f"{row.title}\n{row.words}" if role == Qt.ItemDataRole.ToolTipRole else None


class WorkList(QListView):
    """↑↓ choose, Enter opens, Ctrl+Enter does the button, Del says 知道了; a click on a button does it, too."""

    open_requested = Signal(object)
    step_requested = Signal(object)
    known_requested = Signal(object)
    """The person knows that this step took no effect."""

    def __init__(self, model: WorkModel) -> None:
        """Rows are painted, not built of widgets."""
        super().__init__()
        self.setObjectName("workList")
        self.setModel(model)
        self._model = model
        self.setItemDelegate(WorkPainter(self))
        # the chosen row has the ring: one around the list would be painted over by its rows
        self.setStyleSheet("QListView:focus { border: none; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.doubleClicked.connect(self._on_double_click)
        model.modelReset.connect(self._choose_first)

    def row_at(self, index: Index) -> WorkRow | None:
        """The row behind an index."""
        return self._model.rows[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Ctrl+Enter and Del."""
        row = self.row_at(self.currentIndex())
        if row is not None and row.entry and event.key() == Qt.Key.Key_Delete:
            self.known_requested.emit(row)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or row is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_requested.emit(row)
        else:
            self.open_requested.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a painted button does what it says."""
        super().mouseReleaseEvent(event)
        asked = self._button_under(event.position().toPoint())
        if asked is not None and event.button() == Qt.MouseButton.LeftButton:
            wish, row = asked
            wish.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand shows where a button is."""
        super().mouseMoveEvent(event)
        over = self._button_under(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _button_under(self, point: QPoint) -> tuple[SignalInstance, WorkRow] | None:
        index = self.indexAt(point)
        row, cell = self.row_at(index), self.visualRect(index)
        if row is None:
            return None
        if button_box(cell).contains(point):
            return self.step_requested, row
        return (self.known_requested, row) if row.entry and known_box(cell).contains(point) else None

    def _on_double_click(self, index: QModelIndex) -> None:
        row = self.row_at(index)
        if row is not None and self._button_under(self.viewport().mapFromGlobal(self.cursor().pos())) is None:
            self.open_requested.emit(row)

    def _choose_first(self) -> None:
        if self._model.rows:
            self.setCurrentIndex(self._model.index(0))
