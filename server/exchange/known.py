"""What the server already holds of a batch: the device's chain, entries that came before, and what was set aside."""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from models.answers import RefusedEntry
from models.database import fetch, for_update
from models.tables import ENTRY
from server.exchange.batch import Batch
from server.problems import Problem
from server.tables import SET_ASIDE

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Held:
    """An entry that is in the journal: where, and what was said of it."""

    number: int
    reason: str | None
    finding_number: str
    body: str = ""


def count_known(connection: Connection, batch: Batch) -> int:
    """How many of the batch's first entries came before. Locks the device's row, so that it pushes once at a time.

    Raises Problem: device_behind where the server lacks earlier ones (it was restored), device_fork where the
    device's number was used for something else (a copied or restored laptop).
    """
    query = for_update(connection, "SELECT dseq, link FROM device WHERE id = ?")
    ((dseq, link),) = fetch(connection, query, batch.device)
    if batch.first_dseq > dseq + 1:
        raise Problem(409, "device_behind", dseq=dseq, link=bytes(link).hex())
    known: int = min(len(batch.sent), dseq - batch.first_dseq + 1)
    ours = bytes(link) if known == 0 else _link_at(connection, batch.device, batch.first_dseq + known - 1)
    theirs = batch.prev if known == 0 else batch.sent[known - 1].link
    if ours != theirs:
        log.warning("device %s has forked at its entry %s: a copied or restored laptop", batch.device, dseq)
        raise Problem(409, "device_fork", dseq=dseq)
    return known


def held_of_device(connection: Connection, device: str, first: int, last: int) -> dict[int, Held]:
    """What the journal holds under these numbers of the device."""
    query = select(ENTRY.c.dseq, *_HELD).where(ENTRY.c.device == device, ENTRY.c.dseq.between(first, last))
    return {row.dseq: _held(row) for row in connection.execute(query)}


def set_aside_of_device(
    connection: Connection, device: str, first: int, last: int
) -> tuple[dict[int, Held], list[RefusedEntry]]:
    """What was answered for these numbers of the device without the journal taking it under them."""
    query = select(SET_ASIDE).where(SET_ASIDE.c.device == device, SET_ASIDE.c.dseq.between(first, last))
    rows = connection.execute(query).all()
    refused = [RefusedEntry(row.dseq, row.code, json.loads(row.values)) for row in rows if row.code]
    elsewhere = held_by_id(connection, [row.entry for row in rows if row.entry])
    return {row.dseq: elsewhere[row.entry] for row in rows if row.entry}, refused


def held_by_id(connection: Connection, ids: Sequence[str]) -> Mapping[str, Held]:
    """Entries of these ids that the journal holds, whoever sent them."""
    if not ids:
        return {}
    query = "SELECT id, number, reason, finding_number, body FROM entry WHERE id AMONG ?"
    return {
        entry: Held(number, reason, finding_number or "", body)
        for entry, number, reason, finding_number, body in fetch(connection, query, ids)
    }


def begun(connection: Connection, subjects: Iterable[str]) -> list[str]:
    """Those of these records that the journal holds entries about."""
    query = "SELECT DISTINCT subject FROM entry WHERE subject AMONG ?"
    return sorted(subject for (subject,) in fetch(connection, query, set(subjects)))


def lock_subjects(connection: Connection, subjects: Iterable[str]) -> None:
    """On PostgreSQL: nobody else judges entries about these records until we are done. SQLite has one writer anyway.

    1,024 locks at most, taken in order: no deadlock, and no exhaustion of the lock table.
    """
    if connection.dialect.name == "postgresql":
        keys = sorted({int(subject[-3:], 16) & 1023 for subject in subjects})
        if keys:
            sql = "SELECT pg_advisory_xact_lock(7403272, key) FROM unnest(%s::int[]) AS key"
            connection.exec_driver_sql(sql, (keys,))


def _link_at(connection: Connection, device: str, dseq: int) -> bytes | None:
    for table in (ENTRY, SET_ASIDE):
        query = select(table.c.link).where(table.c.device == device, table.c.dseq == dseq)
        link = connection.scalars(query).one_or_none()
        if link is not None:
            return bytes(link)
    return None


def _held(row: Row[*tuple[Any, ...]], body: str = "") -> Held:
    return Held(row.number, row.reason, row.finding_number or "", body)


_HELD = (ENTRY.c.number, ENTRY.c.reason, ENTRY.c.finding_number)
