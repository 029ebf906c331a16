"""A photo as large as the window allows; arrows go to its neighbours, Esc closes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from gui.photos.picture_source import LARGE_EDGE, PictureSource
from gui.photos.stamp import spoken, stamp_lines
from gui.theme import Tone, font
from models.facts import Photo
from resources.words import _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_CAPTION = 48


class Enlarged(QDialog):
    """Opened with open(); any click closes it."""

    def __init__(self, pictures: PictureSource, photos: Sequence[Photo], at: int, parent: QWidget) -> None:
        """Begin with one of the photos."""
        super().__init__(parent)
        self.setObjectName("enlargedPhoto")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Photo"))
        self._pictures = pictures
        self._photos = tuple(photos)
        self._at = at
        pictures.arrived.connect(self._on_arrived)
        self.resize(parent.window().size() * 0.9)
        self._name()

    @Slot(str)
    def _on_arrived(self, _digest: str) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right; Esc is the dialog's own."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._at = (self._at + step) % len(self._photos)
        self._name()
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Close."""
        self.reject()

    def _name(self) -> None:
        self.setAccessibleName(spoken(self._photos[self._at], self._at + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture on dark ground, and what the stamp says below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Tone.RAIL.colour)
        photo = self._photos[self._at]
        room = self.rect().adjusted(12, 12, -12, -_CAPTION)
        pixmap = self._pictures.picture(photo.sha256, LARGE_EDGE)
        painter.setPen(Qt.GlobalColor.white)
        if pixmap is None or pixmap.isNull():
            words = _("Opening …") if pixmap is None else _("The photo is not on this computer yet")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        else:
            target = QRect(room.topLeft(), pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
            target.moveCenter(room.center())
            painter.drawPixmap(target, pixmap)
        painter.setFont(font(12))
        caption = QRect(12, self.height() - _CAPTION, self.width() - 24, _CAPTION)
        lines = "    ".join((*stamp_lines(photo, self._at + 1, len(self._photos)), photo.name))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, lines)
