"""Findings that left this person's scope: still in the journal, not in the ledger, until nothing of theirs waits."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select

from models.answers import Departure
from models.bodies import tolerate
from models.facts import photos_of
from models.tables import DEPARTED, ENTRY, HEAD

_SLICE = 500


def leave(connection: Connection, departures: Iterable[Departure]) -> None:
    """Remember that these left; the caller re-adds them in the same transaction."""
    numbers = {one.subject: one.number for one in departures}
    if numbers:
        enter(connection, numbers)
        rows = [{"subject": subject, "number": number} for subject, number in numbers.items()]
        connection.execute(insert(DEPARTED), rows)


def enter(connection: Connection, subjects: Iterable[str]) -> set[str]:
    """Forget that these left; those that had."""
    back: set[str] = set()
    wanted = sorted(subjects)
    for start in range(0, len(wanted), _SLICE):
        among = DEPARTED.c.subject.in_(wanted[start : start + _SLICE])
        back.update(connection.scalars(select(DEPARTED.c.subject).where(among)))
        connection.execute(delete(DEPARTED).where(among))
    return back


def has_left(connection: Connection, subject: str) -> bool:
    """Whether this one left, in sight or not: the server takes nothing that is written on it from now on."""
    return connection.execute(select(DEPARTED.c.number).where(DEPARTED.c.subject == subject)).first() is not None


def hidden(connection: Connection, subjects: Collection[str]) -> set[str]:
    """Those of these findings that left. One with an own entry that the server has not numbered stays in sight."""
    unnumbered = select(ENTRY.c.id).where(ENTRY.c.subject == DEPARTED.c.subject, ENTRY.c.number.is_(None)).exists()
    return set(connection.scalars(select(DEPARTED.c.subject).where(DEPARTED.c.subject.in_(subjects), ~unnumbered)))


def own_photos(connection: Connection, subjects: Sequence[str]) -> dict[str, set[str]]:
    """The photos that this laptop brought to each of these findings: they are still sent when it has left."""
    if not subjects:
        return {}
    device = select(HEAD.c.device).scalar_subquery()
    query = select(ENTRY.c.subject, ENTRY.c.body).where(ENTRY.c.subject.in_(subjects), ENTRY.c.device == device)
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        fact = tolerate(row.body).fact
        if fact is not None:
            found.setdefault(row.subject, set()).update(photo.sha256 for photo in photos_of(fact))
    return found
