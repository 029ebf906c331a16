"""Bring a database's tables to this program's version; Alembic is loaded only when the version differs."""

from pathlib import Path

from sqlalchemy import Connection, String, column, inspect, select, table

from models import rebuilding
from models.database import Database

JOURNAL_REVISION = "0003"
JOURNAL_SCRIPTS = Path(__file__).with_name("migrations")
JOURNAL_VERSIONS = "journal_version"


def bring_up_to_date(database: Database) -> None:
    """Make or upgrade the tables of models/. Where another sum made the ledger, models.rebuilding goes on from here."""
    migrate(database, scripts=JOURNAL_SCRIPTS, version_table=JOURNAL_VERSIONS, revision=JOURNAL_REVISION)
    with database.writing() as connection:
        rebuilding.begin(connection)


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
