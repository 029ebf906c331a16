"""How rows are marked with hands: Space, Shift with the arrows, Ctrl+A, and clicks on the boxes."""

from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from gui.ledger.ledger_model import LedgerModel

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_TO_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, *_TO_ENDS)


class Marking(QObject):
    """The range that Shift marks begins where Shift was first held."""

    def __init__(self, model: LedgerModel, table: QTableView) -> None:
        """No range is begun."""
        super().__init__(table)
        self._model, self._table = model, table
        self._anchor = -1
        model.modelReset.connect(self._forget)

    def take_key(self, event: QKeyEvent, at: int, per_page: int) -> bool:
        """Whether this key marks or moves in a way that the table does not know by itself. `at` is the chosen row."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._model.marks.put(self._model.held.keys, on=True)
            return True
        shift = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if shift and event.key() in _MOVES and at >= 0:
            self._mark_to(at, self._target(event.key(), at, per_page))
            return True
        if not plain:
            return False
        self._forget()
        if event.key() == Qt.Key.Key_Space and at >= 0:
            self._model.marks.toggle(self._model.held.keys[at])
            return True
        if event.key() in _TO_ENDS and self._model.rowCount():
            self._go(self._target(event.key(), at, per_page))
            return True
        return False

    def take_click(self, row: int, *, ranging: bool) -> None:
        """A click on a box; with Shift everything from the last click to here."""
        keys = self._model.held.keys
        if ranging and 0 <= self._anchor < len(keys):
            low, high = sorted((self._anchor, row))
            self._model.marks.put(keys[low : high + 1], on=keys[self._anchor] in self._model.marks)
            return
        self._anchor = row
        self._model.marks.toggle(keys[row])

    def _target(self, key: int, at: int, per_page: int) -> int:
        last = self._model.rowCount() - 1
        wanted = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_PageUp: at - per_page,
            Qt.Key.Key_PageDown: at + per_page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        return min(max(wanted[Qt.Key(key)], 0), last)

    def _mark_to(self, at: int, target: int) -> None:
        """The marked range ends at the target now, on whichever side of its beginning that lies."""
        if self._anchor < 0:
            self._anchor = at
        marks, keys = self._model.marks, self._model.held.keys
        low, high = sorted((self._anchor, at))
        marks.put(keys[low : high + 1], on=False)
        low, high = sorted((self._anchor, target))
        marks.put(keys[low : high + 1], on=True)
        self._go(target)

    def _go(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._table.selectionModel().setCurrentIndex(index, _SELECT)
        self._table.scrollTo(index)

    def _forget(self) -> None:
        self._anchor = -1
