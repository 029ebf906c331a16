"""Brings what somebody wrote down before they had an account onto their desk, draft by draft, beside their work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from gui import labels
from gui.background import Failure, Lane
from gui.journal_bridge import JournalBridge
from models.carrying import Carried, Carrier, promised
from models.profile import Profile
from models.store import Store
from resources.words import _, ngettext


class CarryingOver(QObject):
    """Begins when told; goes on at the next start where the program was closed."""

    came = Signal(str)
    """The sentence about what lies on the desk now."""
    stayed = Signal(str)
    """The sentence about what could not be carried, and where it is."""

    def __init__(self, profile: Profile, bridge: JournalBridge) -> None:
        """Nothing is looked at yet."""
        super().__init__(bridge)
        self._profile, self._bridge = profile, bridge
        self._stopped = False

    def begin(self) -> None:
        """Look whether there is anything to carry, and carry it."""
        if self._bridge.person.has_account:
            self._work(self._carrier, self._on_carrier)

    def stop(self) -> None:
        """The person leaves: what is under way is finished, the rest comes next time."""
        self._stopped = True

    def _carrier(self, store: Store) -> Carrier | None:
        return Carrier(self._profile, store) if promised(store) else None

    def _on_carrier(self, carrier: Carrier | None) -> None:
        if carrier is not None:
            self._step(carrier)

    def _step(self, carrier: Carrier) -> None:
        def done(more: bool) -> None:  # noqa: FBT001 - the answer of a piece of work
            self._bridge.drafts_changed.emit()
            if more:
                self._step(carrier)
            else:
                self._work(lambda _store: carrier.settle(), self._on_settled)

        if not self._stopped:
            self._work(lambda _store: carrier.step(), done)

    def _on_settled(self, carried: Carried) -> None:
        if carried.drafts and carried.is_news:
            self.came.emit(came_words(carried))
        if carried.kept:
            words = ngettext(
                "{n} of what was written down before could not be carried over: a photo of it cannot be read. "
                "It is still on this computer; ask the administrator.",
                "{n} of what was written down before could not be carried over: photos of them cannot be read. "
                "They are still on this computer; ask the administrator.",
                carried.kept,
            )
            self.stayed.emit(words.format(n=carried.kept))

    def _on_failed(self, failure: Failure) -> None:
        words = _(
            "What was written down before has not all been carried over. It is on this computer and comes next time."
        )
        self.stayed.emit(f"{words} {failure.words}")

    def _work(self, work: Callable[[Store], object], done: Callable[..., None]) -> None:
        self._bridge.work(Lane.WRITING, work, done=done, failed=self._on_failed)


def came_words(carried: Carried) -> str:
    """「3 条先记下的问题和 7 张照片已经带过来，在草稿里，核对后登记。」"""
    if not carried.photos:
        words = _(
            "{records} written down before have been carried over; they are among the drafts, check and register them."
        )
        return words.format(records=labels.records(carried.drafts))
    words = _(
        "{records} written down before and {photos} have been carried over; they are among the drafts, "
        "check and register them."
    )
    return words.format(records=labels.records(carried.drafts), photos=labels.photos(carried.photos))
