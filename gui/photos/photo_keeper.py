"""Takes photos into the store one by one beside the window, telling of each what became of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from gui.background import Failure
from gui.journal_bridge import JournalBridge, KeptPhoto
from gui.photos.incoming import Incoming
from resources.sentences import sentence


class PhotoKeeper(QObject):
    """A photo that is told of as kept is durable."""

    kept = Signal(object)
    """A KeptPhoto."""
    refused = Signal(str)
    """The sentence why one was not taken in; the others go on."""
    progressed = Signal(int, int)
    """How many are done, of how many."""
    finished = Signal()
    """Nothing is on its way any more."""

    def __init__(self, bridge: JournalBridge, parent: QObject | None = None) -> None:
        """Idle."""
        super().__init__(parent)
        self._bridge = bridge
        self._done = 0
        self._total = 0

    @property
    def waiting(self) -> int:
        """How many are still on their way in."""
        return self._total - self._done

    @property
    def is_busy(self) -> bool:
        """Whether any are."""
        return self.waiting > 0

    def take(self, photos: Sequence[Incoming]) -> None:
        """Begin with these, behind those that are under way."""
        if not self.is_busy:
            self._done = self._total = 0
        self._total += len(photos)
        self.progressed.emit(self._done, self._total)
        for photo in photos:
            self._bridge.keep_photo(
                photo.read,
                name=photo.name,
                done=self._on_kept,
                failed=partial(self._on_failed, photo.name),
            )

    def _on_kept(self, kept: KeptPhoto) -> None:
        self.kept.emit(kept)
        self._step()

    def _on_failed(self, name: str, failure: Failure) -> None:
        for refusal in failure.refusals:
            self.refused.emit(sentence(refusal.code, {"name": name, **refusal.values}))
        self._step()

    def _step(self) -> None:
        self._done += 1
        self.progressed.emit(self._done, self._total)
        if not self.is_busy:
            self.finished.emit()
