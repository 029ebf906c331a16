"""What may be picked in a line: a list under it that says more of each choice than the line does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.initials import initials

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """`words` stand in the line, `detail` behind them in the list; `code` is searched, too."""

    value: Any
    words: str
    detail: str = ""
    code: str = ""

    def fits(self, typed: str) -> bool:
        """Whether part of the words, the start of the code or pinyin initials were typed."""
        wanted = "".join(typed.lower().split())
        letters = wanted.isascii() and wanted in initials(self.words)
        return wanted in self.words.lower() or self.code.lower().startswith(wanted) or letters


class PickChoices(QAbstractListModel):
    """Replaced whole, never edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty."""
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def choice(self, row: int) -> Choice | None:
        """The choice of a row, None outside."""
        return self._choices[row] if 0 <= row < len(self._choices) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """As many as there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words and detail in the list; the words alone for the line."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{choice.words}   {choice.detail}" if choice.detail else choice.words
        return choice.words if role == Qt.ItemDataRole.EditRole else None
