"""The red band over a form that speaks of a suspected environmental emergency: telephone first, saving stays possible."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.icons import Glyph
from gui.texts import picture, strong
from gui.theme import SPACE, SPACE_M, Tone
from resources.words import _


class EmergencyBand(QFrame):
    """Hidden until it is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """The duty number is the bureau's; until it hands one down the band asks for the duty desk."""
        super().__init__(parent)
        self.setObjectName("emergencyBand")
        self.setProperty("frame", "red")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, SPACE, SPACE_M, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(picture(Glyph.PROBLEM, Tone.RED))
        row.addWidget(strong(_("Call the bureau's duty telephone first, then log it."), tone="red"), 1)
        self.hide()
