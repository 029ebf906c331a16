"""The places of a finding as rows; the chosen photo goes up, down or to a place of its own, by button and by key."""

import json
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import plain_button
from gui.photos.enlarged import Enlarged
from gui.photos.picture_source import PictureSource
from gui.rectification.arrangement import Arrangement
from gui.rectification.place_row import PlaceRow
from gui.texts import small, wrapped
from gui.theme import SPACE
from models.codec import from_plain, to_plain
from models.errors import Malformed
from models.facts import Photo, PhotoPlace
from models.places import Place, as_arrangement, places_of
from resources.words import _


class PlacesField(QWidget):
    """Everything stays on screen until it is recorded; nothing is recorded here."""

    changed = Signal()

    def __init__(self, places: tuple[Place, ...], pictures: PictureSource) -> None:
        """As they stand; the first photo is chosen."""
        super().__init__()
        self.setObjectName("placesField")
        self.arrangement = Arrangement(places)
        self._pictures = pictures
        self._chosen = places[0].photos[0].sha256 if places else ""
        self._rows: list[PlaceRow] = []
        self._up = plain_button("moveUpButton", _("To the place above  Alt+↑"), clicked=partial(self._move, -1))
        self._down = plain_button("moveDownButton", _("To the place below  Alt+↓"), clicked=partial(self._move, 1))
        self._new = plain_button("newPlaceButton", _("A place of its own  Alt+N"), clicked=self._begin_place)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(
            wrapped(small(_("Choose a photo, then move it. Photos of one place stand side by side.")))
        )
        self._column.addLayout(self._build_buttons())
        self._show()

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self._up, self._down, self._new):
            row.addWidget(button)
        row.addStretch(1)
        for keys, button in (("Alt+Up", self._up), ("Alt+Down", self._down), ("Alt+N", self._new)):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        return row

    def focus_first(self) -> None:
        """On the photos of the first place."""
        if self._rows:
            self._rows[0].strip.setFocus()

    def focus_lacking(self) -> None:
        """On the first place without a photo of before."""
        for at in self.arrangement.without_before()[:1]:
            self._rows[at].strip.setFocus()

    def kept_text(self) -> str:
        """The places with the digests of their photos."""
        return json.dumps(to_plain(as_arrangement(self.arrangement.places)), ensure_ascii=False)

    def take_back(self, text: str) -> None:
        """As they were left; photos that came since find their place by themselves."""
        try:
            said = tuple(from_plain(PhotoPlace, plain) for plain in json.loads(text or "[]"))
        except (ValueError, TypeError, Malformed):
            return
        photos: tuple[Photo, ...] = tuple(photo for place in self.arrangement.places for photo in place.photos)
        self.arrangement = Arrangement(places_of(photos, said))
        self._show()

    def _show(self) -> None:
        places = self.arrangement.places
        while len(self._rows) > len(places):
            self._rows.pop().deleteLater()
        while len(self._rows) < len(places):
            self._add_row(len(self._rows))
        for row, place in zip(self._rows, places, strict=True):
            row.show_place(place, self._chosen)
        at = self.arrangement.place_of(self._chosen)
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < len(places) - 1)
        self._new.setEnabled(self.arrangement.may_begin_place(self._chosen))
        self.changed.emit()

    def _add_row(self, at: int) -> None:
        row = PlaceRow(at + 1, self._pictures)
        row.named.connect(partial(self._on_named, at))
        row.chosen.connect(self._on_chosen)
        row.enlarge_wanted.connect(self._on_enlarge)
        self._rows.append(row)
        self._column.addWidget(row)

    def _move(self, step: int) -> None:
        self._move_to(self.arrangement.place_of(self._chosen) + step)

    def _begin_place(self) -> None:
        self._move_to(len(self.arrangement.places))

    def _move_to(self, to: int) -> None:
        self.arrangement = self.arrangement.moved(self._chosen, to)
        self._show()
        self._rows[self.arrangement.place_of(self._chosen)].strip.setFocus()

    def _on_named(self, at: int, name: str) -> None:
        self.arrangement = self.arrangement.named(at, name.strip())

    def _on_chosen(self, digest: str) -> None:
        self._chosen = digest
        self._show()
        self._rows[self.arrangement.place_of(digest)].strip.setFocus()

    def _on_enlarge(self) -> None:
        photos = self.arrangement.places[self.arrangement.place_of(self._chosen)].photos
        digests: list[str] = [photo.sha256 for photo in photos]
        Enlarged(self._pictures, photos, digests.index(self._chosen), self).open()
