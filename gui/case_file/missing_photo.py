"""The dashed box where a photo after rectification is still missing: red once somebody has to bring it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.icons import Glyph
from gui.texts import picture, plain, strong
from gui.theme import FIELD_RADIUS, SPACE, Tone
from resources.words import _


class MissingPhoto(QWidget):
    """Says what is missing, and leads to it where this person may add one."""

    add_wanted = Signal()

    def __init__(self, words: str, *, may_add: bool, is_due: bool = True) -> None:
        """`words` say which side is missing."""
        super().__init__()
        self._line, self._ground = (Tone.RAIL_RED, Tone.RED_PAPER) if is_due else (Tone.FIELD_LINE, Tone.PAGE)
        self.setObjectName("missingPhoto")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addStretch(1)
        head.addWidget(picture(Glyph.NO_PHOTO, Tone.RED if is_due else Tone.SUB, size=18))
        head.addWidget(strong(words, tone="red") if is_due else plain(words, tone="sub"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(head)
        add = plain_button(
            "addPhotosButton", _("Add photos (gap)"), glyph=Glyph.ADD_PHOTO, clicked=self.add_wanted.emit
        )
        add.setVisible(may_add)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """As wide as the photo beside it."""
        return QSize(300, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._line.colour, 2, Qt.PenStyle.DashLine))
        painter.setBrush(self._ground.colour)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
