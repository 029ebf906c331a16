"""滑动对比: before and after in one frame, and a line between them that is drawn to and fro."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.case_file.photo_painting import paint_kind, paint_picture, paint_ring, paint_stamp, rounded
from gui.photos.picture_source import LARGE_EDGE, PictureSource
from gui.theme import Tone
from models.facts import Photo
from resources.words import _

_STEP, _WHOLE = 5, 100
_SHAPE = 0.5
_HANDLE = 11
_KEYS = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP, Qt.Key.Key_Home: -_WHOLE, Qt.Key.Key_End: _WHOLE}


class Wipe(QWidget):
    """Left of the line stands what was, right of it what is. ←→ move it, Home and End go to its ends."""

    enlarge_wanted = Signal(str)

    def __init__(self, pictures: PictureSource, before: Photo, after: Photo, *, who: tuple[str, str]) -> None:
        """The line stands in the middle."""
        super().__init__()
        self.setObjectName("wipe")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._pictures, self._before, self._after, self._who = pictures, before, after, who
        self.percent = 50
        pictures.arrived.connect(self._on_arrived)
        self._move(50)

    def sizeHint(self) -> QSize:
        """As wide as the tab."""
        return QSize(600, round(600 * _SHAPE))

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Lower than a single photo, because it is twice as wide."""
        return round(width * _SHAPE)

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        if digest in (self._before.sha256, self._after.sha256):
            self.update()

    def _move(self, percent: int) -> None:
        self.percent = max(0, min(_WHOLE, percent))
        words = _("Compare by sliding: before rectification up to {percent} %, after it from there on")
        self.setAccessibleName(words.format(percent=self.percent))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line jumps to the mouse, and follows it."""
        self._move(round(event.position().x() * _WHOLE / max(1, self.width())))

    mouseMoveEvent = mousePressEvent  # noqa: N815 - Qt's name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The line by keys; Enter enlarges what is after."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _KEYS:
            self._move(self.percent + _KEYS[key])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enlarge_wanted.emit(self._after.sha256)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """After over the whole, before over the left of the line."""
        painter, box = QPainter(self), self.rect()
        rounded(painter, box)
        line = round(box.width() * self.percent / _WHOLE)
        paint_picture(painter, box, self._pictures.picture(self._after.sha256, LARGE_EDGE))
        self._paint_words(painter, QRect(box.center().x(), box.top(), box.width() // 2 + 1, box.height()), after=True)
        painter.save()
        painter.setClipRect(QRect(0, 0, line, box.height()), Qt.ClipOperation.IntersectClip)
        paint_picture(painter, box, self._pictures.picture(self._before.sha256, LARGE_EDGE))
        self._paint_words(painter, QRect(box.left(), box.top(), box.width() // 2, box.height()), after=False)
        painter.restore()
        painter.fillRect(QRect(line - 1, 0, 3, box.height()), Qt.GlobalColor.white)
        painter.setBrush(Tone.BRAND.colour)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawEllipse(QPoint(line, box.center().y()), _HANDLE, _HANDLE)
        if self.hasFocus():
            paint_ring(painter, box)

    def _paint_words(self, painter: QPainter, half: QRect, *, after: bool) -> None:
        photo = self._after if after else self._before
        paint_kind(painter, half, photo, right=after)
        paint_stamp(painter, half, photo, self._who[after])
