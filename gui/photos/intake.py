"""The one way photos get into a form or a dialog: picked, pasted, dropped; kept durable beside the window, one by one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.journal_bridge import JournalBridge, KeptPhoto
from gui.photos.incoming import SUFFIXES, Incoming, from_mime, from_paths
from gui.photos.photo_keeper import PhotoKeeper
from gui.photos.photo_notes import notes
from resources.words import _


class PhotoIntake(QObject):
    """Asks for photos and tells of each what became of it; whose photos they are, the listener knows."""

    kept = Signal(object)
    """The Photo, durable in the store."""
    refused = Signal(str)
    """The sentence why something was not taken; the rest goes on."""
    noted = Signal(str)
    """A sentence on what is odd about a photo that was taken."""
    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, page: QWidget, bridge: JournalBridge, *, room: Callable[[], int], full: str) -> None:
        """`room` tells how many more photos may come; `full` says with {n} that so many were left out."""
        super().__init__(page)
        self._page = page
        self._room = room
        self._full = full
        self._keeper = PhotoKeeper(bridge, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.refused.connect(self.refused)
        self._keeper.progressed.connect(self.progressed)
        self._keeper.finished.connect(self.finished)

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being stored."""
        return self._keeper.is_busy

    @Slot()
    def pick(self) -> None:
        """Choose files; several at once."""
        dialog = QFileDialog(self._page, _("Add photos"))
        dialog.setObjectName("pickPhotos")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(SUFFIXES))
        dialog.setNameFilters([_("Photos ({patterns})").format(patterns=patterns), _("All files (*)")])
        dialog.filesSelected.connect(self._on_picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def paste(self) -> None:
        """Take what stands in the clipboard."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.refused.emit(_("There is no photo in the clipboard. Copy one first, then paste."))

    def take(self, data: QMimeData) -> bool:
        """Take what was dropped or pasted; False where it holds no photo."""
        found = from_mime(data)
        self._begin(found)
        return bool(found)

    @Slot(object)
    def take_drop(self, data: QMimeData) -> None:
        """Take what was dropped; a drop from a phone on a cable gives no files to read."""
        if not self.take(data):
            words = _("These come from a phone without a path. Copy them to this computer first, then drop them here.")
            self.refused.emit(words)

    def take_all(self, photos: Sequence[Incoming]) -> None:
        """Take these, wherever they come from."""
        self._begin(photos)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Take these files and the photos in these folders."""
        self._begin(from_paths(paths))

    def _begin(self, found: Sequence[Incoming]) -> None:
        room = max(0, self._room() - self._keeper.waiting)
        if len(found) > room:
            self.refused.emit(self._full.format(n=len(found) - room))
        if found[:room]:
            self._keeper.take(found[:room])

    @Slot(list)
    def _on_picked(self, names: list[str]) -> None:
        self.take_paths([Path(name) for name in names])

    @Slot(object)
    def _on_kept(self, kept: KeptPhoto) -> None:
        self.kept.emit(kept.photo)
        for note in notes(kept.photo.name, kept.warnings):
            self.noted.emit(note)
