"""Which findings say two characters next to each other: an index beside the ledger, brought up to date after the pushes.

Nothing of it is done in a push. What it lacks is looked through, and what it finds is read again: it never lies.
"""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, Integer, literal_column, select, update

from models.database import Database
from models.ledger_tables import LEDGER
from models.tables import ENTRY
from server.tables import WORDED

SLICE: Final = 100
"""Entries at a time: on SQLite a push waits for the slice before it."""
FEW: Final = 3_000
"""A word that more findings say is met soon by reading the list in its order."""
_SAYS: Final = ("description", "place", "party", "number")


@dataclass(frozen=True, slots=True)
class Lag:
    """The number up to which entries are in the index, and the journal's last."""

    indexed: int
    last: int


def pairs(texts: Iterable[str]) -> set[int]:
    """A number for every two characters that stand next to each other; large and small letters are one."""
    found: set[int] = set()
    for text in texts:
        low = text.lower()
        found.update((ord(one) * 65_599 + ord(other)) & 0x7FFF_FFFF for one, other in pairwise(low))
    return found


def lag(database: Database) -> Lag:
    """How far the index is behind the journal."""
    last = select(ENTRY.c.number).where(ENTRY.c.number.is_not(None)).order_by(ENTRY.c.number.desc()).limit(1)
    with database.looking() as connection:
        indexed, newest = connection.execute(select(WORDED.c.number, last.scalar_subquery())).one()
    return Lag(indexed, newest or 0)


def step(database: Database) -> bool:
    """Take the findings of the next entries in; whether there are more. Several processes take turns."""
    with database.writing() as connection:
        place = connection.scalars(select(WORDED.c.number).with_for_update()).one()
        entries = select(ENTRY.c.number, ENTRY.c.subject).where(ENTRY.c.number > place)
        rows = connection.execute(entries.order_by(ENTRY.c.number).limit(SLICE)).all()
        if rows:
            take_in(connection, {row.subject for row in rows})
            connection.execute(update(WORDED).values(number=rows[-1].number))
    return len(rows) == SLICE


def take_in(connection: Connection, findings: Collection[str]) -> None:
    """Index these findings as the ledger has them now."""
    postgresql = connection.dialect.name == "postgresql"
    key = LEDGER.c.id if postgresql else literal_column("ledger.rowid", Integer)
    query = select(key, *(LEDGER.c[name] for name in _SAYS)).where(LEDGER.c.id.in_(list(findings)))
    said = [(row[0], pairs(row[1:])) for row in connection.execute(query)]
    if not postgresql:
        words = [(rowid, " ".join(f"{pair:x}" for pair in found)) for rowid, found in said]
        if words:
            connection.exec_driver_sql("INSERT OR REPLACE INTO finding_words (rowid, pairs) VALUES (?, ?)", words)
        return
    connection.exec_driver_sql("DELETE FROM finding_words WHERE id = ANY(%s::varchar[])", ([row[0] for row in said],))
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy("COPY finding_words (id, pairs) FROM STDIN") as copy:
        for finding, found in said:
            copy.write_row((finding, sorted(found)))


def forget(connection: Connection) -> None:
    """The ledger says other things now: everything is to be taken in again."""
    connection.execute(update(WORDED).values(number=0))


def found(connection: Connection, text: str) -> str | None:
    """The findings that may say this, as a value for `among`. None where they are too many, or the text too short."""
    wanted = pairs([text])
    if not wanted:
        return None
    values: tuple[object, ...]
    if connection.dialect.name == "postgresql":
        values = (sorted(wanted), FEW + 1, FEW + 1)
    else:
        values = (" ".join(f"{pair:x}" for pair in wanted), FEW + 1, FEW + 1)
    rows = connection.exec_driver_sql(_FOUND[connection.dialect.name], values).all()
    return None if len(rows) > FEW else json.dumps(sorted({row[0] for row in rows}))


AMONG: Final = {
    "postgresql": "ledger.id = ANY(ARRAY(SELECT json_array_elements_text(CAST(:among AS json))))",
    "sqlite": "ledger.id IN (SELECT value FROM json_each(:among))",
}
"""The condition that a finding is one of those `found`."""
_REST: Final = "SELECT * FROM (SELECT subject FROM entry WHERE number > (SELECT number FROM worded) LIMIT {}) AS rest"
_FOUND: Final = {
    "postgresql": "SELECT * FROM (SELECT id FROM finding_words WHERE pairs @> %s::integer[] LIMIT %s) AS indexed "
    "UNION ALL " + _REST.format("%s"),
    "sqlite": "SELECT * FROM (SELECT ledger.id FROM finding_words CROSS JOIN ledger "
    "ON ledger.rowid = finding_words.rowid WHERE finding_words MATCH ? LIMIT ?) UNION ALL " + _REST.format("?"),
}
