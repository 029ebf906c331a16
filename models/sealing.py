"""Photo bytes under a key: AES-GCM in chunks, so that no chunk can be changed, moved, cut off or added.

A sealed file is a magic, a random prefix, and the chunks, each followed by its tag. A chunk's nonce is the
prefix with the chunk's index; index and "last" are also authenticated, so that a file cut at a chunk is noticed.
"""

import os
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"gewu-sealed-1\n"
KEY_BYTES = 32
CHUNK = 64 * 1024
TAG = 16
_PREFIX = 8


class Broken(Exception):
    """These bytes are not what was sealed, or the key is another one."""


def seal(data: bytes, key: bytes) -> Iterator[bytes]:
    """The parts of the sealed file, in order. Empty data is one empty chunk."""
    cipher, prefix = AESGCM(key), os.urandom(_PREFIX)
    yield MAGIC + prefix
    last = max(0, -(-len(data) // CHUNK) - 1)
    view = memoryview(data)
    for index in range(last + 1):
        chunk = view[index * CHUNK : (index + 1) * CHUNK]
        yield cipher.encrypt(_nonce(prefix, index), chunk, _bound(index, is_last=index == last))


def unseal(sealed: bytes, key: bytes) -> bytes:
    """What was sealed. Raises Broken."""
    start = len(MAGIC) + _PREFIX
    if not sealed.startswith(MAGIC) or len(sealed) < start + TAG:
        raise Broken
    cipher, prefix, view = AESGCM(key), sealed[len(MAGIC) : start], memoryview(sealed)
    offsets = range(start, len(sealed), CHUNK + TAG)
    try:
        return b"".join(
            cipher.decrypt(_nonce(prefix, index), view[at : at + CHUNK + TAG], _bound(index, is_last=at == offsets[-1]))
            for index, at in enumerate(offsets)
        )
    except InvalidTag as error:
        raise Broken from error


def _nonce(prefix: bytes, index: int) -> bytes:
    return prefix + index.to_bytes(4, "big")


def _bound(index: int, *, is_last: bool) -> bytes:
    return MAGIC + index.to_bytes(4, "big") + bytes([is_last])
