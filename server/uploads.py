"""Photos on their way in: what has arrived of each is what the database says, whatever the part file's length."""

import base64
import binascii
import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Row, delete, insert, select, update

from models.clock import as_text
from models.database import fetch
from models.durable import disk_failures
from models.ids import is_id, new_id
from server import limits, references
from server.devices import Asker
from server.office import Office
from server.problems import Problem
from server.tables import UPLOAD


@dataclass(frozen=True, slots=True)
class Upload:
    """One photo on its way."""

    id: str
    device: str
    sha256: str
    size: int
    offset: int

    @property
    def complete(self) -> bool:
        """Whether every byte has arrived; that they are the right ones is proven by the commit."""
        return self.offset == self.size


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a request brought: bytes in a file, how many, and what their SHA-256 should be, where the sender said."""

    content: IO[bytes]
    size: int
    digest: bytes
    expected: bytes | None = None


def begin(office: Office, asker: Asker, *, sha256: str, size: int) -> Upload:
    """Open an upload of a photo that an accepted entry references. Raises Problem. An older one of this device ends."""
    refuse_too_large(office, size)
    now = as_text(office.clock.now())
    upload = Upload(new_id(), asker.device, sha256, size, 0)
    with office.database.writing() as connection:
        refuse_unreferenced(connection, asker, sha256, size)
        older = of_device(connection, asker.device, [sha256])
        connection.execute(delete(UPLOAD).where(UPLOAD.c.id.in_([old.id for old in older])))
        values = {"id": upload.id, "device": upload.device, "sha256": sha256, "size": size, "offset": 0}
        connection.execute(insert(UPLOAD).values(touched_at=now, **values))
    for old in older:
        part(office, old.id).unlink(missing_ok=True)
    return upload


def find(office: Office, asker: Asker, upload: str) -> Upload:
    """An upload of this very device. Raises Problem."""
    with office.database.reading() as connection:
        return _own(connection, asker, upload)


def append(office: Office, asker: Asker, upload: str, *, offset: int, arrived: Arrived) -> Upload:
    """Write what arrived at the offset. Raises Problem and keeps nothing when the offset or the checksum is wrong.

    The row is locked while the file is written, so that two senders cannot mix. The file is not synced: the
    commit reads it again as a whole, and until then nobody counts on it.
    """
    if arrived.expected is not None and arrived.expected != arrived.digest:
        raise Problem(460, "checksum_mismatch")
    refuse_when_full(office, arrived.size)
    with office.database.writing() as connection:
        known = _own(connection, asker, upload)
        if known.offset != offset:
            raise Problem(409, "offset_mismatch", {"Upload-Offset": str(known.offset)}, offset=known.offset)
        if offset + arrived.size > known.size:
            raise Problem(413, "too_large", most=known.size - offset)
        with disk_failures():
            _write(part(office, upload), offset, arrived)
        moved = {"offset": offset + arrived.size, "touched_at": as_text(office.clock.now())}
        connection.execute(update(UPLOAD).where(UPLOAD.c.id == upload).values(**moved))
    return Upload(known.id, known.device, known.sha256, known.size, offset + arrived.size)


def of_device(connection: Connection, device: str, digests: list[str]) -> list[Upload]:
    """What a device has under way of these photos."""
    query = 'SELECT id, device, sha256, size, "offset" FROM upload WHERE device = ? AND sha256 AMONG ?'
    return [Upload(*row) for row in fetch(connection, query, device, digests)]


def part(office: Office, upload: str) -> Path:
    """Where the bytes of an upload lie until they are proven."""
    return office.parts / upload


def refuse_too_large(office: Office, size: int) -> None:
    """No photo beyond the limit, and none that would fill the disk. Raises Problem."""
    if size > limits.PHOTO:
        raise Problem(413, "photo_too_large", most=limits.PHOTO)
    refuse_when_full(office, size)


def refuse_unreferenced(connection: Connection, asker: Asker, sha256: str, size: int) -> None:
    """Only a photo that an accepted entry in the asker's scope speaks of, in its size. Raises Problem."""
    if size not in references.require_seen(connection, asker.person, sha256):
        raise Problem(400, "photo_size_differs")


def refuse_when_full(office: Office, size: int) -> None:
    """Photos stop while there is still room for text. Raises Problem (507)."""
    if shutil.disk_usage(office.settings.data).free < office.settings.disk_reserve + size:
        raise Problem(507, "server_disk_full")


def checksum(header: str | None) -> bytes | None:
    """The SHA-256 that an Upload-Checksum header promises. Raises Problem for anything else."""
    if header is None:
        return None
    algorithm, _, value = header.strip().partition(" ")
    if algorithm != "sha256":
        raise Problem(400, "checksum_unknown", algorithm=algorithm[:20])
    try:
        digest = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise Problem(400, "malformed_request", where="Upload-Checksum") from error
    if len(digest) != hashlib.sha256().digest_size:
        raise Problem(400, "malformed_request", where="Upload-Checksum")
    return digest


def as_upload(row: Row[tuple[object, ...]]) -> Upload:
    """A row as a value."""
    return Upload(row.id, row.device, row.sha256, row.size, row.offset)


def _own(connection: Connection, asker: Asker, upload: str) -> Upload:
    where = (UPLOAD.c.id == upload, UPLOAD.c.device == asker.device)
    row = connection.execute(select(UPLOAD).where(*where).with_for_update()).one_or_none() if is_id(upload) else None
    if row is None:
        raise Problem(404, "upload_unknown")
    return as_upload(row)


def _write(path: Path, offset: int, arrived: Arrived) -> None:
    path.touch()
    with path.open("r+b") as file:
        # whatever an interrupted request left behind the offset was never acknowledged
        file.truncate(offset)
        file.seek(offset)
        arrived.content.seek(0)
        shutil.copyfileobj(arrived.content, file, 1024 * 1024)
