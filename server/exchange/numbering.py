"""Giving numbers: the counter row is locked last and held to the commit, so that no reader ever skips one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from models.clock import as_text
from models.database import fetch, for_update, run
from models.entries import FIRST_LINK, Posted, Verdict
from models.journal import NewEntry
from server.exchange.batch import link_of
from server.exchange.judging import Taken

_MAKE = "INSERT INTO counter (journal, number, chain, year, findings) VALUES (?, 0, ?, ?, 0) ON CONFLICT (journal) DO NOTHING"


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
    query = for_update(connection, "SELECT number, chain, year, findings FROM counter WHERE journal = ?")
    rows = fetch(connection, query, journal)
    if not rows:
        run(connection, _MAKE, journal, FIRST_LINK, now.year)
        rows = fetch(connection, query, journal)
    ((number, chain, year, findings),) = rows
    return Counter(journal, number, bytes(chain), now.year, findings if year == now.year else 0)


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
    values = (counter.number, counter.chain, counter.year, counter.findings)
    run(
        connection,
        "UPDATE counter SET number = ?, chain = ?, year = ?, findings = ? WHERE journal = ?",
        *values,
        counter.journal,
    )
