"""A type for each kind of identity, and the UUIDv7 they are made of."""

import os
import re
import time
from typing import NewType

EntryId = NewType("EntryId", str)
FindingId = NewType("FindingId", str)
PersonId = NewType("PersonId", str)
DraftId = NewType("DraftId", str)
DeviceId = NewType("DeviceId", str)
Digest = NewType("Digest", str)
"""SHA-256 as 64 lower-case hex digits."""


def new_id() -> str:
    """A UUIDv7 (RFC 9562) as text: 48 bits of milliseconds, then randomness, so that keys grow with time."""
    milliseconds = time.time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF
    noise = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (noise >> 68 & 0xFFF) << 64 | 0b10 << 62 | noise & 0x3FFF_FFFF_FFFF_FFFF
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_device() -> DeviceId:
    """A 128-bit incarnation id: new whenever a store is made, restored or found copied."""
    return DeviceId(os.urandom(16).hex())


def is_id(text: object) -> bool:
    """Whether this is a UUID in canonical lower-case form."""
    return isinstance(text, str) and _CANONICAL(text) is not None


_CANONICAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch
