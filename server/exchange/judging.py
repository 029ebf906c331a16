"""The verdict: each entry is judged once, against the finding as it stands and the rights of its author."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from models import journal
from models.entries import FINDING, Posted, Subject, Verdict
from models.errors import Refusal
from models.facts import Raised
from models.ledger import Sum
from models.people import Person, Role
from models.standing import authority
from server.exchange.batch import Sent
from server.exchange.reading import Reading

NEWER_KIND = "newer_kind"
_WRITE_NOTHING = frozenset({Role.LEADER, Role.ADMIN, Role.AUDITOR})
# The number is not known before the counter is locked; add_up only asks whether it is newer than what its author saw.
_LATER = 2**62


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that goes into the journal: effective unless there is a reason, in this grid's scope."""

    reading: Reading
    sent: Sent
    reason: str | None
    grid: str

    @property
    def raises(self) -> bool:
        """Whether it begins a finding, which then gets its number."""
        return self.reason is None and isinstance(self.reading.entry.fact, Raised)


class Bench:
    """Judges entries in their order; each sees what the ones before it did."""

    def __init__(self, connection: Connection, person: Person, device: str, known: Sequence[str]) -> None:
        """Load the findings that the journal knows, as they stand; others begin here."""
        self._person = person
        self._device = device
        self.known = known
        self._sums: dict[str, Sum] = {}
        for subject, entries in journal.read(connection, known) if known else ():
            self._sums[subject] = total = Sum(Subject(FINDING, subject))
            total.add_all(entries)

    def judge(self, reading: Reading, sent: Sent, *, received_at: str) -> Taken | Refusal:
        """Refuse what its author may not do; everything else is taken, effective or not."""
        subject = reading.entry.subject.id
        total = self._sums.get(subject)
        if total is None:
            self._sums[subject] = total = Sum(Subject(FINDING, subject))
        refusal = self._refusal(total, reading)
        if refusal is not None:
            return refusal
        entry, device, dseq = reading.entry, self._device, sent.dseq
        reason = NEWER_KIND if entry.fact is None else total.judge(Posted(entry, device, dseq))
        grid = _grid(total, reading)
        total.add(Posted(entry, device, dseq, Verdict(_LATER + dseq, reason, "", received_at)))
        return Taken(reading, sent, reason, grid)

    def sums(self) -> Mapping[str, Sum]:
        """The findings with everything judged so far added."""
        return self._sums

    def _refusal(self, total: Sum, reading: Reading) -> Refusal | None:
        fact, person = reading.entry.fact, self._person
        if person.role in _WRITE_NOTHING:
            return Refusal("role_may_not", {"action": reading.entry.kind, "role": person.role.value})
        if isinstance(fact, Raised) and not person.covers(fact.grid):
            return Refusal("outside_scope", {"grid": fact.grid})
        standing = total.standing
        if standing.grid and not person.covers(standing.grid):
            # said as if it did not exist: whose finding it is, is none of the asker's business
            return Refusal("no_such_finding")
        if not standing.grid and not isinstance(fact, Raised):
            return Refusal("no_such_finding")
        return None if fact is None else authority(standing, type(fact), person)


def _grid(total: Sum, reading: Reading) -> str:
    if total.raised is not None:
        return total.raised.grid
    fact = reading.entry.fact
    return fact.grid if isinstance(fact, Raised) else ""


def subjects_of(readings: Sequence[Reading]) -> set[str]:
    """The records that these entries are about."""
    return {reading.entry.subject.id for reading in readings}
