"""The steps that a person takes on a finding: opens the dialog, records what it says, keeps what was put aside."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.background import Failure, Lane
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from gui.rectification.opener import Opener, Opening
from gui.rectification.shade import Shade
from gui.rectification.step_dialog import StepDialog
from models.facts import Fact
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

    def __init__(self, window: QWidget, bridge: JournalBridge, pictures: PictureSource | None = None) -> None:
        """Dialogs belong to this window."""
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._pictures = pictures or PictureSource(bridge, self)
        self._is_open = False

    def take(self, action: str, finding: Finding, **hints: Any) -> None:
        """Open the dialog of a step of models.workflow (a key of registry.OPENERS) on this finding; for hints see Opening."""
        if self._is_open:
            return
        from gui.rectification.registry import OPENERS  # seventeen dialogs, none of which a start needs

        self._is_open = True
        opener = OPENERS[action]
        self._bridge.ask(
            partial(_before, opener, action, finding),
            done=partial(self._on_ready, opener, action, finding, hints),
            failed=self._on_not_ready,
        )

    def correct(self, finding: Finding, fact: Fact) -> None:
        """A correction that needs no dialog: one of two rival values is chosen."""
        self._bridge.record((fact,), finding=finding.id, done=self._on_corrected, failed=self.failed.emit)

    def _on_ready(
        self, opener: Opener[Any], action: str, finding: Finding, hints: Mapping[str, Any], answer: tuple[Any, str]
    ) -> None:
        self._is_open = False  # should it not open, the next one may
        said, kept = answer
        dialog = opener.build(Opening(finding, said, self._bridge, self._pictures, self._window, hints))
        dialog.setProperty("action", action)
        dialog.introduce(self._bridge.names, self._bridge.clock.now())
        dialog.restore(kept)
        dialog.decided.connect(partial(self._on_decided, dialog, action))
        dialog.put_aside.connect(partial(self._keep, action, finding))
        dialog.other_wanted.connect(partial(self._on_other, dialog))
        shade = Shade(self._window.window())
        dialog.finished.connect(shade.deleteLater)
        dialog.finished.connect(self._on_finished)
        self._is_open = True
        dialog.open()

    def _on_other(self, dialog: StepDialog, action: str, hints: Mapping[str, Any]) -> None:
        """Another step first: never a dialog on a dialog, so this one is put aside."""
        finding = dialog.finding
        dialog.reject()
        self.take(action, finding, **hints)

    def _on_not_ready(self, failure: Failure) -> None:
        self._is_open = False
        self.failed.emit(failure)

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._is_open = False

    def _on_decided(self, dialog: StepDialog, action: str, facts: tuple[Fact, ...]) -> None:
        self._bridge.record(
            facts,
            finding=dialog.finding.id,
            done=partial(self._on_recorded, dialog, action),
            failed=partial(self._on_not_recorded, dialog),
        )

    def _on_recorded(self, dialog: StepDialog, action: str, recorded: Recorded) -> None:
        self._keep(action, dialog.finding, "")
        dialog.accept()
        words = _("Done: {verb} {number}. Stored on this computer first; it counts when the bureau has it.")
        self.taken.emit(words.format(verb=dialog.verb, number=recorded.shown_number))

    def _on_not_recorded(self, dialog: StepDialog, failure: Failure) -> None:
        dialog.show_refusals(failure.refusals)

    def _on_corrected(self, recorded: Recorded) -> None:
        self.taken.emit(
            _("Corrected {number}; both versions stay in the history.").format(number=recorded.shown_number)
        )

    def _keep(self, action: str, finding: Finding, text: str) -> None:
        """What was typed and not sent comes back with the dialog, also after the program was closed."""
        name = _name(action, finding)
        self._bridge.work(Lane.WRITING, lambda store: store.settings.put(name, text), done=_nothing)


def _before(opener: Opener[Any], action: str, finding: Finding, store: Store) -> tuple[Any, str]:
    return opener.ask(store, finding), store.settings.get(_name(action, finding))


def _name(action: str, finding: Finding) -> str:
    return f"put_aside.{action}.{finding.id}"


def _nothing(_value: None) -> None:
    """Keeping a text answers nothing."""
