"""Giving numbers: the counter row is locked last and held to the commit, so that no reader ever skips one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, text, update

from models.clock import as_text
from models.entries import FIRST_LINK, Posted, Verdict
from models.journal import NewEntry
from models.tables import COUNTER
from server.exchange.batch import link_of
from server.exchange.judging import Taken

_MAKE = text(
    "INSERT INTO counter (journal, number, chain, year, findings) VALUES (:journal, 0, :chain, :year, 0) "
    "ON CONFLICT (journal) DO NOTHING"
)


@dataclass(slots=True)
class Counter:
    """Where a journal stands: its last number, its chain's head, the last finding number of the year."""

    journal: str
    number: int
    chain: bytes
    year: int
    findings: int


def lock_counter(connection: Connection, journal: str, *, now: datetime) -> Counter:
    """Take the journal's counter until the transaction ends. Do everything else before."""
    query = select(COUNTER).where(COUNTER.c.journal == journal).with_for_update()
    row = connection.execute(query).one_or_none()
    if row is None:
        connection.execute(_MAKE, {"journal": journal, "chain": FIRST_LINK, "year": now.year})
        row = connection.execute(query).one()
    findings = row.findings if row.year == now.year else 0
    return Counter(journal, row.number, bytes(row.chain), now.year, findings)


def give_numbers(counter: Counter, taken: Sequence[Taken], *, device: str, now: datetime) -> list[NewEntry]:
    """Number these entries and lengthen the journal's chain; moves the counter, which the caller writes back."""
    received_at, numbered = as_text(now), []
    for one in taken:
        counter.number += 1
        counter.chain = link_of(counter.chain, one.sent.digest)
        finding_number = ""
        if one.raises:
            counter.findings += 1
            finding_number = f"{counter.journal}-{counter.year}-{counter.findings:06d}"
        verdict = Verdict(counter.number, one.reason, finding_number, received_at)
        posted = Posted(one.reading.entry, device, one.sent.dseq, verdict)
        numbered.append(NewEntry(posted, one.reading.body, one.sent.link, counter.chain, one.grid, one.unit))
    return numbered


def write_counter(connection: Connection, counter: Counter) -> None:
    """Write the counter back, in the transaction that locked it."""
    values = {"number": counter.number, "chain": counter.chain, "year": counter.year, "findings": counter.findings}
    connection.execute(update(COUNTER).where(COUNTER.c.journal == counter.journal).values(**values))
