"""退回销号材料: what the file still lacks, so that the township can complete it."""

from PySide6.QtWidgets import QWidget

from gui.icons import Glyph
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from gui.rectification.step_text import StepText
from models.facts import ClosureReturned, Fact
from models.finding import Finding
from resources.words import _


class FileReturnDialog(StepDialog):
    """A reason."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        """Nothing is written."""
        super().__init__(finding, _("Send the file back"), Glyph.RETURNED, parent)
        self.setObjectName("fileReturnDialog")
        self._reason = StepText("fileReturnReason", 84)
        self._reason.setPlaceholderText(_("e.g. the second verifier did not sign the acceptance form"))
        self.fields.put("reason", _("Reason"), self._reason, required=True)
        self._reason.setFocus()

    def fact(self) -> Fact:
        """退回."""
        return ClosureReturned(self._reason.toPlainText().strip())


OPENER = simple(lambda opening: FileReturnDialog(opening.finding, opening.window))
