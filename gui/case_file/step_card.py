"""The card at the top right: what comes next, what it means, what is missing, and its buttons; or whose turn it is."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.card import Card
from gui.case_file.next_step import NextStep
from gui.case_file.step_buttons import StepButtons
from gui.rectification.gate_list import GateList
from gui.texts import plain, strong, wrapped


class StepCard(Card):
    """Shows a NextStep; what is asked for comes out as offers and cures."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__(" ", name="stepCard")
        self.buttons = StepButtons()
        self.gates = GateList()
        self._summary = strong(tone="red")
        self._summary.setObjectName("gateSummary")
        self._sentence = wrapped(plain(tone="sub"))
        self._sentence.setObjectName("whoseTurn")
        self.header.addWidget(self._summary)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.gates)
        self.body.addWidget(self.buttons)
        self.buttons.locked_wanted.connect(self._on_locked)

    def show_step(self, step: NextStep) -> None:
        """Show this one."""
        self.title.setText(step.title)
        self._summary.setText(step.summary)
        self._sentence.setText(step.sentence)
        self._sentence.setVisible(bool(step.sentence))
        self.gates.show_lines(step.lines)
        self.buttons.show_step(step)

    def focus_first(self) -> bool:
        """F6 goes here: to the first gap, else to the buttons. False where there is neither."""
        return self.gates.focus_first_gap() is not None or self.buttons.focus_last()

    @Slot()
    def _on_locked(self) -> None:
        """Go to the first gap, and bring it into sight."""
        gap = self.gates.focus_first_gap() or self._sentence
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(gap)
