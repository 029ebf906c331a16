"""The way to the bureau for one signed-in person. What speaks HTTP is loaded with the first use, beside the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.syncing.exchanger import Report
from models.profile import Profile
from models.store import Store
from sync.access import read_access
from sync.outcome import Outcome

if TYPE_CHECKING:
    from sync.session import Exchanges


class BureauLine:
    """Everything here is called on the lanes of gui.background, never by the window itself."""

    def __init__(self, store: Store, profile: Profile) -> None:
        """Not connected yet."""
        self._store, self._profile = store, profile
        self._exchanges: Exchanges | None = None

    def exchange(
        self,
        _store: Store,
        report: Report,
        stopped: Callable[[], bool],
        everything: bool,  # noqa: FBT001 - gui.syncing.exchanger.Exchange
    ) -> Outcome:
        """One exchange; the connection is kept for the next."""
        from sync.session import Exchanges

        self._exchanges = self._exchanges or Exchanges(self._store)
        return self._exchanges.once(on_progress=report, cancelled=stopped, everything=everything)

    def can_reach(self) -> bool:
        """Whether the bureau answers at all."""
        from sync.signing_in import reachable

        access = read_access(self._store.settings)
        return access is not None and reachable(access)

    def note_standing(self) -> None:
        """Keep for the sign-in card what is not with the bureau yet."""
        from sync.session import note_standing

        note_standing(self._profile, self._store)

    def close(self) -> None:
        """Let go of the connection."""
        if self._exchanges is not None:
            self._exchanges.close()
