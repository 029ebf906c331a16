"""The pen: what a person does becomes entries, checked against the form's rules and the workflow, durable on return."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from models import departed, journal
from models.apart import kept_apart
from models.clock import Clock, as_text
from models.database import Database
from models.entries import FINDING, VERSION, Base, Entry, Posted, Subject, decode, encode, next_link
from models.errors import Malformed, Refusal, Refused
from models.facts import KIND_OF, AcceptanceApplied, Fact, GridCorrected, Raised, photos_of
from models.gates import gaps
from models.head import HeadState, read_head
from models.ids import DraftId, EntryId, FindingId, new_id
from models.journal import NewEntry
from models.ledger import Sum
from models.ledger_tables import LEDGER
from models.people import Person
from models.photo_files import PhotoFiles
from models.places import places_of
from models.reuse import reuse_gaps, reused
from models.rules import faults
from models.standing import authority, obstacle
from models.tables import DRAFT, HEAD, PHOTO
from models.workflow import BY_FACT


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was made durable."""

    finding: FindingId
    shown_number: str


class Pen:
    """Records what this person does, in this store."""

    def __init__(
        self,
        database: Database,
        files: PhotoFiles,
        person: Person,
        clock: Clock,
        announce: Callable[[set[str]], None],
    ) -> None:
        """`announce` hears the ids of records that changed, after the change is durable."""
        self._database = database
        self._files = files
        self._person = person
        self._clock = clock
        self._announce = announce

    def check(self, fact: Fact) -> tuple[Refusal, ...]:
        """What the form still lacks, without writing anything."""
        return faults(fact, self._clock.now())

    def record(
        self, facts: Sequence[Fact], *, finding: FindingId | None = None, draft: DraftId | None = None
    ) -> Recorded:
        """Make these facts entries of one finding (a new one if None), all or none, synced to disk on return.

        Raises Refused with every reason, WorldFailed where the disk says no. The draft goes in the same transaction.
        """
        if not self._person.has_account:
            raise Refused(Refusal("not_connected", {}))
        now = self._clock.now()
        missing = [refusal for fact in facts for refusal in (*faults(fact, now), *self._missing_photos(fact))]
        if missing:
            raise Refused(*missing)
        subject = Subject(FINDING, finding or new_id())
        with self._database.writing() as connection:
            if (refusal := kept_apart(connection, facts, now)) is not None:
                raise Refused(refusal)
            number = self._post(connection, subject, facts, now)
            if draft is not None:
                connection.execute(delete(DRAFT).where(DRAFT.c.id == draft))
        self._announce({subject.id})
        return Recorded(FindingId(subject.id), number)

    def _post(self, connection: Connection, subject: Subject, facts: Sequence[Fact], now: datetime) -> str:
        head = read_head(connection, now)
        total = self._sum(connection, subject)
        entries: list[NewEntry] = []
        for fact in facts:
            named = self._named(connection, fact, now)
            self._allow(connection, total, named)
            new, head = self._entry(subject, named, head, total, now)
            total.add(new.posted)
            entries.append(new)
        journal.post(connection, entries)
        connection.execute(update(HEAD).values(dseq=head.dseq, link=head.link))
        _expect_photos(connection, facts, now)
        return total.number or (total.raised.provisional if total.raised else "")

    def _sum(self, connection: Connection, subject: Subject) -> Sum:
        """The finding as it stands; one that left this person's scope is none."""
        total = Sum(subject)
        if departed.has_left(connection, subject.id):
            return total
        for _, entries in journal.read(connection, [subject.id]):
            total.add_all(entries)
        return total

    def _allow(self, connection: Connection, total: Sum, fact: Fact) -> None:
        refusal = authority(total.standing, type(fact), self._person)
        if refusal is None and isinstance(fact, Raised | GridCorrected) and not self._person.covers(fact.grid):
            refusal = Refusal("outside_scope", {"field": "grid", "grid": fact.grid})
        if refusal is None and (reason := obstacle(total.standing, BY_FACT[type(fact)], self._person.id)):
            refusal = Refusal(reason, {})
        if refusal is not None:
            raise Refused(refusal)
        missing = (*gaps(total.standing, BY_FACT[type(fact)], fact), *_used_elsewhere(connection, total, fact))
        if missing:
            raise Refused(*missing)

    def _entry(
        self, subject: Subject, fact: Fact, head: HeadState, total: Sum, now: datetime
    ) -> tuple[NewEntry, HeadState]:
        own = [line.entry for line in total.lines if line.number is None and line.device == head.device]
        entry = Entry(
            id=EntryId(new_id()),
            kind=KIND_OF[type(fact)],
            version=VERSION,
            subject=subject,
            author=self._person.id,
            occurred_at=now,
            base=Base(head.bookmark.number, own[-1] if own else None),
            fact=fact,
            clock=head.skew,
            device_name=head.device_name,
        )
        body = _written(entry)
        link = next_link(head.link, body)
        new = NewEntry(Posted(entry, head.device, head.dseq + 1), body.decode(), link)
        return new, replace(head, dseq=head.dseq + 1, link=link)

    def _named(self, connection: Connection, fact: Fact, now: datetime) -> Fact:
        """A finding that is raised gets its provisional number: 暂-MMDD-nn: counts what this person logged today on this laptop; short enough for the telephone."""
        if not isinstance(fact, Raised):
            return fact
        prefix = f"暂-{now:%m%d}-"
        midnight = as_text(now.replace(hour=0, minute=0, second=0, microsecond=0))
        query = select(func.count()).where(
            LEDGER.c.recorded_at >= midnight,
            LEDGER.c.raiser == self._person.id,
            LEDGER.c.provisional.startswith(prefix),
        )
        return replace(fact, provisional=f"{prefix}{connection.scalars(query).one() + 1:02d}")

    def _missing_photos(self, fact: Fact) -> list[Refusal]:
        return [
            Refusal("photo_missing", {"field": "photos", "name": photo.name})
            for photo in photos_of(fact)
            if not self._files.has(photo.sha256)
        ]


def _written(entry: Entry) -> bytes:
    """The body; what nobody could read again must not be told to be saved. Raises Refused."""
    try:
        body = encode(entry)
        decode(body)
    except (UnicodeEncodeError, Malformed) as error:
        raise Refused(Refusal("text_unwritable")) from error
    return body


def _expect_photos(connection: Connection, facts: Sequence[Fact], now: datetime) -> None:
    """Photos that were kept outside this program's own way of adding them get their row here."""
    for photo in {photo.sha256: photo for fact in facts for photo in photos_of(fact)}.values():
        if connection.execute(select(PHOTO.c.sha256).where(PHOTO.c.sha256 == photo.sha256)).first() is None:
            row = {"sha256": photo.sha256, "state": "waiting", "here": True, "added_at": as_text(now), "tries": 0}
            connection.execute(insert(PHOTO).values(**row, sent_bytes=0))


def _used_elsewhere(connection: Connection, total: Sum, fact: Fact) -> tuple[Refusal, ...]:
    """Who declares a rectification completed shows it by photos that prove nothing else."""
    if not isinstance(fact, AcceptanceApplied):
        return ()
    photos = tuple(total.photos.values())
    return reuse_gaps(places_of(photos, total.arranged), reused(connection, total.subject.id, photos))
