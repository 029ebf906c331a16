"""Which photos a person may speak of: those that an accepted entry in their area references. Knowing a digest grants nothing."""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, select

from models.people import Person
from server.many import one_of
from server.problems import Problem
from server.scope import photos_seen
from server.tables import ENTRY_PHOTO

_DIGEST = re.compile(r"[0-9a-f]{64}")


def seen(connection: Connection, person: Person, digests: Iterable[str]) -> dict[str, set[int]]:
    """Those of these digests that the person may speak of, with the sizes that entries state: one may be wrong."""
    condition = photos_seen(person)
    wanted = [digest for digest in set(digests) if _DIGEST.fullmatch(digest)]
    if condition is None or not wanted:
        return {}
    among = one_of(connection, ENTRY_PHOTO.c.sha256, wanted)
    query = select(ENTRY_PHOTO.c.sha256, ENTRY_PHOTO.c.size).where(among, condition)
    found: dict[str, set[int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.sha256, set()).add(row.size)
    return found


def require_seen(connection: Connection, person: Person, digest: str) -> set[int]:
    """The stated sizes of a photo that the person may speak of. Raises Problem, the same whether or not it exists."""
    sizes = seen(connection, person, [digest]).get(digest)
    if sizes is None:
        raise Problem(404, "photo_not_referenced")
    return sizes
