"""The server's contracts are kept on both databases."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql

from models.people import Person, Role
from models.profile import Profile
from models.store import Store
from sync.signing_in import sign_in
from tests.builders import COUNTY, OTHER_GRID, clock
from tests.contracts.bureau import PASSWORD, Bureau, running, settings
from tests.contracts.crew import Crew
from tests.contracts.house import House, exchanged
from tests.line import OFFICE, VILLAGE


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


@pytest.fixture
def open_for(tmp_path: Path, new_bureau: Bureau) -> Iterator[Callable[..., Store]]:
    """Sign somebody in on a laptop of their own, or on another one, and open their store."""
    with ExitStack() as open_stores:

        def open_store(who: Person, laptop: str = "") -> Store:
            own, when = Profile(tmp_path / f"{who.login}{laptop}"), clock()
            unlocked = sign_in(own, server=new_bureau.url, login=who.login, password=PASSWORD, clock=when)
            store = Store.open(own.store_folder(who.login), unlocked.key, unlocked.person, when)
            open_stores.callback(store.close)
            return store

        yield open_store


@pytest.fixture
def crew(new_bureau: Bureau) -> Crew:
    """A new server, and a laptop for each."""
    return Crew(new_bureau)


@pytest.fixture
def house(new_bureau: Bureau, open_for: Callable[..., Store]) -> House:
    """Nobody has anything yet, and everybody exchanged: each bookmark lies where the journal begins."""
    person = new_bureau.person
    here = House(
        new_bureau,
        open_for,
        inspector=open_for(person()),
        neighbour=open_for(person(area=OTHER_GRID)),
        station=open_for(person(Role.STATION, unit="TN-ZL-EPS")),
        county=open_for(person(Role.BUREAU, COUNTY)),
        village=open_for(person(Role.UNIT, unit=VILLAGE.code)),
        office=open_for(person(Role.UNIT, unit=OFFICE.code)),
    )
    for store in here.everybody():
        exchanged(store)
    return here


def _database(server: str) -> str:
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return urlsplit(server)._replace(path=f"/{name}").geturl()
