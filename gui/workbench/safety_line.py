"""What is not yet with the bureau and how the check-up went, in one line: for a narrow window, where it unfolds."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from gui import labels
from gui.buttons import link_button
from gui.connection import Connection
from gui.elided_label import ElidedLabel
from gui.icons import pixmap
from gui.texts import strong
from gui.theme import SPACE, SPACE_M, mark, px
from gui.workbench.unsent_card import connection_look
from models.findings import Safety
from resources.words import _


class SafetyLine(QFrame):
    """Emits whether the cards behind it are to be seen."""

    unfolded = Signal(bool)

    def __init__(self) -> None:
        """Folded; says nothing until counted."""
        super().__init__()
        self.setObjectName("safetyLine")
        self.setProperty("frame", "card")
        self.is_unfolded = False
        self._mark, self._where = QLabel(), strong()
        self._mark.setFixedSize(px(16), px(16))
        self._waiting = strong()
        self._waiting.setObjectName("safetyWaiting")
        self._ready = ElidedLabel()
        self._ready.setProperty("kind", "small")
        self._button = link_button("unfoldSafetyButton", "", clicked=self.toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, 3, SPACE, 3)
        row.setSpacing(SPACE)
        for part in (self._mark, self._where, self._waiting):
            row.addWidget(part)
        row.addSpacing(SPACE)
        row.addWidget(self._ready, 1)
        row.addWidget(self._button)
        self._show_fold()

    def show_safety(self, safety: Safety, connection: Connection) -> None:
        """Counted from the journal this moment."""
        glyph, tone, words, look = connection_look(connection)
        self._mark.setPixmap(pixmap(glyph, tone, size=px(16), ratio=self.devicePixelRatioF()))
        self._where.setText(words)
        mark(self._where, tone=look)
        amount = labels.waiting(safety.records, safety.photos)
        waits = bool(safety.records or safety.photos)
        words = _("{amount} not yet with the bureau").format(amount=amount)
        none = connection is Connection.UNCONNECTED
        safe = _("What you write down stays here") if none else _("Everything checked and stored")
        self._waiting.setText(words if waits else safe)

    def show_readiness(self, title: str, summary: str) -> None:
        """How the check-up went."""
        self._ready.setText(_("{check}: {summary}").format(check=title, summary=summary))

    @Slot()
    def toggle(self) -> None:
        """Show the cards, or the list again."""
        self.is_unfolded = not self.is_unfolded
        self._show_fold()
        self.unfolded.emit(self.is_unfolded)

    def _show_fold(self) -> None:
        self._button.setText(_("Fold") if self.is_unfolded else _("Unfold"))
        self._button.setAccessibleName(
            _("Back to what is to do today") if self.is_unfolded else _("Show what is not yet with the bureau")
        )
