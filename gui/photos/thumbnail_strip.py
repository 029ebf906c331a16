"""A row of small pictures: numbered, with a word each where it helps, one chosen, a tile to add more."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import Glyph, icon
from gui.photos.picture_source import THUMBNAIL_EDGE, PictureSource
from gui.photos.stamp import spoken
from gui.theme import Tone, font, px
from models.facts import Photo
from resources.words import _

TILE = (68, 56)
GAP = 7
_BADGE, _BAND, _RING = 18, 18, 3
_BAND_GROUND = QColor(15, 20, 30, 190)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ThumbnailStrip(QWidget):
    """Breaks into as many rows as it needs."""

    chosen = Signal(int)
    remove_wanted = Signal(int)
    enlarge_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, pictures: PictureSource, *, tile: tuple[int, int] = TILE) -> None:
        """Empty: only the tile to add."""
        super().__init__()
        self._size = QSize(px(tile[0]), px(tile[1]))
        self.setObjectName("thumbnailStrip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # a height that was fixed anew after each change of width would make a scroll bar come and go without end
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pictures = pictures
        self._photos: tuple[Photo, ...] = ()
        self._captions: tuple[str, ...] = ()
        self._at = 0
        self._may_add = True
        pictures.arrived.connect(self._on_arrived)

    def show_photos(
        self, photos: Sequence[Photo], at: int, *, may_add: bool = True, captions: Sequence[str] = ()
    ) -> None:
        """Show these, one of them chosen (-1: none)."""
        self._photos, self._at, self._may_add, self._captions = tuple(photos), at, may_add, tuple(captions)
        names = "；".join(spoken(photo, place + 1, self._caption(place)) for place, photo in enumerate(self._photos))
        self.setAccessibleName(names or _("No photos yet"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """In one row, where there is room."""
        count = max(1, len(self._photos) + self._may_add)
        width = count * (self._size.width() + GAP) - GAP
        return QSize(width, self._size.height())

    def minimumSizeHint(self) -> QSize:
        """One tile."""
        return self._size

    def heightForWidth(self, width: int) -> int:
        """Room for all tiles."""
        per_row = max(1, (width + GAP) // (self._size.width() + GAP))
        rows = -(-max(1, len(self._photos) + self._may_add) // per_row)
        return rows * (self._size.height() + GAP) - GAP

    def tile(self, place: int) -> QRect:
        """Where a tile stands; the one behind the last photo is for adding."""
        per_row = max(1, (self.width() + GAP) // (self._size.width() + GAP))
        row, column = divmod(place, per_row)
        return QRect(QPoint(column * (self._size.width() + GAP), row * (self._size.height() + GAP)), self._size)

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        if any(photo.sha256 == digest for photo in self._photos):
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a photo, or add some."""
        spot = event.position().toPoint()
        for place in range(len(self._photos) + self._may_add):
            if self.tile(place).contains(spot):
                self._click(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enlarge the photo."""
        if any(self.tile(place).contains(event.position().toPoint()) for place in range(len(self._photos))):
            self.enlarge_wanted.emit()

    def _click(self, place: int) -> None:
        if place == len(self._photos):
            self.add_wanted.emit()
        else:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter enlarges, Del takes out."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in _STEPS and self._photos:
            self.chosen.emit((self._at + _STEPS[key]) % len(self._photos))
        elif key == Qt.Key.Key_Delete and self._at in range(len(self._photos)):
            self.remove_wanted.emit(self._at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at in range(len(self._photos)) and plain:
            self.enlarge_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All tiles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, photo in enumerate(self._photos):
            self._paint_photo(painter, self.tile(place), photo, place)
        if self._may_add:
            self._paint_add(painter, self.tile(len(self._photos)))

    def _paint_photo(self, painter: QPainter, box: QRect, photo: Photo, place: int) -> None:
        painter.fillRect(box, Tone.LOCKED_PALE.colour)
        pixmap = self._pictures.picture(photo.sha256, THUMBNAIL_EDGE)
        if pixmap is not None and not pixmap.isNull():
            size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            target = QRect(QPoint(0, 0), size)
            target.moveCenter(box.center())
            painter.save()
            painter.setClipRect(box)
            painter.drawPixmap(target, pixmap)
            painter.restore()
        badge = QRect(box.topLeft() + QPoint(4, 4), QSize(px(_BADGE), px(_BADGE)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Tone.RAIL.colour)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(font(11, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        if caption := self._caption(place):
            _paint_caption(painter, box, caption)
        if place == self._at:
            self._paint_ring(painter, box)

    def _caption(self, place: int) -> str:
        return self._captions[place] if place < len(self._captions) else ""

    def _paint_ring(self, painter: QPainter, box: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Tone.BRAND.colour, 4 if self.hasFocus() else 3))
        painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    def _paint_add(self, painter: QPainter, box: QRect) -> None:
        painter.setBrush(Tone.PAGE.colour)
        painter.setPen(QPen(Tone.FIELD_LINE.colour, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        spot = box.center()
        icon(Glyph.ADD, Tone.BRAND_INK).paint(painter, spot.x() - 11, spot.y() - 11, 24, 24)


def _paint_caption(painter: QPainter, box: QRect, words: str) -> None:
    band = QRect(box.left(), box.bottom() - px(_BAND) + 1, box.width(), px(_BAND))
    painter.fillRect(band, _BAND_GROUND)
    painter.setFont(font(11))
    painter.setPen(Qt.GlobalColor.white)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, band.width() - 4)
    painter.drawText(band.adjusted(0, 0, 0, -_RING), Qt.AlignmentFlag.AlignCenter, shown)
