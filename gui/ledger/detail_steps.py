"""The foot of the detail pane: the one next step that is mine, the others, or whose turn it is."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gui.case_file.next_step import NextStep, Offer
from gui.case_file.step_buttons import StepButtons
from gui.texts import small, wrapped
from gui.theme import SPACE, SPACE_L, px
from models.finding import Finding

HEIGHT = 54


class DetailSteps(QFrame):
    """Steps that have nothing to do with this role are absent; one that is forbidden to this person says why."""

    step_wanted = Signal(str, object)
    """The action of models.workflow, and the Finding."""
    form_wanted = Signal(object)
    """补正 or 更正: the Finding."""
    file_wanted = Signal(object)
    """Something is missing: the whole file of this Finding says what."""

    def __init__(self) -> None:
        """Empty."""
        super().__init__()
        self.setObjectName("detailSteps")
        self.setProperty("frame", "bar")
        self.setMinimumHeight(px(HEIGHT))
        self._finding: Finding | None = None
        self._sentence = wrapped(small())
        self._sentence.setObjectName("whoseTurn")
        self._buttons = StepButtons()
        self._buttons.wanted.connect(self._on_wanted)
        self._buttons.locked_wanted.connect(self._on_locked)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L - 2, SPACE, SPACE_L - 2, SPACE)
        column.setSpacing(SPACE - 2)
        column.addWidget(self._sentence)
        column.addWidget(self._buttons)

    def show_step(self, finding: Finding, step: NextStep) -> None:
        """What this person may do with this finding now."""
        self._finding = finding
        # what a step means stands in the file; here is room for what one cannot know
        tells = step.primary is None or bool(step.primary.locked)
        words = step.sentence if step.primary is None or not step.summary else step.summary
        self._sentence.setText(words)
        self._sentence.setVisible(tells and bool(words))
        self._buttons.show_step(step)

    def take_next(self) -> None:
        """Ctrl+Enter: the one primary button, where there is one."""
        self._buttons.take_primary()

    @Slot(object)
    def _on_wanted(self, offer: Offer) -> None:
        if offer.by_form:
            self.form_wanted.emit(self._finding)
        else:
            self.step_wanted.emit(offer.action, self._finding)

    @Slot()
    def _on_locked(self) -> None:
        self.file_wanted.emit(self._finding)
