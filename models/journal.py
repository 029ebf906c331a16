"""The one writer of entries and of the ledger: whatever is posted, the ledger is brought up to date with it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from models import departed
from models.answers import Answer, RefusedEntry
from models.bodies import tolerate
from models.database import bulk_insert, fetch, run
from models.entries import FINDING, Posted, Subject, Verdict
from models.finding import Finding
from models.ledger import add_up
from models.ledger_row import ledger_row, photo_rows, span_rows
from models.ledger_tables import LEDGER, LEDGER_PHOTO, SPAN
from models.people import town_of
from models.tables import ENTRY, REFUSED

_SLICE = 500
"""Subjects re-added at a time: bounds memory in a rebuild, and the length of an IN list."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry on its way into the journal: what was read, the bytes it was read from, and where it belongs."""

    posted: Posted
    body: str
    link: bytes | None = None
    chain: bytes | None = None
    grid: str = ""
    unit: str = ""


def post(connection: Connection, entries: Sequence[NewEntry]) -> None:
    """Put entries into the journal and bring the ledger up to date, inside the caller's one transaction."""
    begun = _begun(connection, {new.posted.entry.subject.id for new in entries})
    append(connection, entries)
    readd(connection, begun)
    fresh: dict[str, list[Posted]] = {}
    for new in entries:
        if new.posted.entry.subject.id not in begun:
            fresh.setdefault(new.posted.entry.subject.id, []).append(new.posted)
    # what nobody has written to before is added up from what is at hand, without reading it back
    findings = [add_up(Subject(FINDING, subject), posted) for subject, posted in fresh.items()]
    write_ledger(connection, (), [finding for finding in findings if finding is not None])


def _begun(connection: Connection, subjects: set[str]) -> set[str]:
    """Those of these subjects that the journal holds entries of."""
    query = "SELECT DISTINCT subject FROM entry WHERE subject AMONG ?"
    return {subject for (subject,) in fetch(connection, query, subjects)} if subjects else set()


def append(connection: Connection, entries: Sequence[NewEntry]) -> None:
    """Write entries; the caller re-adds their subjects in the same transaction."""
    bulk_insert(connection, ENTRY, _COLUMNS, [_entry_row(new) for new in entries])


def readd(connection: Connection, subjects: Iterable[str]) -> None:
    """Make the ledger rows of these subjects anew from all their entries."""
    wanted = sorted(subjects)
    for start in range(0, len(wanted), _SLICE):
        part = wanted[start : start + _SLICE]
        findings = [finding for finding in summed(connection, part).values() if finding is not None]
        gone = departed.hidden(connection, part)
        write_ledger(connection, part, [finding for finding in findings if finding.id not in gone])
        if gone:
            left = [finding for finding in findings if finding.id in gone]
            bulk_insert(connection, LEDGER_PHOTO, LEDGER_PHOTO.c.keys(), own_photo_rows(connection, left))


def own_photo_rows(connection: Connection, left: Sequence[Finding]) -> list[tuple[object, ...]]:
    """What stays in the ledger of findings that left: the photos that are this laptop's to send."""
    own = departed.own_photos(connection, [finding.id for finding in left])
    # sha256 and subject come first in a row of ledger_photo
    return [row for row in photo_rows(left) if row[0] in own.get(str(row[1]), ())]


def summed(connection: Connection, subjects: Sequence[str]) -> Mapping[str, Finding | None]:
    """Add up each of these subjects from the journal."""
    return {subject: add_up(Subject(FINDING, subject), journal) for subject, journal in read(connection, subjects)}


def read(connection: Connection, subjects: Sequence[str]) -> Iterable[tuple[str, list[Posted]]]:
    """Each subject with its entries, unordered (add_up orders them)."""
    grouped: dict[str, list[Posted]] = {subject: [] for subject in subjects}
    for row in fetch(connection, _READ, subjects):
        grouped[row[0]].append(as_posted(row))
    return grouped.items()


def take_verdicts(connection: Connection, device: str, answer: Answer) -> None:
    """Write the server's answer to own entries and bring the ledger up to date.

    Set-based: an effective entry was already added up as effective, so only what may differ is re-added.
    """
    for one in answer.runs:
        last, ahead = one.first_dseq + one.count - 1, one.number - one.first_dseq
        run(connection, _NUMBERED, ahead, answer.received_at, device, one.first_dseq, last)
    for dseq, reason in answer.ineffective.items():
        run(connection, "UPDATE entry SET reason = ? WHERE device = ? AND dseq = ?", reason, device, dseq)
    for refused in answer.refused:
        _take_refusal(connection, device, refused, answer.received_at)
    _take_finding_numbers(connection, device, answer.finding_numbers)
    doubtful = [*answer.ineffective, *(refused.dseq for refused in answer.refused)]
    spans = [(one.first_dseq, one.first_dseq + one.count - 1) for one in answer.runs]
    readd(connection, _of_doubt(connection, device, doubtful) | _shared(connection, device, spans))


