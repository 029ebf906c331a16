"""The photos of a store: originals kept for good, thumbnails made from them, and how far each has got to the bureau."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from models.clock import Clock, as_text
from models.database import Database, run
from models.errors import Damaged
from models.facts import Photo
from models.ids import Digest
from models.ledger_tables import LEDGER_PHOTO
from models.photo_files import PhotoFiles
from models.tables import PHOTO, THUMBNAIL
from models.vocabulary import Labelled
from resources.words import N_


class PhotoState(Labelled):
    """How far a photo has got (screens.md 2.11). Only the server's own re-reading makes it VERIFIED."""

    WAITING = "waiting", N_("Queued")
    SENDING = "sending", N_("Being sent")
    RECEIVED = "received", N_("Received by the bureau")
    VERIFIED = "verified", N_("Checked")
    STUCK = "stuck", N_("Stuck")
    REFUSED = "refused", N_("Not taken")
    ABSENT = "absent", N_("Not here yet")


OPEN = (PhotoState.WAITING, PhotoState.SENDING, PhotoState.RECEIVED, PhotoState.STUCK)
"""Still to be brought to the bureau."""
_FEW = 200
KEPT = tuple(state for state in PhotoState if state is not PhotoState.ABSENT)


@dataclass(frozen=True, slots=True)
class PhotoStatus:
    """One photo as the exchange screen shows it. `subject` is the finding; sizes in bytes."""

    sha256: Digest
    subject: str
    name: str
    size: int
    media_type: str
    state: PhotoState
    sent_bytes: int = 0
    tries: int = 0
    reason: str | None = None


class Photos:
    """Keeps photos and their states."""

    def __init__(
        self, database: Database, files: PhotoFiles, clock: Clock, announce: Callable[[set[str]], None]
    ) -> None:
        """`announce` hears the digests whose state changed."""
        self._database = database
        self._files = files
        self._clock = clock
        self._announce = announce
        # findings that may want photos; None: nobody knows, all of them are looked at
        self._changed: set[str] | None = None

    def keep(self, data: bytes, name: str) -> tuple[Photo, tuple[str, ...]]:
        """Take a photo in, durable on return, with the warnings about it. Raises PictureRefused, WorldFailed."""
        from models import pictures  # Pillow: not every start looks at a photo

        facts = pictures.inspect(data, clock=self._clock, name=name)
        digest = Digest(self._files.add(data))
        with self._database.writing() as connection:
            self._row(connection, digest, PhotoState.WAITING)
        photo = Photo(
            sha256=digest,
            size=facts.size,
            media_type=facts.media_type,
            name=name,
            width=facts.width,
            height=facts.height,
            taken_at=facts.taken_at,
            time_source=facts.time_source,
            position=facts.position,
        )
        return photo, facts.warnings

    def original(self, digest: str) -> bytes | None:
        """The bytes as they came from the camera, or None where they are not here. Raises Damaged."""
        return self._files.read(digest) if self._files.has(digest) else None

    def thumbnail(self, digest: str, edge: int) -> bytes | None:
        """A JPEG no larger than edge × edge pixels, upright; None where the original is not here."""
        where = (THUMBNAIL.c.sha256 == digest, THUMBNAIL.c.edge == edge)
        with self._database.reading() as connection:
            if (jpeg := connection.scalar(select(THUMBNAIL.c.jpeg).where(*where))) is not None:
                return bytes(jpeg)
        if (original := self.original(digest)) is None:
            return None
        from models import pictures

        jpeg = pictures.thumbnail(original, edge=edge)
        with self._database.writing() as connection:
            connection.execute(delete(THUMBNAIL).where(*where))
            connection.execute(insert(THUMBNAIL).values(sha256=digest, edge=edge, jpeg=jpeg))
        return jpeg

    def status(self, digest: str) -> PhotoState:
        """How far this photo has got."""
        with self._database.reading() as connection:
            state = connection.scalar(select(PHOTO.c.state).where(PHOTO.c.sha256 == digest))
        return PhotoState(state) if state else PhotoState.ABSENT

    def statuses(self, digests: Iterable[str]) -> Mapping[str, PhotoState]:
        """The same for several."""
        wanted = list(digests)
        with self._database.reading() as connection:
            rows = connection.execute(select(PHOTO.c.sha256, PHOTO.c.state).where(PHOTO.c.sha256.in_(wanted)))
            found = {row.sha256: PhotoState(row.state) for row in rows}
        return {digest: found.get(digest, PhotoState.ABSENT) for digest in wanted}

    def to_send(self, limit: int = 10_000) -> tuple[PhotoStatus, ...]:
        """Photos of recorded findings that the bureau has not verified, oldest first, those it refuses left out."""
        if not self._database.look(_FIRST_OPEN):
            return ()  # the usual answer, from the index alone
        return self._list(_IS_OPEN, limit)

    def listed(self, limit: int = 1_000, among: Iterable[PhotoState] = KEPT) -> tuple[PhotoStatus, ...]:
        """Photos that are kept here, in these states: the newest, newest first."""
        return self._list(PHOTO.c.state.in_([state.value for state in among]), limit, newest=True)

    def counts(self) -> Mapping[PhotoState, int]:
        """How many photos of recorded findings are in each state."""
        used = select(LEDGER_PHOTO.c.sha256).where(LEDGER_PHOTO.c.sha256 == PHOTO.c.sha256).exists()
        with self._database.reading() as connection:
            rows = connection.execute(select(PHOTO.c.state, func.count()).where(used).group_by(PHOTO.c.state))
            found = {PhotoState(state): int(count) for state, count in rows}
        return {state: found.get(state, 0) for state in PhotoState}

    def wanted(self, limit: int = 10_000) -> tuple[PhotoStatus, ...]:
        """Photos of findings in this ledger whose original is not here."""
        changed, self._changed = self._changed, set()  # what changes from here on is looked at the next time
        if changed is not None and not changed:
            return ()
        rows = None
        try:
            rows = {row[0]: row for row in self._missing(changed, limit)}
        finally:
            if rows != {}:
                self._changed = None  # until they are here
        return tuple(
            PhotoStatus(Digest(digest), subject, name, size, media_type, PhotoState.ABSENT)
            for digest, subject, name, size, media_type in rows.values()
        )

    def _missing(self, findings: set[str] | None, limit: int) -> list[Any]:
        if findings is None:
            return self._database.look(_MISSING.format(""), limit)
        return self._database.look(_MISSING.format("AND used.subject AMONG ?"), findings, limit)

    def look_again(self, findings: set[str]) -> None:
        """These findings changed: photos may be wanted that were not. (All photos are only walked when they may.)"""
        known = self._changed
        self._changed = None if known is None or len(known | findings) > _FEW else known | findings

    def mark(
        self, digest: str, state: PhotoState, *, sent_bytes: int = 0, reason: str | None = None, tried: bool = False
    ) -> None:
        """Write down how far a photo has got. A verified one stays verified.

        Not synced by itself: the bureau knows what it verified, and whoever lost this asks it again.
        """
        with self._database.noting() as connection:
            run(connection, _MARK, state.value, sent_bytes, reason, int(tried), digest)
        self._announce({digest})

    def receive(self, digest: str, data: bytes) -> None:
        """Keep somebody else's photo that came down; it must have this digest. Raises Damaged, WorldFailed."""
        if hashlib.sha256(data).hexdigest() != digest:
            raise Damaged(where=digest)
        self._files.add(data)
        with self._database.writing() as connection:
            self._row(connection, Digest(digest), PhotoState.VERIFIED)
        self._announce({digest})

    def _row(self, connection: Connection, digest: Digest, state: PhotoState) -> None:
        if connection.scalar(select(PHOTO.c.state).where(PHOTO.c.sha256 == digest)) is None:
            row = {"sha256": digest, "state": state.value, "here": True, "added_at": as_text(self._clock.now())}
            connection.execute(insert(PHOTO).values(**row, tries=0, sent_bytes=0))

    def _list(self, condition: ColumnElement[bool], limit: int, *, newest: bool = False) -> tuple[PhotoStatus, ...]:
        order = [each.desc() if newest else each.asc() for each in (PHOTO.c.added_at, PHOTO.c.sha256)]
        with self._database.reading() as connection:
            rows = connection.execute(_with_use(condition).order_by(*order).limit(limit)).all()
        return tuple(_status(row) for row in rows)


