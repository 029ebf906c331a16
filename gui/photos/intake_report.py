"""What becomes of photos on their way in: how far, and a sentence for each that was not taken or is odd."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.photos.report_box import ReportBox
from gui.texts import small
from gui.theme import SPACE_S
from resources.words import _


class IntakeReport(QWidget):
    """Sentences stay until they are closed; progress goes by itself."""

    def __init__(self) -> None:
        """Nothing to report."""
        super().__init__()
        self.setObjectName("intakeReport")
        self._progress = small()
        self._progress.hide()
        self._errors = ReportBox("intakeErrors", red=True)
        self._notes = ReportBox("intakeNotes", red=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for part in (self._progress, self._errors, self._notes):
            column.addWidget(part)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """While some are on their way: how far."""
        self._progress.setVisible(done < total)
        words = _("Storing on this computer {done} / {total}; what is stored is safe")
        self._progress.setText(words.format(done=done, total=total))

    @Slot(str)
    def add_error(self, words: str) -> None:
        """Say why one was not taken."""
        self._errors.add(words)

    def add_note(self, words: str) -> None:
        """Say what is odd about one that was taken."""
        self._notes.add(words)

    def clear(self) -> None:
        """Another form: what was said is of no interest any more."""
        self._errors.clear()
        self._notes.clear()
