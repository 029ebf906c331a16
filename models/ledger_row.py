"""A finding as one row of a list."""

from dataclasses import dataclass
from datetime import datetime

from models.ids import FindingId, PersonId
from models.vocabulary import Severity
from models.workflow import State


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`number` is the one to show; `numbered` whether the bureau gave it; `pending`: something is only on this laptop."""

    id: FindingId
    number: str
    numbered: bool
    state: State
    category: str
    severity: Severity
    place: str
    party: str
    grid: str
    raiser: PersonId
    found_at: datetime
    recorded_at: datetime
    changed_at: datetime
    photos: int
    returned_because: str
    pending: bool
    odd: bool
