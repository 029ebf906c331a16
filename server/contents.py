"""What there is for somebody altogether: how much a new laptop takes down, counted in one look."""

from dataclasses import dataclass

from sqlalchemy import func, select

from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.people import Person
from models.reference import KEYS
from models.tables import ENTRY
from server import registers
from server.office import Office
from server.scope import findings_seen


@dataclass(frozen=True, slots=True)
class Contents:
    """Findings with all that was said of them, photos with their bytes, and rows of the registers."""

    findings: int = 0
    entries: int = 0
    photos: int = 0
    photo_bytes: int = 0
    register_rows: int = 0


def contents(office: Office, person: Person) -> Contents:
    """As it stands now; a first exchange brings just this."""
    with office.database.looking() as connection:
        rows = sum(len(registers.handed_to(connection, kind, person)) for kind in KEYS)
        seen = findings_seen(person)
        if seen is None:
            return Contents(register_rows=rows)
        mine = select(LEDGER.c.id).where(*seen)
        findings = connection.scalar(select(func.count()).select_from(LEDGER).where(*seen)) or 0
        entries = connection.scalar(select(func.count()).select_from(ENTRY).where(ENTRY.c.subject.in_(mine))) or 0
        sizes = (
            select(LEDGER_PHOTO.c.sha256, func.max(LEDGER_PHOTO.c.size).label("size"))
            .where(LEDGER_PHOTO.c.subject.in_(mine))
            .group_by(LEDGER_PHOTO.c.sha256)
            .subquery()
        )
        photos, size = connection.execute(select(func.count(), func.sum(sizes.c.size)).select_from(sizes)).one()
    return Contents(findings, entries, photos, int(size or 0), rows)
