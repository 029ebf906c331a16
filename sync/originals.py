"""The originals of photos that are on their way: each is read and decrypted once, not once a chunk."""

from collections import OrderedDict
from threading import Lock

from models.errors import Damaged
from models.photos import Photos

_KEPT = 6
"""A few more than travel at a time."""


class Originals:
    """Gives the bytes of own photos; may be asked from several threads."""

    def __init__(self, photos: Photos) -> None:
        """Nothing is read yet."""
        self._photos = photos
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def __call__(self, digest: str) -> bytes:
        """The original. Raises Damaged where it is not here or not what it was."""
        with self._lock:
            if digest in self._kept:
                self._kept.move_to_end(digest)
                return self._kept[digest]
        data = self._photos.original(digest)
        if data is None:
            raise Damaged("photo_missing", digest=digest)
        with self._lock:
            self._kept[digest] = data
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return data
