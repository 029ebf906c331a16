"""What came of an exchange, in numbers and in the typed reason that ended it early."""

from collections.abc import Mapping
from dataclasses import dataclass

from sync.failures import Failure
from sync.timing import Waiting


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an exchange. `pending` is what the bureau does not have yet, counted from the store."""

    failure: Failure | None = None
    entries_sent: int = 0
    entries_received: int = 0
    entries_refused: int = 0
    photos_sent: int = 0
    photos_verified: int = 0
    photos_received: int = 0
    entries_pending: int = 0
    photos_pending: int = 0
    waiting: Waiting | None = None
    """What photos wait for by the person's own choice, where they did not travel along."""

    @property
    def ok(self) -> bool:
        """Whether the exchange came to its end."""
        return self.failure is None

    @property
    def reason(self) -> str | None:
        """The code of what ended it early."""
        return self.failure.code if self.failure else None

    @property
    def values(self) -> Mapping[str, object]:
        """The values of the reason's sentence."""
        return self.failure.values if self.failure else {}
