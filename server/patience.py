"""A bound on how long one question may take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from server.problems import Problem

_STEPS = 10_000
"""Of SQLite's machine between two looks at the clock: about a millisecond."""


@contextmanager
def patience(connection: Connection, seconds: float) -> Iterator[None]:
    """Statements of this transaction end after so long. Raises Problem (search_too_wide)."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        with _told("canceling statement"):
            yield
        return
    driver: Any = connection.connection.driver_connection
    end = time.monotonic() + seconds
    driver.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        with _told("interrupted"):
            yield
    finally:
        driver.set_progress_handler(None, 0)


@contextmanager
def _told(sign: str) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if sign in str(error.orig):
            raise Problem(422, "search_too_wide") from error
        raise
