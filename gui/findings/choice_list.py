"""A list model over frozen pairs of a value and its words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex


class ChoiceList(QAbstractListModel):
    """Replaced whole, never edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._choices: tuple[tuple[Any, str], ...] = ()

    def show_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def value(self, row: int) -> Any:
        """The value of a row, None outside."""
        return self._choices[row][0] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words; whole in the tooltip, too."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._choices[index.row()][1]
        return None
