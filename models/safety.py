"""What is not yet safe at the bureau, counted from the journal and the photos each time, never from a flag."""

from dataclasses import dataclass

from sqlalchemy import CompoundSelect, Connection, func, or_, select, union
from sqlalchemy.sql.elements import ColumnElement

from models.ledger_tables import LEDGER_PHOTO
from models.photos import OPEN
from models.tables import ENTRY, HEAD, PHOTO


@dataclass(frozen=True, slots=True)
class Safety:
    """What is not yet safe at the bureau: records, photos; and what it refused or what is stuck."""

    records: int = 0
    photos: int = 0
    refused: int = 0
    stuck: int = 0


def count_safety(connection: Connection) -> Safety:
    """All four numbers as they are at this moment."""
    used = select(LEDGER_PHOTO.c.sha256).where(LEDGER_PHOTO.c.sha256 == PHOTO.c.sha256).exists()
    photos = select(func.count()).select_from(PHOTO).where(used)
    pending = pending_subjects().subquery()
    refused = select(func.count()).select_from(ENTRY).where(ENTRY.c.number.is_(None), ENTRY.c.reason.is_not(None))
    questions = (
        select(func.count()).select_from(pending),
        photos.where(PHOTO.c.state.in_([state.value for state in OPEN])),
        refused,
        photos.where(PHOTO.c.state.in_(["stuck", "refused"])),
    )
    return Safety(*(connection.scalar(question) or 0 for question in questions))


def is_ours_alone() -> ColumnElement[bool]:
    """Whether an entry is one of ours that the bureau has not numbered."""
    return or_(*_ours_alone())


def _ours_alone() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Not sent, or refused."""
    device, sent = (select(column).scalar_subquery() for column in (HEAD.c.device, HEAD.c.sent))
    return (ENTRY.c.device == device) & (ENTRY.c.dseq > sent), ENTRY.c.number.is_(None) & ENTRY.c.reason.is_not(None)


def pending_subjects() -> CompoundSelect[tuple[str]]:
    """Findings with something that is only on this laptop. Each part has its index: joined by OR every entry would be read."""
    return union(*(select(ENTRY.c.subject).where(part) for part in _ours_alone()))
