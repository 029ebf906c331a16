"""Photos that prove more than one finding: the same picture is never the 整改后 of two (domain.md 2.5)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.database import Database
from models.errors import Refusal
from models.facts import Photo
from models.finding import Finding
from models.ids import FindingId
from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.places import Place
from models.vocabulary import PhotoKind
from models.workflow import Requirement


@dataclass(frozen=True, slots=True)
class Reuse:
    """A photo of this finding that another finding has, too, and that one's number."""

    sha256: str
    name: str
    finding: FindingId
    number: str


def reused(connection: Connection, finding: str, photos: Iterable[Photo]) -> tuple[Reuse, ...]:
    """The 整改后 photos among these that stand in another finding of the ledger as well, in their order."""
    after = {photo.sha256: photo.name for photo in photos if photo.kind is PhotoKind.AFTER}
    if not after:
        return ()
    query = (
        select(LEDGER_PHOTO.c.sha256, LEDGER.c.id, LEDGER.c.number, LEDGER.c.provisional)
        .join(LEDGER, LEDGER.c.id == LEDGER_PHOTO.c.subject)
        .where(LEDGER_PHOTO.c.sha256.in_(sorted(after)), LEDGER_PHOTO.c.subject != finding)
        .order_by(LEDGER_PHOTO.c.sha256, LEDGER.c.id)
    )
    rows = connection.execute(query).all()
    return tuple(Reuse(row.sha256, after[row.sha256], row.id, row.number or row.provisional) for row in rows)


def without_other_proof(places: Iterable[Place], reuse: Sequence[Reuse]) -> tuple[Reuse, ...]:
    """Those that hold up an application: at their place nothing else shows the rectification.

    No photo can be taken back: beside a fresh one of the same place one that was added by mistake does no harm.
    """
    blamed = proving_alone(places, {one.sha256 for one in reuse})
    return tuple(one for one in reuse if one.sha256 in blamed)


def reuse_gaps(places: Iterable[Place], reuse: Sequence[Reuse]) -> tuple[Refusal, ...]:
    """What the gate of 申请验收 says of them."""
    code = Requirement.PHOTOS_NOT_REUSED.value
    return tuple(
        Refusal(code, {"name": one.name, "finding": one.number, "id": one.finding})
        for one in without_other_proof(places, reuse)
    )


def proving_alone(places: Iterable[Place], twice: Collection[str]) -> set[str]:
    """The digests among these at whose places every 整改后 photo is one of them."""
    shown = ({photo.sha256 for photo in place.of_kind(PhotoKind.AFTER)} for place in places)
    return {digest for after in shown if after.issubset(twice) for digest in after}


def reused_by(database: Database, finding: Finding) -> tuple[Reuse, ...]:
    """The 整改后 photos of this finding that another one on this laptop has, too."""
    with database.reading() as connection:
        return reused(connection, finding.id, finding.photos)
