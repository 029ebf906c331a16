"""Does a store agree with itself: the device's chain, the ledger and the journal, the photos and their digests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from models import departed, journal
from models.entries import FIRST_LINK, next_link
from models.finding import Finding
from models.ledger_row import ledger_row, photo_rows
from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.store import Store
from models.tables import ENTRY, HEAD, PHOTO

_SLICE = 500


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

    @property
    def ok(self) -> bool:
        """Whether everything agrees."""
        return not self.problems


def check(store: Store) -> Report:
    """Look at everything; every photo is read again whole. A ledger on its way to a new sum arrives first."""
    store.rebuilding.finish()
    with store.database.reading() as connection:
        entries, findings = (_count(connection, table) for table in (ENTRY, LEDGER))
        problems = [*_file(connection), *_chain(connection), *_ledger(connection)]
        kept = connection.scalars(select(PHOTO.c.sha256).where(PHOTO.c.here).order_by(PHOTO.c.sha256)).all()
    problems += [Trouble("photo_damaged", digest) for digest in kept if not store.files.verify(digest)]
    return Report(entries, findings, len(kept), tuple(problems))


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _file(connection: Connection) -> Iterator[Trouble]:
    """The database file itself, page by page."""
    for (line,) in connection.exec_driver_sql("PRAGMA quick_check(1)"):
        if line != "ok":
            yield Trouble("store_damaged", str(line))


def _chain(connection: Connection) -> Iterator[Trouble]:
    """Own entries are numbered without a gap, each under the hash it was written with; the first difference is told."""
    head = connection.execute(select(HEAD)).one()
    dseq, link, sent_link = 0, FIRST_LINK, FIRST_LINK
    own = select(ENTRY.c.dseq, ENTRY.c.body, ENTRY.c.link).where(ENTRY.c.device == head.device)
    for row in connection.execution_options(yield_per=_SLICE).execute(own.order_by(ENTRY.c.dseq)):
        dseq, link = dseq + 1, next_link(link, row.body.encode())
        sent_link = link if dseq == head.sent else sent_link
        if row.dseq != dseq or bytes(row.link or b"") != link:
            yield Trouble("journal_changed", str(row.dseq))
            return
    if (head.dseq, bytes(head.link)) != (dseq, link) or bytes(head.sent_link) != sent_link:
        yield Trouble("journal_changed", f"{head.dseq} / {dseq}")


def _ledger(connection: Connection) -> Iterator[Trouble]:
    """The ledger is what the journal adds up to, photos included; of what left the person's scope only own photos."""
    subjects = connection.scalars(select(ENTRY.c.subject).distinct().order_by(ENTRY.c.subject)).all()
    for start in range(0, len(subjects), _SLICE):
        part = subjects[start : start + _SLICE]
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
