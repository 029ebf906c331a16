"""Keeps the form's draft durable while somebody types: at most a moment behind, and never after it was saved for good."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Failure
from gui.findings.form_values import FormValues, to_draft
from gui.journal_bridge import JournalBridge
from models.ids import DraftId, FindingId, new_id

PAUSE_MS = 500


class DraftKeeper(QObject):
    """One form, one draft at a time."""

    saved = Signal(object)
    """When the draft was made durable."""
    failed = Signal(object)
    """A Failure: the draft could not be written."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None) -> None:
        """No draft yet."""
        super().__init__(parent)
        self._bridge = bridge
        self._values = FormValues()
        self._finding: FindingId | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save_now)
        self.draft = DraftId(new_id())

    def begin(self, *, draft: DraftId | None = None, finding: FindingId | None = None) -> None:
        """Another form, with a draft of its own or one that exists."""
        self._timer.stop()
        self.draft = draft or DraftId(new_id())
        self._finding = finding

    def remember(self, values: FormValues) -> None:
        """The form stands so now. Typing on does not put the saving off."""
        self._values = values
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def save_now(self) -> None:
        """Write what was not written yet."""
        self._timer.stop()
        self._bridge.save_draft(
            self.draft, to_draft(self._values), finding=self._finding, done=self._on_saved, failed=self._on_failed
        )

    def flush(self) -> None:
        """The form is left: what waits is written at once."""
        if self._timer.isActive():
            self.save_now()

    def stop(self) -> None:
        """The form is being recorded, which takes the draft away with it: write nothing more."""
        self._timer.stop()

    def _on_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)

    def _on_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)
