"""Further photos as a row of small ones: arrows choose, Enter or a double click enlarges."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import ThumbnailStrip
from models.facts import Photo


class PhotoRow(QWidget):
    """Remembers which one is chosen."""

    enlarge_wanted = Signal(str)

    def __init__(self, pictures: PictureSource, photos: Sequence[Photo]) -> None:
        """The first is chosen."""
        super().__init__()
        self._photos, self._at = tuple(photos), 0
        self._strip = ThumbnailStrip(pictures)
        self._strip.chosen.connect(self._on_chosen)
        self._strip.enlarge_wanted.connect(self._on_enlarge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._strip)
        self._on_chosen(0)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self._at = place
        self._strip.show_photos(self._photos, place, may_add=False)

    @Slot()
    def _on_enlarge(self) -> None:
        self.enlarge_wanted.emit(self._photos[self._at].sha256)
