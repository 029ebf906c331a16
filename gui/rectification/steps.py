"""The steps that a person takes on a finding: opens the dialog, records what it says, keeps what was put aside."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.background import Failure, Lane
from gui.findings.vicinity import Neighbour, Question, look_around
from gui.journal_bridge import JournalBridge
from gui.rectification.return_dialog import ReturnDialog
from gui.rectification.shade import Shade
from gui.rectification.step_dialog import StepDialog
from gui.rectification.verify_dialog import VerifyDialog
from models.facts import Fact, Returned, Verified
from models.finding import Finding
from models.recording import Recorded
from models.store import Store
from resources.words import _


class Steps(QObject):
    """One dialog at a time."""

    taken = Signal(str)
    """What was recorded, as a sentence for the toast."""
    failed = Signal(object)
    """A Failure where no dialog is open to show it."""

    def __init__(self, window: QWidget, bridge: JournalBridge) -> None:
        """Dialogs belong to this window."""
        super().__init__(window)
        self._window = window
        self._bridge = bridge

    @Slot(object)
    def verify(self, finding: Finding) -> None:
        """核实: look for a duplicate first, then ask."""
        self._bridge.ask(partial(_before_verifying, finding), done=partial(self._on_verify_ready, finding))

    @Slot(object)
    def send_back(self, finding: Finding) -> None:
        """退回."""
        self._bridge.ask(
            lambda store: store.settings.get(_name("return", finding)), done=partial(self._on_return_ready, finding)
        )

    def correct(self, finding: Finding, fact: Fact) -> None:
        """A correction that needs no dialog: one of two rival values is chosen."""
        self._bridge.record(
            (fact,), finding=finding.id, done=partial(self._on_corrected, finding), failed=self.failed.emit
        )

    def _on_verify_ready(self, finding: Finding, answer: tuple[Neighbour | None, str]) -> None:
        neighbour, note = answer
        self._open(VerifyDialog(finding, neighbour, self._bridge.clock.now(), self._window), "verify", note)

    def _on_return_ready(self, finding: Finding, text: str) -> None:
        self._open(ReturnDialog(finding, self._window), "return", text)

    def _open(self, dialog: StepDialog, step: str, text: str) -> None:
        dialog.introduce(self._bridge.names, self._bridge.clock.now())
        dialog.restore(text)
        dialog.decided.connect(partial(self._on_decided, dialog, step))
        dialog.put_aside.connect(partial(self._keep, step, dialog.finding))
        shade = Shade(self._window.window())
        dialog.finished.connect(shade.deleteLater)
        dialog.open()

    def _on_decided(self, dialog: StepDialog, step: str, fact: Fact) -> None:
        self._bridge.record(
            (fact,),
            finding=dialog.finding.id,
            done=partial(self._on_recorded, dialog, step, fact),
            failed=partial(self._on_not_recorded, dialog),
        )

    def _on_recorded(self, dialog: StepDialog, step: str, fact: Fact, recorded: Recorded) -> None:
        self._keep(step, dialog.finding, "")
        dialog.accept()
        words = {
            Verified: _("Verified {number}; stored on this computer, it counts when the bureau has it."),
            Returned: _("Sent {number} back; stored on this computer, it counts when the bureau has it."),
        }[type(fact)]
        self.taken.emit(words.format(number=recorded.shown_number))

    def _on_not_recorded(self, dialog: StepDialog, failure: Failure) -> None:
        dialog.show_refusals(failure.refusals)

    def _on_corrected(self, _finding: Finding, recorded: Recorded) -> None:
        self.taken.emit(
            _("Corrected {number}; both versions stay in the history.").format(number=recorded.shown_number)
        )

    def _keep(self, step: str, finding: Finding, text: str) -> None:
        """What was typed and not sent comes back with the dialog, also after the program was closed."""
        name = _name(step, finding)
        self._bridge.work(Lane.WRITING, lambda store: store.settings.put(name, text), done=_nothing)


def _before_verifying(finding: Finding, store: Store) -> tuple[Neighbour | None, str]:
    question = Question(finding.location.position, finding.classification.category, finding.grid, finding=finding.id)
    return look_around(store, question).neighbour, store.settings.get(_name("verify", finding))


def _name(step: str, finding: Finding) -> str:
    return f"put_aside.{step}.{finding.id}"


def _nothing(_value: None) -> None:
    """Keeping a text answers nothing."""
