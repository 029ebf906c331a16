"""The light of a finding: a mark and its words, as a widget and as painted in lists."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.icons import pixmap
from gui.light_words import LightLook
from gui.theme import SPACE_S, TEXT_PX, font, px

_MARK = 16


class LightMark(QWidget):
    """Hidden where no light burns."""

    def __init__(self, name: str) -> None:
        """Without a light until it gets one; `name` is its object name."""
        super().__init__()
        self.setObjectName(name)
        self._mark, self._words = QLabel(), QLabel()
        self._mark.setFixedSize(px(_MARK), px(_MARK))
        self._words.setFont(font(bold=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        for part in (self._mark, self._words):
            row.addWidget(part)
        self.hide()

    def show_look(self, look: LightLook | None) -> None:
        """Show this light, or none."""
        self.setVisible(look is not None)
        if look is None:
            return
        self._mark.setPixmap(pixmap(look.glyph, look.tone, size=px(_MARK), ratio=self.devicePixelRatioF()))
        self._words.setText(look.words)
        self._words.setStyleSheet(f"color: {look.ink.value}; font-weight: 700;")
        self.setAccessibleName(look.name)
        self.setToolTip(look.reason)


def light_width(look: LightLook) -> int:
    """How wide a painted light is."""
    return px(_MARK) + SPACE_S + QFontMetrics(font(TEXT_PX, bold=True)).horizontalAdvance(look.words)


def paint_light(painter: QPainter, cell: QRect, look: LightLook, *, left: int = 6) -> None:
    """Draw mark and words at the left of a cell, vertically centred."""
    ratio = painter.device().devicePixelRatio()
    mark = pixmap(look.glyph, look.tone, size=px(_MARK), ratio=ratio)
    painter.drawPixmap(cell.left() + left, cell.center().y() - px(_MARK) // 2 + 1, mark)
    painter.setFont(font(TEXT_PX, bold=True))
    painter.setPen(look.ink.colour)
    words = cell.adjusted(left + px(_MARK) + SPACE_S, 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, look.words)
