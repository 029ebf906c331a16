"""退回: why a finding is sent back, so that the one who logged it knows what to add."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.icons import Glyph
from gui.rectification.field_label import field_label
from gui.rectification.opener import simple
from gui.rectification.step_dialog import StepDialog
from gui.rectification.step_text import StepText
from gui.theme import SPACE
from models.errors import Refusal
from models.facts import Fact, Returned
from models.finding import Finding
from models.vocabulary import ReturnReason
from resources.words import _


class ReturnDialog(StepDialog):
    """Reasons as buttons, and a sentence."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        """Nothing is chosen, nothing written."""
        super().__init__(finding, _("Send back"), Glyph.RETURNED, parent)
        self.setObjectName("returnDialog")
        self._reasons: dict[ReturnReason, QPushButton] = {}
        self._text = StepText("returnText", 84)
        self._text.setPlaceholderText(_("e.g. the third photo is blurred, please take it again in daylight"))
        self.fields.addLayout(field_label(_("Reasons")))
        self.fields.addLayout(self._build_reasons())
        self.fields.put("text", _("Why it is sent back"), self._text, required=True)
        self._text.setFocus()

    def _build_reasons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for reason in ReturnReason:
            if reason is ReturnReason.OTHER:
                continue
            button = QPushButton(_(reason.label))
            button.setObjectName(f"reason_{reason.value}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._reasons[reason] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def fact(self) -> Fact:
        """退回 with its reasons."""
        reasons = tuple(reason for reason, button in self._reasons.items() if button.isChecked())
        return Returned(reasons or (ReturnReason.OTHER,), self._text.toPlainText().strip())

    def say(self, refusal: Refusal) -> str:
        """A missing or short sentence asks for one that helps."""
        if refusal.values.get("field") == "text" and refusal.code != "too_long":
            return _("Write a sentence why it is sent back, so that the other side knows what to add.")
        return super().say(refusal)


OPENER = simple(lambda opening: ReturnDialog(opening.finding, opening.window))