def _take_refusal(connection: Connection, device: str, refused: RefusedEntry, at: str) -> None:
    where = (ENTRY.c.device == device, ENTRY.c.dseq == refused.dseq)
    connection.execute(update(ENTRY).where(*where).values(reason=refused.code))
    entry = connection.scalars(select(ENTRY.c.id).where(*where)).one()
    row = {"entry": entry, "code": refused.code, "values": json.dumps(dict(refused.values)), "at": at}
    connection.execute(delete(REFUSED).where(REFUSED.c.entry == entry))
    connection.execute(insert(REFUSED).values(row))


def _take_finding_numbers(connection: Connection, device: str, numbers: Mapping[int, str]) -> None:
    rows = [(text, device, dseq) for dseq, text in numbers.items()]
    if rows:
        own = "device = ? AND dseq = ?"
        connection.exec_driver_sql(f"UPDATE entry SET finding_number = ? WHERE {own}", rows)
        subject = f"(SELECT subject FROM entry WHERE {own})"
        connection.exec_driver_sql(f"UPDATE ledger SET number = ? WHERE id = {subject}", rows)


def _of_doubt(connection: Connection, device: str, dseqs: Sequence[int]) -> set[str]:
    query = select(ENTRY.c.subject).where(ENTRY.c.device == device, ENTRY.c.dseq.in_(list(dseqs)))
    return set(connection.scalars(query)) if dseqs else set()


def _shared(connection: Connection, device: str, spans: Sequence[tuple[int, int]]) -> set[str]:
    """Subjects of these own entries that others wrote to as well: their order may have changed. And those that left."""
    return {row[0] for first, last in spans for row in fetch(connection, _SHARED, device, first, last, device)}


def as_posted(row: Row[*tuple[Any, ...]]) -> Posted:
    """An entry row as add_up takes it."""
    _, device, dseq, body, number, received_at, reason, finding_number = row
    verdict = None if number is None else Verdict(number, reason, finding_number or "", received_at or "")
    return Posted(tolerate(body), device, dseq, verdict, reason if number is None else None)


def write_ledger(connection: Connection, subjects: Sequence[str], findings: Sequence[Finding]) -> None:
    """Replace the ledger rows of these subjects by these findings."""
    _write_rows(connection, subjects, findings)
    if subjects:
        for table in ("ledger_photo", "span"):
            run(connection, f"DELETE FROM {table} WHERE subject AMONG ?", subjects)
    bulk_insert(connection, LEDGER_PHOTO, LEDGER_PHOTO.c.keys(), photo_rows(findings))
    bulk_insert(connection, SPAN, SPAN.c.keys(), span_rows(findings))


def _write_rows(connection: Connection, subjects: Sequence[str], findings: Sequence[Finding]) -> None:
    """On SQLite a row that stays keeps its rowid, by which lists page; on PostgreSQL COPY is the quickest."""
    replaced = connection.dialect.name == "postgresql"
    kept = set() if replaced else {finding.id for finding in findings}
    if gone := [subject for subject in subjects if subject not in kept]:
        run(connection, "DELETE FROM ledger WHERE id AMONG ?", gone)
    rows = [ledger_row(finding) for finding in findings]
    if replaced or not subjects:
        bulk_insert(connection, LEDGER, LEDGER.c.keys(), rows)
    elif rows:
        connection.exec_driver_sql(_REPLACING, rows)


_READ = (
    "SELECT subject, device, dseq, body, number, received_at, reason, finding_number FROM entry WHERE subject AMONG ?"
)
_NUMBERED = (
    "UPDATE entry SET number = dseq + ?, received_at = ?, reason = NULL WHERE device = ? AND dseq BETWEEN ? AND ?"
)
_SHARED = (
    "SELECT DISTINCT subject FROM entry AS own WHERE device = ? AND dseq BETWEEN ? AND ? AND ("
    "EXISTS (SELECT 1 FROM entry AS other WHERE other.subject = own.subject AND other.device <> ?) "
    "OR subject IN (SELECT subject FROM departed))"
)
_COLUMNS = ENTRY.c.keys()
_NAMES = [f'"{column.name}"' for column in LEDGER.c]
_REPLACING = (
    f"INSERT INTO ledger ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _NAMES[1:])}"
)


def _entry_row(new: NewEntry) -> tuple[object, ...]:
    entry, verdict = new.posted.entry, new.posted.verdict
    return (
        entry.id, entry.subject.kind, entry.subject.id, entry.kind, entry.author, new.posted.device, new.posted.dseq,
        new.body, new.link,
        verdict.number if verdict else None,
        verdict.received_at if verdict else None,
        verdict.reason if verdict else None,
        (verdict.finding_number or None) if verdict else None,
        new.chain,
        town_of(new.grid) or None,
        new.grid or None,
        new.unit or None,
    )  # fmt: skip
