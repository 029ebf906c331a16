"""核实: found true; the duplicate hint is answered, type and severity hold from now on."""

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.segments import Segments
from gui.findings.type_picker import TypePicker
from gui.findings.vicinity import Neighbour
from gui.icons import Glyph
from gui.labels import days_ago
from gui.rectification.field_label import field_label
from gui.rectification.step_dialog import StepDialog
from gui.texts import plain, wrapped
from models.facts import Classification, Fact, Verified
from models.finding import Finding
from models.vocabulary import Severity
from resources.words import _


class VerifyDialog(StepDialog):
    """Duplicate, type, severity, note."""

    def __init__(self, finding: Finding, neighbour: Neighbour | None, now: datetime, parent: QWidget) -> None:
        """As it was logged; not a duplicate."""
        super().__init__(finding, _("Verify"), Glyph.CHECK, parent)
        self.setObjectName("verifyDialog")
        self._neighbour = neighbour
        self._duplicate = Segments([(False, _("Not a duplicate")), (True, _("A duplicate of it"))])
        self._duplicate.setObjectName("duplicateSegments")
        self._duplicate.setAccessibleName(_("Duplicate"))
        self._category = finding.classification.category
        self._type = TypePicker()
        self._type.show_type(self._category)
        self._type.picked.connect(self._on_type)
        self._severity = Segments((member, _(member.label)) for member in Severity)
        self._severity.setObjectName("verifySeverity")
        self._severity.setAccessibleName(_("Severity"))
        self._severity.choose(finding.classification.severity)
        self._note = QLineEdit()
        self._note.setObjectName("verifyNote")
        self._note.setMaxLength(500)
        self._note.setPlaceholderText(_("optional, e.g. seen on the spot on Saturday"))
        self.watch(self._type, self._note)
        self._build_fields(now)

    def _build_fields(self, now: datetime) -> None:
        self.fields.addLayout(field_label(_("Duplicate"), required=True))
        self.fields.addWidget(wrapped(plain(self._hint(now), tone="amber" if self._neighbour else "sub")))
        if self._neighbour is not None:
            self.fields.addWidget(self._duplicate)
        self.fields.addLayout(field_label(_("Finding type"), required=True, origin=_("as logged")))
        self.fields.addWidget(self._type)
        self.fields.addLayout(field_label(_("Severity"), required=True, origin=_("as logged")))
        self.fields.addWidget(self._severity)
        self.fields.addLayout(field_label(_("Note")))
        self.fields.addWidget(self._note)
        for control, title in ((self._type, _("Finding type")), (self._note, _("Note"))):
            control.setAccessibleName(title)
        self.do_button.setFocus()

    def _hint(self, now: datetime) -> str:
        near = self._neighbour
        if near is None:
            return _("No open finding of this type within 100 m: not a duplicate.")
        words = _("{metres} m away there is {number}, logged {when}: {state}.")
        when = days_ago(near.recorded_at, now)
        return words.format(metres=near.metres, number=near.number, when=when, state=_(near.state.chip))

    def restore(self, text: str) -> None:
        """Give back the note."""
        self._note.setText(text)

    def typed(self) -> str:
        """The note."""
        return self._note.text().strip()

    def fact(self) -> Fact:
        """核实 with what holds from now on."""
        further = tuple(code for code in self.finding.classification.further if code != self._category)
        same = self._neighbour.finding if self._neighbour is not None and self._duplicate.value else ""
        classification = Classification(self._category, self._severity.value, further)
        return Verified(classification, duplicate_of=same, note=self.typed())

    def _on_type(self, code: str) -> None:
        self._category = code
