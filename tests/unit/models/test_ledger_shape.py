"""A ledger that another program made gets the columns and indexes of this one; its rows stay where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, literal_column, select, text, update

from models import database as databases
from models import ledger_shape, migrating, rebuilding
from models.database import Database
from models.ledger_tables import LEDGER, LEDGER_METADATA
from models.store import Store
from models.tables import FOLD
from tests.builders import open_store, person, raise_one


def _older(connection: Connection) -> None:
    """As a program might have had it: columns that we do not know, lack, or have as something else; other indexes."""
    for statement in (
        "DROP INDEX ledger_state",
        "DROP INDEX ledger_due",
        "ALTER TABLE ledger DROP COLUMN due",
        "ALTER TABLE ledger DROP COLUMN is_behind",
        "ALTER TABLE ledger DROP COLUMN deadline",
        "ALTER TABLE ledger ADD COLUMN colour VARCHAR(7) NOT NULL DEFAULT 'red'",
        "ALTER TABLE ledger DROP COLUMN entries",
        "ALTER TABLE ledger ADD COLUMN entries TEXT",
        "CREATE INDEX ledger_colour ON ledger (colour)",
        "CREATE INDEX ledger_state ON ledger (entries)",
        "DROP TABLE span",
    ):
        connection.execute(text(statement))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        opened = databases.open_store(tmp_path / "new.db", None)
    else:
        opened = databases.open_postgresql(request.getfixturevalue("postgresql_url"))
    yield opened
    opened.close()


def test_another_shape_becomes_the_described_one(database: Database) -> None:
    migrating.bring_up_to_date(database)
    options = {"include_name": ledger_shape._is_ledgers}
    with database.writing() as connection:
        _older(connection)
        ledger_shape.conform(connection)
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, LEDGER_METADATA) == []


def rows(store: Store) -> dict[str, tuple[int, int]]:
    """Where each finding stands, and how many entries it has."""
    with store.database.reading() as connection:
        query = select(LEDGER.c.id, LEDGER.c.entries, literal_column("rowid"))
        return {row.id: (row.rowid, int(row.entries)) for row in connection.execute(query)}


def test_rows_stay_and_are_added_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "FEW", 0)
    me = person()
    store = open_store(tmp_path, me)
    for colour in ("red", "blue"):
        raise_one(store, colour)
    before = rows(store)
    with store.database.writing() as connection:
        connection.execute(update(FOLD).values(version=0))
        _older(connection)
    store.close()
    store = open_store(tmp_path, me)
    assert {id_: (rowid, 0) for id_, (rowid, _) in before.items()} == rows(store)
    assert {row.category for row in store.findings.page()} == {"A01"}
    store.rebuilding.finish()
    assert rows(store) == before
    store.close()
