"""Does a store agree with itself: the device's chain, the ledger and the journal, the photos and their digests.

It reads in slices: whoever writes never waits for it, it says how far it is, and it can be stopped.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sqlalchemy import Connection, Table, func, select

from models import departed, journal
from models.entries import FIRST_LINK, next_link
from models.finding import Finding
from models.ledger_row import ledger_row, photo_rows
from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.store import Store
from models.tables import ENTRY, HEAD, PHOTO

_SLICE = 200


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that does not agree: a code, and where. What to do is said where it is shown."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and what was found."""

    entries: int
    findings: int
    photos: int
    problems: tuple[Trouble, ...]
    complete: bool = True
    """False where it was stopped: then only so many were looked at."""

    @property
    def ok(self) -> bool:
        """Whether everything that was looked at agrees."""
        return not self.problems


class Stage(Enum):
    """What is being looked at."""

    RECORDS = "records"
    LISTED = "listed"
    PHOTOS = "photos"


Told = Callable[[Stage, int, int], None]
"""The stage, and how many of how many are done in it."""


class _Stopped(Exception):
    pass


class _Walk:
    """What was found so far; says how far it is, and ends where it was asked to stop."""

    def __init__(self, tell: Told, stopped: Callable[[], bool]) -> None:
        self._tell, self._stopped = tell, stopped
        self.entries = self.findings = self.photos = 0
        self.problems: list[Trouble] = []

    def at(self, stage: Stage, done: int, of: int) -> None:
        """This far; raises _Stopped."""
        if self._stopped():
            raise _Stopped
        self._tell(stage, done, of)

    def report(self, *, complete: bool) -> Report:
        """What came of it."""
        return Report(self.entries, self.findings, self.photos, tuple(self.problems), complete)


def _silent(_stage: Stage, _done: int, _of: int) -> None:
    """Nobody listens."""


def _never() -> bool:
    """Nobody stops it."""
    return False


def check(store: Store, *, tell: Told = _silent, stopped: Callable[[], bool] = _never) -> Report:
    """Look at everything; every photo is read again whole. A ledger on its way to a new sum arrives first."""
    walk = _Walk(tell, stopped)
    try:
        while (progress := store.rebuilding.step()) is not None:
            walk.at(Stage.LISTED, progress.done, progress.total)
        _records(store, walk)
        _listed(store, walk)
        _photos_whole(store, walk)
    except _Stopped:
        return walk.report(complete=False)
    return walk.report(complete=True)


def _records(store: Store, walk: _Walk) -> None:
    with store.database.reading() as connection:
        entries = _count(connection, ENTRY)
        walk.at(Stage.RECORDS, 0, entries)
        walk.problems += _file(connection)
        walk.problems += _chain(connection, lambda done: walk.at(Stage.RECORDS, done, entries))
        walk.entries = entries


def _listed(store: Store, walk: _Walk) -> None:
    with store.database.reading() as connection:
        findings = _count(connection, LEDGER)
    place, done = "", 0
    while True:
        walk.at(Stage.LISTED, min(done, findings), findings)
        with store.database.reading() as connection:
            part = _subjects(connection, place)
            walk.problems += _differing(connection, part)
        if not part:
            break
        place, done = part[-1], done + len(part)
        walk.findings = min(findings, done)
    walk.findings = findings


def _subjects(connection: Connection, after: str) -> Sequence[str]:
    """The next slice: all of them at once would be a list as long as the journal."""
    query = select(ENTRY.c.subject).where(ENTRY.c.subject > after).distinct().order_by(ENTRY.c.subject)
    return connection.scalars(query.limit(_SLICE)).all()


def _photos_whole(store: Store, walk: _Walk) -> None:
    with store.database.reading() as connection:
        kept = connection.scalars(select(PHOTO.c.sha256).where(PHOTO.c.here).order_by(PHOTO.c.sha256)).all()
    for done, digest in enumerate(kept):
        walk.at(Stage.PHOTOS, done, len(kept))
        if not store.files.verify(digest):
            walk.problems.append(Trouble("photo_damaged", digest))
        walk.photos = done + 1


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _file(connection: Connection) -> Iterator[Trouble]:
    """The database file itself, page by page."""
    for (line,) in connection.exec_driver_sql("PRAGMA quick_check(1)"):
        if line != "ok":
            yield Trouble("store_damaged", str(line))


def _chain(connection: Connection, told: Callable[[int], None]) -> Iterator[Trouble]:
    """Own entries are numbered without a gap, each under the hash it was written with; the first difference is told."""
    head = connection.execute(select(HEAD)).one()
    dseq, link, sent_link = 0, FIRST_LINK, FIRST_LINK
    own = select(ENTRY.c.dseq, ENTRY.c.body, ENTRY.c.link).where(ENTRY.c.device == head.device)
    for row in connection.execution_options(yield_per=_SLICE).execute(own.order_by(ENTRY.c.dseq)):
        dseq, link = dseq + 1, next_link(link, row.body.encode())
        sent_link = link if dseq == head.sent else sent_link
        if dseq % _SLICE == 0:
            told(dseq)
        if row.dseq != dseq or bytes(row.link or b"") != link:
            yield Trouble("journal_changed", str(row.dseq))
            return
    if (head.dseq, bytes(head.link)) != (dseq, link) or bytes(head.sent_link) != sent_link:
        yield Trouble("journal_changed", f"{head.dseq} / {dseq}")


def _differing(connection: Connection, part: Sequence[str]) -> Iterator[Trouble]:
    """The ledger is what the journal adds up to, photos included; of what left the person's scope only own photos."""
    held = {row.id: tuple(row) for row in connection.execute(select(LEDGER).where(LEDGER.c.id.in_(part)))}
    photos = _photos(connection, part)
    gone = departed.hidden(connection, part)
    for subject, finding in journal.summed(connection, part).items():
        row = ledger_row(finding) if finding is not None and subject not in gone else None
        if held.get(subject) != row or photos.get(subject, []) != _pictured(connection, finding, gone):
            yield Trouble("ledger_differs", subject)


def _pictured(connection: Connection, finding: Finding | None, gone: set[str]) -> list[str]:
    if finding is None:
        return []
    rows = journal.own_photo_rows(connection, [finding]) if finding.id in gone else photo_rows([finding])
    return [str(row[0]) for row in rows]


def _photos(connection: Connection, subjects: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = select(LEDGER_PHOTO.c.subject, LEDGER_PHOTO.c.sha256).where(LEDGER_PHOTO.c.subject.in_(list(subjects)))
    for row in connection.execute(query.order_by(LEDGER_PHOTO.c.subject, LEDGER_PHOTO.c.place)):
        found.setdefault(row.subject, []).append(row.sha256)
    return found
