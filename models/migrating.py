"""Bring a database's tables to this program's version; Alembic is loaded only when the version differs."""

from pathlib import Path

from sqlalchemy import Connection, String, column, delete, inspect, select, table

from models.database import Database
from models.ledger import FOLD_VERSION
from models.ledger_tables import LEDGER_METADATA
from models.tables import FOLD

JOURNAL_REVISION = "0002"
JOURNAL_SCRIPTS = Path(__file__).with_name("migrations")
JOURNAL_VERSIONS = "journal_version"


def bring_up_to_date(database: Database) -> None:
    """Make or upgrade the tables of models/. The caller rebuilds the ledger where `fold` has no current version."""
    migrate(database, scripts=JOURNAL_SCRIPTS, version_table=JOURNAL_VERSIONS, revision=JOURNAL_REVISION)
    with database.writing() as connection:
        _ledger_tables(connection)


def migrate(database: Database, *, scripts: Path, version_table: str, revision: str) -> None:
    """Run a history of migrations up to its newest revision, in one transaction."""
    with database.reading() as connection:
        if _revision(connection, version_table) == revision:
            return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["version_table"] = version_table
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection, version_table: str) -> str | None:
    if not inspect(connection).has_table(version_table):
        return None
    versions = table(version_table, column("version_num", String))
    return connection.scalar(select(versions.c.version_num))


def _ledger_tables(connection: Connection) -> None:
    """Ledger tables are never migrated: those of another version of the sum are dropped, to be rebuilt."""
    if connection.scalar(select(FOLD.c.version)) != FOLD_VERSION:
        LEDGER_METADATA.drop_all(connection)
        connection.execute(delete(FOLD))
    LEDGER_METADATA.create_all(connection)
