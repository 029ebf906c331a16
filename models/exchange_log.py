"""What each exchange moved or why it ended early, and when the last good one was: one small table that never grows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from models.clock import Clock, as_moment, as_text
from models.database import Database, run
from models.tables import EXCHANGE_LOG, LAST_GOOD_EXCHANGE

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Moved:
    """What an exchange carried, and what the bureau did not take. `photos_sent` were read again there."""

    entries_sent: int = 0
    photos_sent: int = 0
    entries_received: int = 0
    photos_received: int = 0
    entries_refused: int = 0


NOTHING = Moved()


@dataclass(frozen=True, slots=True)
class LoggedExchange:
    """One line of the log: an exchange, or the same failure `times` times between `since` and `at`."""

    id: int
    at: datetime
    since: datetime
    moved: Moved = NOTHING
    reason: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    times: int = 1


class ExchangeLog:
    """The log of the exchanges of one store."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """It lies in the person's own store."""
        self._database = database
        self._clock = clock

    def note(self, moved: Moved, *, reason: str | None = None, values: Mapping[str, object] | None = None) -> None:
        """Write down how an exchange ended. `reason`: what ended it early, None where nothing did.

        Not synced by itself: a power cut in the next moment may cost the line, never what was exchanged.
        """
        now = as_text(self._clock.now())
        with self._database.noting() as connection:
            if reason is None:
                _note_good(connection, now)
            elif moved == NOTHING and _count_again(connection, now, reason, _plain(values)):
                return
            if reason is not None or moved != NOTHING:
                _add(connection, now, moved, reason, _plain(values))

    def recent(self, limit: int = 200) -> tuple[LoggedExchange, ...]:
        """The newest lines, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(EXCHANGE_LOG).order_by(EXCHANGE_LOG.c.id.desc()).limit(limit)).all()
        return tuple(_logged(row) for row in rows)

    def last_good(self) -> datetime | None:
        """When an exchange last came to its end, whether anything moved in it or not."""
        with self._database.reading() as connection:
            return last_good_within(connection)


def last_good_within(connection: Connection) -> datetime | None:
    """The same, read inside the caller's transaction."""
    text = connection.scalar(select(LAST_GOOD_EXCHANGE.c.at))
    return as_moment(text) if text else None


def _note_good(connection: Connection, now: str) -> None:
    if not run(connection, "UPDATE last_good_exchange SET at = ?", now):
        connection.execute(insert(LAST_GOOD_EXCHANGE).values(id=1, at=now))


def _count_again(connection: Connection, now: str, reason: str, values: str) -> bool:
    """Days without a line are one row: the same failure again, with nothing moved and no good exchange in between."""
    newest = connection.execute(select(EXCHANGE_LOG).order_by(EXCHANGE_LOG.c.id.desc()).limit(1)).one_or_none()
    if newest is None or newest.reason != reason or _moved(newest) != NOTHING:
        return False
    good = connection.scalar(select(LAST_GOOD_EXCHANGE.c.at))
    if good is not None and as_moment(good) > as_moment(newest.at):
        return False
    again = {"at": now, "times": newest.times + 1, "values": values}
    connection.execute(update(EXCHANGE_LOG).where(EXCHANGE_LOG.c.id == newest.id).values(**again))
    return True


def _add(connection: Connection, now: str, moved: Moved, reason: str | None, values: str) -> None:
    run(
        connection, _LINE, now, now, moved.entries_sent, moved.photos_sent, moved.entries_received,
        moved.photos_received, moved.entries_refused, reason, values,
    )  # fmt: skip
    run(connection, "DELETE FROM exchange_log WHERE id <= (SELECT max(id) FROM exchange_log) - ?", MOST_KEPT)


_LINE = (
    "INSERT INTO exchange_log (at, since, times, entries_sent, photos_sent, entries_received, photos_received, "
    'entries_refused, reason, "values") VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)'
)


def _plain(values: Mapping[str, object] | None) -> str:
    # a value that JSON does not know is still a word in a sentence
    return json.dumps(dict(values or {}), ensure_ascii=False, default=str)


def _moved(row: Row[*tuple[object, ...]]) -> Moved:
    return Moved(
        entries_sent=row.entries_sent,
        photos_sent=row.photos_sent,
        entries_received=row.entries_received,
        photos_received=row.photos_received,
        entries_refused=row.entries_refused,
    )


def _logged(row: Row[*tuple[object, ...]]) -> LoggedExchange:
    return LoggedExchange(
        id=row.id,
        at=as_moment(row.at),
        since=as_moment(row.since),
        moved=_moved(row),
        reason=row.reason,
        values=json.loads(row.values),
        times=row.times,
    )
