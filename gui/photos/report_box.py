"""A coloured box with sentences about photos, the newest first, that stays until it is closed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.buttons import icon_button
from gui.icons import Glyph
from gui.texts import picture, plain, wrapped
from gui.theme import SPACE, SPACE_S, Tone
from resources.words import _

_MOST_SHOWN = 4


class ReportBox(QFrame):
    """Red for what was not taken in, amber for what is odd about what was."""

    def __init__(self, name: str, *, red: bool) -> None:
        """Hidden while it has nothing to say."""
        super().__init__()
        self.setProperty("frame", "red" if red else "amber")
        self._sentences: list[str] = []
        self._text = wrapped(plain(tone="red" if red else "amber"))
        self._text.setObjectName(name)
        glyph, tone = (Glyph.PROBLEM, Tone.RED) if red else (Glyph.WARNING, Tone.AMBER)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE_S, SPACE_S, SPACE_S)
        row.addWidget(picture(glyph, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        close = icon_button(f"{name}Close", _("Seen"), glyph=Glyph.CLOSE, clicked=self.clear)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def add(self, words: str) -> None:
        """One more sentence; the same one is not said twice."""
        if words in self._sentences:
            self._sentences.remove(words)
        self._sentences.insert(0, words)
        shown = self._sentences[:_MOST_SHOWN]
        rest = len(self._sentences) - len(shown)
        self._text.setText("\n".join([*shown, _("and {n} more").format(n=rest)] if rest else shown))
        self.show()

    @Slot()
    def clear(self) -> None:
        """They were read."""
        self._sentences.clear()
        self.hide()
