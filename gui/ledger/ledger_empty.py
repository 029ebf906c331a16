"""What stands where no rows stand: nothing fits the filter, or there is nothing yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.findings.clearing import empty
from gui.icons import Glyph
from gui.texts import picture, strong
from gui.theme import SPACE, Tone
from models.findings import Filter
from resources.words import _


class LedgerEmpty(QWidget):
    """A sentence and what can be done about it."""

    filter_wanted = Signal(object)

    def __init__(self) -> None:
        """Hidden until it is needed."""
        super().__init__()
        self.setObjectName("ledgerEmpty")
        self._words = strong(tone="sub")
        self._words.setObjectName("ledgerEmptyWords")
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addStretch(1)
        column.addWidget(picture(Glyph.LEDGER, Tone.FIELD_LINE, size=36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._buttons)
        column.addStretch(2)
        self.hide()

    def explain(self, conditions: Sequence[tuple[str, Filter]], *, all_tabs: bool) -> None:
        """Why there is nothing: too narrow a filter, an empty tab, or an empty ledger."""
        empty(self._buttons)
        for words, without in conditions:
            text = _("Take “{condition}” away").format(condition=words)
            button = plain_button("dropCondition", text, clicked=partial(self.filter_wanted.emit, without))
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        if conditions:
            self._words.setText(_("No finding fits."))
        elif all_tabs:
            self._words.setText(_("No findings yet. Log the first one, or wait for what the exchange brings."))
        else:
            self._words.setText(_("Nothing here at the moment."))
