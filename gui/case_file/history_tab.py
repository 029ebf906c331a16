"""流转记录: every line of the journal, the newest first, or only those that moved the finding on."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.case_file.history_list import HistoryList
from gui.case_file.history_words import HistoryLine
from gui.labels import records
from gui.texts import small
from gui.theme import SPACE
from resources.words import _


class HistoryTab(QWidget):
    """Nothing can be edited or deleted."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("historyTab")
        self._lines: tuple[HistoryLine, ...] = ()
        self._count = small()
        self._only = QCheckBox(_("Changes of state only"))
        self._only.setObjectName("onlyMovesBox")
        self._only.toggled.connect(self._on_toggled)
        self._list = HistoryList()
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        count = records(len(lines))
        self._count.setText(_("{records} · cannot be changed or deleted").format(records=count))
        self._on_toggled(self._only.isChecked())

    @Slot(bool)
    def _on_toggled(self, only: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._list.show_lines([line for line in self._lines if line.moves or not only])
