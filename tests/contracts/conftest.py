"""The server's contracts are kept on both databases."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from tests.contracts.bureau import Bureau, running, settings


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each contract once on each database."""
    return str(request.param)


@pytest.fixture(scope="session")
def bureau(kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """A running server that the tests share: others have been there before, as in life."""
    url = ""
    if kind == "postgresql":
        url = _database(str(request.getfixturevalue("postgresql_server")))
    with running(settings(tmp_path_factory.mktemp(kind) / "局里", database_url=url)) as here:
        yield here


@pytest.fixture
def database_url(kind: str, request: pytest.FixtureRequest) -> str:
    """Empty for SQLite in the data folder, or a new PostgreSQL database."""
    return "" if kind == "sqlite" else str(request.getfixturevalue("postgresql_url"))


@pytest.fixture
def new_bureau(tmp_path: Path, database_url: str) -> Iterator[Bureau]:
    """A running server with nothing in it."""
    with running(settings(tmp_path / "局里", database_url=database_url)) as here:
        yield here


def _database(server: str) -> str:
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlsplit(server)._replace(path=f"/{name}").geturl()
