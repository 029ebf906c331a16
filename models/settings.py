"""Small named values of one store: the server's address, the token, what was last shown."""

from sqlalchemy import Connection, delete, insert, select

from models.database import Database
from models.tables import SETTING


class Settings:
    """Text by name, durable when put returns."""

    def __init__(self, database: Database) -> None:
        """They live in the person's own (encrypted) store."""
        self._database = database

    def get(self, name: str, default: str = "") -> str:
        """The value, or the default where there is none."""
        with self._database.reading() as connection:
            return get_within(connection, name, default)

    def put(self, name: str, value: str) -> None:
        """Remember a value."""
        with self._database.writing() as connection:
            put_within(connection, name, value)


def get_within(connection: Connection, name: str, default: str = "") -> str:
    """The value, read inside the caller's transaction."""
    value = connection.scalar(select(SETTING.c.value).where(SETTING.c.name == name))
    return default if value is None else str(value)


def put_within(connection: Connection, name: str, value: str) -> None:
    """Remember a value inside the caller's transaction."""
    connection.execute(delete(SETTING).where(SETTING.c.name == name))
    connection.execute(insert(SETTING).values(name=name, value=value))
