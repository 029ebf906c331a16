"""Photos that count: read again whole, matched, synced to disk and recorded; and how they are handed out."""

import hashlib
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from models.clock import as_text
from models.database import fetch
from models.durable import disk_failures, make_folder, write_file
from models.errors import Damaged
from models.picture_format import sniff
from models.pictures import thumbnail
from server import references, uploads
from server.devices import Asker
from server.office import Office
from server.problems import Problem
from server.proven_photos import Proven, ProvenPhotos, record
from server.tables import STORED_PHOTO, UPLOAD
from server.uploads import Upload

log = logging.getLogger(__name__)

EDGES = (160, 320, 640, 1280)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a photo stands, for one device: verified, partial (its upload) or absent."""

    sha256: str
    verified: bool = False
    upload: Upload | None = None


def have(office: Office, asker: Asker, digests: Sequence[str]) -> list[Standing]:
    """Where these photos stand. What the asker may not speak of is absent, whether or not we hold it."""
    with office.database.reading() as connection:
        allowed = references.seen(connection, asker.person, digests)
        stored = _stored(connection, list(allowed))
        under_way = {one.sha256: one for one in uploads.of_device(connection, asker.device, list(allowed))}
    # a row without its file (a disk that was replaced) is not verified: whoever still has the photo sends it again
    verified = {digest for digest in stored if office.photos.has(digest)}
    return [Standing(digest, digest in verified, under_way.get(digest)) for digest in digests]


def commit(office: Office, asker: Asker, digest: str) -> None:
    """Prove a photo and make it count; again is fine. Raises Problem where bytes are missing or are not the photo."""
    with office.database.reading() as connection:
        references.require_seen(connection, asker.person, digest)
        is_stored = bool(_stored(connection, [digest]))
        under_way = complete_uploads(connection, digest)
        own = uploads.of_device(connection, asker.device, [digest])
    if is_stored and office.photos.has(digest):
        for upload in own:
            drop(office, upload)
        return
    if not under_way:
        offset = own[0].offset if own else 0
        raise Problem(409, "photo_incomplete", offset=offset)
    for upload in under_way:
        if prove(office, upload):
            return
    raise Problem(409, "photo_not_as_stated")


def take(office: Office, proven: ProvenPhotos, asker: Asker, digest: str, data: bytes, *, promised: bool) -> None:
    """A whole photo that came with one request: proven as by a commit. Raises Problem.

    `promised`: the sender said that these bytes have this digest; where they have not, the line damaged them.
    """
    kind = sniff(data)
    if kind is None or not office.photos.prove(digest, data):
        damaged = promised and hashlib.sha256(data).hexdigest() != digest
        raise Problem(460, "checksum_mismatch") if damaged else Problem(409, "photo_not_as_stated")
    for older in proven.add(Proven(digest, len(data), kind.value), asker.device):
        uploads.part(office, older.id).unlink(missing_ok=True)


def prove(office: Office, upload: Upload) -> bool:
    """Read an upload again, whole; make it count if it is the photo it claims to be, else let it go."""
    try:
        with disk_failures():
            data = uploads.part(office, upload.id).read_bytes()
    except FileNotFoundError:
        data = b""
    kind = sniff(data)
    if len(data) != upload.size or kind is None or hashlib.sha256(data).hexdigest() != upload.sha256:
        drop(office, upload)
        return False
    office.photos.add(data)  # written beside, synced, renamed, folder synced
    with office.database.writing() as connection:
        record(connection, Proven(upload.sha256, upload.size, kind.value), as_text(office.clock.now()))
        connection.execute(delete(UPLOAD).where(UPLOAD.c.id == upload.id))
    uploads.part(office, upload.id).unlink(missing_ok=True)
    return True


def drop(office: Office, upload: Upload) -> None:
    """Let an upload go, its row first: a part file without a row is swept, a row without its file would mislead."""
    with office.database.writing() as connection:
        connection.execute(delete(UPLOAD).where(UPLOAD.c.id == upload.id))
    with suppress(OSError):
        uploads.part(office, upload.id).unlink(missing_ok=True)


def complete_uploads(connection: Connection, digest: str | None = None) -> list[Upload]:
    """Uploads of which every byte has arrived, of one photo or of all."""
    query = select(UPLOAD).where(UPLOAD.c.offset == UPLOAD.c.size)
    if digest is not None:
        query = query.where(UPLOAD.c.sha256 == digest)
    return [uploads.as_upload(row) for row in connection.execute(query)]


def read(office: Office, asker: Asker, digest: str, *, edge: int | None = None) -> tuple[bytes, str]:
    """A photo that the asker may see, or its thumbnail, and its media type. Raises Problem, Damaged."""
    with office.database.reading() as connection:
        references.require_seen(connection, asker.person, digest)
        query = select(STORED_PHOTO.c.media_type).where(STORED_PHOTO.c.sha256 == digest)
        media_type = connection.scalars(query).one_or_none()
    if media_type is None:
        raise Problem(404, "photo_not_here_yet")
    try:
        return (
            (office.photos.read(digest), media_type)
            if edge is None
            else (_thumbnail(office, digest, edge), "image/jpeg")
        )
    except Damaged as error:
        # one rotten file must not end the exchange of everybody who wants it: they ask again next time
        log.warning("the file of photo %s is gone or damaged; restore it from the backup", digest)
        raise Problem(404, "photo_not_here_yet") from error


def _thumbnail(office: Office, digest: str, edge: int) -> bytes:
    if edge not in EDGES:
        raise Problem(400, "malformed_request", where="w")
    path = office.thumbnails / digest[:2] / f"{digest}.{edge}.jpg"
    with suppress(FileNotFoundError):
        return path.read_bytes()
    small = thumbnail(office.photos.read(digest), edge=edge)
    with disk_failures():
        make_folder(path.parent)
        write_file(path, [small])
    return small


def _stored(connection: Connection, digests: list[str]) -> set[str]:
    query = "SELECT sha256 FROM stored_photo WHERE sha256 AMONG ?"
    return {digest for (digest,) in fetch(connection, query, digests)}


def damaged(office: Office) -> list[str]:
    """Photos that count and whose file is gone or is not what it was: every one is read again."""
    with office.database.reading() as connection:
        digests = connection.scalars(select(STORED_PHOTO.c.sha256).order_by(STORED_PHOTO.c.sha256)).all()
    found = []
    for digest in digests:
        try:
            office.photos.read(digest)
        except Damaged:
            found.append(digest)
    return found
