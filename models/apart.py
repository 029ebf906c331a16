"""How long this laptop has had no word from the bureau, and what then has to wait: whoever decides must be known there.

Logging and patrolling go on all the same (screens.md 2.12): what was seen today must be written down today.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from models.errors import Refusal
from models.exchange_log import last_good_within
from models.facts import (
    AcceptanceArranged,
    AcceptancePassed,
    AcceptanceRefused,
    Closed,
    ClosureReturned,
    Dispatched,
    Enlisted,
    Fact,
    GridCorrected,
    NoticePublished,
    Returned,
    Verified,
)

LONGEST: Final = timedelta(days=30)
DECISIONS: Final[frozenset[type[Fact]]] = frozenset(
    {
        Verified, Returned, GridCorrected, Enlisted, Dispatched, AcceptanceArranged, AcceptancePassed,
        AcceptanceRefused, ClosureReturned, NoticePublished, Closed,
    }
)  # fmt: skip
"""What is decided about somebody else's work."""


def too_long_apart(connection: Connection, now: datetime) -> Refusal | None:
    """That and for how many days, where it is too long; a laptop that never exchanged has just signed in."""
    last = last_good_within(connection)
    if last is None or now - last <= LONGEST:
        return None
    return Refusal("too_long_apart", {"days": (now - last).days})


def kept_apart(connection: Connection, facts: Iterable[Fact], now: datetime) -> Refusal | None:
    """Why these cannot be said now."""
    return too_long_apart(connection, now) if any(type(fact) in DECISIONS for fact in facts) else None
