"""The only object in gui that touches a person's store: questions and steps go in, answers and announcements come out.

Nothing here blocks: each method hands work to `Background` and the callbacks run later on the window's thread.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.background import Background, Failure, Lane, Task, tell_if_there
from gui.names import Names, read_names
from models.clock import Clock
from models.facts import Fact, Photo
from models.findings import Safety
from models.ids import DraftId, FindingId
from models.local_people import safety
from models.people import Person
from models.recording import Recorded
from models.store import Store

T = TypeVar("T")
Failed = Callable[[Failure], None]
_GATHER_MS = 200
"""A photo on its way changes state several times a second; screens hear of it in gulps."""


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo that is durable in the store, with the codes of what is odd about it."""

    photo: Photo
    warnings: tuple[str, ...]


class JournalBridge(QObject):
    """One signed-in person's store as the screens see it."""

    ledger_changed = Signal(tuple)
    """Ids of findings that are different now: recorded here, or come down."""
    photos_changed = Signal(tuple)
    """Digests of photos whose state is different now, or which came down."""
    drafts_changed = Signal()
    reference_changed = Signal()
    """`names` and all that the bureau hands down may be different now."""
    safety_changed = Signal(object)
    """A Safety: what is not yet with the bureau, counted anew."""
    leaving = Signal()
    """The person leaves: work that takes minutes stops where it is, else everybody would wait for it."""

    def __init__(
        self, store: Store, background: Background, *, names: Names | None = None, parent: QObject | None = None
    ) -> None:
        """Listens to the store; its changes are announced on the window's thread. `names` were read beforehand."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self.safety = Safety()
        self.names = names or Names()
        self._gathered: set[str] = set()
        self._gathering = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gathering.timeout.connect(self._announce_photos)
        store.on_findings.append(lambda ids: background.tell(self._on_findings, tuple(ids)))
        store.on_photos.append(lambda digests: background.tell(self._on_photos, tuple(digests)))

    @property
    def person(self) -> Person:
        """Who is signed in."""
        return self._store.person

    @property
    def clock(self) -> Clock:
        """The one clock."""
        return self._store.clock

    def ask(
        self, question: Callable[[Store], T], *, done: Callable[[T], None], failed: Failed | None = None
    ) -> Task[T]:
        """Read from the store beside the window: `ask(lambda store: store.findings.one(id), done=self._on_finding)`."""
        return self._background.run(Lane.READING, lambda: question(self._store), done=done, failed=failed)

    def record(
        self,
        facts: Sequence[Fact],
        *,
        finding: FindingId | None = None,
        draft: DraftId | None = None,
        done: Callable[[Recorded], None],
        failed: Failed,
    ) -> Task[Recorded]:
        """Write facts into the journal. `done` is called when they are durable, and never before."""

        def told(recorded: Recorded) -> None:
            if draft is not None:
                self.drafts_changed.emit()
            tell_if_there(done, recorded)

        pen = self._store.pen
        return self._write(lambda: pen.record(facts, finding=finding, draft=draft), told, failed)

    def keep_photo(
        self, data: Callable[[], bytes], *, name: str, done: Callable[[KeptPhoto], None], failed: Failed
    ) -> Task[KeptPhoto]:
        """Take a photo in; `data` reads its bytes beside the window. `done` when it is durable."""
        return self._write(lambda: KeptPhoto(*self._store.photos.keep(data(), name)), done, failed)

    def save_draft(
        self,
        draft: DraftId,
        body: Mapping[str, Any],
        *,
        finding: FindingId | None = None,
        done: Callable[[datetime], None],
        failed: Failed,
    ) -> Task[datetime]:
        """Make a form durable as it stands; `done` gets when that was."""

        def told(saved_at: datetime) -> None:
            self.drafts_changed.emit()
            tell_if_there(done, saved_at)

        return self._write(lambda: self._store.drafts.save(draft, body, finding), told, failed)

    def count_safety(self) -> None:
        """Count anew what is not yet with the bureau; answers by `safety_changed`."""
        self.ask(safety, done=self._on_safety)

    def read_reference(self) -> None:
        """Look whether reference data came down; if it did, `names` is new and `reference_changed` says so."""
        self.ask(read_names, done=self._on_names)

    def work(
        self, lane: Lane, work: Callable[[Store], T], *, done: Callable[[T], None], failed: Failed | None = None
    ) -> Task[T]:
        """Longer work on the store (an exchange) on a lane of its own."""
        return self._background.run(lane, lambda: work(self._store), done=done, failed=failed)

    def beside(self, store: Store) -> "JournalBridge":
        """Another store, as the same screens see it (practice)."""
        return JournalBridge(store, self._background, names=self.names, parent=self)

    def tell(self, callback: Callable[..., None], *values: object) -> None:
        """From within work: call this on the window's thread, in order (how far it is)."""
        self._background.tell(callback, *values)

    def close(self) -> None:
        """Let go of the store, after its last work; nothing may be asked afterwards."""
        self._store.on_findings.clear()
        self._store.on_photos.clear()
        self._store.close()

    def _write(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None) -> Task[T]:
        return self._background.run(Lane.WRITING, work, done=done, failed=failed)

    def _on_findings(self, ids: tuple[str, ...]) -> None:
        self.ledger_changed.emit(ids)
        self.count_safety()

    def _on_photos(self, digests: tuple[str, ...]) -> None:
        self._gathered.update(digests)
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def _announce_photos(self) -> None:
        digests, self._gathered = tuple(self._gathered), set()
        self.photos_changed.emit(digests)
        self.count_safety()

    def _on_names(self, names: Names) -> None:
        if names != self.names:
            self.names = names
            self.reference_changed.emit()

    def _on_safety(self, safety: Safety) -> None:
        if safety != self.safety:
            self.safety = safety
            self.safety_changed.emit(safety)
