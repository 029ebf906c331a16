"""How far the ledger is on its way to a new sum: one quiet line, there only meanwhile."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from gui.icons import Glyph
from gui.labels import number
from gui.texts import picture, plain, wrapped
from gui.theme import Tone
from models.rebuilding import Progress
from resources.words import _


class RebuildingLine(QFrame):
    """Says that one may work on, and that lists are of both kinds for a moment."""

    def __init__(self) -> None:
        """Hidden."""
        super().__init__()
        self.setObjectName("rebuildingLine")
        self.setProperty("frame", "quiet")
        self._text = wrapped(plain(tone="sub"))
        self._text.setObjectName("rebuildingText")
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(picture(Glyph.REFRESH, Tone.SUB))
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while hidden."""
        return self._text.text() if not self.isHidden() else ""

    @Slot(object)
    def show_progress(self, progress: Progress | None) -> None:
        """None: the ledger is whole, and there is nothing to say."""
        if progress is not None:
            said = _(
                "The ledger is being arranged by the new rules: {done} / {total}. You can go on working; "
                "until then lists may still show some findings by the old ones."
            )
            self._text.setText(said.format(done=number(progress.done), total=number(progress.total)))
        self.setVisible(progress is not None)
