"""A batch as it comes over the wire: a header line, then each entry's body verbatim, one a line."""

from dataclasses import dataclass

import msgspec

from models.entries import LONGEST_BODY, next_link
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
class Batch:
    """Entries first_dseq … in the device's order, with the link of its chain after each."""

    device: str
    first_dseq: int
    prev: bytes
    bodies: tuple[bytes, ...]
    links: tuple[bytes, ...]

    @property
    def last_dseq(self) -> int:
        """The device's number of the last entry."""
        return self.first_dseq + len(self.bodies) - 1

    def link_at(self, dseq: int) -> bytes:
        """The chain's link after this entry."""
        return self.links[dseq - self.first_dseq]


def read_batch(data: bytes) -> Batch:
    """Read a batch and prove that it is whole: the links recomputed from the bytes must end in the stated tip."""
    first, *bodies = data.split(b"\n")
    if bodies and not bodies[-1]:
        bodies.pop()
    if len(bodies) > limits.ENTRIES:
        raise Problem(413, "too_many_entries", most=limits.ENTRIES)
    header, prev, tip = _header(first)
    links: list[bytes] = []
    link = prev
    for body in bodies:
        link = next_link(link, body)
        links.append(link)
    if link != tip:
        raise Problem(400, "batch_broken")
    return Batch(header.device, header.dseq, prev, tuple(bodies), tuple(links))


def _header(line: bytes) -> tuple[_Header, bytes, bytes]:
    try:
        header = msgspec.json.decode(line, type=_Header)
        prev, tip = bytes.fromhex(header.prev), bytes.fromhex(header.tip)
    except (msgspec.DecodeError, ValueError) as error:
        raise Problem(400, "malformed_request", where="header") from error
    if header.dseq < 1 or len(prev) != 32 or len(tip) != 32:
        raise Problem(400, "malformed_request", where="header")
    return header, prev, tip
