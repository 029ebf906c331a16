"""Turns between the three steps of the form in a narrow window: by the line over it, the bar under it, or keys."""

from PySide6.QtCore import QObject, Slot

from gui.findings.action_bar import ActionBar
from gui.findings.form_body import FormBody
from gui.findings.form_keys import FormKeys
from gui.findings.form_step import FormStep
from gui.findings.step_line import StepLine


class FormSteps(QObject):
    """Keeps line, body and bar at the same step."""

    def __init__(self, body: FormBody, bar: ActionBar, keys: FormKeys) -> None:
        """All of the form is in sight at first."""
        super().__init__(body)
        self._body, self._bar = body, bar
        self.line = StepLine()
        for turn in (keys.turn, bar.turn_wanted):
            turn.connect(self._on_turn)
        self.line.chosen.connect(body.show_step)
        body.stepped.connect(self._on_stepped)
        self._on_stepped(body.step)

    @Slot(int)
    def _on_turn(self, way: int) -> None:
        if self._body.step is not None:
            self._body.show_step(self._body.step.neighbour(way))

    @Slot(object)
    def _on_stepped(self, step: FormStep | None) -> None:
        self.line.setVisible(step is not None)
        self._bar.show_step(step)
        if step is not None:
            self.line.show_step(step)
