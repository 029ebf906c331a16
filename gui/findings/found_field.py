"""Field 8, 发现时间: of the first photo, else now; more than a week ago it asks why."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.findings.field import Field
from gui.findings.form_values import FormField, FormValues, read_time, time_text
from resources.words import _


class FoundField(Field):
    """The time as text, and the reason why it is logged late where one is asked for."""

    def __init__(self) -> None:
        """The reason shows when it is asked for."""
        super().__init__(FormField.FOUND_AT, _("Found at"), number=8)
        self._time = QLineEdit()
        self._time.setObjectName("foundEdit")
        self._time.setAccessibleName(self.title)
        self._time.setMaxLength(20)
        self._time.textEdited.connect(self._on_time)
        self._time.editingFinished.connect(self._on_finished)
        self._reason = QLineEdit()
        self._reason.setObjectName("lateReasonEdit")
        self._reason.setMaxLength(500)
        self._reason.setPlaceholderText(_("Why it is logged only now"))
        self._reason.setAccessibleName(_("Why it is logged only now"))
        self._reason.textEdited.connect(self._on_reason)
        self._reason.hide()
        self.put(self._time)
        self.put(self._reason)

    def ask_reason(self, *, asked: bool) -> None:
        """Show the line for the reason when the finding is old."""
        self._reason.setVisible(asked)

    def show_values(self, values: FormValues) -> None:
        """Show time and reason."""
        if self._time.text() != values.found_text:
            self._time.setText(values.found_text)
        if self._reason.text() != values.late_reason:
            self._reason.setText(values.late_reason)

    def controls(self) -> tuple[QWidget, ...]:
        """The reason where it is asked for and missing, else the time first."""
        wanted = not self._reason.isHidden() and not self._reason.text().strip()
        return (self._reason, self._time) if wanted else (self._time, self._reason)

    @Slot(str)
    def _on_time(self, text: str) -> None:
        self.edited.emit(self.field, {"found_text": text})

    @Slot()
    def _on_finished(self) -> None:
        """Write what was understood the way we write it."""
        moment = read_time(self._time.text())
        if moment is not None and time_text(moment) != self._time.text():
            self._time.setText(time_text(moment))
            self._on_time(self._time.text())

    @Slot(str)
    def _on_reason(self, text: str) -> None:
        self.edited.emit(self.field, {"late_reason": text})
