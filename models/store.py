"""Everything of one signed-in person on this laptop, opened once and handed to whoever needs a part of it."""

import platform
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from filelock import FileLock, Timeout

from models import migrating
from models.clock import Clock
from models.database import Database, open_store
from models.drafts import Drafts
from models.durable import disk_failure
from models.errors import AlreadyOpen, Damaged, NotWritable
from models.exchange_log import ExchangeLog
from models.findings import Findings
from models.head import Head, begin_head
from models.ids import DeviceId, new_device
from models.people import Person
from models.photo_files import PhotoFiles
from models.photos import Photos, reset_sending
from models.rebuilding import Rebuilding
from models.recording import Pen
from models.reference import Reference
from models.settings import Settings

Listener = Callable[[set[str]], None]
_RECORDS, _PHOTOS = "store.db", "photos"


class Store:
    """The parts of a person's store. Listeners hear what changed after it is durable, on the thread that did it."""

    def __init__(self, folder: Path, database: Database, files: PhotoFiles, person: Person, clock: Clock) -> None:
        """Use `open`; this only puts the parts together."""
        self.folder = folder
        self.database = database
        self.files = files
        self.person = person
        self.clock = clock
        self.on_findings: list[Listener] = []
        self.on_photos: list[Listener] = []
        self.pen = Pen(database, files, person, clock, self._findings_changed)
        self.findings = Findings(database, person, clock)
        self.photos = Photos(database, files, clock, self._photos_changed)
        self.drafts = Drafts(database, clock)
        self.reference = Reference(database)
        self.head = Head(database, clock, self._findings_changed)
        self.settings = Settings(database)
        self.exchange_log = ExchangeLog(database, clock)
        self.rebuilding = Rebuilding(database, added=self.photos.look_again)
        self._lock: FileLock | None = None

    @classmethod
    def open(cls, folder: Path, key: bytes, person: Person, clock: Clock, *, device: DeviceId | None = None) -> "Store":
        """Open or make the store in this folder. Raises AlreadyOpen, WrongKey, NotWritable, Damaged, DiskFull.

        `device` is what a new store is called where the bureau's server already knows it by that id.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _refuse_to_begin_anew(folder)
            # opened beside the window and closed by it: the lock belongs to the store, not to a thread
            lock = FileLock(folder / "store.lock", timeout=0, thread_local=False)
            lock.acquire()
        except Timeout as error:
            raise AlreadyOpen(where=str(folder)) from error
        except OSError as error:
            raise disk_failure(error, folder) or NotWritable(where=str(folder)) from error
        with ExitStack() as undo:
            undo.callback(lock.release)
            database = open_store(folder / _RECORDS, key)
            undo.callback(database.close)
            _prepare(database, device or new_device())
            store = cls(folder, database, PhotoFiles(folder / _PHOTOS, key), person, clock)
            store.rebuilding.finish_few()
            undo.pop_all()
        store._lock = lock
        return store

    def close(self) -> None:
        """Let go of the files; everything that was said to be saved already is."""
        self.database.close()
        if self._lock is not None:
            self._lock.release()

    def _findings_changed(self, ids: set[str]) -> None:
        self.photos.look_again(ids)
        for listener in self.on_findings:
            listener(ids)

    def _photos_changed(self, digests: set[str]) -> None:
        for listener in self.on_photos:
            listener(digests)


def _refuse_to_begin_anew(folder: Path) -> None:
    """The folder of photos is made after the records: where it is, there were records, and their loss must be said."""
    records = folder / _RECORDS
    if (folder / _PHOTOS).is_dir() and not (records.exists() and records.stat().st_size):
        raise Damaged("store_gone", where=str(records))


def _prepare(database: Database, device: DeviceId) -> None:
    migrating.bring_up_to_date(database)
    with database.writing() as connection:
        begin_head(connection, platform.node() or "?", device)
        reset_sending(connection)
