"""The photos of a finding in the detail pane: two or four in a row, each with its kind, when it was taken, and where it has got."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.labels import word
from gui.photos.picture_source import PREVIEW_EDGE, PictureSource
from gui.photos.stamp import short_stamp, spoken
from gui.theme import FIELD_RADIUS, Tone, font, px
from models.facts import Photo
from models.photos import PhotoState
from resources.words import _

GAP = 9
_STAMP = 22
_STAMP_GROUND = QColor(15, 20, 30, 190)
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FOUR_FROM = 640
"""From this width on all four stand in one row: two would fill the whole window."""
_USUAL = 328


class PhotoTiles(QWidget):
    """At most four; the last one says how many more there are."""

    enlarge_wanted = Signal(int)
    MOST = 4

    def __init__(self, pictures: PictureSource) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("photoTiles")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # a height that was fixed anew after each change of width would make a scroll bar come and go without end
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pictures = pictures
        self._photos: tuple[Photo, ...] = ()
        self._states: Mapping[str, PhotoState] = {}
        self._at = 0
        pictures.arrived.connect(self._on_arrived)

    def show_photos(self, photos: Sequence[Photo], states: Mapping[str, PhotoState]) -> None:
        """Show these."""
        if tuple(photos) != self._photos:
            self._at = 0
        self._photos, self._states = tuple(photos), states
        names = [f"{spoken(photo, place + 1)}，{self._state(photo)}" for place, photo in enumerate(self._photos)]
        self.setAccessibleName("；".join(names) or _("No photos yet"))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Tiles keep their shape."""
        shown = min(len(self._photos), self.MOST)
        return self._tile(shown - 1, width).bottom() + 1 if shown else 0

    def sizeHint(self) -> QSize:
        """As in the pane."""
        return QSize(px(_USUAL), self.heightForWidth(px(_USUAL)))

    def minimumSizeHint(self) -> QSize:
        """Its layout asks for the height of each width."""
        return QSize(2 * px(_STAMP), 0)

    def tile(self, place: int) -> QRect:
        """Where a photo stands."""
        return self._tile(place, self.width())

    def _tile(self, place: int, whole: int) -> QRect:
        columns = _columns(whole)
        width = (whole - GAP * (columns - 1)) // columns
        height = round(width * 0.67)
        row, column = divmod(place, columns)
        return QRect(QPoint(column * (width + GAP), row * (height + GAP)), QSize(width, height))

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        if any(photo.sha256 == digest for photo in self._photos):
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Enlarge."""
        for place in range(min(len(self._photos), self.MOST)):
            if self.tile(place).contains(event.position().toPoint()):
                self._at = place
                self.enlarge_wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter enlarges."""
        key, shown = Qt.Key(event.key()), min(len(self._photos), self.MOST)
        step = _ACROSS.get(key, 0) + _DOWN.get(key, 0) * _columns(self.width())
        if step and shown:
            self._at = max(0, min(shown - 1, self._at + step))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and shown:
            self.enlarge_wanted.emit(self._at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All tiles."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, photo in enumerate(self._photos[: self.MOST]):
            self._paint(painter, self.tile(place), photo)
            if self.hasFocus() and place == self._at:
                painter.setPen(QPen(Tone.BRAND.colour, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(self.tile(place)).adjusted(1, 1, -1, -1), FIELD_RADIUS, FIELD_RADIUS)
        rest = len(self._photos) - self.MOST
        if rest > 0:
            _paint_rest(painter, self.tile(self.MOST - 1), rest)

    def _paint(self, painter: QPainter, box: QRect, photo: Photo) -> None:
        painter.save()
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), FIELD_RADIUS, FIELD_RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(box, Tone.LOCKED_PALE.colour)
        pixmap = self._pictures.picture(photo.sha256, PREVIEW_EDGE)
        if pixmap is not None and not pixmap.isNull():
            target = QRect(QPoint(), pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
            target.moveCenter(box.center())
            painter.drawPixmap(target, pixmap)
        elif pixmap is not None:
            painter.setFont(font(12))
            painter.setPen(Tone.SUB.colour)
            words = _("The photo is not on this computer yet")
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        self._paint_words(painter, box, photo)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, photo: Photo) -> None:
        painter.setFont(font(11, bold=True))
        kind = word(photo.kind)
        badge = QRect(
            box.topLeft() + QPoint(5, 5), QSize(painter.fontMetrics().horizontalAdvance(kind) + px(12), px(18))
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Tone.RAIL.colour)
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, kind)
        band = QRect(box.left(), box.bottom() - px(_STAMP) + 1, box.width(), px(_STAMP))
        painter.fillRect(band, _STAMP_GROUND)
        painter.setFont(font(11))
        inside = band.adjusted(6, 0, -6, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short_stamp(photo))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._state(photo))

    def _state(self, photo: Photo) -> str:
        return word(self._states.get(photo.sha256, PhotoState.ABSENT))


def _paint_rest(painter: QPainter, box: QRect, rest: int) -> None:
    painter.fillRect(box, QColor(15, 20, 30, 150))
    painter.setPen(Qt.GlobalColor.white)
    painter.setFont(font(18, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{rest}")


def _columns(width: int) -> int:
    return 2 if width < px(_FOUR_FROM) else 4
