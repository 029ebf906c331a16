"""One place while photos are arranged: its name, and its photos with their kinds."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.labels import word
from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.texts import small, strong
from gui.theme import SPACE, SPACE_S, px
from models.places import Place
from models.step_rules import PLACE_NAME
from models.vocabulary import PhotoKind
from resources.words import _

_NAME_WIDTH = 260


class PlaceRow(QWidget):
    """Shows a place and tells what the person did with it."""

    named = Signal(str)
    chosen = Signal(str)
    """The digest of a photo."""
    enlarge_wanted = Signal()

    def __init__(self, number: int, pictures: PictureSource) -> None:
        """For the place of this number, whatever it is."""
        super().__init__()
        self.setObjectName(f"place_{number}")
        self._place = Place()
        title = _("Place {number}").format(number=number)
        self.name = QLineEdit()
        self.name.setObjectName(f"placeName_{number}")
        self.name.setAccessibleName(_("Name of place {number}").format(number=number))
        self.name.setMaxLength(PLACE_NAME[1])
        self.name.setPlaceholderText(_("e.g. outlet 1 (west of the bridge)"))
        self.name.setFixedWidth(px(_NAME_WIDTH))
        self.strip = ThumbnailStrip(pictures)
        self.strip.setObjectName(f"placePhotos_{number}")
        self._note = small(tone="red")
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for part in (strong(title), self.name, self._note):
            head.addWidget(part)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(SPACE_S + 2)
        column.addLayout(head)
        column.addWidget(self.strip)
        self.name.textEdited.connect(self.named)
        self.strip.chosen.connect(self._on_chosen)
        self.strip.enlarge_wanted.connect(self.enlarge_wanted)

    def show_place(self, place: Place, chosen: str) -> None:
        """Show this one, with the chosen photo where it is here."""
        self._place = place
        if self.name.text() != place.name:
            self.name.setText(place.name)
        digests: list[str] = [photo.sha256 for photo in place.photos]
        at = digests.index(chosen) if chosen in digests else -1
        captions = [word(photo.kind) for photo in place.photos]
        self.strip.show_photos(place.photos, at, may_add=False, captions=captions)
        lacks = not place.of_kind(PhotoKind.BEFORE)
        self._note.setText(_("no photo of before here") if lacks else "")

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(self._place.photos[at].sha256)
