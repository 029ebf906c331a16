"""What went wrong stays in the page, in one bar, until the person has read it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from gui.buttons import icon_button
from gui.icons import Glyph
from gui.texts import picture, plain, wrapped
from gui.theme import Tone
from resources.words import _


class NoticeBar(QFrame):
    """Amber: what happened, is the data safe, what to do. Hidden while there is nothing to say."""

    def __init__(self, name: str) -> None:
        """Hidden."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("frame", "amber")
        self._text = wrapped(plain(tone="amber"))
        self._text.setObjectName(f"{name}Text")
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(picture(Glyph.WARNING, Tone.LIGHT_AMBER, size=18))
        row.addWidget(self._text, 1)
        row.addWidget(icon_button(f"{name}Close", _("Close this notice"), glyph=Glyph.CLOSE, clicked=self.hide))
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Show this; an empty text hides the bar."""
        self._text.setText(text)
        self.setVisible(bool(text))
