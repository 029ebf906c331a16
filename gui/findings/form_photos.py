"""The photos of the form: what was taken in goes into the session, and what became of each is told in the card."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gui.findings.form_session import FormSession
from gui.findings.photo_card import PhotoCard
from gui.journal_bridge import JournalBridge
from gui.photos.enlarged import Enlarged
from gui.photos.intake import PhotoIntake
from gui.photos.picture_source import PictureSource
from models.facts import Photo
from models.rules import MOST_PHOTOS
from resources.words import _


class FormPhotos(QObject):
    """Between the photo card, the intake and the form's session."""

    def __init__(
        self, page: QWidget, card: PhotoCard, session: FormSession, bridge: JournalBridge, pictures: PictureSource
    ) -> None:
        """Wires the card's wishes."""
        super().__init__(page)
        self._page = page
        self._card = card
        self._session = session
        self._pictures = pictures
        self._then: Callable[[], None] | None = None
        words = _("A finding has at most {most} photos; {n} were left out. Log the rest as another finding.")
        full = words.format(most=MOST_PHOTOS, n="{n}")
        self.intake = PhotoIntake(page, bridge, room=self._room, full=full)
        self.intake.kept.connect(self._on_kept)
        self.intake.refused.connect(card.photos.report.add_error)
        self.intake.noted.connect(card.photos.report.add_note)
        self.intake.progressed.connect(card.photos.report.show_progress)
        self.intake.finished.connect(self._on_finished)
        card.photos.add_wanted.connect(self.intake.pick)
        card.photos.paste_wanted.connect(self.intake.paste)
        card.photos.remove_wanted.connect(self._on_remove)
        card.photos.enlarge_wanted.connect(self._on_enlarge)

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being stored."""
        return self.intake.is_busy

    def when_stored(self, then: Callable[[], None]) -> None:
        """Do this as soon as nothing is on its way in any more; a later wish takes the place of an earlier one."""
        self._then = then

    def _room(self) -> int:
        return MOST_PHOTOS - len(self._session.values.photos)

    @Slot(object)
    def _on_kept(self, photo: Photo) -> None:
        if not self._session.add_photo(photo):
            words = _("{name} is in this finding already, it was not added twice.").format(name=photo.name)
            self._card.photos.report.add_error(words)

    @Slot()
    def _on_finished(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    @Slot(int)
    def _on_remove(self, place: int) -> None:
        self._session.remove_photo(self._session.values.photos[place].sha256)

    @Slot(int)
    def _on_enlarge(self, place: int) -> None:
        Enlarged(self._pictures, self._session.values.photos, place, self._page).open()
