"""The originals of photos on disk, by digest: durable when added, never altered, never removed here."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from models.durable import TEMPORARY, disk_failures, make_folder, sync_folder, write_file
from models.errors import Damaged
from models.ids import Digest
from models.sealing import KEY_BYTES, Broken, seal, unseal

_DIGEST = re.compile(r"[0-9a-f]{64}")
_SHARD = "[0-9a-f][0-9a-f]"


class PhotoFiles:
    """A folder of originals in 256 shards. With a key the files are sealed; without one (the server) they are plain.

    Several threads and processes may add and read at once: a file appears whole or not at all, twice the same is
    fine. Leftovers are swept when the store is opened, so open it to sweep only where no other process is adding.
    """

    def __init__(self, folder: Path, key: bytes | None, *, sweep: bool = True) -> None:
        """Open the folder, making it; drop what an interrupted add left over. Raises NotWritable, DiskFull."""
        if key is not None and len(key) != KEY_BYTES:
            raise ValueError("the key has 32 bytes")
        self._folder, self._key = folder, key
        with disk_failures(folder):
            make_folder(folder)
            if sweep:
                self._sweep()

    def add(self, data: bytes) -> Digest:
        """Store an original; when this returns its digest, it survives a power cut. Adding it again heals it."""
        digest = Digest(hashlib.sha256(data).hexdigest())
        path = self._path(digest)
        with disk_failures(self._folder):
            if self.has(digest) and self.verify(digest):
                sync_folder(path.parent)  # whoever wrote it may have died before doing so
                return digest
            make_folder(path.parent)
            write_file(path, seal(data, self._key) if self._key else (data,))
        return digest

    def prove(self, digest: str, data: bytes) -> bool:
        """Store, without a key, what came as the original of this digest; False, and nothing stored, where it is not.

        What counts is what is read again from the disk: it is matched before the file gets its name.
        """
        if self._key is not None:
            raise ValueError("only plain files are what is hashed")
        path = self._path(digest)
        with disk_failures(self._folder):
            if self.has(digest) and self.verify(digest):
                sync_folder(path.parent)
                return hashlib.sha256(data).hexdigest() == digest
            make_folder(path.parent)
            return write_file(path, (data,), proof=lambda stored: hashlib.sha256(stored).hexdigest() == digest)

    def read(self, digest: str) -> bytes:
        """The original, checked against its digest. Raises Damaged (photo_missing, photo_damaged)."""
        try:
            with disk_failures(self._folder):
                stored = self._path(digest).read_bytes()
            data = unseal(stored, self._key) if self._key else stored
        except FileNotFoundError as error:
            raise Damaged("photo_missing", digest=digest) from error
        except Broken as error:
            raise Damaged("photo_damaged", digest=digest) from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise Damaged("photo_damaged", digest=digest)
        return data

    def has(self, digest: str) -> bool:
        """Whether there is a file of this digest; says nothing about its content."""
        return self._path(digest).is_file()

    def verify(self, digest: str) -> bool:
        """Read the file again, whole, and compare."""
        try:
            self.read(digest)
        except Damaged:
            return False
        return True

    def digests(self) -> Iterator[Digest]:
        """Every digest that there is a file of, in order."""
        names = (path.name for path in sorted(self._folder.glob(f"{_SHARD}/*")))
        return (Digest(name) for name in names if _DIGEST.fullmatch(name))

    def _path(self, digest: str) -> Path:
        if not _DIGEST.fullmatch(digest):  # digests also come from the network
            raise ValueError("not a SHA-256")
        return self._folder / digest[:2] / digest

    def _sweep(self) -> None:
        for leftover in self._folder.glob(f"{_SHARD}/*{TEMPORARY}"):
            with suppress(OSError):  # a store that may not be written can still be read
                leftover.unlink()
