"""Photos that were proven at the same moment are recorded in one transaction: whoever comes first writes for all who wait."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete

from models.clock import as_text
from models.database import run
from server import uploads
from server.office import Office
from server.tables import UPLOAD
from server.uploads import Upload

_RECORD = (
    "INSERT INTO stored_photo (sha256, size, media_type, verified_at) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (sha256) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Proven:
    """A photo that was read again from the disk, and matched."""

    sha256: str
    size: int
    media_type: str


@dataclass(slots=True)
class _Waiting:
    photo: Proven
    device: str
    ended: list[Upload] = field(default_factory=list)
    done: bool = False
    error: Exception | None = None


class ProvenPhotos:
    """The rows that make photos count."""

    def __init__(self, office: Office) -> None:
        """Of this server process."""
        self._office = office
        self._waiting: list[_Waiting] = []
        self._gathering, self._writing = threading.Lock(), threading.Lock()

    def add(self, photo: Proven, device: str) -> Sequence[Upload]:
        """Durable on return; the uploads of this photo that the device had under way, which end with it."""
        mine = _Waiting(photo, device)
        with self._gathering:
            self._waiting.append(mine)
        with self._writing:
            if not mine.done:  # else somebody wrote it with theirs while we waited
                with self._gathering:
                    together, self._waiting = self._waiting, []
                self._write(together)
        if mine.error is not None:
            raise mine.error
        return mine.ended

    def _write(self, together: Sequence[_Waiting]) -> None:
        try:
            with self._office.database.writing() as connection:
                # in one order in every process: none waits for another that waits for it
                for one in sorted(together, key=lambda one: one.photo.sha256):
                    record(connection, one.photo, as_text(self._office.clock.now()))
                for one in together:
                    one.ended = uploads.of_device(connection, one.device, [one.photo.sha256])
                    if one.ended:
                        connection.execute(delete(UPLOAD).where(UPLOAD.c.id.in_([each.id for each in one.ended])))
        except Exception as error:  # noqa: BLE001 - each of them is told
            for one in together:
                one.error = error
        finally:
            for one in together:
                one.done = True


def record(connection: Connection, photo: Proven, now: str) -> None:
    """From the end of this transaction on the photo counts."""
    run(connection, _RECORD, photo.sha256, photo.size, photo.media_type, now)
