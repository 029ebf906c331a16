"""The newest lines of 流转记录 beside the tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gui.buttons import link_button
from gui.card import Card
from gui.case_file.history_list import HistoryList
from gui.case_file.history_words import HistoryLine
from gui.labels import records
from resources.words import _

_NEWEST = 5


class HistoryCard(Card):
    """「全部」 leads to the tab."""

    all_wanted = Signal()

    def __init__(self) -> None:
        """Empty."""
        super().__init__(_("History"), name="historyCard")
        self._list = HistoryList()
        self.header.addWidget(link_button("wholeHistoryButton", _("All of it"), clicked=self.all_wanted.emit))
        self.body.addWidget(self._list)

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show the newest of these."""
        self.remark.setText(_("{records} · cannot be changed or deleted").format(records=records(len(lines))))
        self._list.show_lines(lines[:_NEWEST])
