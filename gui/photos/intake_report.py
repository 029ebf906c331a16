"""What becomes of photos on their way in: how far, and a sentence for each that could not be taken."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.buttons import icon_button
from gui.icons import Glyph
from gui.texts import picture, plain, small, wrapped
from gui.theme import SPACE, SPACE_S, Tone
from resources.words import _

_MOST_SHOWN = 4


class IntakeReport(QWidget):
    """Errors stay until they are closed; progress goes by itself."""

    def __init__(self) -> None:
        """Nothing to report."""
        super().__init__()
        self.setObjectName("intakeReport")
        self._progress = small()
        self._progress.hide()
        self._sentences: list[str] = []
        self._errors = QFrame()
        self._errors.setProperty("frame", "red")
        self._text = wrapped(plain(tone="red"))
        self._text.setObjectName("intakeErrors")
        row = QHBoxLayout(self._errors)
        row.setContentsMargins(SPACE, SPACE_S, SPACE_S, SPACE_S)
        row.addWidget(picture(Glyph.PROBLEM, Tone.RED), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        close = icon_button("closeIntakeErrors", _("Seen"), glyph=Glyph.CLOSE, clicked=self.clear_errors)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._errors.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self._progress)
        column.addWidget(self._errors)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """While some are on their way: how far."""
        self._progress.setVisible(done < total)
        words = _("Storing on this computer {done} / {total}; what is stored is safe")
        self._progress.setText(words.format(done=done, total=total))

    @Slot(str)
    def add_error(self, words: str) -> None:
        """Say why one was not taken; the newest stand first."""
        if words in self._sentences:
            self._sentences.remove(words)
        self._sentences.insert(0, words)
        shown = self._sentences[:_MOST_SHOWN]
        rest = len(self._sentences) - len(shown)
        lines = [*shown, _("and {n} more").format(n=rest)] if rest else shown
        self._text.setText("\n".join(lines))
        self._errors.show()

    @Slot()
    def clear_errors(self) -> None:
        """They were read."""
        self._sentences.clear()
        self._errors.hide()
