"""Photos of a rectification in a dialog: each with its kind, and a 整改后 with the place that it shows."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import link_button
from gui.findings.segments import Segments
from gui.journal_bridge import JournalBridge
from gui.labels import word
from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.rectification.photo_field import PhotoField
from gui.rectification.place_words import answered, first_lacking, place_name, place_of, usual_place
from gui.texts import small, strong
from gui.theme import SPACE, SPACE_S
from models.facts import Photo
from models.finding import Finding
from models.vocabulary import PhotoKind
from resources.words import _

KINDS = (PhotoKind.AFTER, PhotoKind.DURING, PhotoKind.MONITORING_REPORT, PhotoKind.OTHER)
_PLACE_TILE = (104, 72)


class EvidenceField(QWidget):
    """What is chosen below the photos holds for the photo that is chosen, and for those that come next."""

    def __init__(
        self,
        finding: Finding,
        bridge: JournalBridge,
        pictures: PictureSource,
        *,
        kind: PhotoKind = PhotoKind.AFTER,
        place: int | None = None,
    ) -> None:
        """For a kind, and for a place (0 is the first); without: the first place that has no 整改后."""
        super().__init__()
        self.setObjectName("evidenceField")
        self._places = finding.places
        self._given = place is not None
        self._place = min(place or 0, len(self._places) - 1) if self._given else first_lacking(self._places)
        self._kind = kind
        self.photos = PhotoField(finding, bridge, pictures, dress=self._dress)
        self.photos.caption = self._caption
        self._which, self._place_name = small(), small()
        self._kinds = Segments((each, word(each)) for each in KINDS)
        self._kinds.setObjectName("photoKinds")
        self._kinds.setAccessibleName(_("Kind of photo"))
        self._kinds.choose(kind)
        self._strip = ThumbnailStrip(pictures, tile=_PLACE_TILE)
        self._strip.setObjectName("placeStrip")
        self._all = link_button("sameForAllButton", _("The same for all"), clicked=self._on_all)
        self._place_part = QWidget()
        self._lay_out()
        self._kinds.chosen.connect(self._on_kind)
        self._strip.chosen.connect(self._on_place)
        self.photos.changed.connect(self._show)
        self.setFocusProxy(self.photos)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.photos)
        column.addLayout(_title(strong(_("Kind of photo")), self._which, self._all))
        column.addWidget(self._kinds)
        inner = QVBoxLayout(self._place_part)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_S + 2)
        inner.addLayout(_title(strong(_("Which place it shows")), self._place_name))
        inner.addWidget(self._strip)
        column.addWidget(self._place_part)

    def kept_text(self) -> str:
        """The photos as text."""
        return self.photos.kept_text()

    def take_back(self, text: str) -> None:
        """Photos that were added before."""
        self.photos.take_back(text)

    @Slot()
    def _show(self) -> None:
        photos, at = self.photos.photos, self.photos.at
        if photos:
            self._kind = photos[at].kind
            self._place = self._index(photos[at], self._place)
        self._kinds.choose(self._kind)
        self._which.setText(_("for photo {n}").format(n=at + 1) if len(photos) > 1 else "")
        self._all.setVisible(len(photos) > 1)
        self._place_part.setVisible(self._kind is PhotoKind.AFTER and bool(self._places))
        befores = [place.of_kind(PhotoKind.BEFORE)[0] for place in self._places]
        names = [place_name(place, number) for number, place in enumerate(self._places, start=1)]
        self._strip.show_photos(befores, self._place, may_add=False, captions=names)
        self._place_name.setText(names[self._place] if names else "")

    def _index(self, photo: Photo, otherwise: int) -> int:
        place = place_of(self._places, photo.same_place_as)
        return otherwise if place is None else place

    def _dress(self, photo: Photo) -> Photo:
        """A new photo: the kind that is chosen; where it was taken says the place, unless somebody asked for one."""
        place = self._place if self._given else usual_place(self._places, photo, self._place)
        return replace(photo, kind=self._kind, same_place_as=self._answer(place, self._kind))

    def _answer(self, place: int, kind: PhotoKind, *, at: int | None = None) -> str:
        """What a photo of this kind at this place answers; `at` is its own place among those of the dialog."""
        if kind is not PhotoKind.AFTER or not self._places:
            return ""
        return answered(self._places[place], (one for n, one in enumerate(self.photos.photos) if n != at))

    def _caption(self, photo: Photo) -> str:
        kind = word(photo.kind)
        several = photo.kind is PhotoKind.AFTER and len(self._places) > 1
        return _("{kind} · {n}").format(kind=kind, n=self._index(photo, 0) + 1) if several else kind

    @Slot(object)
    def _on_kind(self, kind: PhotoKind) -> None:
        self._kind = kind
        at = self.photos.at
        self.photos.change((at,), kind=kind, same_place_as=self._answer(self._place, kind, at=at))

    @Slot(int)
    def _on_place(self, place: int) -> None:
        self._place = place
        at = self.photos.at
        self.photos.change((at,), same_place_as=self._answer(place, self._kind, at=at))

    @Slot()
    def _on_all(self) -> None:
        kind, place = self._kind, self._place
        for one in range(len(self.photos.photos)):
            self.photos.change((one,), kind=kind, same_place_as="")
        for one in range(len(self.photos.photos)):
            self.photos.change((one,), same_place_as=self._answer(place, kind, at=one))


def _title(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for part in parts[:2]:
        row.addWidget(part)
    row.addStretch(1)
    for part in parts[2:]:
        row.addWidget(part)
    return row
