"""Field 4, 严重程度: four words in a row, from the type until a person says otherwise."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues
from gui.findings.segments import Segments
from models.vocabulary import Severity
from resources.words import _


class SeverityField(Field):
    """Segments over the four severities."""

    def __init__(self) -> None:
        """The mildest one is on until the type says more."""
        super().__init__(FormField.SEVERITY, _("Severity"), number=4)
        self._segments = Segments((member, _(member.label)) for member in Severity)
        self._segments.setObjectName("severitySegments")
        self._segments.setAccessibleName(self.title)
        self._segments.chosen.connect(self._on_chosen)
        self.put(self._segments)

    def show_values(self, values: FormValues) -> None:
        """Switch the severity on."""
        self._segments.choose(values.severity)

    def controls(self) -> tuple[QWidget, ...]:
        """The segment that is on."""
        return (self._segments.focus_target(),)

    @Slot(object)
    def _on_chosen(self, severity: Severity) -> None:
        self.edited.emit(self.field, {"severity": severity})