_IS_OPEN = PHOTO.c.state.in_([state.value for state in OPEN])
_FIRST_OPEN = f"SELECT 1 FROM photo WHERE state IN ({', '.join(repr(state.value) for state in OPEN)}) LIMIT 1"
_MISSING = (
    "SELECT used.sha256, used.subject, used.name, used.size, used.media_type "
    "FROM ledger_photo AS used LEFT JOIN photo ON photo.sha256 = used.sha256 "
    "WHERE (photo.sha256 IS NULL OR NOT photo.here) {} ORDER BY used.subject DESC, used.place LIMIT ?"
)
_MARK = (
    "UPDATE photo SET state = ?, sent_bytes = ?, reason = ?, tries = tries + ? "
    f"WHERE sha256 = ? AND state <> '{PhotoState.VERIFIED.value}'"
)


def _with_use(condition: ColumnElement[bool]) -> Select[Any]:
    """Photos with the first finding that uses each."""
    use = LEDGER_PHOTO.alias()
    first_use = select(func.min(use.c.subject)).where(use.c.sha256 == PHOTO.c.sha256).scalar_subquery()
    return (
        select(PHOTO, LEDGER_PHOTO.c.subject, LEDGER_PHOTO.c.name, LEDGER_PHOTO.c.size, LEDGER_PHOTO.c.media_type)
        .join(LEDGER_PHOTO, LEDGER_PHOTO.c.sha256 == PHOTO.c.sha256)
        .where(condition, LEDGER_PHOTO.c.subject == first_use)
    )


def _status(row: Row[*tuple[Any, ...]]) -> PhotoStatus:
    return PhotoStatus(
        sha256=Digest(row.sha256),
        subject=row.subject,
        name=row.name,
        size=row.size,
        media_type=row.media_type,
        state=PhotoState(row.state),
        sent_bytes=row.sent_bytes,
        tries=row.tries,
        reason=row.reason,
    )


def reset_sending(connection: Connection) -> None:
    """At start nothing is being sent: what was, waits again."""
    sending = PHOTO.c.state == PhotoState.SENDING.value
    connection.execute(update(PHOTO).where(sending).values(state=PhotoState.WAITING.value))
