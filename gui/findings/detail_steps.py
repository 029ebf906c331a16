"""The foot of the detail pane: the one next step that is mine, the others, or whose turn it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.buttons import plain_button, primary_button
from gui.findings.detail import Detail, may
from gui.icons import Glyph
from gui.texts import small, wrapped
from gui.theme import SPACE, SPACE_L
from models.finding import Finding
from models.people import Person
from models.state import State
from models.workflow import VERIFIERS
from resources.words import _

HEIGHT = 54


class DetailSteps(QFrame):
    """Steps that have nothing to do with this role are absent; one that is forbidden to this person says why."""

    verify_wanted = Signal(object)
    return_wanted = Signal(object)
    form_wanted = Signal(object)
    """补正 or 更正: the Finding."""

    def __init__(self, person: Person) -> None:
        """For this person."""
        super().__init__()
        self.setObjectName("detailSteps")
        self.setProperty("frame", "bar")
        self.setMinimumHeight(HEIGHT)
        self._person = person
        self._finding: Finding | None = None
        self._sentence = wrapped(small())
        self._sentence.setObjectName("whoseTurn")
        self._correct = plain_button("correctButton", _("Correct"), glyph=Glyph.EDIT, clicked=self._on_form)
        self._return = plain_button("returnButton", _("Send back"), glyph=Glyph.RETURNED, clicked=self._on_return)
        self._verify = primary_button("verifyButton", _("Verify"), glyph=Glyph.CHECK, clicked=self._on_verify)
        self._complete = primary_button("completeButton", _("Complete"), glyph=Glyph.EDIT, clicked=self._on_form)
        for button in (self._verify, self._complete):
            button.setToolTip("Ctrl+Enter")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_L - 2, SPACE, SPACE_L - 2, SPACE)
        row.setSpacing(SPACE)
        row.addWidget(self._sentence, 1)
        for button in (self._correct, self._return, self._verify, self._complete):
            button.setProperty("size", "field")
            row.addWidget(button)

    def show_steps(self, detail: Detail) -> None:
        """What this person may do with this finding now."""
        self._finding = detail.finding
        completes = may(detail, "resubmit")
        self._verify.setVisible(may(detail, "verify"))
        self._return.setVisible(may(detail, "return"))
        self._complete.setVisible(completes)
        self._correct.setVisible(not completes and may(detail, "redescribe"))
        self._sentence.setText(self._whose_turn(detail))

    def take_next(self) -> None:
        """Ctrl+Enter: the one primary button, where there is one."""
        for button in (self._verify, self._complete):
            if button.isVisible():
                button.click()

    def _whose_turn(self, detail: Detail) -> str:
        finding = detail.finding
        if finding.history and finding.history[0].reason is not None:
            return _("The bureau did not take it; the history says why")
        if finding.state is State.REPORTED and not may(detail, "verify"):
            own = finding.raiser == self._person.id and self._person.role in VERIFIERS
            if own:
                return _("You logged this yourself, another colleague has to verify it.")
            return _("Waiting for the township to verify it")
        if finding.state is State.RETURNED and not may(detail, "resubmit"):
            return _("Waiting for the one who logged it to complete it")
        if finding.state is State.VERIFIED:
            return _("Verified; what follows comes from the bureau")
        return ""

    def _on_verify(self) -> None:
        self.verify_wanted.emit(self._finding)

    def _on_return(self) -> None:
        self.return_wanted.emit(self._finding)

    def _on_form(self) -> None:
        self.form_wanted.emit(self._finding)
