"""Everything that the routes and the commands need, built once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import ArgumentError, DatabaseError

from models.clock import Clock, ShiftedClock
from models.database import Database, open_postgresql, open_store, world_failure
from models.durable import disk_failures, make_folder
from models.errors import Damaged, Refusal, Refused
from models.migrating import bring_up_to_date, migrate
from models.photo_files import PhotoFiles
from models.rebuilding import Rebuilding
from models.tables import COUNTER, ENTRY
from server import instance, words
from server.exchange.known import lock_subjects
from server.instance import Instance
from server.settings import Settings

REVISION = "0003"
SCRIPTS = Path(__file__).with_name("migrations")
VERSIONS = "server_version"
_STARTING = 7_403_271


@dataclass(slots=True)
class Office:
    """The parts of a server."""

    settings: Settings
    clock: Clock
    database: Database
    photos: PhotoFiles
    instance: Instance
    parts: Path = field(init=False)
    thumbnails: Path = field(init=False)
    rebuilding: Rebuilding = field(init=False)

    def __post_init__(self) -> None:
        """Make the folders for what is on its way and for what is derived."""
        self.rebuilding = Rebuilding(self.database, lock=lock_subjects)
        self.parts = self.settings.data / "uploads"
        self.thumbnails = self.settings.data / "thumbnails"
        with disk_failures():
            make_folder(self.parts)
            make_folder(self.thumbnails)

    @property
    def journal(self) -> str:
        """The bureau's code, which names its journal; looked up again until it is known."""
        if not self.instance.bureau_code:
            with self.database.reading() as connection:
                self.instance = instance.read(connection)
        return self.instance.bureau_code

    def close(self) -> None:
        """Give back what is open."""
        self.database.close()


@contextmanager
def opened(settings: Settings, clock: Clock | None = None) -> Iterator[Office]:
    """Open a server's data for the length of a block."""
    office = open_office(settings, clock)
    try:
        yield office
    finally:
        office.close()


def open_office(settings: Settings, clock: Clock | None = None) -> Office:
    """Open a server's data, making or upgrading what is needed. Raises Refused, WorldFailed."""
    with disk_failures():
        make_folder(settings.data)
    database = _database(settings)
    try:
        with _alone(database):
            _prepare(database)
            known = instance.ready(database, settings)
        # other server processes may be adding photos: the sweep is server.sweeping's
        return Office(
            settings,
            clock or _clock(settings),
            database,
            PhotoFiles(settings.data / "photos", None, sweep=False),
            known,
        )
    except BaseException:
        database.close()
        raise


def _clock(settings: Settings) -> Clock:
    return ShiftedClock(settings.clock_file) if settings.clock_file is not None else Clock()


def _database(settings: Settings) -> Database:
    if not settings.database_url:
        path = settings.data / "server.db"
        if (settings.data / instance.KEY_FILE).exists() and not (path.exists() and path.stat().st_size):
            # the key is written after the database: what began here would be another bureau's server to every laptop
            raise Damaged("store_gone", where=str(path))
        return open_store(path, None)
    if not settings.database_url.startswith(("postgresql://", "postgresql+psycopg://")):
        raise Refused(Refusal("database_url_unusable"))
    try:
        return open_postgresql(settings.database_url)
    except (ArgumentError, ValueError):
        raise Refused(Refusal("database_url_unusable")) from None  # the cause would tell the password


def _prepare(database: Database) -> None:
    bring_up_to_date(database)
    migrate(database, scripts=SCRIPTS, version_table=VERSIONS, revision=REVISION)
    rebuilding = Rebuilding(database, lock=lock_subjects)
    if rebuilding.progress() is not None:
        with database.writing() as connection:
            words.forget(connection)
        rebuilding.finish_few()


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """Several processes may start on one PostgreSQL at once: one of them prepares it, the others wait."""
    if not database.is_postgresql:
        yield
        return
    try:
        alone = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    except DatabaseError as error:
        raise world_failure(error) from error
    with alone as connection:
        connection.execute(select(func.pg_advisory_lock(_STARTING)))
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(_STARTING)))


def refuse_low_counter(connection: Connection) -> None:
    """Numbers must never be given twice: a counter below the journal's highest number stops everything. Raises Refused."""
    highest = connection.scalar(select(func.max(ENTRY.c.number))) or 0
    counted = connection.scalar(select(func.max(COUNTER.c.number))) or 0
    if counted < highest:
        raise Refused(Refusal("counter_too_low", {"counter": counted, "highest": highest}))
