"""A photo as large as the window allows; arrows go to its neighbours, E tells all that is known of it, Esc closes."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from gui.photos.photo_record import record_lines
from gui.photos.picture_source import LARGE_EDGE, PictureSource
from gui.photos.stamp import spoken, stamp_lines
from gui.theme import Tone, font, px
from models.facts import Photo
from resources.words import _

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_CAPTION = 48
_PANEL, _PANEL_LINE = 12, 22
_PANEL_GROUND = QColor(15, 20, 30, 215)


class Enlarged(QDialog):
    """Opened with open(); any click closes it."""

    def __init__(
        self,
        pictures: PictureSource,
        photos: Sequence[Photo],
        at: int,
        parent: QWidget,
        *,
        brought_by: Mapping[str, str] | None = None,
    ) -> None:
        """Begin with one of the photos; `brought_by` say by digest who brought it along."""
        super().__init__(parent)
        self.setObjectName("enlargedPhoto")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Photo"))
        self._pictures = pictures
        self._photos = tuple(photos)
        self._at = at
        self._credits = brought_by or {}
        self._tells = False
        pictures.arrived.connect(self._on_arrived)
        self.resize(parent.window().size() * 0.9)
        self._name()

    @Slot(str)
    def _on_arrived(self, _digest: str) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right, E; Esc is the dialog's own."""
        if event.key() == Qt.Key.Key_E:
            self._tells = not self._tells
            self._name()
            self.update()
            return
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
        name = spoken(self._photos[self._at], self._at + 1)
        self.setAccessibleName("；".join((name, *self._record())) if self._tells else name)

    def _record(self) -> tuple[str, ...]:
        photo = self._photos[self._at]
        return record_lines(photo, self._credits.get(photo.sha256, ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture on dark ground, and what the stamp says below it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Tone.RAIL.colour)
        photo = self._photos[self._at]
        room = self.rect().adjusted(12, 12, -12, -px(_CAPTION))
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
        caption = QRect(12, self.height() - px(_CAPTION), self.width() - 24, px(_CAPTION))
        lines = "    ".join((*stamp_lines(photo, self._at + 1, len(self._photos)), photo.name, _("E: all about it")))
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, lines)
        if self._tells:
            self._paint_record(painter)

    def _paint_record(self, painter: QPainter) -> None:
        """A dark panel over the left of the picture."""
        lines = self._record()
        width = max(painter.fontMetrics().horizontalAdvance(text) for text in lines) + 2 * _PANEL
        panel = QRect(12, 12, min(width, self.width() - 24), len(lines) * px(_PANEL_LINE) + _PANEL)
        painter.fillRect(panel, _PANEL_GROUND)
        for number, text in enumerate(lines):
            row = QRect(
                panel.left() + _PANEL, panel.top() + 6 + number * px(_PANEL_LINE), panel.width(), px(_PANEL_LINE)
            )
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, text)
