"""Facts that nobody changes here: title at the left, words at the right, breaking into lines where they must."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.texts import plain, wrapped
from gui.theme import SPACE_M, px

_TITLE = 92


class FactsGrid(QWidget):
    """Lines of a title and its words."""

    def __init__(self, facts: Sequence[tuple[str, str]] = ()) -> None:
        """Shows these from the start."""
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, px(_TITLE))
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these instead; what is empty is left out."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for line, (title, words) in enumerate((title, words) for title, words in facts if words):
            self._grid.addWidget(plain(title, tone="sub"), line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(wrapped(plain(words)), line, 1)
