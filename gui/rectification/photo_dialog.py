"""A step's dialog with photos: takes them anywhere, grows with them, and waits until they are stored."""

from PySide6.QtCore import QTimer, Slot

from gui.rectification.photo_field import PhotoField
from gui.rectification.step_dialog import StepDialog
from resources.words import _


class PhotoDialog(StepDialog):
    """`serve` is called when the fields are there."""

    _photos: PhotoField | None = None
    _waiting = False

    def serve(self, photos: PhotoField) -> None:
        """What is dropped or pasted on this dialog goes to this field."""
        self._photos = photos
        self._refitting = QTimer(self, singleShot=True, interval=0)
        self._refitting.timeout.connect(self._on_refit)
        photos.serve(self)
        photos.changed.connect(self.refit)
        photos.intake.progressed.connect(self.refit)
        photos.rested.connect(self._on_rested)

    @Slot()
    def refit(self) -> None:
        """The fields need another height; once, after all that changes together has changed."""
        self._refitting.start()

    def decide(self) -> None:
        """Ask for the step to be recorded, as soon as no photo is on its way any more."""
        if self._photos is None or not self._photos.is_busy:
            super().decide()
            return
        self._waiting = True
        self.do_button.setEnabled(False)
        self._photos.report.add_note(_("Photos are still being stored on this computer; it goes on right after."))

    @Slot()
    def _on_rested(self) -> None:
        if self._waiting:
            self._waiting = False
            self.do_button.setEnabled(True)
            self.decide()

    @Slot()
    def _on_refit(self) -> None:
        self._fit()
