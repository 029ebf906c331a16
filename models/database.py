"""One database, one writer: opens SQLite (encrypted on laptops) or PostgreSQL and hands out transactions."""

import errno
import functools
import json
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from models.errors import Damaged, DiskFull, NotWritable, WorldFailed, WrongKey

SAFE_SQLITE = (3, 51, 3)
"""Older libraries may corrupt a WAL when two connections write and checkpoint (exchange.md 2)."""
_IS_SAFE = sqlcipher.sqlite_version_info >= SAFE_SQLITE
_SYNCED = f"PRAGMA synchronous = {'FULL' if _IS_SAFE else 'EXTRA'}"
# a WAL that is not synced loses its last transactions in a power cut and nothing else; without a WAL all are synced
_NOTED = "PRAGMA synchronous = NORMAL" if _IS_SAFE else _SYNCED


class Database:
    """Transactions on one database. Writes go one at a time through `writing`, reads run beside them."""

    def __init__(self, engine: Engine) -> None:
        """Take over an engine made by open_store or open_server."""
        self.engine = engine
        self.is_postgresql = engine.dialect.name == "postgresql"
        # SQLite takes one writer at a time: wait here, in order, rather than in its busy loop.
        self._writer: AbstractContextManager[object] = nullcontext() if self.is_postgresql else threading.Lock()
        # options are given once here: given to each connection, they cost as much as a statement
        self._reading = engine.execution_options(gewu_writing=False)
        self._noting = engine.execution_options(gewu_synced=False)
        self._looking = engine.execution_options(isolation_level="AUTOCOMMIT") if self.is_postgresql else self._reading

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is durable when the block ends, and never happened if it raises."""
        with _world(), self._writer, self.engine.begin() as connection:
            yield connection

    @contextmanager
    def noting(self) -> Iterator[Connection]:
        """A transaction whose loss in a power cut harms nobody: written in its order, synced with the next of the others.

        For what the other side knows as well, or what only says how things went; never for what a person wrote.
        """
        with _world(), self._writer, self._noting.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads; on SQLite the whole of it sees one moment."""
        with _world(), self._reading.begin() as connection:
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A few statements that only read, each by itself: a transaction around them costs as much as they do."""
        with _world(), self._looking.connect() as connection:
            yield connection

    def look(self, sql: str, *values: Any) -> list[Any]:
        """The rows of one constant statement that only reads, without a transaction around it: `fetch` says how."""
        if self.is_postgresql:
            with self.looking() as connection:
                return fetch(connection, sql, *values)
        with _world(), closing(self.engine.raw_connection()) as pooled:
            rows: list[Any] = pooled.dbapi_connection.execute(*_for_sqlite(sql, values)).fetchall()  # type: ignore[union-attr]
            return rows

    def close(self) -> None:
        """Give back every connection; the WAL is folded in by the last one."""
        self.engine.dispose()


def open_store(path: Path, key: bytes | None) -> Database:
    """Open or make a SQLite file. `key`: 32 raw bytes for SQLCipher, None for plain. Raises WorldFailed, WrongKey."""

    def connect() -> Any:
        connection = sqlcipher.connect(str(path), timeout=10, check_same_thread=False, isolation_level=None)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
        return connection

    # The connection used last comes first: its pages are decrypted, its statements prepared.
    # QueuePool, not the thread-bound pool that `creator` alone would give: libraries.md, traps of combination
    engine = create_engine(
        f"sqlite:///{path}", module=sqlcipher, creator=connect, pool_size=4, max_overflow=8, pool_use_lifo=True
    )
    event.listen(engine, "begin", _begin)
    database = Database(engine)
    try:
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
    except BaseException:
        database.close()
        raise
    return database


def _begin(connection: Connection) -> None:
    # The driver is in autocommit mode, so that a writer can take its lock at the start and never fails half way.
    options, driver = connection.get_execution_options(), _driver(connection)
    if options.get("gewu_writing", True):
        # said before each of them: what one leaves unsynced must never be the next one's loss
        driver.execute(_SYNCED if options.get("gewu_synced", True) else _NOTED)
        driver.execute("BEGIN IMMEDIATE")
    else:
        driver.execute("BEGIN")


def _prepare(connection: Any, key: bytes | None) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA journal_mode = {'WAL' if _IS_SAFE else 'DELETE'}").fetchall()
    connection.execute(_SYNCED)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA wal_autocheckpoint = 4000").fetchall()
    connection.execute("PRAGMA cache_size = -16000")


def open_postgresql(url: str) -> Database:
    """Connect to PostgreSQL. The URL may begin with postgresql:// or postgresql+psycopg://."""
    url = url.replace("postgresql://", "postgresql+psycopg://", 1)
    options = "-c statement_timeout=60000 -c idle_in_transaction_session_timeout=5000 -c lock_timeout=20000"
    settings = {"options": options, "connect_timeout": 10}
    engine = create_engine(url, pool_size=8, max_overflow=8, pool_use_lifo=True, connect_args=settings)
    return Database(engine)


