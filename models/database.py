"""One database, one writer: opens SQLite (encrypted on laptops) or PostgreSQL and hands out transactions."""

import errno
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from models.errors import Damaged, DiskFull, NotWritable, WorldFailed, WrongKey

SAFE_SQLITE = (3, 51, 3)
"""Older libraries may corrupt a WAL when two connections write and checkpoint (exchange.md 2)."""


class Database:
    """Transactions on one database. Writes go one at a time through `writing`, reads run beside them."""

    def __init__(self, engine: Engine) -> None:
        """Take over an engine made by open_store or open_server."""
        self.engine = engine
        self.is_postgresql = engine.dialect.name == "postgresql"
        # SQLite takes one writer at a time: wait here, in order, rather than in its busy loop.
        self._writer: AbstractContextManager[object] = nullcontext() if self.is_postgresql else threading.Lock()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is durable when the block ends, and never happened if it raises."""
        with _world(), self._writer, self._connect(writing=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads; on SQLite the whole of it sees one moment."""
        with _world(), self._connect(writing=False) as connection, connection.begin():
            yield connection

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A few statements that only read, on PostgreSQL each by itself: a transaction costs two more round trips."""
        with _world(), self._connect(writing=False) as connection:
            if self.is_postgresql:
                connection.execution_options(isolation_level="AUTOCOMMIT")
            with connection.begin():
                yield connection

    def _connect(self, *, writing: bool) -> Connection:
        return self.engine.connect().execution_options(gewu_writing=writing)

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
    writing = connection.get_execution_options().get("gewu_writing", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare(connection: Any, key: bytes | None) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    safe = sqlcipher.sqlite_version_info >= SAFE_SQLITE
    connection.execute(f"PRAGMA journal_mode = {'WAL' if safe else 'DELETE'}").fetchall()
    connection.execute(f"PRAGMA synchronous = {'FULL' if safe else 'EXTRA'}")
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
    if isinstance(error, OperationalError):
        return WorldFailed("database_unavailable")
    return error


def disk_failure(error: OSError) -> Exception:
    """The typed failure behind an OSError of the file system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NotWritable(where=str(error.filename or ""))
    return error
