"""A strip of photos inside a step's dialog: dropped, pasted or picked, each durable before it shows, none twice."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.background import Failure
from gui.buttons import plain_button
from gui.icons import Glyph
from gui.journal_bridge import JournalBridge
from gui.labels import word
from gui.photos.enlarged import Enlarged
from gui.photos.intake import PhotoIntake
from gui.photos.intake_report import IntakeReport
from gui.photos.photo_drops import PhotoDrops
from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import ThumbnailStrip
from gui.texts import small
from gui.theme import SPACE, SPACE_S
from models.codec import from_plain, to_plain
from models.errors import Malformed
from models.facts import Photo
from models.finding import Finding
from models.reuse import Reuse, reused
from models.step_rules import MOST_PHOTOS
from models.store import Store
from models.vocabulary import PhotoKind
from resources.words import _

_MOST_OF_WINDOW = 0.9


class PhotoField(QWidget):
    """Its photos are not recorded yet; those that are taken out or left behind stay in the store, unused."""

    changed = Signal()
    """Photos came or went, another is chosen, or nothing is on its way any more."""
    rested = Signal()
    """Nothing is on its way any more."""

    def __init__(
        self, finding: Finding, bridge: JournalBridge, pictures: PictureSource, *, dress: Callable[[Photo], Photo]
    ) -> None:
        """`dress` gives a new photo the kind and place that the dialog has for it."""
        super().__init__()
        self.setObjectName("photoField")
        self._finding, self._bridge, self._pictures, self._dress = finding, bridge, pictures, dress
        self._photos: tuple[Photo, ...] = ()
        self._at = 0
        self._checking = 0
        self._elsewhere: dict[str, str] = {}
        self.caption: Callable[[Photo], str] = lambda photo: word(photo.kind)
        full = _("A step takes at most {most} photos; {n} were left out. Add the rest afterwards.")
        full = full.format(most=MOST_PHOTOS, n="{n}")
        self.intake = PhotoIntake(self, bridge, room=lambda: MOST_PHOTOS - len(self._photos), full=full)
        self.report = IntakeReport()
        self._strip = ThumbnailStrip(pictures)
        self._hint = small(_("Drop photos anywhere here, paste them, or pick them."))
        self._remove = plain_button("removePhotoButton", _("Take out"), glyph=Glyph.REMOVE, clicked=self._on_remove)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._strip)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S + 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (
            plain_button("addPhotosButton", _("Add photos"), glyph=Glyph.ADD_PHOTO, clicked=self.intake.pick),
            plain_button("pasteButton", _("Paste  Ctrl+V"), glyph=Glyph.PASTE, clicked=self.intake.paste),
            self._remove,
        ):
            buttons.addWidget(button)
        buttons.addWidget(self._hint)
        buttons.addStretch(1)
        column.addWidget(self._strip)
        column.addLayout(buttons)
        column.addWidget(self.report)

    def _connect(self) -> None:
        intake, report, strip = self.intake, self.report, self._strip
        intake.kept.connect(self._on_kept)
        intake.refused.connect(report.add_error)
        intake.noted.connect(report.add_note)
        intake.progressed.connect(report.show_progress)
        intake.finished.connect(self._on_finished)
        strip.chosen.connect(self.choose)
        strip.add_wanted.connect(intake.pick)
        strip.remove_wanted.connect(self._on_remove_at)
        strip.enlarge_wanted.connect(self._on_enlarge)

    def serve(self, dialog: QDialog) -> None:
        """Take what is dropped or pasted anywhere in this dialog; call when its fields are there."""
        drops = PhotoDrops(dialog)
        drops.dropped.connect(self.intake.take_drop)
        drops.paste_wanted.connect(self.intake.paste)

    @property
    def photos(self) -> tuple[Photo, ...]:
        """As they would be recorded."""
        return self._photos

    @property
    def at(self) -> int:
        """Which photo is chosen."""
        return self._at

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being stored or compared with those of other findings."""
        return self.intake.is_busy or self._checking > 0

    @Slot(int)
    def choose(self, place: int) -> None:
        """Another photo is chosen."""
        self._at = place
        self._show()

    def change(self, places: Iterable[int], **values: Any) -> None:
        """Give photos another kind or place; one that stands in another finding never becomes 整改后."""
        wanted = set(places)
        photos = enumerate(self._photos)
        self._photos = tuple(replace(one, **values) if n in wanted else one for n, one in photos)
        self._be_honest()
        self._show()

    def kept_text(self) -> str:
        """The photos as text, for when the dialog is closed and opened again."""
        return json.dumps(to_plain(self._photos), ensure_ascii=False) if self._photos else ""

    def take_back(self, text: str) -> None:
        """Photos that were added before and not recorded yet."""
        try:
            photos = from_plain(_Photos, {"photos": json.loads(text or "[]")}).photos
        except (ValueError, Malformed):
            return
        for photo in photos:
            self._add(photo)

    def _show(self) -> None:
        self._at = min(self._at, max(0, len(self._photos) - 1))
        room = len(self._photos) < MOST_PHOTOS
        captions = [self.caption(photo) for photo in self._photos]
        self._strip.show_photos(self._photos, self._at, may_add=room, captions=captions)
        self._remove.setVisible(bool(self._photos))
        self._hint.setVisible(not self._photos)
        self.changed.emit()

    @Slot(object)
    def _on_kept(self, photo: Photo) -> None:
        self._add(self._dress(photo))

    def _add(self, photo: Photo) -> None:
        if any(photo.sha256 == one.sha256 for one in (*self._finding.photos, *self._photos)):
            words = _("{name} is in this finding already, it was not added twice.").format(name=photo.name)
            self.report.add_note(words)
            return
        self._photos = (*self._photos, photo)
        self._at = len(self._photos) - 1
        self._checking += 1
        question = partial(_elsewhere, finding=self._finding.id, photo=photo)
        self._bridge.ask(question, done=partial(self._on_compared, photo), failed=self._on_not_compared)
        self._show()

    def _on_compared(self, photo: Photo, found: tuple[Reuse, ...]) -> None:
        if found:
            self._elsewhere[photo.sha256] = found[0].number
            self._tell_elsewhere(photo)
            self._be_honest()
        self._compared()

    def _on_not_compared(self, failure: Failure) -> None:
        """The pen compares again when the acceptance is applied for."""
        self.report.add_error(failure.words)
        self._compared()

    def _compared(self) -> None:
        self._checking -= 1
        self._show()
        self._on_finished()

    def _be_honest(self) -> None:
        """What stands in another finding is not the 整改后 of this one."""
        for photo in self._photos:
            if photo.kind is PhotoKind.AFTER and photo.sha256 in self._elsewhere:
                self._tell_elsewhere(photo)
                other = replace(photo, kind=PhotoKind.OTHER, same_place_as="")
                self._photos = tuple(other if one is photo else one for one in self._photos)

    def _tell_elsewhere(self, photo: Photo) -> None:
        words = _("{name} stands in finding {number} as well: it cannot be the photo after rectification here.")
        self.report.add_note(words.format(name=photo.name, number=self._elsewhere[photo.sha256]))

    @Slot()
    def _on_finished(self) -> None:
        if not self.is_busy:
            self.rested.emit()

    @Slot()
    def _on_remove(self) -> None:
        self._on_remove_at(self._at)

    @Slot(int)
    def _on_remove_at(self, place: int) -> None:
        self._photos = self._photos[:place] + self._photos[place + 1 :]
        self._show()

    @Slot()
    def _on_enlarge(self) -> None:
        """In the size of the window behind the dialog."""
        large = Enlarged(self._pictures, self._photos, self._at, self)
        behind = self.window().parentWidget()
        if behind is not None:
            large.resize(behind.window().size() * _MOST_OF_WINDOW)
        large.open()


@dataclass(frozen=True, slots=True)
class _Photos:
    photos: tuple[Photo, ...] = ()


def _elsewhere(store: Store, finding: str, photo: Photo) -> tuple[Reuse, ...]:
    with store.database.reading() as connection:
        return reused(connection, finding, (replace(photo, kind=PhotoKind.AFTER),))
