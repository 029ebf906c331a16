"""核实: found true; the duplicate hint is answered, type and severity hold from now on, and it goes into the library."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.segments import Segments
from gui.findings.type_picker import TypePicker
from gui.findings.vicinity import Neighbour
from gui.icons import Glyph
from gui.rectification.duplicate_field import DuplicateField, nearest_alike
from gui.rectification.opener import Opener
from gui.rectification.step_dialog import StepDialog
from gui.texts import small, wrapped
from models.facts import Classification, Enlisted, Fact, Verified
from models.finding import Finding
from models.vocabulary import Severity
from resources.words import _


class VerifyDialog(StepDialog):
    """Duplicate, type, severity, what becomes of it, note."""

    def __init__(self, finding: Finding, neighbour: Neighbour | None, now: datetime, parent: QWidget) -> None:
        """As it was logged; not a duplicate; into the library."""
        super().__init__(finding, _("Verify"), Glyph.CHECK, parent)
        self.setObjectName("verifyDialog")
        self._duplicate = DuplicateField(neighbour, now)
        self._duplicate.answered.connect(self._on_answered)
        self._category = finding.classification.category
        self._type = TypePicker()
        self._type.show_type(self._category)
        self._type.picked.connect(self._on_type)
        self._severity = Segments((member, _(member.label)) for member in Severity)
        self._severity.setObjectName("verifySeverity")
        self._severity.choose(finding.classification.severity)
        self._enlists = Segments([(True, _("Enlist")), (False, _("Verify now, enlist later"))])
        self._enlists.setObjectName("verifyEnlists")
        self._hint = wrapped(small(tone="amber"))
        self._note = QLineEdit()
        self._note.setObjectName("verifyNote")
        self._note.setMaxLength(500)
        self._note.setPlaceholderText(_("optional, e.g. seen on the spot on Saturday"))
        self._build_fields()

    def _build_fields(self) -> None:
        put = self.fields.put
        put("duplicate", _("Duplicate"), self._duplicate, required=True)
        put("category", _("Finding type"), self._type, required=True, origin=_("as logged"))
        put("severity", _("Severity"), self._severity, required=True, origin=_("as logged"))
        put("enlist", _("What becomes of it"), self._enlists)
        self.fields.addWidget(self._hint)
        self._hint.hide()
        put("note", _("Note"), self._note)
        self.do_button.setFocus()

    def facts(self) -> tuple[Fact, ...]:
        """核实 with what holds from now on, and 入库 where it goes there at once."""
        further = tuple(code for code in self.finding.classification.further if code != self._category)
        classification = Classification(self._category, self._severity.value, further)
        note = self._note.text().strip()
        verified = Verified(classification, duplicate_of=self._duplicate.of or "", note=note)
        return (verified, Enlisted()) if self._goes_on else (verified,)

    def decide(self) -> None:
        """The toast says both."""
        self.verb = _("Verify and enlist") if self._goes_on else _("Verify")
        super().decide()

    @property
    def _goes_on(self) -> bool:
        return self._enlists.value is True and self._duplicate.of is None

    def _on_answered(self) -> None:
        repeats = self._duplicate.of is not None
        self._enlists.choose(not repeats)
        self._enlists.setEnabled(not repeats)
        self._hint.setText(repeats_cannot_be_enlisted() if repeats else "")
        self._hint.setVisible(repeats)
        self._fit()

    def _on_type(self, code: str) -> None:
        self._category = code


def repeats_cannot_be_enlisted() -> str:
    """Why 入库 is closed to a duplicate."""
    return _("A duplicate does not go into the library of problems. It stays verified until it is merged.")


OPENER = Opener(
    lambda opening: VerifyDialog(opening.finding, opening.answer, opening.now, opening.window), nearest_alike
)
