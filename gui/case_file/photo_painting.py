"""Paints a photo as evidence is shown: filling its box, with its kind at the top and the stamp over its foot.

The stamp stands on the shown copy alone; the original is never touched.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from gui.labels import position, word
from gui.theme import FIELD_RADIUS, Tone, font, px
from models.clock import CHINA
from models.facts import Photo
from resources.words import _

_STAMP_GROUND = QColor(15, 20, 30, 190)
_LINE = 16
_TWO_LINES_FROM = 240
"""Narrower pictures have room for the first line alone."""


def stamp(photo: Photo, who: str = "") -> tuple[str, str]:
    """「2026-09-24 09:12  整改前  王建国」 and the coordinates."""
    time = photo.taken_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M") if photo.taken_at else _("no time in the photo")
    where = position(photo.position) if photo.position else _("no position in the photo")
    return "  ".join(part for part in (time, word(photo.kind), who) if part), where


def rounded(painter: QPainter, box: QRect) -> None:
    """What is painted from now on stays within these corners."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(box), FIELD_RADIUS, FIELD_RADIUS)
    painter.setClipPath(shape)


def paint_picture(painter: QPainter, box: QRect, pixmap: QPixmap | None) -> None:
    """The picture over the whole box; what stands for it while it is not here."""
    painter.fillRect(box, Tone.LOCKED_PALE.colour)
    if pixmap is not None and not pixmap.isNull():
        target = QRect(QPoint(), pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
        target.moveCenter(box.center())
        painter.drawPixmap(target, pixmap)
        return
    painter.setFont(font(12))
    painter.setPen(Tone.SUB.colour)
    words = _("Opening …") if pixmap is None else _("The photo is not on this computer yet")
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def paint_kind(painter: QPainter, box: QRect, photo: Photo, *, right: bool = False) -> None:
    """整改前 in the corner."""
    painter.setFont(font(12, bold=True))
    kind = word(photo.kind)
    badge = QRect(box.topLeft() + QPoint(5, 5), QSize(painter.fontMetrics().horizontalAdvance(kind) + px(12), px(20)))
    if right:
        badge.moveRight(box.right() - 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Tone.RAIL.colour)
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, kind)


def paint_stamp(painter: QPainter, box: QRect, photo: Photo, who: str) -> None:
    """The dark band at the foot."""
    lines = stamp(photo, who) if box.width() >= px(_TWO_LINES_FROM) else stamp(photo, who)[:1]
    band = QRect(box.left(), box.bottom() - len(lines) * px(_LINE) - 5, box.width(), len(lines) * px(_LINE) + 6)
    painter.fillRect(band, _STAMP_GROUND)
    painter.setFont(font(11))
    painter.setPen(Qt.GlobalColor.white)
    for number, text in enumerate(lines):
        line = QRect(band.left() + 7, band.top() + 3 + number * px(_LINE), band.width() - 14, px(_LINE))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting)


def paint_ring(painter: QPainter, box: QRect) -> None:
    """Where the focus is."""
    pen = painter.pen()
    pen.setColor(Tone.BRAND.colour)
    pen.setWidth(2)
    painter.setClipping(False)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
