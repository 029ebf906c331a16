"""One photo as evidence: focusable, stamped, Enter or a click enlarges it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.case_file.photo_painting import paint_kind, paint_picture, paint_ring, paint_stamp, rounded
from gui.photos.picture_source import PREVIEW_EDGE, PictureSource
from gui.photos.stamp import spoken
from models.facts import Photo

_SHAPE = 0.72
"""Height by width: near to what cameras make, and both of a pair fit a low window."""


class PhotoFrame(QWidget):
    """As wide as it is given, its height follows."""

    enlarge_wanted = Signal(str)
    """The photo's digest."""

    def __init__(self, pictures: PictureSource, photo: Photo, *, number: int, place: str, who: str) -> None:
        """`number` and `place` are for screen readers."""
        super().__init__()
        self.setObjectName("photoFrame")
        self.setAccessibleName(spoken(photo, number, place))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.photo = photo
        self._pictures, self._who = pictures, who
        pictures.arrived.connect(self._on_arrived)

    def sizeHint(self) -> QSize:
        """A pair of these fits the middle class."""
        return QSize(300, round(300 * _SHAPE))

    def minimumSizeHint(self) -> QSize:
        """Still to be recognised."""
        return QSize(160, 80)

    def hasHeightForWidth(self) -> bool:
        """It keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its shape, whatever the photo's own: before and after are the same size."""
        return round(width * _SHAPE)

    @Slot(str)
    def _on_arrived(self, digest: str) -> None:
        if digest == self.photo.sha256:
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Enlarge."""
        self.enlarge_wanted.emit(self.photo.sha256)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter enlarges; Ctrl+Enter is the page's."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.enlarge_wanted.emit(self.photo.sha256)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, kind, stamp, ring."""
        painter, box = QPainter(self), self.rect()
        rounded(painter, box)
        paint_picture(painter, box, self._pictures.picture(self.photo.sha256, PREVIEW_EDGE))
        paint_kind(painter, box, self.photo)
        paint_stamp(painter, box, self.photo, self._who)
        if self.hasFocus():
            paint_ring(painter, box)
