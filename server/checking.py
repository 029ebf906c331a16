"""Does what the server holds agree with itself: chain and counter, ledger and journal, photos and their digests."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from models import journal
from models.entries import FIRST_LINK, next_link
from models.errors import Damaged
from models.ledger_row import ledger_row
from models.ledger_tables import LEDGER
from models.tables import COUNTER, ENTRY
from resources.sentences import sentence
from resources.words import _
from server.instance import KEY_FILE, private_key
from server.office import Office
from server.photo_store import damaged
from server.tables import STORED_PHOTO

_SLICE = 500


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that does not agree: its code, where, and what to do."""

    code: str
    where: str
    do: str

    @property
    def what(self) -> str:
        """It as a sentence."""
        return sentence(f"check_{self.code}", {"where": self.where})


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

    def plain(self) -> dict[str, Any]:
        """For `--json`."""
        problems = [{"what": one.what, **asdict(one)} for one in self.problems]
        return {"ok": self.ok, **asdict(self), "problems": problems}


def check(office: Office) -> Report:
    """Look at everything; photos are read again whole. A ledger on its way to a new sum arrives first."""
    office.rebuilding.finish()
    with office.database.reading() as connection:
        entries, findings, photos = (_count(connection, table) for table in (ENTRY, LEDGER, STORED_PHOTO))
        problems = [*_chain(connection), *_ledger(connection)]
    problems += [
        Trouble("photo_damaged", digest, _("Restore this photo from the backup, or have its device send it again."))
        for digest in damaged(office)
    ]
    problems += _recovery_key(office)
    return Report(entries, findings, photos, tuple(problems))


def _recovery_key(office: Office) -> Iterator[Trouble]:
    """The private half fits the public half that laptops wrapped their keys to."""
    try:
        fits = private_key(office.settings.data).public_key().public_bytes_raw() == office.instance.recovery_key
    except Damaged:
        fits = False
    if not fits:
        yield Trouble("recovery_key", KEY_FILE, _("Put the file back from the backup of the data folder."))


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _chain(connection: Connection) -> Iterator[Trouble]:
    """Numbers without a gap, each body under the hash that it was numbered with; the first difference is told."""
    restore = _("The journal was changed from outside. Stop the server and restore the latest backup.")
    number, chain = 0, FIRST_LINK
    query = select(ENTRY.c.number, ENTRY.c.body, ENTRY.c.chain).order_by(ENTRY.c.number)
    with connection.execution_options(yield_per=_SLICE).execute(query) as rows:
        for row in rows:
            number, chain = number + 1, next_link(chain, row.body.encode())
            if row.number != number or bytes(row.chain or b"") != chain:
                yield Trouble("journal_chain", str(row.number), restore)
                return
    counter = connection.execute(select(COUNTER.c.number, COUNTER.c.chain)).one_or_none()
    counted, head = (counter.number, bytes(counter.chain)) if counter else (0, FIRST_LINK)
    if (counted, head) != (number, chain):
        yield Trouble("journal_counter", f"{counted} / {number}", restore)


def _ledger(connection: Connection) -> Iterator[Trouble]:
    """The ledger is what the journal adds up to."""
    rebuild = _("The journal is whole, only the list made from it differs. Run: python -m server check --rebuild")
    subjects = connection.scalars(select(ENTRY.c.subject).distinct().order_by(ENTRY.c.subject)).all()
    for start in range(0, len(subjects), _SLICE):
        part = subjects[start : start + _SLICE]
        rows = connection.execute(select(LEDGER).where(LEDGER.c.id.in_(part)))
        held = {row.id: tuple(row) for row in rows}
        for subject, finding in journal.summed(connection, part).items():
            expected = ledger_row(finding) if finding is not None else None
            if held.get(subject) != expected:
                yield Trouble("ledger_differs", subject, rebuild)
