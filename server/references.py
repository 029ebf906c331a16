"""Which photos a person may speak of: those that an accepted entry in their area references. Knowing a digest grants nothing."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection

from models.database import fetch
from models.people import Person
from server.problems import Problem
from server.scope import photos_seen

_DIGEST = re.compile(r"[0-9a-f]{64}")


def seen(connection: Connection, person: Person, digests: Iterable[str]) -> dict[str, set[int]]:
    """Those of these digests that the person may speak of, with the sizes that entries state: one may be wrong."""
    condition = photos_seen(person)
    wanted = [digest for digest in set(digests) if _DIGEST.fullmatch(digest)]
    if condition is None or not wanted:
        return {}
    seen, values = condition
    query = f"SELECT sha256, size FROM entry_photo WHERE sha256 AMONG ? AND {seen}"
    found: dict[str, set[int]] = {}
    for digest, size in fetch(connection, query, wanted, *values):
        found.setdefault(digest, set()).add(size)
    return found


def require_seen(connection: Connection, person: Person, digest: str) -> set[int]:
    """The stated sizes of a photo that the person may speak of. Raises Problem, the same whether or not it exists."""
    sizes = seen(connection, person, [digest]).get(digest)
    if sizes is None:
        raise Problem(404, "photo_not_referenced")
    return sizes
