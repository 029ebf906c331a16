"""入库: what was verified before goes into the library of problems, if it repeats none that is there."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.vicinity import Neighbour
from gui.icons import Glyph
from gui.rectification.duplicate_field import DuplicateField, nearest_alike
from gui.rectification.opener import Opener
from gui.rectification.step_dialog import StepDialog
from gui.rectification.verify_dialog import repeats_cannot_be_enlisted
from gui.texts import small, wrapped
from models.facts import Enlisted, Fact
from models.finding import Finding
from resources.words import _


class EnlistDialog(StepDialog):
    """Duplicate, note."""

    def __init__(self, finding: Finding, neighbour: Neighbour | None, now: datetime, parent: QWidget) -> None:
        """Not a duplicate."""
        super().__init__(finding, _("Enlist"), Glyph.CHECK, parent)
        self.setObjectName("enlistDialog")
        self._duplicate = DuplicateField(neighbour, now)
        self._duplicate.answered.connect(self._on_answered)
        self._hint = wrapped(small(tone="amber"))
        self._note = QLineEdit()
        self._note.setObjectName("enlistNote")
        self._note.setMaxLength(500)
        self.fields.put("duplicate", _("Duplicate"), self._duplicate, required=True)
        self.fields.addWidget(self._hint)
        self._hint.hide()
        self.fields.put("note", _("Note"), self._note)
        self.do_button.setFocus()

    def fact(self) -> Fact:
        """入库."""
        return Enlisted(self._note.text().strip())

    def _on_answered(self) -> None:
        repeats = self._duplicate.of is not None
        self._hint.setText(repeats_cannot_be_enlisted() if repeats else "")
        self._hint.setVisible(repeats)
        self.do_button.setEnabled(not repeats)
        self._fit()


OPENER = Opener(
    lambda opening: EnlistDialog(opening.finding, opening.answer, opening.now, opening.window), nearest_alike
)
