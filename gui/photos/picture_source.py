"""Pictures of photos for widgets: what is not at hand is read beside the window, and `arrived` tells when it is."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from gui.background import Failure
from gui.journal_bridge import JournalBridge
from models.store import Store

THUMBNAIL_EDGE, PREVIEW_EDGE, LARGE_EDGE = 160, 800, 1600
_MOST_KEPT = 160


class PictureSource(QObject):
    """A small memory of pixmaps over the store's thumbnails."""

    arrived = Signal(str)
    """The digest of a photo whose picture can be had now, or is known to be absent."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None) -> None:
        """One for all screens of a signed-in person."""
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[tuple[str, int], QPixmap] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()
        bridge.photos_changed.connect(self._on_photos_changed)

    def picture(self, digest: str, edge: int) -> QPixmap | None:
        """The picture; None while it is being read, a null pixmap where it is not on this computer."""
        key = (digest, edge)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            self._bridge.ask(
                lambda store: _read(store, digest, edge),
                done=partial(self._on_read, key),
                failed=partial(self._on_failed, key),
            )
        return None

    def _on_read(self, key: tuple[str, int], image: QImage) -> None:
        self._asked.discard(key)
        self._kept[key] = QPixmap.fromImage(image)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(key[0])

    def _on_failed(self, key: tuple[str, int], _failure: Failure) -> None:
        """A damaged file shows like an absent one here; 同步 and 自检 say what is wrong with it."""
        self._on_read(key, QImage())

    @Slot(tuple)
    def _on_photos_changed(self, digests: tuple[str, ...]) -> None:
        """A photo that was absent may have come down."""
        changed = set(digests)
        for key in [key for key, pixmap in self._kept.items() if key[0] in changed and pixmap.isNull()]:
            del self._kept[key]
            self.arrived.emit(key[0])


def _read(store: Store, digest: str, edge: int) -> QImage:
    jpeg = store.photos.thumbnail(digest, edge)
    return QImage.fromData(jpeg) if jpeg is not None else QImage()
