"""「已选 12 条」: what can be done with all that are marked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.buttons import link_button, plain_button
from gui.icons import Glyph
from gui.labels import number
from gui.texts import strong
from gui.theme import SPACE, SPACE_M
from resources.words import _, ngettext


class MarkBar(QFrame):
    """Hidden while nothing is marked."""

    copy_wanted = Signal()
    dispatch_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, *, may_dispatch: bool) -> None:
        """Hidden."""
        super().__init__()
        self.setObjectName("markBar")
        self.setProperty("frame", "bar")
        self._count = strong()
        self._count.setObjectName("markedCount")
        self._dispatch = plain_button(
            "dispatchMarkedButton", _("Dispatch all"), glyph=Glyph.DISPATCH, clicked=self.dispatch_wanted.emit
        )
        self._dispatch.setVisible(may_dispatch)
        copy = plain_button("copyMarkedButton", _("Copy for WeChat"), glyph=Glyph.COPY, clicked=self.copy_wanted.emit)
        copy.setToolTip("Ctrl+C")
        clear = link_button("clearMarksButton", _("Unmark all"), clicked=self.clear_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self._count)
        row.addWidget(clear)
        row.addStretch(1)
        row.addWidget(self._dispatch)
        row.addWidget(copy)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many are marked."""
        self._count.setText(ngettext("{n} marked", "{n} marked", count).format(n=number(count)))
        self.setVisible(count > 0)
