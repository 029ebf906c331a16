"""An upgraded database has the same tables as a new one, on SQLite and on PostgreSQL; the ledger is rebuilt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, update

from models import migrating
from models.database import Database, open_postgresql, open_store
from models.ledger import FOLD_VERSION
from models.ledger_tables import LEDGER_METADATA
from models.tables import FOLD, METADATA
from tests import builders


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    opened: Database
    if request.param == "sqlite":
        opened = open_store(tmp_path / "new.db", None)
    else:
        opened = open_postgresql(request.getfixturevalue("postgresql_url"))
    yield opened
    opened.close()


def test_migrated_equals_described(database: Database) -> None:
    migrating.bring_up_to_date(database)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": migrating.JOURNAL_VERSIONS})
        described = [METADATA, LEDGER_METADATA]
        assert compare_metadata(context, described) == []  # type: ignore[arg-type]


def test_a_second_time_changes_nothing(database: Database) -> None:
    for _ in range(2):
        migrating.bring_up_to_date(database)


def test_a_ledger_of_another_version_is_rebuilt_from_the_journal(tmp_path: Path) -> None:
    store = builders.open_store(tmp_path)
    builders.raise_one(store)
    before = store.findings.page()
    with store.database.writing() as connection:
        connection.execute(update(FOLD).values(version=FOLD_VERSION - 1))
    store.close()
    again = builders.open_store(tmp_path, store.person)
    assert again.findings.page() == before
    with again.database.reading() as connection:
        assert connection.scalar(select(FOLD.c.version)) == FOLD_VERSION
    again.close()
