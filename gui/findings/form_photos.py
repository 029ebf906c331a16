"""How photos get into the form: picked, pasted, dropped; kept durable beside the window; told when they are odd."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.findings.form_session import FormSession
from gui.findings.photo_card import PhotoCard
from gui.journal_bridge import JournalBridge, KeptPhoto
from gui.photos.enlarged import Enlarged
from gui.photos.incoming import SUFFIXES, Incoming, from_mime, from_paths
from gui.photos.photo_keeper import PhotoKeeper
from gui.photos.photo_notes import notes
from gui.photos.picture_source import PictureSource
from models.rules import MOST_PHOTOS
from resources.words import _


class FormPhotos(QObject):
    """Between the photo card, the store and the form's session."""

    def __init__(
        self, page: QWidget, card: PhotoCard, session: FormSession, bridge: JournalBridge, pictures: PictureSource
    ) -> None:
        """Wires the card's wishes."""
        super().__init__(page)
        self._page = page
        self._card = card
        self._session = session
        self._pictures = pictures
        self._keeper = PhotoKeeper(bridge, self)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.refused.connect(card.photos.report.add_error)
        self._keeper.progressed.connect(card.photos.report.show_progress)
        self._keeper.finished.connect(self._on_finished)
        self._then: Callable[[], None] | None = None
        card.photos.add_wanted.connect(self.pick)
        card.photos.paste_wanted.connect(self.paste)
        card.photos.remove_wanted.connect(self._on_remove)
        card.photos.enlarge_wanted.connect(self._on_enlarge)

    @property
    def is_busy(self) -> bool:
        """Whether photos are still being stored."""
        return self._keeper.is_busy

    def when_stored(self, then: Callable[[], None]) -> None:
        """Do this as soon as nothing is on its way in any more; a later wish takes the place of an earlier one."""
        self._then = then

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
        data = QGuiApplication.clipboard().mimeData()
        if not self.take(data):
            self._card.photos.report.add_error(_("There is no photo in the clipboard. Copy one first, then paste."))

    def take(self, data: QMimeData) -> bool:
        """Take what was dropped or pasted; False where it holds no photo."""
        found = from_mime(data)
        self._begin(found)
        return bool(found)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Take these files and the photos in these folders."""
        self._begin(from_paths(paths))

    def refuse_pathless(self) -> None:
        """A drop from a phone on a cable gives no files to read."""
        words = _("These come from a phone without a path. Copy them to this computer first, then drop them here.")
        self._card.photos.report.add_error(words)

    def _begin(self, found: Sequence[Incoming]) -> None:
        room = max(0, MOST_PHOTOS - len(self._session.values.photos) - self._keeper.waiting)
        if len(found) > room:
            words = _("A finding has at most {most} photos; {n} were left out. Log the rest as another finding.")
            self._card.photos.report.add_error(words.format(most=MOST_PHOTOS, n=len(found) - room))
        if found[:room]:
            self._keeper.take(found[:room])

    @Slot(list)
    def _on_picked(self, names: list[str]) -> None:
        self.take_paths([Path(name) for name in names])

    @Slot(object)
    def _on_kept(self, kept: KeptPhoto) -> None:
        if not self._session.add_photo(kept.photo):
            words = _("{name} is in this finding already, it was not added twice.").format(name=kept.photo.name)
            self._card.photos.report.add_error(words)
        for note in notes(kept.photo.name, kept.warnings):
            self._card.photos.report.add_note(note)

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
