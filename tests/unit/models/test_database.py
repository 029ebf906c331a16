"""Transactions: what is synced and what is only written in its order; constant statements asked of the driver."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database, fetch, open_store, run

FULL, NORMAL = 2, 1


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A file with one small table."""
    here = open_store(tmp_path / "some.db", None)
    with here.writing() as connection:
        run(connection, "CREATE TABLE word (text TEXT PRIMARY KEY, length INTEGER)")
    yield here
    here.close()


def _note_and_fail(database: Database) -> None:
    with database.noting() as connection:
        run(connection, "INSERT INTO word VALUES ('lost', 4)")
        raise ZeroDivisionError


def _level(connection: object) -> int:
    ((level,),) = fetch(connection, "PRAGMA synchronous")  # type: ignore[arg-type]
    return int(level)


def test_only_what_is_noted_is_not_synced(database: Database) -> None:
    """Also on the connection that was noted with before, and after one that failed."""
    for _ in range(2):
        with database.noting() as connection:
            assert _level(connection) == NORMAL
        with database.writing() as connection:
            assert _level(connection) == FULL
        with pytest.raises(ZeroDivisionError):
            _note_and_fail(database)
        with database.writing() as connection:
            assert _level(connection) == FULL
    assert database.look("SELECT text FROM word") == []


def test_many_keys_are_one_value(database: Database) -> None:
    with database.writing() as connection:
        for text in ("a", "bb", "ccc"):
            assert run(connection, "INSERT INTO word VALUES (?, ?)", text, len(text)) == 1
        assert run(connection, "UPDATE word SET length = length + ? WHERE text AMONG ?", 10, ["bb", "ccc", "none"]) == 2
    query = "SELECT length FROM word WHERE text AMONG ? AND length > ? ORDER BY length"
    assert database.look(query, {"a", "bb", "ccc"}, 1) == [(12,), (13,)]
    assert database.look(query, set(), 1) == []
