"""Chips: a short word on a coloured ground, as a label and as painted in table cells."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from gui.labels import ChipLook
from gui.theme import SMALL_PX, font, px

HEIGHT = 22
_PADDING = 11


class Chip(QLabel):
    """A chip as a widget."""

    def __init__(self, look: ChipLook | None = None, parent: QWidget | None = None) -> None:
        """Without a look it is hidden until it gets one."""
        super().__init__(parent)
        self.setFixedHeight(px(HEIGHT))
        self.setFont(font(SMALL_PX, bold=True))
        self.show_look(look)

    def show_look(self, look: ChipLook | None) -> None:
        """Show another word, or nothing."""
        self.setVisible(look is not None)
        if look is None:
            return
        self.setText(look.text)
        self.setAccessibleName(look.name)
        self.setToolTip(look.name)
        self.setStyleSheet(
            f"color: {look.ink.value}; background: {look.ground.value}; border-radius: {px(HEIGHT) // 2}px;"
            f"padding: 0 {px(_PADDING)}px; font-size: {px(SMALL_PX)}px; font-weight: 700;"
        )


def chip_width(look: ChipLook) -> int:
    """How wide a painted chip is."""
    return QFontMetrics(font(SMALL_PX, bold=True)).horizontalAdvance(look.text) + 2 * px(_PADDING)


def paint_chip(painter: QPainter, cell: QRect, look: ChipLook, *, left: int = 6) -> None:
    """Draw a chip at the left of a cell, vertically centred."""
    box = QRectF(cell.left() + left, cell.center().y() - px(HEIGHT) / 2 + 1, chip_width(look), px(HEIGHT))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground.colour)
    painter.drawRoundedRect(box, px(HEIGHT) / 2, px(HEIGHT) / 2)
    painter.setPen(look.ink.colour)
    painter.setFont(font(SMALL_PX, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.text)
    painter.restore()
