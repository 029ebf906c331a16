"""Wrong passwords are counted by what was typed as login; after five in a row it is locked for half an hour."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, text

from models.clock import as_moment, as_text
from server.problems import Problem
from server.tables import FAILURE

MOST = 5
LOCKED_FOR = timedelta(minutes=30)

# One statement, so that attempts made at the same moment are all counted; a locked login is not locked for longer.
_COUNT = text(
    "INSERT INTO sign_in_failure (login, count, last_at) VALUES (:login, 1, :now) ON CONFLICT (login) DO UPDATE "
    "SET count = sign_in_failure.count + 1, last_at = excluded.last_at WHERE sign_in_failure.count < :most "
    "RETURNING count"
)


def begin_attempt(connection: Connection, *, login: str, now: datetime) -> int:
    """Count an attempt before it is judged, so that many at once gain nothing; returns how many are left after it.

    Raises Problem (sign_in_locked) when there are none. A success is taken back by `forget`.
    """
    connection.execute(delete(FAILURE).where(FAILURE.c.last_at < as_text(now - LOCKED_FOR)))
    count = connection.execute(_COUNT, {"login": login, "now": as_text(now), "most": MOST}).scalar_one_or_none()
    if count is not None:
        return MOST - int(count)
    last_at = connection.execute(select(FAILURE.c.last_at).where(FAILURE.c.login == login)).scalar_one()
    raise _locked(as_moment(last_at) + LOCKED_FOR)


def failed(left: int, *, now: datetime) -> Problem:
    """What a wrong password is answered with."""
    return Problem(401, "wrong_password", left=left) if left else _locked(now + LOCKED_FOR)


def forget(connection: Connection, *, login: str) -> None:
    """The right password was given: the count begins anew."""
    connection.execute(delete(FAILURE).where(FAILURE.c.login == login))


def _locked(until: datetime) -> Problem:
    return Problem(403, "sign_in_locked", until=until.strftime("%H:%M"), until_at=as_text(until))
