"""The line over the form in a narrow window: its three steps, which one is in front, and what each still lacks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from gui.buttons import tab_button
from gui.findings.form_step import FormStep
from gui.findings.form_values import FormField
from gui.texts import small
from gui.theme import SPACE_M
from resources.words import _, ngettext


class StepLine(QFrame):
    """Emits which step a person wants."""

    chosen = Signal(object)

    def __init__(self) -> None:
        """照片 is in front; nothing is known to be missing."""
        super().__init__()
        self.setObjectName("stepLine")
        self.setProperty("frame", "tabs")
        self._gaps: dict[FormStep, int] = {}
        self._reminders = 0
        self._group = QButtonGroup(self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        row.setSpacing(0)
        self._buttons: dict[FormStep, QPushButton] = {}
        for step in FormStep:
            if step is not FormStep.PHOTOS:
                row.addWidget(small("→"))
            row.addWidget(self._button(step))
        row.addStretch(1)
        self._keys = small(_("Ctrl+PgUp and Ctrl+PgDn turn the pages"))
        row.addWidget(self._keys)
        self.show_step(FormStep.PHOTOS)
        self._say()

    def show_step(self, step: FormStep) -> None:
        """This one is in front."""
        self._buttons[step].setChecked(True)

    def show_gaps(self, fields: Sequence[FormField]) -> None:
        """So much is missing, each in its step; nothing is said before somebody tried to save."""
        steps = [FormStep.of(field) for field in fields]
        self._gaps = {step: steps.count(step) for step in FormStep}
        self._say()

    def show_reminders(self, count: int) -> None:
        """So many soft warnings wait for an answer; they stand in the last step."""
        self._reminders = count
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys are told where there is room to."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._keys.hide()
        self._keys.setVisible(self._row.minimumSize().width() + self._keys.sizeHint().width() <= self.width())

    def _say(self) -> None:
        for step, button in self._buttons.items():
            missing = self._gaps.get(step, 0)
            reminders = self._reminders if step is FormStep.CHECK else 0
            parts = [f"{step.number} {step.word}"]
            if missing:
                parts.append(ngettext("{n} missing", "{n} missing", missing).format(n=missing))
            elif reminders:
                parts.append(ngettext("{n} reminder", "{n} reminders", reminders).format(n=reminders))
            button.setText(" · ".join(parts))
            words = _("Step {number} of {all}: {words}")
            said = " ".join([step.word, *parts[1:]])
            button.setAccessibleName(words.format(number=step.number, all=len(FormStep), words=said))
        self._fit()

    def _button(self, step: FormStep) -> QPushButton:
        button = tab_button(f"step_{step.name.lower()}", step.word, clicked=lambda: self.chosen.emit(step))
        # Tab goes through the fields; the steps have their own keys
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._group.addButton(button)
        self._buttons[step] = button
        return button
