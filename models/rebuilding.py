"""The ledger on its way to another version of the sum: in place, slice by slice, beside everybody who works."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, update

from models import journal
from models.database import Database
from models.ledger import FOLD_VERSION
from models.ledger_tables import LEDGER, LEDGER_PHOTO, LEDGER_TABLES, REBUILD, SPAN
from models.tables import ENTRY, FOLD

FEW = 2_000
"""So many entries are added up again before anybody could notice."""
SLICE_SECONDS = 0.05
"""So long a save may have to wait for the slice before it."""
_SMALLEST, _FIRST, _LARGEST = 20, 100, 500

Subjects = Sequence[str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is; `total` is counted once, at the beginning."""

    done: int
    total: int


class Rebuilding:
    """What is left of it, and the next piece. The place is kept in the database: an interruption loses one slice."""

    def __init__(
        self,
        database: Database,
        *,
        lock: Callable[[Connection, Subjects], None] | None = None,
        added: Callable[[set[str]], None] | None = None,
    ) -> None:
        """`lock` keeps other writers off these subjects, where more than one writes; `added` hears what was added up."""
        self._database = database
        self._lock = lock
        self._added = added
        self._size = _FIRST
        self.latest: frozenset[str] = frozenset()
        """What the last step added up."""

    def progress(self) -> Progress | None:
        """None where the ledger is whole."""
        with self._database.looking() as connection:
            row = connection.execute(select(REBUILD.c.done, REBUILD.c.total)).one_or_none()
        return None if row is None else Progress(row.done, max(row.done, row.total))

    def step(self) -> Progress | None:
        """Add the next subjects up again, as many as fit into a moment; None where the ledger is whole then."""
        with self._database.writing() as connection:
            # whoever comes takes the next slice: on PostgreSQL several processes wait here for each other
            row = connection.execute(select(REBUILD).with_for_update()).one_or_none()
            if row is None:
                return None
            begun = time.perf_counter()
            subjects = _after(connection, row.place, self._size)
            self._readd(connection, subjects)
            last = len(subjects) < self._size
            _sweep(connection, row.place, None if last else subjects[-1])
            done = row.done + len(subjects)
            if last:
                whole(connection)
            else:
                connection.execute(update(REBUILD).values(place=subjects[-1], done=done))
        self.latest = frozenset(subjects)
        if self._added is not None:
            self._added(set(subjects))
        self._size = _next_size(self._size, time.perf_counter() - begun)
        return None if last else Progress(done, max(done, row.total))

    def finish(self) -> None:
        """Everything that is left, now."""
        while self.step() is not None:
            pass

    def finish_few(self) -> None:
        """Everything that is left where the journal is short."""
        if self.progress() is None:
            return
        with self._database.reading() as connection:
            some = select(ENTRY.c.id).limit(FEW + 1).subquery()
            count = connection.scalar(select(func.count()).select_from(some)) or 0
        if count <= FEW:
            self.finish()

    def _readd(self, connection: Connection, subjects: Subjects) -> None:
        if self._lock is not None and subjects:
            self._lock(connection, subjects)
        journal.readd(connection, subjects)


def begin(connection: Connection) -> None:
    """Where another sum made the ledger: give its tables today's shape, and note that everything is to be added up."""
    version = connection.scalar(select(FOLD.c.version))
    if version == FOLD_VERSION:
        return
    from models.ledger_shape import conform

    conform(connection)
    # `fold` stands only while the ledger is whole: then no other program takes one that is half made for its own
    if version is None and connection.scalar(select(REBUILD.c.version)) == FOLD_VERSION:
        return
    for table in (FOLD, REBUILD):
        connection.execute(delete(table))
    row = {"id": 1, "version": FOLD_VERSION, "place": "", "done": 0, "total": _count(connection)}
    connection.execute(insert(REBUILD).values(row))


def rebuild(database: Database) -> int:
    """Drop the whole ledger and make it anew in one transaction; returns how many subjects the journal has."""
    with database.writing() as connection:
        for table in LEDGER_TABLES:
            connection.execute(delete(table))
        subjects = connection.scalars(select(ENTRY.c.subject).distinct()).all()
        journal.readd(connection, subjects)
        whole(connection)
    return len(subjects)


def whole(connection: Connection) -> None:
    """Note that the whole ledger is what this program's sum makes of the journal."""
    for table in (FOLD, REBUILD):
        connection.execute(delete(table))
    connection.execute(insert(FOLD).values(id=1, version=FOLD_VERSION))


def _after(connection: Connection, place: str, limit: int) -> Subjects:
    query = select(ENTRY.c.subject).where(ENTRY.c.subject > place).distinct().order_by(ENTRY.c.subject)
    return connection.scalars(query.limit(limit)).all()


def _sweep(connection: Connection, after: str, upto: str | None) -> None:
    """Rows between these places that no entry stands behind; a fresh ledger would not have them."""
    for column in (LEDGER.c.id, LEDGER_PHOTO.c.subject, SPAN.c.subject):
        between = (column > after,) if upto is None else (column > after, column <= upto)
        begun = select(ENTRY.c.id).where(ENTRY.c.subject == column).exists()
        connection.execute(delete(column.table).where(*between, ~begun))


def _count(connection: Connection) -> int:
    """How many subjects there are: as many as the ledger has, which is counted quickly; else as the journal has."""
    listed = connection.scalar(select(func.count()).select_from(LEDGER)) or 0
    return listed or connection.scalar(select(func.count(ENTRY.c.subject.distinct()))) or 0


def _next_size(size: int, took: float) -> int:
    """As many as would have taken SLICE_SECONDS, but neither leaping nor creeping."""
    fitting = int(size * SLICE_SECONDS / max(took, 0.001))
    return max(_SMALLEST, min(fitting, size * 2, _LARGEST))
