"""The left column of the form: preview, thumbnails, ways to add photos, and what became of those on their way."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.icons import Glyph
from gui.photos.intake_report import IntakeReport
from gui.photos.picture_source import PictureSource
from gui.photos.preview import Preview
from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.texts import card_title, small, source
from gui.theme import SPACE
from models.facts import Photo
from models.rules import MOST_PHOTOS
from resources.words import _, ngettext


class PhotoColumn(QWidget):
    """Shows photos and asks for adding, removing and enlarging them; it takes none in itself."""

    add_wanted = Signal()
    paste_wanted = Signal()
    remove_wanted = Signal(int)
    enlarge_wanted = Signal(int)

    def __init__(self, pictures: PictureSource) -> None:
        """No photos at first."""
        super().__init__()
        self.setObjectName("photoColumn")
        self._photos: tuple[Photo, ...] = ()
        self._fixed = 0
        self._at = 0
        self._count = small()
        self._promise = source()
        self._preview = Preview(pictures)
        self._strip = ThumbnailStrip(pictures)
        self._remove = plain_button("removePhotoButton", _("Take out"), glyph=Glyph.REMOVE, clicked=self._on_remove)
        self.report = IntakeReport()
        self._preview.enlarge_wanted.connect(self._on_enlarge)
        self._preview.add_wanted.connect(self.add_wanted)
        self._strip.chosen.connect(self._on_chosen)
        self._strip.add_wanted.connect(self.add_wanted)
        self._strip.enlarge_wanted.connect(self._on_enlarge)
        self._strip.remove_wanted.connect(self._on_remove_at)
        self._lay_out()
        self.show_photos(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        header = QHBoxLayout()
        header.setSpacing(SPACE)
        header.addWidget(card_title(_("Photos on the spot")))
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self._promise)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (
            plain_button("addPhotosButton", _("Add photos"), glyph=Glyph.ADD_PHOTO, clicked=self.add_wanted.emit),
            plain_button("pasteButton", _("Paste  Ctrl+V"), glyph=Glyph.PASTE, clicked=self.paste_wanted.emit),
            self._remove,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(header)
        column.addWidget(self._preview, 1)
        column.addWidget(self._strip)
        column.addLayout(buttons)
        column.addWidget(self.report)

    def show_photos(self, photos: Sequence[Photo], *, fixed: int = 0) -> None:
        """Show these; the first `fixed` of them are recorded already and stay. A new one is shown at once."""
        if len(photos) > len(self._photos):
            self._at = len(self._photos) if self._photos else 0
        self._photos, self._fixed = tuple(photos), fixed
        self._at = min(self._at, max(0, len(self._photos) - 1))
        count = ngettext("{n} photo", "{n} photos", len(self._photos)).format(n=len(self._photos))
        self._count.setText(_("{photos} · before rectification").format(photos=count) if self._photos else "")
        self._promise.setText(_("Originals unchanged, fingerprints taken") if self._photos else "")
        self._show_current()

    def focus_first(self) -> None:
        """Put the focus where photos are added."""
        (self._strip if self._photos else self._preview).setFocus()

    def _show_current(self) -> None:
        total = len(self._photos)
        self._preview.show_photo(self._photos[self._at] if total else None, self._at + 1, total)
        self._strip.setVisible(bool(total))
        self._strip.show_photos(self._photos, self._at, may_add=total < MOST_PHOTOS)
        self._remove.setVisible(total > self._fixed)
        self._remove.setEnabled(self._at >= self._fixed)

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        self._at = place
        self._show_current()

    @Slot()
    def _on_remove(self) -> None:
        self._on_remove_at(self._at)

    @Slot(int)
    def _on_remove_at(self, place: int) -> None:
        if self._fixed <= place < len(self._photos):
            self.remove_wanted.emit(place)

    @Slot()
    def _on_enlarge(self) -> None:
        self.enlarge_wanted.emit(self._at)
