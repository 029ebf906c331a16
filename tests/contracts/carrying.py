"""Bringing a photo to the bureau, step by step, as a laptop does it."""

import base64
import hashlib
from dataclasses import replace
from typing import Any

import requests

from models.ids import new_id
from tests.builders import jpeg
from tests.contracts.bureau import Bureau, Laptop, photo_of


def picture() -> tuple[bytes, str]:
    """A picture that nobody has yet, and its digest."""
    data = jpeg() + new_id().encode() + b"\xff\xd9"
    return data, hashlib.sha256(data).hexdigest()


def with_photo(bureau: Bureau, **changes: Any) -> tuple[Laptop, bytes, str]:
    """A laptop whose finding speaks of a photo that the bureau does not have yet."""
    laptop = bureau.laptop()
    data, digest = picture()
    laptop.raise_one(photos=(replace(photo_of(data), **changes),))
    return laptop, data, digest


def place_of(laptop: Laptop, data: bytes, digest: str) -> str:
    """Begin, and where to send the bytes."""
    answer = laptop.begin(data, digest)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["Location"])


def state(laptop: Laptop, digest: str) -> dict[str, Any]:
    """Where a photo stands for this laptop."""
    return dict(laptop.ask("POST", "/photos/have", json={"photos": [digest]}).json()[digest])


def commit(laptop: Laptop, digest: str) -> requests.Response:
    """Ask the server to prove a photo."""
    return laptop.ask("POST", f"/photos/{digest}/commit")


def brought(bureau: Bureau) -> tuple[Laptop, bytes, str]:
    """A photo that is verified."""
    laptop, data, digest = with_photo(bureau)
    laptop.send(place_of(laptop, data, digest), data, 0)
    assert commit(laptop, digest).json() == {"verified": True}
    return laptop, data, digest


def sha256(data: bytes) -> str:
    """An Upload-Checksum header."""
    return "sha256 " + base64.b64encode(hashlib.sha256(data).digest()).decode()