def bulk_insert(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert many rows the quickest way each database has: COPY on PostgreSQL, executemany on SQLite."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    if connection.dialect.name == "postgresql":
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(rows))


def fetch(connection: Connection, sql: str, *values: Any) -> list[Any]:
    """The rows of a constant statement, asked of the driver itself: preparing it anew each time costs more than it does.

    `?` marks a value; `column AMONG ?` takes many keys at once, which must be plain words without a comma.
    """
    if connection.dialect.name == "postgresql":
        return list(connection.exec_driver_sql(*_for_postgresql(sql, values)).all())
    rows: list[Any] = _driver(connection).execute(*_for_sqlite(sql, values)).fetchall()
    return rows


def run(connection: Connection, sql: str, *values: Any) -> int:
    """Carry out a constant statement that gives no rows, written as for `fetch`; how many rows it changed."""
    if connection.dialect.name == "postgresql":
        return connection.exec_driver_sql(*_for_postgresql(sql, values)).rowcount
    count: int = _driver(connection).execute(*_for_sqlite(sql, values)).rowcount
    return count


def for_update(connection: Connection, sql: str) -> str:
    """The statement with its rows locked until the transaction ends; SQLite has one writer anyway."""
    return f"{sql} FOR UPDATE" if connection.dialect.name == "postgresql" else sql


def _for_postgresql(sql: str, values: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    return _postgresql(sql), tuple([",".join(value) if _is_keys(value) else value for value in values])


def _for_sqlite(sql: str, values: Sequence[Any]) -> tuple[str, tuple[Any, ...]]:
    return _sqlite(sql), tuple([json.dumps(list(value)) if _is_keys(value) else value for value in values])


@functools.cache
def _postgresql(sql: str) -> str:
    return sql.replace("AMONG ?", "= ANY(string_to_array(?, ','))").replace("?", "%s")


@functools.cache
def _sqlite(sql: str) -> str:
    return sql.replace("AMONG ?", "IN (SELECT value FROM json_each(?))")


def _is_keys(value: Any) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str | bytes)


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


@contextmanager
def _world() -> Iterator[None]:
    """Turn what the disk and the driver raise into the failures that models.errors names."""
    try:
        yield
    except DatabaseError as error:
        raise world_failure(error) from error
    except sqlcipher.DatabaseError as error:
        raise world_failure(error) from error
    except OSError as error:
        raise disk_failure(error) from error


def world_failure(error: Exception) -> Exception:
    """The typed failure behind a driver's exception; our own mistakes (bad SQL, broken rules) stay what they are."""
    text = str(error)
    if "file is not a database" in text:
        return WrongKey()
    if "disk image is malformed" in text or "file is encrypted" in text:
        return Damaged(where="store.db")
    if "disk is full" in text or "No space left" in text:
        return DiskFull()
    if "readonly database" in text or "unable to open database" in text or "disk I/O error" in text:
        return NotWritable(where="store.db")
    if isinstance(error, OperationalError | sqlcipher.OperationalError):
        return WorldFailed("database_unavailable")
    return error


def disk_failure(error: OSError) -> Exception:
    """The typed failure behind an OSError of the file system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotWritable(where=str(error.filename or ""))
    return error
