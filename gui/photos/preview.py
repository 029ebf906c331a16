"""The large picture of one photo, with its stamp line over the lower edge; empty, it says how to add photos."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import Glyph, icon
from gui.photos.picture_source import PREVIEW_EDGE, PictureSource
from gui.photos.stamp import spoken, stamp_lines
from gui.theme import FIELD_RADIUS, SPACE, SPACE_S, Tone, font, px
from models.facts import Photo
from resources.words import _

LEAST_HEIGHT = 120
_STAMP_GROUND = QColor(15, 20, 30, 190)
_LINE = 16
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Preview(QWidget):
    """Fills its room with the photo; a click or Enter asks to enlarge it."""

    enlarge_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, pictures: PictureSource) -> None:
        """Nothing is shown at first."""
        super().__init__()
        self.setObjectName("photoPreview")
        self.setMinimumHeight(px(LEAST_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pictures = pictures
        self._photo: Photo | None = None
        self._lines: tuple[str, ...] = ()
        pictures.arrived.connect(self._on_arrived)

    def show_photo(self, photo: Photo | None, place: int = 0, total: int = 0) -> None:
        """Show this photo, or how to add one."""
        self._photo = photo
        self._lines = stamp_lines(photo, place, total) if photo else ()
        self.setAccessibleName(spoken(photo, place) if photo else _("No photos yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """As drawn in form.png."""
        return QSize(px(368), px(250))

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        if self._photo is not None and self._photo.sha256 == digest:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Enlarge, or add the first photo."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space do what a click does."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        if self._photo is None:
            self.add_wanted.emit()
        else:
            self.enlarge_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, stamp, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), FIELD_RADIUS, FIELD_RADIUS)
        painter.setClipPath(shape)
        if self._photo is None:
            self._paint_empty(painter)
        else:
            self._paint_photo(painter, self._photo)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(Tone.BRAND.colour, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), Tone.PAGE.colour)
        painter.setPen(QPen(Tone.FIELD_LINE.colour, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
        middle = self.rect().center()
        side = px(36)
        mark = QRect(middle.x() - side // 2, middle.y() - px(10) - side, side, side)
        icon(Glyph.ADD_PHOTO, Tone.BRAND_INK).paint(painter, mark)
        words = _("Drop photos here, paste them, or click to pick")
        title = QRect(SPACE, middle.y() - px(4), self.width() - 2 * SPACE, px(60))
        painter.setFont(font(bold=True))
        painter.setPen(Tone.INK.colour)
        told = painter.boundingRect(title, _WRAPPED, words)
        painter.drawText(told, _WRAPPED, words)
        painter.setFont(font(12))
        painter.setPen(Tone.SUB.colour)
        words = _("Time, coordinates and grid come from the photos; the originals are not changed")
        painter.drawText(title.translated(0, told.height() + SPACE_S), _WRAPPED, words)

    def _paint_photo(self, painter: QPainter, photo: Photo) -> None:
        pixmap = self._pictures.picture(photo.sha256, PREVIEW_EDGE)
        painter.fillRect(self.rect(), Tone.LOCKED_PALE.colour)
        if pixmap is not None and not pixmap.isNull():
            _cover(painter, self.rect(), pixmap)
        elif pixmap is not None:
            painter.setPen(Tone.SUB.colour)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _("The photo is not on this computer yet"))
        self._paint_stamp(painter)

    def _paint_stamp(self, painter: QPainter) -> None:
        height = px(_LINE) * len(self._lines) + 8
        band = QRect(0, self.height() - height, self.width(), height)
        painter.fillRect(band, _STAMP_GROUND)
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(font(11))
        for place, line in enumerate(self._lines):
            row = QRect(8, band.top() + 4 + place * px(_LINE), self.width() - 16, px(_LINE))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)


def _cover(painter: QPainter, room: QRect, pixmap: QPixmap) -> None:
    """Fill the room with the middle of the picture; tall pictures are shown whole, on grey."""
    tall = pixmap.height() > pixmap.width()
    mode = Qt.AspectRatioMode.KeepAspectRatio if tall else Qt.AspectRatioMode.KeepAspectRatioByExpanding
    size = pixmap.size().scaled(room.size(), mode)
    target = QRect(room.topLeft(), size)
    target.moveCenter(room.center())
    painter.drawPixmap(target, pixmap)
