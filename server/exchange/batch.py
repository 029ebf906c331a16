"""A batch as it comes over the wire: a header line, then each entry's body verbatim, one a line."""

import hashlib
from dataclasses import dataclass

import msgspec

from models.entries import LONGEST_BODY
from server import limits
from server.problems import Problem

MOST_BYTES = limits.BYTES + LONGEST_BODY + 4096
"""A batch may exceed the limit by its last line: a device sends at least one entry."""


class _Header(msgspec.Struct):
    device: str
    dseq: int
    prev: str
    tip: str


@dataclass(frozen=True, slots=True)
class Sent:
    """One line of a batch: its place in the device's chain, its bytes, their SHA-256, and the link after it."""

    dseq: int
    body: bytes
    digest: bytes
    link: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """What a device sent, in its order, and the link of its chain before that."""

    device: str
    first_dseq: int
    prev: bytes
    sent: tuple[Sent, ...]

    @property
    def tip(self) -> bytes:
        """The link after the last."""
        return self.sent[-1].link if self.sent else self.prev


def read_batch(data: bytes) -> Batch:
    """Read a batch and prove that it is whole: the links recomputed from the bytes must end in the stated tip."""
    first, *bodies = data.split(b"\n")
    if bodies and not bodies[-1]:
        bodies.pop()
    if len(bodies) > limits.ENTRIES:
        raise Problem(413, "too_many_entries", most=limits.ENTRIES)
    header, link, tip = _header(first)
    prev, sent = link, []
    for dseq, body in enumerate(bodies, start=header.dseq):
        digest = hashlib.sha256(body).digest()
        link = link_of(link, digest)
        sent.append(Sent(dseq, body, digest, link))
    if link != tip:
        raise Problem(400, "batch_broken")
    return Batch(header.device, header.dseq, prev, tuple(sent))


def link_of(previous: bytes, digest: bytes) -> bytes:
    """models.entries.next_link for a body whose digest is known: a body is hashed once for both of its chains."""
    return hashlib.sha256(previous + digest).digest()


def _header(line: bytes) -> tuple[_Header, bytes, bytes]:
    try:
        header = msgspec.json.decode(line, type=_Header)
        prev, tip = bytes.fromhex(header.prev), bytes.fromhex(header.tip)
    except (msgspec.DecodeError, ValueError) as error:
        raise Problem(400, "malformed_request", where="header") from error
    if header.dseq < 1 or len(prev) != 32 or len(tip) != 32:
        raise Problem(400, "malformed_request", where="header")
    return header, prev, tip
